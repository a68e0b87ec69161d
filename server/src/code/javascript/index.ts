/** JavaScript and TypeScript source -> facts. Pure; whatever the text is, it answers. */
import { translatable } from '../../l10n/tr';
import { parser } from '@lezer/javascript';
import { readSources, type Reading } from '../flow/read';
import { LineIndex } from '../lines';
import { newMemory, type Memory } from '../memory';
import { JAVASCRIPT, type Signals } from '../signals';
import type { CodeFacts } from '../types';
import { chunksOf } from './chunks';
import { symbolsOf } from './outline';
import { plainJavaScript } from './plain';
import { scanJavaScript } from './scan';
import { StatementReader } from './statements';

/** In `.ts` files `<T>x` is a cast, in all others it may be an element. */
const PARSERS = {
  javascript: parser.configure({ dialect: 'jsx' }),
  typescript: parser.configure({ dialect: 'ts' }),
  tsx: parser.configure({ dialect: 'ts jsx' }),
};

export type Dialect = keyof typeof PARSERS;

const READING: Omit<Reading, 'startParse'> = {
  signals: JAVASCRIPT,
  plain: plainJavaScript,
  scan: scanJavaScript,
  read: (tree, scope, knowledge, report) => {
    new StatementReader(tree, scope, knowledge, report).read(0);
  },
  symbolsOf,
};

/** @param text a whole file */
export function analyseJavaScript(
  text: string,
  dialect: Dialect,
  memory: Memory = newMemory(),
  signals: Signals = JAVASCRIPT,
): CodeFacts {
  const language = dialect === 'javascript' ? 'javascript' : 'typescript';
  const reading: Reading = {
    ...READING,
    signals,
    startParse: (chunk) => PARSERS[dialect].startParse(chunk),
  };
  const source = { chunks: chunksOf(text), lines: new LineIndex(text) };
  const read = readSources([source], reading, memory);
  if (read) return { language, ...read };
  const unreadable = translatable('The text could not be read as JavaScript or TypeScript.');
  return { language, signals: [], symbols: [], comments: [], unreadable };
}
