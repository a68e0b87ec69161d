import { defineRule } from './rule';

const CODES: ReadonlySet<string> = new Set(['not-text', 'too-large']);

export const unreadableText = defineRule({
  id: 'unreadable-text',
  group: 'format',
  severity: 'error',
  basis: 'format',
  summary: 'The file, or a character in it, cannot be read.',
  why: 'What cannot be read never counts as done: its requirements show as unknown.',
  help: 'Save the file as UTF-8 text. Split it where it is larger than 5 MB. Give yourself the right to read it.',
  message: '{problem}',
  on: 'syntax-problem',
  check: ({ uri, problem, range }, report) => {
    if (CODES.has(problem.code)) report({ uri, range }, { args: { problem: problem.message } });
  },
});
