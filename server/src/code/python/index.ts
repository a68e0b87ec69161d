/** Python source -> facts. Pure; whatever the text is, it answers. */
import { translatable } from '../../l10n/tr';
import { parser } from '@lezer/python';
import { readSources, type Reading } from '../flow/read';
import { LineIndex } from '../lines';
import { blankMagics } from '../magics';
import { newMemory, type Memory } from '../memory';
import { PYTHON, type Signals } from '../signals';
import type { CodeFacts } from '../types';
import { chunksOf } from './chunks';
import { symbolsOf } from './outline';
import { plainPython } from './plain';
import { scanPython } from './scan';
import { StatementReader } from './statements';

/** UTF-16 code units. A longer Python file is data or generated. */
const MAX_LENGTH = 1_000_000;

export const READING: Reading = {
  signals: PYTHON,
  startParse: (text) => parser.startParse(text),
  plain: plainPython,
  scan: scanPython,
  read: (tree, scope, knowledge, report) => {
    new StatementReader(tree, scope, knowledge, report).read(0);
  },
  symbolsOf,
};

/** @param text a whole `.py` file */
export function analysePython(text: string, memory?: Memory, signals?: Signals): CodeFacts {
  return { language: 'python', ...analyseSources([{ text }], memory, signals) };
}

/** @param sources read one after the other, each seeing the variables of those before: a file or the cells of a notebook */
export function analyseSources(
  sources: readonly { readonly text: string; readonly cell?: number }[],
  memory: Memory = newMemory(),
  signals: Signals = PYTHON,
): Omit<CodeFacts, 'language'> {
  const length = sources.reduce((sum, { text }) => sum + text.length, 0);
  if (length > MAX_LENGTH) return unreadable(translatable('The file is too long to be read as Python.'));
  const read = readSources(
    sources.map(({ text, ...rest }) => ({
      ...rest,
      chunks: chunksOf(blankMagics(text)),
      lines: new LineIndex(text),
    })),
    { ...READING, signals },
    memory,
  );
  return read ?? unreadable(translatable('The text could not be read as Python.'));
}

function unreadable(reason: string): Omit<CodeFacts, 'language'> {
  return { signals: [], symbols: [], comments: [], unreadable: reason };
}
