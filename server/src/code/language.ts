/** Which programming language a file is in, and whether a person wrote it. */
import type { Dialect } from './javascript';

export type Language = 'python' | 'notebook' | Dialect;

/** @param uri only its extension is read */
export function languageOf(uri: string): Language | undefined {
  const path = uri.replace(/[?#].*$/s, '');
  if (/\.py$/i.test(path)) return 'python';
  if (/\.ipynb$/i.test(path)) return 'notebook';
  if (/\.(?:d\.[cm]?ts|min\.[cm]?js)$/i.test(path)) return undefined;
  if (/\.tsx$/i.test(path)) return 'tsx';
  if (/\.[cm]?ts$/i.test(path)) return 'typescript';
  return /\.(?:[cm]?js|jsx)$/i.test(path) ? 'javascript' : undefined;
}

/** UTF-16 code units. A longer JavaScript file is a bundle or data. */
const MAX_LENGTH = 1_000_000;
/** What people write has shorter lines, long texts in it aside. */
const LONG_LINE = 5_000;
const MEAN_LINE = 250;
const GENERATED =
  /@generated\b|\b(?:auto-?generated|generated (?:by|from|file))\b|\bdo not (?:edit|modify)\b|__webpack_require__|^\/\*{6}\//i;

/** Whether a JavaScript text is minified, bundled or generated: nobody can change anything there. */
export function isMachineWritten(text: string): boolean {
  if (text.length > MAX_LENGTH) return true;
  if (GENERATED.test(text.slice(0, 1000))) return true;
  let lines = 1;
  let longest = 0;
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
    longest = Math.max(longest, end - start);
    start = end + 1;
    lines++;
  }
  return Math.max(longest, text.length - start) > LONG_LINE && text.length / lines > MEAN_LINE;
}
