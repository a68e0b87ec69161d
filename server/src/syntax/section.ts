import { duplicateKey } from './convert';
import { divide, startsBelow, type Division } from './cut';
import { misfit, type Piece, type PieceRole } from './piece';
import type { LocalProblem, Place } from './reading';
import { countBelow } from './search';
import type { Block, MapEntry, SyntaxNode } from './types';

/** A stretch between two cuts at top level: an entry, or what stands before the first entry of a document. */
export interface Section {
  readonly kind: 'lead' | 'entry';
  readonly length: number;
  /** A lead that begins with `---`. */
  readonly marker: boolean;
  readonly pieces: readonly Piece[];
  /** Where each piece starts, from the start of the section. */
  readonly starts: readonly number[];
  /** Undefined where this is not one readable entry. */
  readonly block: Block | undefined;
  readonly entry: MapEntry | undefined;
  readonly identity: string | undefined;
  /** Place of the entry; only in a section of one piece does it have `children`. */
  readonly place: Place | undefined;
  /** For a section in several pieces: form and column of its entries or items. */
  readonly division: Pick<Division, 'form' | 'indent'> | undefined;
  /** For a section in several pieces: which piece each entry or item of the block's value came from. */
  readonly owners: readonly number[] | undefined;
  /** Pieces that are not all there is under their key: it was written again further down. */
  readonly doubled: ReadonlySet<number>;
  readonly problems: readonly LocalProblem[];
  readonly entangled: boolean;
  /** Of a lead: something other than comments is in it. */
  readonly hasContent: boolean;
  /** Nothing but a key that is being typed. */
  readonly unfinished: boolean;
  /** A key with nothing behind it yet. */
  readonly awaitsValue: boolean;
  /** Opens a quote, a bracket or the like, so that lines below in column 0 may belong to it. */
  readonly opensValue: boolean;
}

/** Reads a piece of a section, or finds it among those already read. Offsets are relative to the section. */
export type PieceReader = (start: number, end: number, role: PieceRole) => Piece;

/** Pieces a file may be read in; beyond (a hundred thousand lines of ordinary cards) it costs less to read it whole. */
export const MAX_PIECES = 20_000;

