import { defineRule } from './rule';

export const duplicateKey = defineRule({
  id: 'duplicate-key',
  group: 'format',
  severity: 'error',
  basis: 'format',
  summary: 'The same key stands twice in one place.',
  why: 'Only the first of the two is read. Other YAML readers take the last, so people and tools see different files.',
  help: 'Keep one of the two, or merge what they say.',
  message: '{problem}',
  on: 'syntax-problem',
  check: ({ uri, problem, range }, report) => {
    if (problem.code === 'duplicate-key') report({ uri, range }, { args: { problem: problem.message } });
  },
});
