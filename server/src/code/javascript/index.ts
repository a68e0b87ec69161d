/** JavaScript and TypeScript source -> facts. Pure; whatever the text is, it answers. */
import { parser } from '@lezer/javascript';
import { aimsComments } from '../comments';
import { SignalCollector } from '../flow/collect';
import { Scope } from '../flow/scope';
import { finish, flatten, type ParsedTree } from '../flow/tree';
import type { Knowledge } from '../flow/values';
import { LineIndex } from '../lines';
import { newMemory, type Memory } from '../memory';
import { JAVASCRIPT } from '../signals';
import type { CodeFacts } from '../types';
import { unchanged } from './fragments';
import { symbolsOf } from './outline';
import { StatementReader } from './statements';

/** Milliseconds. Only text that is something else altogether needs longer. */
const TIME_LIMIT = 2000;

/** In `.ts` files `<T>x` is a cast, in all others it may be an element. */
const DIALECTS = {
  javascript: parser.configure({ dialect: 'jsx' }),
  typescript: parser.configure({ dialect: 'ts' }),
  tsx: parser.configure({ dialect: 'ts jsx' }),
};

export type Dialect = keyof typeof DIALECTS;

/** @param text a whole file */
export function analyseJavaScript(text: string, dialect: Dialect, memory: Memory = newMemory()): CodeFacts {
  const language = dialect === 'javascript' ? 'javascript' : 'typescript';
  const parsed = parse(text, dialect, memory);
  if (!parsed) {
    const unreadable = 'The text could not be read as JavaScript or TypeScript.';
    return { language, signals: [], symbols: [], comments: [], unreadable };
  }
  const tree = flatten(parsed, text);
  const lines = new LineIndex(text);
  const scope = new Scope('module');
  const collector = new SignalCollector(JAVASCRIPT);
  const knowledge: Knowledge = { functions: new Map(), classes: new Map() };
  new StatementReader(tree, scope, knowledge, collector.learning).read(0);
  scope.rewind();
  const report = collector.from(lines);
  new StatementReader(tree, scope, knowledge, report).read(0);
  return {
    language,
    signals: report.found,
    symbols: symbolsOf(tree, lines),
    comments: aimsComments(tree, lines),
  };
}

/** Reads again only what lies around the change since the last text. */
function parse(text: string, dialect: Dialect, memory: Memory): ParsedTree | undefined {
  const known = memory.parsed;
  const fragments = known ? unchanged(known.text, text, known.tree) : [];
  const tree = finish(DIALECTS[dialect].startParse(text, fragments), Date.now() + TIME_LIMIT);
  memory.parsed = tree && { text, tree };
  return tree;
}
