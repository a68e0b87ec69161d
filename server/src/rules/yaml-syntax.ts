import { defineRule } from './rule';

const CODES: ReadonlySet<string> = new Set(['syntax', 'unfinished-key', 'too-deep', 'tag']);

export const yamlSyntax = defineRule({
  id: 'yaml-syntax',
  group: 'format',
  severity: 'error',
  basis: 'format',
  summary: 'The file is not valid YAML here, or uses YAML this format does not read.',
  why: 'The entry with the error is not read, so whatever it says does not count; a word alone on its line, such as a key that is being typed, is left out by itself. The rest of the file counts.',
  help: 'Check indentation, quotes, brackets and colons at the marked place.',
  message: '{problem}',
  on: 'syntax-problem',
  check: ({ uri, problem, range }, report) => {
    if (CODES.has(problem.code)) report({ uri, range }, { args: { problem: problem.message } });
  },
});
