export const CR = 13;
export const SPACE = 32;
export const DOUBLE_QUOTE = 34;
export const HASH = 35;
export const SINGLE_QUOTE = 39;
export const COMMA = 44;
export const DASH = 45;
export const COLON = 58;
export const OPEN_LIST = 91;
export const BACKSLASH = 92;
export const CLOSE_LIST = 93;
export const OPEN_MAP = 123;
export const PIPE = 124;
export const CLOSE_MAP = 125;
export const GREATER = 62;

/**
 * All but line breaks, printable ASCII, letters of Latin scripts, common punctuation and symbols, East Asian scripts, and
 * emoji and what else has two code units. So tabs and other control characters are unusual, spaces but the ordinary one,
 * whatever is invisible, and letters that look like Latin ones: there is nothing to complain about in a text without them.
 */
const UNUSUAL =
  /[^\n\r -~\u00a1-\u00ac\u00ae-\u034e\u2010-\u2027\u2030-\u205e\u20a0-\u2fff\u3001-\ud7ff\u{10000}-\u{1ffff}]|\r(?!\n)/u;

/** Is this text made of characters that the fast reader knows all about? */
export function isOrdinary(text: string): boolean {
  return !UNUSUAL.test(text);
}
