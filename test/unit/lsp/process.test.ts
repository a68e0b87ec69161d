import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

/** Runs a program in which the server's guard is up, and then something goes wrong. */
const run = (mistake: string): ReturnType<typeof spawnSync> =>
  spawnSync(
    process.execPath,
    [
      '--require',
      'tsx',
      '--eval',
      `const { surviveMistakes } = require('./server/src/lsp/transport/process');
       surviveMistakes((message) => console.log('told', message));
       ${mistake};
       setTimeout(() => console.log('still here'), 50);`,
    ],
    { encoding: 'utf8' },
  );

describe('a mistake nobody caught', () => {
  for (const mistake of [
    `Promise.reject(new Error('floating'))`,
    `setTimeout(() => { throw new Error('thrown'); }, 1)`,
  ])
    it(`is told, and the process goes on: ${mistake}`, () => {
      const { status, stdout } = run(mistake);
      assert.match(String(stdout), /told Unexpected: Error: (?:floating|thrown)/);
      assert.match(String(stdout), /still here/);
      assert.equal(status, 0);
    });
});
