import assert from 'node:assert/strict';
import { spaced } from '../../../server/src/lsp/changes';

describe('what is done at most so often', () => {
  it('is done at once, and once more for all that came close behind', async () => {
    const done: string[] = [];
    let calls = 0;
    await new Promise<void>((resolve) => {
      const act = spaced(() => {
        done.push(`after ${calls}`);
        if (done.length === 2) resolve();
      }, 20);
      for (calls = 1; calls <= 100; calls++) act();
      calls = 100;
      // It keeps no process alive: the test does.
      const keep = setInterval(() => done.length === 2 && clearInterval(keep), 5);
    });
    assert.deepEqual(done, ['after 1', 'after 100']);
  });
});
