/** Python source -> facts. Pure; whatever the text is, it answers. */
import { parser } from '@lezer/python';
import { aimsComments } from '../comments';
import { SignalCollector } from '../flow/collect';
import { Scope } from '../flow/scope';
import { finish, flatten, type SyntaxTree } from '../flow/tree';
import type { Knowledge } from '../flow/values';
import { LineIndex } from '../lines';
import { blankMagics } from '../magics';
import { newMemory, type Memory } from '../memory';
import { PYTHON } from '../signals';
import type { CodeFacts, Signal } from '../types';
import { chunksOf } from './chunks';
import { symbolsOf } from './outline';
import { StatementReader } from './statements';

/** UTF-16 code units. A longer Python file is data or generated. */
const MAX_LENGTH = 1_000_000;
/** Milliseconds. Python parses at about 3 MB a second; only text that is something else altogether needs longer. */
const TIME_LIMIT = 2000;

/** A piece of source that is read after, and sees the variables of, those before it: a file or a notebook cell. */
export interface Source {
  readonly text: string;
  readonly cell?: number;
}

interface Unit {
  readonly cell: number | undefined;
  readonly tree: SyntaxTree;
  readonly lines: ReturnType<LineIndex['from']>;
  readonly knowledge: Knowledge;
}

/** @param text a whole `.py` file */
export function analysePython(text: string, memory?: Memory): CodeFacts {
  return { language: 'python', ...analyseSources([{ text }], memory) };
}

/**
 * Reads sources that share their variables, in order, twice: what a function is called with or what it returns is only
 * known once all of it was read.
 */
export function analyseSources(
  sources: readonly Source[],
  memory: Memory = newMemory(),
): Omit<CodeFacts, 'language'> {
  const length = sources.reduce((sum, { text }) => sum + text.length, 0);
  if (length > MAX_LENGTH) return unreadable('The file is too long to be read as Python.');
  const units = unitsOf(sources, memory);
  if (!units) return unreadable('The text could not be read as Python.');
  return {
    signals: readSignals(units),
    symbols: units.flatMap((unit) => symbolsOf(unit.tree, unit.lines).map((each) => inCell(each, unit))),
    comments: units.flatMap((unit) => aimsComments(unit.tree, unit.lines).map((each) => inCell(each, unit))),
  };
}

/** @returns `undefined` where a text could not be parsed in time */
function unitsOf(sources: readonly Source[], memory: Memory): Unit[] | undefined {
  const deadline = Date.now() + TIME_LIMIT;
  const kept = new Map<string, SyntaxTree>();
  const units: Unit[] = [];
  for (const { text: source, cell } of sources) {
    const lines = new LineIndex(source);
    for (const { start, text } of chunksOf(blankMagics(source))) {
      const tree = kept.get(text) ?? memory.chunks.get(text) ?? parsePython(text, deadline);
      if (!tree) return undefined;
      kept.set(text, tree);
      const knowledge = { functions: new Map(), classes: new Map() };
      units.push({ cell, tree, lines: lines.from(start), knowledge });
    }
  }
  memory.chunks = kept;
  return units;
}

/** @param deadline in milliseconds of `Date.now()`; `undefined` where it was not done in time */
export function parsePython(text: string, deadline: number): SyntaxTree | undefined {
  const parsed = finish(parser.startParse(text), deadline);
  return parsed && flatten(parsed, text);
}

function readSignals(units: readonly Unit[]): Signal[] {
  const scope = new Scope('module');
  const collector = new SignalCollector(PYTHON);
  for (const unit of units) new StatementReader(unit.tree, scope, unit.knowledge, collector.learning).read(0);
  scope.rewind();
  return units.flatMap((unit) => {
    const report = collector.from(unit.lines);
    new StatementReader(unit.tree, scope, unit.knowledge, report).read(0);
    return report.found.map((signal) => inCell(signal, unit));
  });
}

function inCell<T extends object>(fact: T, unit: Unit): T {
  return unit.cell === undefined ? fact : { ...fact, cell: unit.cell };
}

function unreadable(reason: string): Omit<CodeFacts, 'language'> {
  return { signals: [], symbols: [], comments: [], unreadable: reason };
}
