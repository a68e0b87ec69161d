/**
 * JavaScript source in pieces that are parsed on their own: an edit then touches one of them, and the others' trees are
 * kept. Cuts depend on the text around them alone, so that a text is cut the same way however it came about.
 */
import type { Chunk } from '../flow/read';

/** What begins a statement at the start of a line. */
const STATEMENT =
  /(?:import|export|const|let|var|function|async|class|abstract|interface|type|enum|declare|namespace|describe|it|test)\b|@[A-Za-z_]/y;
/** Of those, what hardly stands inside anything else when it is not indented: so an open bracket before it is a mistake. */
const DEFINITION = /(?:export|function|async[ \t]+function|class|abstract[ \t]+class|interface)[ \t]/y;
/** Words after which `/` begins a regular expression. */
const BEFORE_REGEX = /(?:[([{,;=:!&|?+\-*%~^<>]|\b(?:return|typeof|case|in|of|do|else))\s*$/;
const MAX_LOOK_BEHIND = 20;
/** UTF-16 code units. Pieces of statements without a blank line are cut here. */
const LONG = 4000;

/** @param source whole */
export function chunksOf(source: string): Chunk[] {
  const chunks: Chunk[] = [];
  let start = 0;
  let decorated = false;
  for (const { at, open, blank, closed } of lineStarts(source)) {
    if (!blank && !closed && at - start < LONG) continue;
    if (!startsWith(open ? DEFINITION : STATEMENT, source, at)) continue;
    if (open && !(blank && closed)) continue;
    if (at > start && !decorated) {
      chunks.push({ start, text: source.slice(start, at) });
      start = at;
    }
    decorated = source.charCodeAt(at) === 64;
  }
  if (source.length > start) chunks.push({ start, text: source.slice(start) });
  return chunks;
}

function startsWith(pattern: RegExp, source: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(source);
}

interface LineStart {
  readonly at: number;
  /** A bracket before it is open. */
  readonly open: boolean;
  /** The line above it is empty. */
  readonly blank: boolean;
  /** The last line with something in it starts with a closing bracket. */
  readonly closed: boolean;
}

/** Starts of lines that are not indented and not inside a comment or a text of several lines. */
function* lineStarts(source: string): Iterable<LineStart> {
  const templates: number[] = [];
  let depth = 0;
  let lineStart = 0;
  let lastStart = 0;
  for (let at = 0; at < source.length; at++) {
    switch (source.charCodeAt(at)) {
      case 10: {
        if (at > lineStart && source.charCodeAt(lineStart) !== 13) lastStart = lineStart;
        const blank = lastStart !== lineStart;
        lineStart = at + 1;
        const first = source.charCodeAt(lastStart);
        const closed = first === 125 || first === 41 || first === 93;
        if (source.charCodeAt(lineStart) > 32) {
          yield { at: lineStart, open: depth > 0, blank, closed };
          if (depth > 0 && blank && closed && startsWith(DEFINITION, source, lineStart)) {
            depth = 0;
            templates.length = 0;
          }
        }
        break;
      }
      case 34: // "
      case 39: // '
        at = endOfText(source, at);
        break;
      case 96: // `
        at = endOfTemplate(source, at + 1);
        if (source.charCodeAt(at) === 123) templates.push(depth++);
        break;
      case 47: // /
        at = endOfComment(source, at);
        break;
      case 40: // (
      case 91: // [
      case 123: // {
        depth++;
        break;
      case 125: // }
        depth = Math.max(0, depth - 1);
        if (templates.length > 0 && templates.at(-1) === depth) {
          templates.pop();
          at = endOfTemplate(source, at + 1);
          if (source.charCodeAt(at) === 123) templates.push(depth++);
        }
        break;
      case 41: // )
      case 93: // ]
        depth = Math.max(0, depth - 1);
    }
  }
}

/** @returns of its closing quote, or of what is before the end of the line */
export function endOfText(source: string, from: number): number {
  const quote = source.charCodeAt(from);
  for (let at = from + 1; at < source.length; at++) {
    const sign = source.charCodeAt(at);
    if (sign === quote) return at;
    if (sign === 92) at++;
    else if (sign === 10) return at - 1;
  }
  return source.length;
}

/** @returns of the closing backtick, or of the brace of a hole */
export function endOfTemplate(source: string, from: number): number {
  for (let at = from; at < source.length; at++) {
    const sign = source.charCodeAt(at);
    if (sign === 96) return at;
    if (sign === 92) at++;
    else if (sign === 36 && source.charCodeAt(at + 1) === 123) return at + 1;
  }
  return source.length;
}

/** @param from of a slash @returns of the last character of the comment or regular expression, or of the slash itself */
export function endOfComment(source: string, from: number): number {
  const next = source.charCodeAt(from + 1);
  if (next === 47) {
    const end = source.indexOf('\n', from);
    return end < 0 ? source.length : end - 1;
  }
  if (next === 42) {
    const end = source.indexOf('*/', from + 2);
    return end < 0 ? source.length : end + 1;
  }
  return BEFORE_REGEX.test(source.slice(Math.max(0, from - MAX_LOOK_BEHIND), from))
    ? endOfRegex(source, from)
    : from;
}

/** @returns of the slash that ends it; where the line ends before, of the first: it was none */
function endOfRegex(source: string, from: number): number {
  let inClass = false;
  for (let at = from + 1; at < source.length; at++) {
    const sign = source.charCodeAt(at);
    if (sign === 10) return from;
    if (sign === 92) at++;
    else if (sign === 91) inClass = true;
    else if (sign === 93) inClass = false;
    else if (sign === 47 && !inClass) return at;
  }
  return from;
}
