/** A search of the raw text that saves most files from being parsed. */
import { SIGNALS } from './signals.generated';
import { LIBRARY_ROOTS } from './signals';

const roots = LIBRARY_ROOTS.map((root) => root.replace(/[^\w]/g, '')).join('|');
// In a notebook a line may begin behind the two characters `\\n` of a JSON string.
const IMPORT = new RegExp(
  String.raw`(?:\b|\\[nrt])(?:import|from|import_module\()[ \t\\('"]+[^\r\n]*?\b(?:${roots})\b`,
);

/** Methods that tell by themselves, so that a file needs no import to be of interest. */
const methods = SIGNALS.conventions.flatMap(({ method, beside }) =>
  beside || method === undefined ? [] : [method],
);

/** Whether the text imports a library that `signals.yaml` knows; true too where a string or comment only looks like it. */
export function mayHaveSignals(text: string): boolean {
  return IMPORT.test(text) || methods.some((method) => text.includes(method));
}

/** Whether the text may hold a comment for AIMS. */
export function mayHaveComments(text: string): boolean {
  return /#\s*aims\b/.test(text);
}
