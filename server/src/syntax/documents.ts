import type { Change } from './change';
import type { DocumentSource } from './document';
import { ownCopy } from './ownCopy';
import { read } from './read';
import type { LocalComment, LocalProblem, Reading } from './reading';
import { reuse } from './reuse';
import { shift } from './section';
import type { Section } from './section';
import type { Sections } from './sections';
import { SplitDocument } from './splitDocument';
import type { TextSpan } from './types';
import { WholeDocument } from './wholeDocument';

/** One document of a file, with what is kept to make the next version of it cheap. */
export interface DocumentState {
  /** Where it starts: all up to the next document belongs to it. */
  readonly start: number;
  readonly source: DocumentSource;
  /** Absolute. */
  readonly problems: readonly LocalProblem[];
  /** Absolute; made on request, since only suppressions ask for them. */
  comments(): LocalComment[];
  /** Where the document was read in one go: its reading, relative to `start`, and its length. */
  readonly whole: { readonly reading: Reading; readonly length: number } | undefined;
}

/** Reads a file that only makes sense as a stream: with directives, say. */
export function readStream(text: string, origin: number): DocumentState[] {
  const reading = read(ownCopy(text.slice(origin)));
  const roots = reading.roots.length === 0 ? [undefined] : reading.roots;
  return roots.map((root, i) => {
    const start = i === 0 ? 0 : (root?.start ?? 0);
    const end = roots[i + 1]?.start ?? Infinity;
    const mine = <T extends { start: number }>(all: readonly T[]): T[] =>
      all.filter((x) => (i === 0 || x.start >= start) && x.start < end);
    const firstLine = firstLineOf(text, origin + start, Math.min(text.length, origin + end));
    const source = new WholeDocument(root, mine(reading.problems), origin, firstLine);
    return {
      start: origin + start,
      source,
      problems: source.problems.map((p) => shift(p, origin)),
      comments: () => mine(reading.comments).map((c) => ({ ...c, start: c.start + origin })),
      whole: undefined,
    };
  });
}

/** Groups sections into documents and reads those that cannot be read section by section. */
export function readDocuments(
  text: string,
  sections: Sections,
  before: { readonly states: readonly DocumentState[]; readonly change: Change } | undefined,
): DocumentState[] {
  return group(sections).map((extent, index) => {
    const list = sections.list.slice(extent.from, extent.to);
    const starts = sections.starts.slice(extent.from, extent.to);
    const start = starts[0] ?? 0;
    const end = sections.starts[extent.to] ?? text.length;
    const firstLine = firstLineOf(text, start, end);
    if (!isSplittable(list)) {
      return readWhole(text, list, starts, firstLine, before?.states[index], before?.change);
    }
    const source = new SplitDocument(list, starts, firstLine);
    return {
      start,
      source,
      problems: source.problems,
      comments: () => commentsOf(list, starts),
      whole: undefined,
    };
  });
}

/** A new document starts at each `---`, except at one that only comments stand above. */
function group(sections: Sections): { from: number; to: number }[] {
  const extents: { from: number; to: number }[] = [];
  let from = 0;
  let open = false;
  sections.list.forEach((section, i) => {
    if (section.marker && open) {
      extents.push({ from, to: i });
      from = i;
    }
    open ||= section.kind === 'entry' || section.marker || section.hasContent;
  });
  return [...extents, { from, to: sections.list.length }];
}

function isSplittable(sections: readonly Section[]): boolean {
  if (sections.some((section) => section.entangled || section.hasContent)) return false;
  const entries = sections.filter((section) => section.kind === 'entry');
  const first = entries[0];
  if (first === undefined) return true;
  // A top level that is no map at all, or a first key so broken that nothing tells what the lines below it are.
  return (
    entries.some((entry) => entry.block !== undefined) && (first.block !== undefined || !first.opensValue)
  );
}

function readWhole(
  text: string,
  sections: readonly Section[],
  starts: readonly number[],
  firstLine: TextSpan,
  before: DocumentState | undefined,
  change: Change | undefined,
): DocumentState {
  const start = starts[0] ?? 0;
  const length = sections.reduce((sum, section) => sum + section.length, 0);
  const known = before?.whole;
  const same = known?.length === length && change?.oldStart(start, start + length) === before?.start;
  const reading =
    known && same
      ? known.reading
      : reread(withoutMarker(text, sections, starts, start + length), known?.reading);
  const source = new WholeDocument(reading.roots[0], reading.problems, start, firstLine);
  return {
    start,
    source,
    problems: source.problems.map((p) => shift(p, start)),
    comments: () => reading.comments.map((c) => ({ ...c, start: c.start + start })),
    whole: { reading, length },
  };
}

function reread(text: string, before: Reading | undefined): Reading {
  const fresh = read(ownCopy(text));
  const old = before?.roots[0];
  const [root, ...others] = fresh.roots;
  if (root === undefined || old === undefined) return fresh;
  return { ...fresh, roots: [{ ...root, node: reuse(old.node, root.node) }, ...others] };
}

/** The text of a document with its `---` blanked out, so that it is one document whatever stands above it. */
function withoutMarker(
  text: string,
  sections: readonly Section[],
  starts: readonly number[],
  end: number,
): string {
  const start = starts[0] ?? 0;
  const marker = starts[sections.findIndex((section) => section.marker)];
  if (marker === undefined) return text.slice(start, end);
  return `${text.slice(start, marker)}   ${text.slice(marker + 3, end)}`;
}

function commentsOf(sections: readonly Section[], starts: readonly number[]): LocalComment[] {
  return sections.flatMap((section, i) =>
    section.pieces.flatMap((piece, j) => {
      const base = (starts[i] ?? 0) + (section.starts[j] ?? 0);
      return piece.comments.map((c) => ({ ...c, start: c.start + base }));
    }),
  );
}

function firstLineOf(text: string, start: number, end: number): TextSpan {
  const line = /[^\s][^\r\n]*/.exec(text.slice(start, Math.min(end, start + FIRST_LINE_REACH)));
  if (line === null) return { start, end: start };
  return { start: start + line.index, end: start + line.index + line[0].trimEnd().length };
}

/** A first line is only looked for, and shown, this far. */
const FIRST_LINE_REACH = 1000;
