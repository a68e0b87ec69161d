/**
 * Python source in pieces that are parsed on their own: an edit then touches one of them, and the others' trees are
 * kept. Cuts depend on the text around them alone, so that a text is cut the same way however it came about.
 */
import type { Chunk } from '../flow/read';

/** Pieces of straight code without a blank line are cut here. */
const LONG = 4000;

/** Nothing else can stand at the start of a line, whatever bracket before it was left open. */
const DEFINITION = /(?:def|class|async[ \t]+def)[ \t]|@[A-Za-z_]/y;
/** These go on with the statement above. */
const CONTINUATION = /(?:else|elif|except|finally)\b|[)\]}]/y;

/** @param source whole, without magics */
export function chunksOf(source: string): Chunk[] {
  const chunks: Chunk[] = [];
  let start = 0;
  const cut = (at: number): void => {
    if (at > start) chunks.push({ start, text: source.slice(start, at) });
    start = at;
  };
  let decorated = false;
  let blankBefore = true;
  for (const { at, open } of topLines(source)) {
    const first = source.charCodeAt(at);
    if (first === 10 || first === 13) {
      blankBefore = true;
      continue;
    }
    const indented = first === 32 || first === 9 || first === 35;
    const isDefinition = !indented && startsWith(DEFINITION, source, at);
    const fresh = isDefinition || (!indented && !open && !startsWith(CONTINUATION, source, at));
    if (fresh) {
      const worthIt = isDefinition || blankBefore || at - start > LONG;
      if (worthIt && !decorated) cut(at);
      decorated = first === 64;
    }
    blankBefore = false;
  }
  cut(source.length);
  return chunks;
}

function startsWith(pattern: RegExp, source: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(source);
}

interface LineStart {
  readonly at: number;
  /** It goes on with an expression or statement of the line before. */
  readonly open: boolean;
}

/** Starts of lines that are not inside a text of several lines. */
function* topLines(source: string): Iterable<LineStart> {
  yield { at: 0, open: false };
  let depth = 0;
  for (let at = 0; at < source.length; at++) {
    switch (source.charCodeAt(at)) {
      case 35: // #
        at = endOfLine(source, at) - 1;
        break;
      case 34: // "
      case 39: // '
        at = endOfText(source, at) - 1;
        break;
      case 40: // (
      case 91: // [
      case 123: // {
        depth++;
        break;
      case 41: // )
      case 93: // ]
      case 125: // }
        depth = Math.max(0, depth - 1);
        break;
      case 10: // \n
      case 13: {
        // \r, which ends a line too where no \n follows.
        if (source.startsWith('\r\n', at)) break;
        const continued = /\\\r?$/.test(source.slice(Math.max(0, at - 2), at));
        yield { at: at + 1, open: depth > 0 || continued };
        if (startsWith(DEFINITION, source, at + 1)) depth = 0;
      }
    }
  }
}

/** @returns where the line ends that a place is in */
export function endOfLine(source: string, from: number): number {
  let at = from;
  while (at < source.length && source.charCodeAt(at) !== 10 && source.charCodeAt(at) !== 13) at++;
  return at;
}

/**
 * @param from of the opening quote
 * @returns behind the closing one; of what is never closed, the end of the line, or of the source where it has three quotes
 */
export function endOfText(source: string, from: number): number {
  const quote = source.charAt(from);
  const triple = source.startsWith(quote.repeat(3), from);
  for (let at = from + (triple ? 3 : 1); at < source.length; at++) {
    const sign = source.charAt(at);
    if (sign === '\\') at += source.startsWith('\r\n', at + 1) ? 2 : 1;
    else if (!triple && (sign === '\n' || sign === '\r')) return at;
    else if (sign === quote && (!triple || source.startsWith(quote.repeat(3), at)))
      return at + (triple ? 3 : 1);
  }
  return source.length;
}
