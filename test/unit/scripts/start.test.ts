/** `npm start`, as somebody types it who wants to know what it does: nothing is installed, built or opened for that. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const START = join(import.meta.dirname, '../../../scripts/start.mjs');

const start = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [START, ...args], {
    encoding: 'utf8',
    // Where help is not asked for what is typed, it would go on to install and build: that is ended.
    timeout: 30_000,
  });
  return { status, stdout, stderr };
};

describe('npm start', () => {
  it('--help says what it does and lists every option', () => {
    for (const option of ['--help', '-h']) {
      const { status, stdout, stderr } = start(option);
      assert.deepEqual([status, stderr], [0, '']);
      assert.match(stdout, /^npm start -- \[options\]\n\n.*\bopens VS Code\b/s);
      for (const name of ['--fresh', '--no-open', '--port N', '--help'])
        assert.match(stdout, new RegExp(`^ {2}${name} `, 'm'));
    }
  });

  it('says in one line what is wrong with an option, and where they are listed', () => {
    for (const [args, line] of [
      [['--opne'], /^Unknown option '--opne' \(npm start -- --help lists the options\)\n$/],
      [['--port', 'x'], /^--port x: not a port, give a number from 1 to 65535 \(npm start -- --help/],
    ] as const) {
      const { status, stdout, stderr } = start(...args);
      assert.deepEqual([status, stdout], [1, '']);
      assert.match(stderr, line);
    }
  });
});
