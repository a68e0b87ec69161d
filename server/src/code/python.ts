/** Python source -> facts. Pure; whatever the text is, it answers. */
import { LineIndex } from './lines';
import { blankMagics } from './magics';
import { SignalCollector } from './python/collect';
import { Scope } from './python/scope';
import { StatementReader, type Knowledge } from './python/statements';
import { parsePython, type PyTree } from './python/tree';
import { aimsComments, symbolsOf } from './python/outline';
import type { CodeFacts, Signal } from './types';

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
  readonly source: Source;
  readonly tree: PyTree;
  readonly lines: LineIndex;
  readonly knowledge: Knowledge;
}

/** @param text a whole `.py` file */
export function analysePython(text: string): CodeFacts {
  return { language: 'python', ...analyseSources([{ text }]) };
}

/**
 * Reads sources that share their variables, in order, twice: what a function is called with or what it returns is only
 * known once all of it was read.
 */
export function analyseSources(sources: readonly Source[]): Omit<CodeFacts, 'language'> {
  const length = sources.reduce((sum, { text }) => sum + text.length, 0);
  if (length > MAX_LENGTH) return unreadable('The file is too long to be read as Python.');
  const deadline = Date.now() + TIME_LIMIT;
  const units: Unit[] = [];
  for (const source of sources) {
    const tree = parsePython(blankMagics(source.text), deadline);
    if (!tree) return unreadable('The text could not be read as Python.');
    const knowledge = { functions: new Map(), classes: new Map() };
    units.push({ source, tree, lines: new LineIndex(source.text), knowledge });
  }
  return {
    signals: readSignals(units),
    symbols: units.flatMap((unit) => symbolsOf(unit.tree, unit.lines).map((each) => inCell(each, unit))),
    comments: units.flatMap((unit) => aimsComments(unit.tree, unit.lines).map((each) => inCell(each, unit))),
  };
}

function readSignals(units: readonly Unit[]): Signal[] {
  const scope = new Scope('module');
  const collector = new SignalCollector();
  for (const unit of units) new StatementReader(unit.tree, scope, unit.knowledge, collector.learning).read(0);
  scope.rewind();
  return units.flatMap((unit) => {
    const found = collector.from(unit.lines);
    new StatementReader(unit.tree, scope, unit.knowledge, found).read(0);
    return found.signals.map((signal) => inCell(signal, unit));
  });
}

function inCell<T extends object>(fact: T, unit: Unit): T {
  return unit.source.cell === undefined ? fact : { ...fact, cell: unit.source.cell };
}

function unreadable(reason: string): Omit<CodeFacts, 'language'> {
  return { signals: [], symbols: [], comments: [], unreadable: reason };
}
