import assert from 'node:assert/strict';
import { countsIn, tally } from '../../../scripts/test/suites.mjs';

describe('npm test: counting', () => {
  it("reads a suite's own last line", () => {
    assert.deepEqual(countsIn('… \nhost: 12 passed, 1 failed\n'), { passed: 12, failed: 1 });
  });

  it("reads mocha's, colours or not", () => {
    assert.deepEqual(countsIn('\n  \u001b[32m 37 passing\u001b[0m (57ms)\n'), { passed: 37, failed: 0 });
    assert.deepEqual(countsIn('  3 passing (1s)\n  2 failing\n'), { passed: 3, failed: 2 });
  });

  it('takes the last of several', () => {
    assert.deepEqual(countsIn('host: 1 passed, 0 failed\nhost: 5 passed, 0 failed\n'), {
      passed: 5,
      failed: 0,
    });
  });

  it('a suite that says nothing, runs nothing or ends badly has failed', () => {
    assert.deepEqual(tally({ code: 0, output: 'Killed' }), { passed: 0, failed: 1 });
    assert.deepEqual(tally({ code: 0, output: '  0 passing (1ms)' }), { passed: 0, failed: 1 });
    assert.deepEqual(tally({ code: 1, output: '  7 passing (1s)' }), { passed: 7, failed: 1 });
    assert.deepEqual(tally({ code: null, output: '  7 passing (1s)\n  2 failing' }), {
      passed: 7,
      failed: 2,
    });
  });

  it('a build counts only when it fails', () => {
    assert.deepEqual(tally({ code: 0, output: '', isBuild: true }), { passed: 0, failed: 0 });
    assert.deepEqual(tally({ code: 1, output: '', isBuild: true }), { passed: 0, failed: 1 });
  });
});
