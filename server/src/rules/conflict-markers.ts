import { defineRule } from './rule';

export const conflictMarkers = defineRule({
  id: 'conflict-markers',
  group: 'format',
  severity: 'error',
  basis: 'format',
  summary: 'The file holds an unresolved merge conflict.',
  why: 'Both versions stand in the file, so nobody can know which one counts. Nothing is reported as missing until it is resolved.',
  help: 'Choose what to keep and delete the lines with the markers.',
  message: '{problem}',
  on: 'syntax-problem',
  check: ({ uri, problem, range }, report) => {
    if (problem.code === 'conflict-markers') report({ uri, range }, { args: { problem: problem.message } });
  },
});
