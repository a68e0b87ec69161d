/** Selection ranges: from a word's value to its pair, its entry, its section, its document. */
import type { AimsFile } from '../../model/build';
import type { PlacedNode, Position, Range, TextSpan } from '../../syntax/types';

const holds = ({ start, end }: TextSpan, inner: TextSpan): boolean =>
  start <= inner.start && inner.end <= end;
const covers = ({ start, end }: TextSpan, offset: number): boolean => start <= offset && offset <= end;

/** @returns from the smallest to the whole file; each lies in the next, none equals it */
export function selectionsAt({ parsed }: AimsFile, position: Position): readonly Range[] {
  const offset = parsed.offsetAt(position);
  const { document } = parsed.locate(offset);
  const spans: TextSpan[] = [{ start: 0, end: parsed.text.length }, ...lineAt(parsed.text, offset)];
  const top = parsed.documents[document]?.placed([]);
  if (top) spans.push(...around(top, offset, parsed.text));
  return growing(spans).map((span) => parsed.rangeOf(span));
}

/** The line without its indentation: all there is to select where nothing could be read. */
function lineAt(text: string, offset: number): readonly TextSpan[] {
  const before = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const length = /^[^\r\n]*/.exec(text.slice(before))?.[0].length ?? 0;
  const line = text.slice(before, before + length);
  const start = before + line.length - line.trimStart().length;
  const end = before + line.trimEnd().length;
  return start < end && covers({ start, end }, offset) ? [{ start, end }] : [];
}

function around(top: PlacedNode, offset: number, text: string): readonly TextSpan[] {
  const spans: TextSpan[] = [];
  for (let at: PlacedNode | undefined = top; at; at = childAt(at, offset)) {
    spans.push(at.entry, at.value, ...(at.key ? unquoted(at.key, text) : []));
    if (at.node?.kind === 'scalar') spans.push(...unquoted(at.value, text));
  }
  return spans.filter((span) => span.start < span.end && covers(span, offset));
}

/** Where one entry ends and the next begins, the cursor belongs to the next. */
const childAt = (at: PlacedNode, offset: number): PlacedNode | undefined =>
  at.children().findLast((child) => covers(child.entry, offset));

/** A quoted text, and what stands between its quotes. */
function unquoted(span: TextSpan, text: string): readonly TextSpan[] {
  const isQuoted = /^["']/.test(text.slice(span.start, span.end)) && span.end - span.start > 2;
  return isQuoted ? [span, { start: span.start + 1, end: span.end - 1 }] : [span];
}

/** Smallest first; what does not lie in the next larger one is left out. */
function growing(spans: readonly TextSpan[]): readonly TextSpan[] {
  const kept: TextSpan[] = [];
  for (const span of [...spans].sort((a, b) => b.end - b.start - (a.end - a.start))) {
    const last = kept.at(-1);
    if (!last || (holds(last, span) && span.end - span.start < last.end - last.start)) kept.push(span);
  }
  return kept.reverse();
}
