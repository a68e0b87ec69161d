/**
 * Where a file can be cut into stretches that are read on their own. Cuts are found by the start of lines alone, in
 * two steps: top-level entries of each document, then the entries or items directly below one of them. What looks
 * like the start of an entry but is not (inside a quoted text, say) is sorted out by whoever reads the pieces.
 */

/** What a line without indentation means for the file as a whole. */
export type TopLine =
  | 'inside' // belongs to what stands above it
  | 'entry'
  | 'document' // `---` alone on its line
  | 'stream'; // something only the file as a whole can explain: `%`, `...`, `--- value`

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
const HASH = 35;
const PERCENT = 37;
const DASH = 45;
const DOT = 46;
const QUESTION = 63;
const CLOSE_LIST = 93;
const CLOSE_MAP = 125;

/** Classifies the line that starts at `at`. Does not depend on any other line. */
export function topLine(text: string, at: number): TopLine {
  switch (text.charCodeAt(at)) {
    case SPACE:
    case TAB:
    case LF:
    case CR:
    case HASH:
    case CLOSE_LIST:
    case CLOSE_MAP:
      return 'inside';
    case PERCENT:
      return 'stream';
    case DASH:
      if (endsWord(text, at + 1)) return 'inside';
      if (!text.startsWith('---', at) || !endsWord(text, at + 3)) return 'entry';
      return onlyComment(text, at + 3) ? 'document' : 'stream';
    case DOT:
      return text.startsWith('...', at) && endsWord(text, at + 3) ? 'stream' : 'entry';
    default:
      return at < text.length ? 'entry' : 'inside';
  }
}

/** How the lines directly below a key divide it. */
export interface Division {
  readonly form: 'map' | 'list';
  /** Column of its entries or dashes. */
  readonly indent: number;
  /** Starts of the entries or items: offsets of lines, in the text that was given. */
  readonly starts: readonly number[];
}

/**
 * Divides the text of a top-level entry whose first line is only a key. Undefined where the lines do not agree on
 * one indentation, or use what cannot be told from a line alone (`?`, tabs): the entry is then read as one piece.
 */
export function divide(text: string): Division | undefined {
  for (let line = nextLine(text, 0); line < text.length; line = nextLine(text, line)) {
    const at = skipSpaces(text, line);
    const unit = text.charCodeAt(at);
    if (unit === HASH || isBlankLine(text, at)) continue;
    if (unit === CLOSE_LIST || unit === CLOSE_MAP) return undefined;
    const form = unit === DASH && endsWord(text, at + 1) ? 'list' : 'map';
    const indent = at - line;
    const starts = startsBelow(text, line, text.length, indent, form);
    return starts && { form, indent, starts };
  }
  return undefined;
}

/** Lines in `[from, to)` that start an entry or item of a division with this form and indentation. */
export function startsBelow(
  text: string,
  from: number,
  to: number,
  indent: number,
  form: Division['form'],
): number[] | undefined {
  const starts: number[] = [];
  for (let line = from; line < to; line = nextLine(text, line)) {
    const at = skipSpaces(text, line);
    const unit = text.charCodeAt(at);
    if (at - line > indent || unit === HASH || unit === LF || unit === CR || at >= text.length) continue;
    if (unit === TAB && isBlankLine(text, at)) continue;
    const marked = endsWord(text, at + 1);
    if (at - line < indent || unit === TAB || (unit === QUESTION && marked)) return undefined;
    // A list may stand in the column of its key, and a closing bracket in that of the line that opened it.
    const dash = unit === DASH && marked;
    if (unit === CLOSE_LIST || unit === CLOSE_MAP || (dash && form === 'map')) continue;
    if (!dash && form === 'list') return undefined;
    starts.push(line);
  }
  return starts;
}

/** Start of the line that holds `offset`. */
export function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** Start of the line below the one that holds `from`; the end of the text where there is none. */
export function nextLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === SPACE) at++;
  return at;
}

/** True behind an indicator that stands for itself: white space or the end of the text follows. */
export function endsWord(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return at >= text.length || unit === SPACE || unit === TAB || unit === LF || unit === CR;
}

function isBlankLine(text: string, from: number): boolean {
  let at = from;
  while (text.charCodeAt(at) === SPACE || text.charCodeAt(at) === TAB) at++;
  return at >= text.length || text.charCodeAt(at) === LF || text.charCodeAt(at) === CR;
}

function onlyComment(text: string, from: number): boolean {
  let at = from;
  while (text.charCodeAt(at) === SPACE || text.charCodeAt(at) === TAB) at++;
  return isBlankLine(text, at) || (text.charCodeAt(at) === HASH && at > from);
}
