/** Reads the pieces of a program: signals, what it defines, comments for AIMS. */
import { aimsComments } from '../comments';
import type { LineIndex } from '../lines';
import type { Memory } from '../memory';
import type { Signals } from '../signals';
import type { AimsComment, CodeFacts, CodeSymbol, DataRead, Signal } from '../types';
import { SignalCollector, type Lines, type Report } from './collect';
import { withoutBrokenLine, withoutHalfTyped, type Scan } from './mend';
import { Scope } from './scope';
import { finish, flatten, type PartialParse, type SyntaxTree } from './tree';
import type { Knowledge } from './values';

/** A piece of source that can be parsed on its own. */
export interface Chunk {
  /** Where it starts in the source, in UTF-16 code units. */
  readonly start: number;
  readonly text: string;
}

/** Chunks of one text: a file or a notebook cell. */
export interface Source {
  readonly chunks: readonly Chunk[];
  readonly lines: LineIndex;
  readonly cell?: number;
}

/** How one programming language is read. */
export interface Reading {
  readonly signals: Signals;
  readonly startParse: (text: string) => PartialParse;
  /** Rewrites what the grammar does not know and the language does; same length, same lines. */
  readonly plain: (text: string) => string;
  readonly scan: Scan;
  /** Reads the statements of a tree in order, from its root. */
  readonly read: (tree: SyntaxTree, scope: Scope, knowledge: Knowledge, report: Report) => void;
  readonly symbolsOf: (tree: SyntaxTree, lines: Lines) => Omit<CodeSymbol, 'cell'>[];
}

interface Unit {
  readonly cell: number | undefined;
  /** As written. */
  readonly text: string;
  readonly tree: SyntaxTree;
  readonly lines: Lines;
  readonly knowledge: Knowledge;
}

/** Milliseconds. Parsers read about 3 MB a second; only text that is something else altogether needs longer. */
const TIME_LIMIT = 2000;

/**
 * Reads sources that share their variables, in order, twice: what a function is called with or what it returns is only
 * known once all of it was read.
 * @param memory takes the trees of this text, and gives those of the last
 * @returns `undefined` where a text could not be parsed in time
 */
export function readSources(
  sources: readonly Source[],
  reading: Reading,
  memory: Memory,
): Omit<CodeFacts, 'language'> | undefined {
  const units = unitsOf(sources, reading, memory);
  return (
    units && {
      ...readCalls(units, reading),
      symbols: units.flatMap((unit) => symbolsOf(unit, reading).map((each) => inCell(each, unit))),
      comments: units.flatMap((unit) => commentsOf(unit).map((each) => inCell(each, unit))),
      ...(units.some(({ tree }) => tree.errors > 0) ? { hasErrors: true } : {}),
    }
  );
}

function unitsOf(sources: readonly Source[], reading: Reading, memory: Memory): Unit[] | undefined {
  const deadline = Date.now() + TIME_LIMIT;
  const trees = new Map<string, SyntaxTree>();
  const units: Unit[] = [];
  for (const { chunks, lines, cell } of sources) {
    for (const { start, text } of chunks) {
      const tree = trees.get(text) ?? memory.trees.get(text) ?? parseMended(text, reading, deadline);
      if (!tree) return undefined;
      trees.set(text, tree);
      const knowledge = { functions: new Map(), classes: new Map() };
      units.push({ cell, text, tree, lines: lines.from(start), knowledge });
    }
  }
  memory.trees = trees;
  return units;
}

/** As written; where that has errors, in words the grammar knows. */
function parsePlain(text: string, reading: Reading, deadline: number): SyntaxTree | undefined {
  const tree = parse(text, reading, deadline);
  const plain = tree && tree.errors > 0 ? reading.plain(text) : text;
  const rewritten = plain === text ? undefined : parse(plain, reading, deadline);
  return tree && rewritten && rewritten.errors < tree.errors ? rewritten : tree;
}

/** Half-typed lines are left out where the rest of a piece is read better so. It has an error all the same. */
function parseMended(text: string, reading: Reading, deadline: number): SyntaxTree | undefined {
  const original = parsePlain(text, reading, deadline);
  let best = original;
  for (const mend of [withoutHalfTyped, withoutBrokenLine]) {
    if (!best || best.errors === 0) break;
    for (const rest of mend(best.text, reading.scan, best.firstError)) {
      const mended = parse(rest, reading, deadline);
      if (mended && mended.errors < best.errors) best = mended;
    }
  }
  if (best && best !== original) {
    best.errors = Math.max(1, best.errors);
    best.unmended = original;
  }
  return best;
}

/** As with symbols. */
function commentsOf({ tree, text, lines }: Unit): Omit<AimsComment, 'cell'>[] {
  const found = aimsComments(tree, text, lines);
  const asTyped = tree.unmended ? aimsComments(tree.unmended, text, lines) : [];
  return asTyped.length > found.length ? asTyped : found;
}

/** A half-typed line may hide what follows, and may define something itself. */
function symbolsOf({ tree, lines }: Unit, reading: Reading): Omit<CodeSymbol, 'cell'>[] {
  const found = reading.symbolsOf(tree, lines);
  const asTyped = tree.unmended ? reading.symbolsOf(tree.unmended, lines) : [];
  return asTyped.length > found.length ? asTyped : found;
}

/**
 * @param deadline in milliseconds of `Date.now()`
 * @returns `undefined` where it was not done in time
 */
export function parse(
  text: string,
  { startParse }: Pick<Reading, 'startParse'>,
  deadline: number,
): SyntaxTree | undefined {
  const parsed = finish(startParse(text), deadline);
  return parsed && flatten(parsed, text);
}

function readCalls(
  units: readonly Unit[],
  { signals, read }: Reading,
): Pick<CodeFacts, 'signals' | 'dataReads'> {
  const scope = new Scope('module');
  const collector = new SignalCollector(signals);
  for (const { tree, knowledge } of units) read(tree, scope, knowledge, collector.learning);
  scope.rewind();
  const found: Signal[] = [];
  const reads: DataRead[] = [];
  const written = new Set<string>();
  for (const unit of units) {
    const report = collector.from(unit.lines);
    read(unit.tree, scope, unit.knowledge, report);
    found.push(...report.found.map((signal) => inCell(signal, unit)));
    reads.push(...report.reads.map((each) => inCell(each, unit)));
    for (const path of report.written) written.add(fromHere(path));
  }
  // What the file makes itself is a step on the way, not where data comes from.
  const dataReads = reads.filter(({ path }) => !written.has(fromHere(path)));
  const trains = dataReads.length > 0 && found.some(({ kind }) => kind === 'train');
  return { signals: found, ...(trains ? { dataReads } : {}) };
}

/** `./data/x.csv` -> `data/x.csv` */
const fromHere = (path: string): string => path.replace(/^(?:\.\/+)+/, '');

function inCell<T extends object>(fact: T, { cell }: Unit): T {
  return cell === undefined ? fact : { ...fact, cell };
}
