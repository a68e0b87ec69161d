/** Text for terminals: what users wrote cannot move the cursor, change colours or reorder a line. */
import { sep } from 'node:path';
import { styleText } from 'node:util';
import { quoted as shellWord } from '../lock/shell';

/** C0 and C1 controls, and characters that reorder text (CVE-2021-42574). Line ends too: one finding, one line. */
const UNSAFE = /[\p{Cc}\p{Bidi_Control}\u2028\u2029\ufeff]/gu;

const escaped = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Spells out every character a terminal would act on. */
export const printable = (text: string): string => text.replace(UNSAFE, escaped);

/** JSON with a line end; characters a terminal would act on are escaped, which JSON reads back as the same text. */
export const jsonText = (value: unknown): string =>
  `${JSON.stringify(value, null, 2)
    .split('\n')
    .map((line) => line.replace(UNSAFE, escaped))
    .join('\n')}\n`;

type Style = Parameters<typeof styleText>[0];
export type Paint = (style: Style, text: string) => string;

/** Colours where they are wanted; the text as it is elsewhere. */
export const painter =
  (color: boolean): Paint =>
  (style, text) =>
    color ? styleText(style, text, { validateStream: false }) : text;

/** `1 finding`, `2 findings`. */
export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

/**
 * A path or an id as it can be typed in a command. With slashes, which Windows takes too: around a backslash its shells do
 * not agree on quotes.
 */
export const quoted = (word: string): string => shellWord(printable(word.split(sep).join('/')));
