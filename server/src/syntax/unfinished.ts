/**
 * A key that is being typed: a word alone on its line, without its colon yet. It is an error, and nothing is hidden by it:
 * what stands around it is read as if the line were blank.
 */
import { phrase, translatable } from '../l10n/tr';
import type { LocalProblem, Reading } from './reading';
import { hidesContent } from './reading';
import type { MapEntry } from './types';

const LONE_LINE = /^([ \t]*)([A-Za-z][\w.-]*)[ \t]*(?:#.*)?\r?$/;
const NOTHING_WRITTEN = /^[ \t]*(?:#.*)?\r?$/;
/** Ends with a key whose value may stand below: nothing behind the colon, or the sign of a text over several lines. */
const OPEN_LINE = /:(?:[ \t]+[|>][-+\d]{0,2})?[ \t]*(?:[ \t]#.*)?\r?$/;
const TEXT_HEADER = /:[ \t]+[|>][-+\d]{0,2}[ \t]*(?:[ \t]#.*)?\r?$/;
const DASHES = /^[ \t]*(?:-[ \t]+)*/;

/** Nobody types in what is longer, and to read it again would cost at every keystroke. In UTF-16 code units. */
const MAX_RETRIED = 200_000;

export const COLON_MISSING = translatable(
  'A colon is missing here. Write a key, a colon and a space before the value, such as "name: Credit scoring".',
);

/** Is nothing but such a word written in a text? */
export function isUnfinishedKey(text: string): boolean {
  const [first = '', ...others] = text.split('\n');
  return LONE_LINE.test(first) && others.every((line) => NOTHING_WRITTEN.test(line));
}

/**
 * A text with an error, read without the unfinished key that is the only thing wrong with it.
 *
 * @param broken how it was read as it stands
 * @param read reads a text of the same length
 * @returns undefined where something else is wrong, or lines below may belong to the word
 */
export function readWithoutUnfinishedKey(
  text: string,
  broken: Reading,
  read: (text: string) => Reading,
): Reading | undefined {
  const problem = broken.problems.find(({ code }) => code === 'syntax');
  if (!problem || text.length > MAX_RETRIED) return undefined;
  for (const { start, end } of nearby(text, problem.start)) {
    const blank = ' '.repeat(end - start);
    const reading = read(text.slice(0, start) + blank + text.slice(end));
    if (reading.problems.some(({ code }) => hidesContent(code))) continue;
    const unfinished: LocalProblem = { code: 'unfinished-key', message: phrase(COLON_MISSING), start, end };
    return { ...reading, problems: [...reading.problems, unfinished].sort((a, b) => a.start - b.start) };
  }
  return undefined;
}

interface Word {
  readonly start: number;
  readonly end: number;
}

/** The parser may notice the word on its line, where the next one starts, or where the one before ends. */
function nearby(text: string, offset: number): readonly Word[] {
  const start = lineStart(text, offset);
  return [start, lineStart(text, start - 1), text.indexOf('\n', offset) + 1].flatMap((from, at) =>
    from > 0 || at === 0 ? (wordAt(text, from) ?? []) : [],
  );
}

const lineStart = (text: string, offset: number): number =>
  offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;

function wordAt(text: string, from: number): Word | undefined {
  const lineEnd = text.indexOf('\n', from);
  const match = LONE_LINE.exec(text.slice(from, lineEnd < 0 ? text.length : lineEnd));
  const [, indent = '', word = ''] = match ?? [];
  const column = indent.length;
  if (!match || hasPartsBelow(text, lineEnd, column) || isAmongItems(text, from, column)) return undefined;
  if (isValueOfAbove(text, from, column)) return undefined;
  const start = from + indent.length;
  return { start, end: start + word.length };
}

/** Is it in the column of a dash? Then it is an item that lacks one. */
function isAmongItems(text: string, lineFrom: number, column: number): boolean {
  for (let end = lineFrom - 1; end >= 0;) {
    const from = lineStart(text, end);
    const line = text.slice(from, end);
    const indent = line.length - line.trimStart().length;
    if (!NOTHING_WRITTEN.test(line) && indent <= column) return indent === column && line[indent] === '-';
    end = from - 1;
  }
  return false;
}

/** Is the next line that is written indented more, or an item in the same column? Then it belongs to the word. */
function hasPartsBelow(text: string, lineEnd: number, column: number): boolean {
  for (let from = lineEnd + 1; lineEnd >= 0 && from < text.length;) {
    const end = text.indexOf('\n', from);
    const line = text.slice(from, end < 0 ? text.length : end);
    if (!NOTHING_WRITTEN.test(line)) {
      const indent = line.length - line.trimStart().length;
      return indent > column || (indent === column && /^-(?:\s|$)/.test(line.slice(indent)));
    }
    if (end < 0) return false;
    from = end + 1;
  }
  return false;
}

/** May it be the value of a key above it, or a line of its text, that is not indented enough? */
function isValueOfAbove(text: string, lineFrom: number, column: number): boolean {
  let isNearest = true;
  for (let end = lineFrom - 1; end >= 0;) {
    const from = lineStart(text, end);
    const line = text.slice(from, end);
    const indent = line.length - line.trimStart().length;
    if (!NOTHING_WRITTEN.test(line)) {
      const keyColumn = DASHES.exec(line)?.[0].length ?? indent;
      if (isNearest && keyColumn === column && OPEN_LINE.test(line)) return true;
      if (keyColumn < column) return TEXT_HEADER.test(line);
      isNearest = false;
    }
    end = from - 1;
  }
  return false;
}

/** Is a word that stands alone in the column of an entry, right behind it, perhaps its value? */
export function awaitsValue(text: string, entry: MapEntry | undefined, start: number): boolean {
  if (!entry) return false;
  const { value } = entry;
  if (value === undefined) return true;
  const line = /^[^\n]*/.exec(text.slice(start))?.[0] ?? '';
  return value.kind === 'scalar' && value.text === '' && TEXT_HEADER.test(line);
}
