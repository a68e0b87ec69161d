/** Facts from ML code: which models and data sets are loaded, trained, saved or called, and where. */
import { analyseJavaScript } from './javascript';
import { isMachineWritten, languageOf, type Language } from './language';
import type { Memory } from './memory';
import { analyseNotebook } from './notebook';
import { BUILT_IN, type SignalTables } from './own-signals';
import { mayHaveComments, mayHaveJavaScriptSignals, mayHaveSignals } from './prefilter';
import { analysePython } from './python';
import type { CodeFacts } from './types';

export { ANNOTATION_WORDS, annotationsIn, type About, type Annotation, type Definition } from './annotations';
export { newMemory, type Memory } from './memory';
export { analyseCells, type Cell } from './notebook';
export { isDocumentation, isOthersCode, isTestOrExample } from './paths';
export {
  argumentProblem,
  BUILT_IN,
  callProblem,
  withOwnSignals,
  type OwnSignal,
  type SignalTables,
} from './own-signals';
export type { CodeFacts, CodeLanguage, Revision, Signal, SignalKind } from './types';

/**
 * @param uri of the file; only its extension is read
 * @param text the whole file
 * @param need `signals` (default): a file that imports no library we know is not parsed, and its `symbols` are absent;
 *   `all`: it is parsed, for who looks for a function or a test in it
 * @param memory of the same file's last text, where there was one: what did not change since is not parsed again
 * @param tables calls that are signals, the user's own among them
 * @returns `undefined` where the extension is none of ours
 */
export function analyseCode(
  uri: string,
  text: string,
  need: 'signals' | 'all' = 'signals',
  memory?: Memory,
  tables: SignalTables = BUILT_IN,
): CodeFacts | undefined {
  const language = languageOf(uri);
  switch (language) {
    case undefined:
      return undefined;
    case 'python':
    case 'notebook': {
      if (need === 'signals' && !mayHaveSignals(text) && !mayMatter(text, language, tables))
        return nothing(language);
      return language === 'python'
        ? analysePython(text, memory, tables.python)
        : analyseNotebook(text, tables.python);
    }
    default: {
      if (isMachineWritten(text)) return nothing(language);
      if (need === 'signals' && !mayHaveJavaScriptSignals(text) && !mayMatter(text, language, tables))
        return nothing(language);
      return analyseJavaScript(text, language, memory, tables.javascript);
    }
  }
}

const mayMatter = (text: string, language: Language, tables: SignalTables): boolean =>
  mayHaveComments(text) || tables.mayHaveOwn(text, language);

function nothing(language: Language): CodeFacts {
  return { language: language === 'tsx' ? 'typescript' : language, signals: [], comments: [] };
}
