/** A search of the raw text that saves most files from being parsed. */
import { JAVASCRIPT, PYTHON, type Signals } from './signals';

const pythonRoots = [...PYTHON.roots].map((root) => root.replace(/[^\w]/g, '')).join('|');
// In a notebook a line may begin behind the two characters `\\n` of a JSON string.
const PYTHON_IMPORT = new RegExp(
  String.raw`(?:\b|\\[nrt])(?:import|from|import_module\()[ \t\\('"]+[^\r\n]{0,1000}?\b(?:${pythonRoots})\b`,
);

/** `from 'package'`, `import('package/part')`, `require("npm:package@1")`. */
const packages = [...JAVASCRIPT.roots].map((root) => root.replaceAll('-', '[-.]')).join('|');
const JAVASCRIPT_IMPORT = new RegExp(
  String.raw`\b(?:from|import|require)\s*\(?\s*["'${'`'}](?:npm:|jsr:|https?:[^"'\s]*/)?(?:${packages})["'${'`'}/@]`,
);

/** Methods that tell by themselves, so that a file needs no import to be of interest. */
const telling = (signals: Signals): readonly string[] =>
  signals.conventions.flatMap(({ method, beside }) => (beside || method === undefined ? [] : [method]));
const pythonMethods = telling(PYTHON);
const javascriptMethods = telling(JAVASCRIPT);

/** Whether a Python text or notebook imports a library of the table; true too where a string or comment only looks like it. */
export function mayHaveSignals(text: string): boolean {
  return PYTHON_IMPORT.test(text) || pythonMethods.some((method) => text.includes(method));
}

/** The same for JavaScript and TypeScript. */
export function mayHaveJavaScriptSignals(text: string): boolean {
  return JAVASCRIPT_IMPORT.test(text) || javascriptMethods.some((method) => text.includes(method));
}

/** Whether the text may hold a comment for AIMS, be it a line of a documentation comment. */
export function mayHaveComments(text: string): boolean {
  // Hardly any text has the word: to look for it alone is by far the quickest.
  return text.includes('aims') && /(?:#|\/\/|\/\*+)\s*aims\b|^[ \t]*(?:\*+[ \t]*)?aims[:-]/m.test(text);
}
