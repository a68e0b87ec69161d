/**
 * TypeScript that is right and that the grammar does not know: written so that it does, at the same places. Only source
 * with a syntax error is looked at.
 */
const blank = (text: string): string => text.replace(/[^\r\n]/g, ' ');

/** Each match becomes blanks, but for its first group. */
const LEFT_OUT: readonly RegExp[] = [
  // catch (error: unknown)
  /(\bcatch\s*\(\s*[\w$]+)\s*:\s*(?:any|unknown)/g,
  // (value): value is Kind
  /(\)\s*:\s*)(?:asserts\s+)?[\w$]+\s+is\b(?=\s)/g,
  // let server!: Server
  /([\w$])!(?=\s*:)/g,
  // [name: string, age?: number], [string, number?]
  /([\w$)\]])\?(?=\s*[:,\]])/g,
  // <const T>
  /(<\s*)const(?=\s+\w)/g,
  // import data from './data.json' with { type: 'json' }
  /((?:\bfrom|\bimport)\s*(?:'[^'\n]*'|"[^"\n]*")\s*)(?:with|assert)\s*\{[^{}]*\}/g,
  // export type * from './types'
  /(\bexport\s+)type(?=\s*\*)/g,
  // @Injectable() export class Service
  /(@[\w$.]+(?:\([^()]*\))?\s+)export(?:\s+default)?(?=\s+(?:abstract\s+)?class\b)/g,
  // export as namespace Library;
  /()^export\s+as\s+namespace\s+[\w$]+/gm,
];

const EXPORT_LIST = /\bexport\s*\{[^{}]*\}/g;
const TYPE_IN_LIST = /([{,]\s*)type(?=\s+[\w$])/g;
/** `import OpenAI = require('openai')`, `import Chat = OpenAI.Chat`. */
const IMPORT_EQUALS = /\bimport(\s+)(type\s+)?(?=[\w$]+\s*=(?![=>]))/g;

/** `[key: string]: unknown` in a class. */
const INDEX_SIGNATURE = /\[(\s*[\w$]+\s*)(:\s*(?:string|number|symbol)\s*\])(?=\s*:)/g;
/** `declare module 'library' {` */
const MODULE = /(\bdeclare\s+module\s+)('[^'\n]*'|"[^"\n]*")/g;

const leftOut = (match: string, kept: string): string => kept + blank(match.slice(kept.length));

/** @returns a text of the same length and lines */
export function plainJavaScript(text: string): string {
  return LEFT_OUT.reduce((now, pattern) => now.replace(pattern, leftOut), text)
    .replace(EXPORT_LIST, (list) => list.replace(TYPE_IN_LIST, leftOut))
    .replace(INDEX_SIGNATURE, (_, name: string, type: string) => ` ${name}${blank(type)}`)
    .replace(MODULE, (_, head: string, name: string) => head + name.replace(/\W/g, '_'))
    .replace(IMPORT_EQUALS, (_, gap: string, type = '') => `const ${gap}${blank(String(type))}`);
}
