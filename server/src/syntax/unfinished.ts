/**
 * A key that is being typed: a word alone on its line, without its colon yet. It is an error, and nothing is hidden by it:
 * what stands around it is read as if the line were blank.
 */
import type { LocalProblem, Reading } from './reading';
import { hidesContent } from './reading';

const LONE_LINE = /^([ \t]*)([A-Za-z][\w.-]*)[ \t]*(?:#.*)?\r?$/;
const NOTHING_WRITTEN = /^[ \t]*(?:#.*)?\r?$/;

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
  if (!problem) return undefined;
  for (const { start, end } of nearby(text, problem.start)) {
    const blank = ' '.repeat(end - start);
    const reading = read(text.slice(0, start) + blank + text.slice(end));
    if (reading.problems.some(({ code }) => hidesContent(code))) continue;
    const unfinished: LocalProblem = { ...problem, code: 'unfinished-key' };
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
  if (!match || isDeeperBelow(text, lineEnd, indent.length) || isAmongItems(text, from, indent.length))
    return undefined;
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

/** Is the next line that is written indented more? Then it belongs to the word. */
function isDeeperBelow(text: string, lineEnd: number, column: number): boolean {
  for (let from = lineEnd + 1; lineEnd >= 0 && from < text.length;) {
    const end = text.indexOf('\n', from);
    const line = text.slice(from, end < 0 ? text.length : end);
    if (!NOTHING_WRITTEN.test(line)) return line.length - line.trimStart().length > column;
    if (end < 0) return false;
    from = end + 1;
  }
  return false;
}
