/** Facts from ML code: which models and data sets are loaded, trained, saved or called, and where. */
import { analyseNotebook } from './notebook';
import { mayHaveComments, mayHaveSignals } from './prefilter';
import { analysePython } from './python';
import type { CodeFacts } from './types';

export { analyseCells, type Cell } from './notebook';
export { isTestOrExample } from './paths';
export type { CodeFacts, Signal, SignalKind } from './types';

/**
 * @param uri of the file; only its extension is read
 * @param text the whole file
 * @param need `signals` (default): a file that imports no library we know is not parsed, and its `symbols` are absent;
 *   `all`: it is parsed, for who looks for a function or a test in it
 * @returns `undefined` where the extension is none of ours
 */
export function analyseCode(
  uri: string,
  text: string,
  need: 'signals' | 'all' = 'signals',
): CodeFacts | undefined {
  const language = languageOf(uri);
  if (!language) return undefined;
  if (need === 'signals' && !mayHaveSignals(text) && !mayHaveComments(text))
    return { language, signals: [], comments: [] };
  return language === 'python' ? analysePython(text) : analyseNotebook(text);
}

function languageOf(uri: string): CodeFacts['language'] | undefined {
  const path = uri.replace(/[?#].*$/s, '');
  if (/\.py$/i.test(path)) return 'python';
  return /\.ipynb$/i.test(path) ? 'notebook' : undefined;
}