const NONE: ReadonlySet<number> = new Set();
const KEY_LINE = /^[^\n]*:[ \t]*(?:[ \t]#[^\n]*)?\r?\n/;
const OPENS_VALUE = /^\s*["'[{|>!&*]/;

/** Reads the section with this text. */
export function readSection(text: string, kind: Section['kind'], piece: PieceReader): Section {
  if (kind === 'entry' && KEY_LINE.test(text)) {
    const division = divide(text);
    const divided = division && readDivided(text, division, piece);
    if (divided !== undefined) return divided;
  }
  return readSolid(text, kind, piece(0, text.length, 'top'));
}

function readSolid(text: string, kind: Section['kind'], piece: Piece): Section {
  const { entry, sound } = piece;
  const fits = kind === 'lead' || entry !== undefined || !sound;
  return {
    kind,
    length: text.length,
    marker: kind === 'lead' && text.startsWith('---'),
    pieces: [piece],
    starts: [0],
    block:
      kind === 'entry' && entry !== undefined
        ? { key: entry.key, value: entry.value, complete: sound }
        : undefined,
    entry,
    identity: piece.identity,
    place: piece.place,
    division: undefined,
    owners: undefined,
    doubled: NONE,
    problems: fits
      ? piece.problems
      : [...piece.problems, misfit(text, piece.unfinished ? 'unfinished-key' : 'syntax')],
    entangled: piece.entangled,
    unfinished: kind === 'entry' && piece.unfinished,
    awaitsValue: kind === 'entry' && piece.awaitsValue,
    hasContent: kind === 'lead' && (!sound || !piece.empty),
    opensValue: OPENS_VALUE.test(text),
  };
}

function readDivided(text: string, division: Division, piece: PieceReader): Section | undefined {
  if (division.starts.length > MAX_PIECES) return undefined;
  const starts = [0, ...division.starts];
  const pieces = readPieces(starts, text.length, piece);
  return assemble(text, division, pieces, starts, undefined);
}

/** The lines of a section an edit touched: `[from, to)`, and how much longer they became. */
export interface Window {
  readonly from: number;
  readonly to: number;
  readonly delta: number;
}

/**
 * The section with this text, made from `old`, whose text differs only in lines within `window`. Undefined where the
 * edit may have changed how the section divides.
 */
export function patchSection(
  old: Section,
  text: string,
  window: Window,
  piece: PieceReader,
): Section | undefined {
  const { division, pieces, starts } = old;
  // The key line and the first line below it, which set form and column, must lie above the window.
  const kept = countBelow(starts, window.from) - 1;
  if (division === undefined || kept < 1) return undefined;
  const fresh = startsBelow(text, window.from, window.to, division.indent, division.form);
  if (fresh === undefined || starts.length + fresh.length > MAX_PIECES) return undefined;
  const tail = countBelow(starts, window.to - window.delta);
  const behind = starts.slice(tail).map((start) => start + window.delta);
  const middle = [starts[kept] ?? 0, ...fresh];
  const read = readPieces(middle, behind[0] ?? text.length, piece);
  const all = [...pieces.slice(0, kept), ...read, ...pieces.slice(tail)];
  return assemble(text, division, all, [...starts.slice(0, kept), ...middle, ...behind], old);
}

function readPieces(starts: readonly number[], end: number, piece: PieceReader): Piece[] {
  return starts.map((start, i) => piece(start, starts[i + 1] ?? end, start === 0 ? 'top' : 'below'));
}

/** Undefined where the pieces show that the section has to be read as one after all. */
function assemble(
  text: string,
  division: Pick<Division, 'form' | 'indent'>,
  pieces: readonly Piece[],
  starts: readonly number[],
  old: Section | undefined,
): Section | undefined {
  const [head, first] = pieces;
  const key = head?.entry?.key;
  if (head?.place === undefined || key === undefined || !isBareKey(head)) return undefined;
  const { form, indent } = division;
  if (!pieces.some((p, i) => i > 0 && isMember(p, form))) return undefined;
  const opensValue = OPENS_VALUE.test(text.slice(starts[1], starts[2]));
  if (first !== undefined && !isMember(first, form) && opensValue) return undefined;

  // Among items a word is one whose dash is missing; behind a key without a value it may be the value.
  const isOpenKey = ({ unfinished }: Piece, i: number): boolean =>
    form === 'map' && unfinished && !(i > 1 && pieces[i - 1]?.awaitsValue);
  const members =
    form === 'list' ? gatherItems(pieces) : (sameKeys(old, pieces) ?? gatherEntries(pieces, starts));
  const problems = [...members.problems];
  pieces.forEach((p, i) => {
    const start = starts[i] ?? 0;
    for (const problem of p.problems) problems.push(shift(problem, start));
    if (i > 0 && p.sound && !isMember(p, form)) {
      const code = isOpenKey(p, i) ? 'unfinished-key' : 'syntax';
      problems.push(shift(misfit(text.slice(start, start + p.length), code), start));
    }
  });
  const complete =
    pieces.every((p, i) => p.sound && (i === 0 || isMember(p, form) || isOpenKey(p, i))) &&
    members.doubled.size === 0;
  const entry = { key, value: members.value };
  return {
    kind: 'entry',
    length: text.length,
    marker: false,
    pieces,
    starts,
    block: { ...entry, complete },
    entry,
    identity: head.identity,
    place: { from: head.place.from, keyEnd: head.place.keyEnd, ...reach(pieces, starts) },
    division: { form, indent },
    owners: members.owners,
    doubled: members.doubled,
    problems: problems.sort((a, b) => a.start - b.start || a.end - b.end),
    entangled: pieces.some((p) => p.entangled),
    unfinished: false,
    awaitsValue: false,
    hasContent: false,
    opensValue: false,
  };
}

interface Members {
  readonly value: SyntaxNode;
  readonly owners: readonly number[];
  readonly doubled: ReadonlySet<number>;
  readonly problems: readonly LocalProblem[];
}

function gatherEntries(pieces: readonly Piece[], starts: readonly number[]): Members {
  const entries: MapEntry[] = [];
  const owners: number[] = [];
  const doubled = new Set<number>();
  const problems: LocalProblem[] = [];
  const ownerOf = new Map<string, number>();
  pieces.forEach((piece, i) => {
    const { entry, identity, place } = piece;
    if (i === 0 || entry === undefined || identity === undefined || place === undefined) return;
    const earlier = ownerOf.get(identity);
    if (earlier !== undefined) {
      const start = starts[i] ?? 0;
      const first = (starts[earlier] ?? 0) + (pieces[earlier]?.place?.from ?? 0);
      problems.push(duplicateKey(entry.key.text, first, start + place.from, start + place.keyEnd));
      doubled.add(earlier);
      return;
    }
    ownerOf.set(identity, i);
    entries.push(entry);
    owners.push(i);
  });
  return {
    value: { kind: 'map', flow: false, entries: entries.slice() },
    owners: owners.slice(),
    doubled,
    problems,
  };
}

/** The usual keystroke: every piece is one entry, under the same keys as before, so none can have become a duplicate. */
function sameKeys(old: Section | undefined, pieces: readonly Piece[]): Members | undefined {
  if (old?.owners?.length !== pieces.length - 1 || old.pieces.length !== pieces.length) return undefined;
  const entries: MapEntry[] = [];
  for (let i = 1; i < pieces.length; i++) {
    const piece = pieces[i];
    if (piece?.entry === undefined || piece.identity !== old.pieces[i]?.identity) return undefined;
    entries.push(piece.entry);
  }
  return { value: { kind: 'map', flow: false, entries }, owners: old.owners, doubled: NONE, problems: [] };
}

/** An item that could not be read still counts: the ones behind it keep their index. */
function gatherItems(pieces: readonly Piece[]): Members {
  const items = pieces.slice(1).map((piece) => piece.item?.node);
  const owners = items.map((_, i) => i + 1);
  return { value: { kind: 'list', flow: false, items }, owners, doubled: NONE, problems: [] };
}

function reach(pieces: readonly Piece[], starts: readonly number[]): { start: number; end: number } {
  let start = Infinity;
  let end = 0;
  pieces.forEach(({ place }, i) => {
    if (i === 0 || place === undefined) return;
    start = Math.min(start, (starts[i] ?? 0) + place.from);
    end = Math.max(end, (starts[i] ?? 0) + place.end);
  });
  return { start, end };
}

function isMember(piece: Piece, form: Division['form']): boolean {
  return form === 'map' ? piece.entry !== undefined : piece.item !== undefined;
}

/** Is this a key line with nothing behind the colon, not even a `~`? */
function isBareKey(head: Piece): boolean {
  return (
    head.sound &&
    head.entry?.value === undefined &&
    head.place !== undefined &&
    head.place.start === head.place.end
  );
}

/** A problem, with its offsets moved by `by`. */
export function shift(problem: LocalProblem, by: number): LocalProblem {
  if (by === 0) return problem;
  const moved = { ...problem, start: problem.start + by, end: problem.end + by };
  return problem.refersTo === undefined ? moved : { ...moved, refersTo: problem.refersTo + by };
}
