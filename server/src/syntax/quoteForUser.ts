const LONGEST_SHOWN = 60;
const INVISIBLE = /[\p{Cc}\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** Text of the file with invisible characters spelled out, on one line and cut at a length. */
export function visibleText(text: string, longest: number): string {
  const short = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return short.replace(INVISIBLE, (c) => `\\u${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);
}

/** Text of the file as it may appear in a message, in quotes. */
export const quoteForUser = (text: string): string => `"${visibleText(text, LONGEST_SHOWN)}"`;
