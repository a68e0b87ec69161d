import assert from 'node:assert/strict';
import { breaks } from '../../../scripts/demo/breaks';
import { compare, findAfter } from '../../../scripts/demo/run';

describe('the example, broken', function () {
  this.timeout(60_000);

  it('in ten ways at least', () => assert.ok(breaks.length >= 10));

  for (const each of breaks)
    it(`${each.what}: exactly that is found`, async () => {
      assert.ok(each.finds.length > 0);
      assert.deepEqual(compare(each, await findAfter(each.edits)), { missing: [], extra: [] });
    });

  it('shows nothing where nothing was broken', async () => assert.deepEqual(await findAfter([]), []));
});
