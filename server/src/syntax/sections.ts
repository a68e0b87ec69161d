import type { Change } from './change';
import { topLine } from './cut';
import { readPiece } from './piece';
import { indexAt } from './search';
import { readSection, type Section } from './section';

/** A file cut at top level. Sections follow each other without gaps. */
export interface Sections {
  readonly list: readonly Section[];
  /** Where each section starts, from the start of the text. */
  readonly starts: readonly number[];
}

/** Cuts and reads a text from `origin` on. Undefined where only the file as a whole can be read. */
export function readSections(text: string, origin: number): Sections | undefined {
  const cuts = cutTop(text, origin, text.length, true);
  return cuts && build(text, cuts, text.length, undefined);
}

/** Like `readSections`, but takes over what `change` left as it was in the sections of the text before. */
export function updateSections(text: string, before: Sections, change: Change): Sections | undefined {
  const { list, starts } = before;
  // Whether a line starts a section depends on that line alone. The line in front of the section the change begins in
  // is whole and untouched; so is every line whose preceding line break lies in the common suffix.
  const kept = Math.max(0, indexAt(starts, change.prefix) - 1);
  let tail = list.length;
  while (tail - 1 > kept && (starts[tail - 1] ?? 0) > change.oldLength - change.suffix) tail--;
  const from = starts[kept];
  if (from === undefined) return undefined;
  const to = (starts[tail] ?? change.oldLength) + change.delta;
  const cuts = cutTop(text, from, to, kept === 0);
  const middle = cuts && build(text, cuts, to, { sections: before, change });
  return (
    middle && {
      list: [...list.slice(0, kept), ...middle.list, ...list.slice(tail)],
      starts: [...starts.slice(0, kept), ...middle.starts, ...starts.slice(tail).map((s) => s + change.delta)],
    }
  );
}

interface Cut {
  readonly start: number;
  readonly kind: Section['kind'];
}

function cutTop(text: string, from: number, to: number, atOrigin: boolean): readonly Cut[] | undefined {
  const cuts: Cut[] = [];
  for (let line = from; line < to; ) {
    const found = topLine(text, line);
    if (found === 'stream') return undefined;
    if (found !== 'inside') cuts.push({ start: line, kind: found === 'entry' ? 'entry' : 'lead' });
    else if (line === from && atOrigin) cuts.push({ start: line, kind: 'lead' });
    const end = text.indexOf('\n', line);
    line = end < 0 ? to : end + 1;
  }
  return cuts;
}

interface Before {
  readonly sections: Sections;
  readonly change: Change;
}

function build(text: string, cuts: readonly Cut[], to: number, before: Before | undefined): Sections {
  const list = cuts.map(({ start, kind }, i) => {
    const end = cuts[i + 1]?.start ?? to;
    const known = before && knownSection(before, start, end, kind);
    if (known !== undefined) return known;
    return readSection(text.slice(start, end), kind, (from, until, role) => {
      const found = before && knownPiece(before, start + from, start + until);
      return found?.role === role ? found : readPiece(pieceText(text, start + from, start + until, kind), role);
    });
  });
  return { list, starts: cuts.map((cut) => cut.start) };
}

/** A `---` is blanked out: alone it would be a document, not the lead of one. */
function pieceText(text: string, start: number, end: number, kind: Section['kind']): string {
  const piece = text.slice(start, end);
  return kind === 'lead' && piece.startsWith('---') ? `   ${piece.slice(3)}` : piece;
}

function knownSection({ sections, change }: Before, start: number, end: number, kind: Section['kind']) {
  const at = change.oldStart(start, end);
  const index = at === undefined ? -1 : indexAt(sections.starts, at);
  const section = sections.list[index];
  return sections.starts[index] === at && section?.length === end - start && section.kind === kind ? section : undefined;
}

function knownPiece({ sections, change }: Before, start: number, end: number) {
  const at = change.oldStart(start, end);
  if (at === undefined) return undefined;
  const index = indexAt(sections.starts, at);
  const section = sections.list[index];
  const inside = at - (sections.starts[index] ?? 0);
  if (section?.kind !== 'entry') return undefined;
  const found = indexAt(section.starts, inside);
  const piece = section.pieces[found];
  return section.starts[found] === inside && piece?.length === end - start ? piece : undefined;
}
