/**
 * Formatting: indentation, blanks around `:` and in brackets, blank lines, ends of lines. What is written, in which order,
 * with which quotes and in which style stays, and so do comments. Made to agree with what Prettier does to YAML.
 */
import type { TextEdit } from '../../fixes/edit';
import { parse } from '../../syntax';
import type { ParsedDocument, Range, SyntaxProblemCode, TextSpan } from '../../syntax/types';
import { applied, changed, inOrder, type Change } from './change';
import { commentColumns } from './comments';
import { layoutOf } from './layout';
import { indentOf, isBlank, isMarker, lengthOf, linesOf, type Line } from './lines';
import { saysTheSame } from './same';

export interface FormatOptions {
  /** Columns of an indentation. */
  readonly tabSize: number;
}

/** Of what can be seen in a text, but was read whole. */
const HARMLESS: ReadonlySet<SyntaxProblemCode> = new Set<SyntaxProblemCode>(['bidi-text', 'lookalike']);

/**
 * @param within only the top-level entries that this range touches
 * @returns in file order, none where all is well; undefined where the text has an error, so that nobody can tell what it
 *   says
 */
export function format(
  parsed: ParsedDocument,
  { tabSize }: FormatOptions,
  within?: Range,
): readonly TextEdit[] | undefined {
  if (parsed.problems.some(({ code }) => !HARMLESS.has(code))) return undefined;
  const lines = linesOf(parsed.text);
  const step = Math.min(8, Math.max(2, tabSize));
  const all = inOrder(changesOf(parsed, lines, step));
  const area = within && areaOf(parsed, lines, within);
  const wanted = area ? all.filter(({ start, end }) => start >= area.start && end <= area.end) : all;
  if (wanted.length === 0) return [];
  if (!saysTheSame(parsed, parse(applied(parsed.text, wanted)))) return undefined;
  return wanted.map(({ start, end, newText }) => ({ range: parsed.rangeOf({ start, end }), newText }));
}

function changesOf(parsed: ParsedDocument, lines: readonly Line[], step: number): readonly Change[] {
  const { text } = parsed;
  const layout = layoutOf(parsed, lines, step);
  const comments = commentColumns(lines, layout);
  const perLine = lines.flatMap(({ start, end, text: line }, number) => {
    if (layout.kept.has(number) || isBlank(line)) return [];
    const column = comments.get(number) ?? layout.levels.get(number)?.first.now;
    const trimmed = start + lengthOf(line);
    return [
      column === undefined
        ? undefined
        : changed(text, { start, end: start + indentOf(line) }, ' '.repeat(column)),
      changed(text, { start: trimmed, end }, ''),
    ];
  });
  const trailing = parsed.comments.map(({ span }) => {
    let { start } = span;
    while (/[ \t]/.test(text.charAt(start - 1))) start--;
    const isBehind = start < span.start && start > 0 && !/[\r\n]/.test(text.charAt(start - 1));
    return isBehind ? changed(text, { start, end: span.start }, ' ') : undefined;
  });
  const made = [...perLine, ...trailing, ...blankLines(text, lines, layout)];
  return [...layout.changes, ...made.flatMap((change) => change ?? [])];
}

/** One between two entries at most; none at the top, at the end, around `---`, or where a block begins. */
function blankLines(
  text: string,
  lines: readonly Line[],
  { kept, opening }: ReturnType<typeof layoutOf>,
): readonly (Change | undefined)[] {
  const changes: (Change | undefined)[] = [];
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  for (let at = 0; at < lines.length; at++) {
    const first = lines[at];
    if (!first || !isBlank(first.text) || kept.has(at)) continue;
    let last = at;
    while (last + 1 < lines.length && isBlank(lines[last + 1]?.text ?? '') && !kept.has(last + 1)) last++;
    const [before, after] = [lines[at - 1], lines[last + 1]];
    const isNone = !before || !after || isMarker(before.text) || isMarker(after.text) || opening.has(at - 1);
    const end = lines[last]?.next ?? text.length;
    changes.push(changed(text, { start: first.start, end }, isNone ? '' : eol));
    at = last;
  }
  const end = lines.at(-1);
  if (end && !isBlank(end.text) && end.next === end.end)
    changes.push({ start: end.end, end: end.end, newText: eol });
  return changes;
}

/** The range, with the whole of the top-level entries it touches: half an entry cannot be indented. */
function areaOf(parsed: ParsedDocument, lines: readonly Line[], { start, end }: Range): TextSpan {
  const asked = {
    start: lines[start.line]?.start ?? parsed.text.length,
    end:
      lines[end.character === 0 && end.line > start.line ? end.line - 1 : end.line]?.end ??
      parsed.text.length,
  };
  const touched = parsed.documents.flatMap((document) =>
    (document.placed([])?.children() ?? []).flatMap(({ entry }) =>
      entry.start <= asked.end && entry.end >= asked.start ? [entry] : [],
    ),
  );
  return {
    start: Math.min(asked.start, ...touched.map((entry) => entry.start)),
    end: Math.max(asked.end, ...touched.map((entry) => entry.end)),
  };
}
