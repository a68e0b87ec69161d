import type { Change } from './change';
import { lineStart, nextLine, topLine } from './cut';
import { ownCopy } from './ownCopy';
import { readPiece } from './piece';
import { countBelow, indexAt } from './search';
import { MAX_PIECES, patchSection, readSection, type PieceReader, type Section } from './section';

/** A file cut at top level. Sections follow each other without gaps. */
export interface Sections {
  readonly list: readonly Section[];
  /** Where each section starts, from the start of the text. */
  readonly starts: readonly number[];
}

/** Cuts and reads a text from `origin` on. Undefined where the file has to be read as a whole. */
export function readSections(text: string, origin: number): Sections | undefined {
  const cuts = cutTop(text, origin, text.length, true);
  return cuts && build(text, cuts, text.length, undefined);
}

/**
 * Like `readSections`, but takes over what `change` left as it was in the sections of the text before. Whether a line
 * starts a section depends on that line alone, so only lines the change touches are looked at.
 */
export function updateSections(text: string, before: Sections, change: Change): Sections | undefined {
  const { list, starts } = before;
  const origin = starts[0] ?? 0;
  // A line break in the common suffix stood there before, so the line behind it is the same line.
  const from = Math.max(origin, lineStart(text, change.prefix));
  const to = nextLine(text, Math.max(from, change.newLength - change.suffix));
  const kept = countBelow(starts, from) - 1;
  const tail = countBelow(starts, to - change.delta);
  const fresh = cutTop(text, from, to, from === origin);
  if (fresh === undefined) return undefined;
  const touched = list[kept];
  const touchedStart = starts[kept] ?? 0;
  const cuts = touched === undefined ? fresh : [{ start: touchedStart, kind: touched.kind }, ...fresh];
  const end = (starts[tail] ?? change.oldLength) + change.delta;
  const patched =
    touched?.kind === 'entry' && cuts.length === 1 && tail === kept + 1
      ? patchSection(
          touched,
          text.slice(touchedStart, end),
          { from: from - touchedStart, to: to - touchedStart, delta: change.delta },
          pieceReader(text, touchedStart, 'entry', { sections: before, change }),
        )
      : undefined;
  const middle = patched
    ? { list: [patched], starts: [touchedStart] }
    : build(text, cuts, end, { sections: before, change });
  if (middle === undefined) return undefined;
  const head = Math.max(0, kept);
  const all = [...list.slice(0, head), ...middle.list, ...list.slice(tail)];
  if (all.reduce((sum, section) => sum + section.pieces.length, 0) > MAX_PIECES) return undefined;
  const behind = starts.slice(tail).map((s) => s + change.delta);
  return { list: all, starts: [...starts.slice(0, head), ...middle.starts, ...behind] };
}

interface Cut {
  readonly start: number;
  readonly kind: Section['kind'];
}

function cutTop(text: string, from: number, to: number, atOrigin: boolean): readonly Cut[] | undefined {
  const cuts: Cut[] = [];
  for (let line = from; line < to;) {
    const found = topLine(text, line);
    if (found === 'stream') return undefined;
    if (found !== 'inside') cuts.push({ start: line, kind: found === 'entry' ? 'entry' : 'lead' });
    else if (line === from && atOrigin) cuts.push({ start: line, kind: 'lead' });
    line = nextLine(text, line);
  }
  return cuts;
}

interface Before {
  readonly sections: Sections;
  readonly change: Change;
}

function build(
  text: string,
  cuts: readonly Cut[],
  to: number,
  before: Before | undefined,
): Sections | undefined {
  const list: Section[] = [];
  let pieces = 0;
  for (const [i, { start, kind }] of cuts.entries()) {
    const end = cuts[i + 1]?.start ?? to;
    const known = before && knownSection(before, start, end, kind);
    const section =
      known ?? readSection(text.slice(start, end), kind, pieceReader(text, start, kind, before));
    list.push(section);
    pieces += section.pieces.length;
    if (pieces > MAX_PIECES) return undefined;
  }
  return { list, starts: cuts.map((cut) => cut.start) };
}

/** Reads pieces of the section that starts at `start`, or finds them in the version before. */
function pieceReader(
  text: string,
  start: number,
  kind: Section['kind'],
  before: Before | undefined,
): PieceReader {
  return (from, to, role) => {
    const found = before && knownPiece(before, start + from, start + to);
    if (found?.role === role) return found;
    const piece = pieceText(text, start + from, start + to, kind);
    // After an edit, pieces of several versions live on side by side; none may keep all of its version alive.
    return readPiece(before ? ownCopy(piece) : piece, role);
  };
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
  return sections.starts[index] === at && section?.length === end - start && section.kind === kind
    ? section
    : undefined;
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
