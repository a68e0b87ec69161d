import { defineRule } from './rule';

export const lockDamaged = defineRule({
  id: 'lock-damaged',
  group: 'evidence',
  severity: 'error',
  basis: 'format',
  summary:
    'The approvals record `aims.lock` holds a merge conflict, a line that cannot be read, or an unknown version.',
  why: 'What cannot be read does not count: approvals recorded there are unknown until it is mended.',
  help: 'Keep the lines of both sides of a conflict. Restore a damaged line from git, or delete it and have the approval recorded again.',
  message: '{problem}',
  on: 'lock',
  check: ({ uri, lock }, report) => {
    for (const { line, message } of lock.problems)
      report(
        { uri, range: { start: { line, character: 0 }, end: { line: line + 1, character: 0 } } },
        { args: { problem: message } },
      );
  },
});
