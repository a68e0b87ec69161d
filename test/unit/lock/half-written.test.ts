/** Approvals of what somebody is typing in. */
import assert from 'node:assert/strict';
import { approve, edit, FILES, judge } from './workspace';

describe('a value that cannot be read', () => {
  it('may be half of what was approved, so that nothing is known', async () => {
    const locks = await approve(FILES, ['IA-1:assessment', 'northwind:policy']);
    const halves = [
      ['credit/aims.yaml', 'intended: [Loans]', 'intended: Loans', 'IA-1:assessment'],
      ['credit/aims.yaml', 'purpose: Score loans.', 'purpose: [Score loans.]', 'IA-1:assessment'],
      ['aims.yaml', 'reviewEvery: 12 months', 'reviewEvery: 12 mon', 'northwind:policy'],
    ] as const;
    for (const [path, from, to, part] of halves) {
      const judged = await judge(edit(FILES, path, from, to), locks);
      assert.equal(judged.state(part).kind, 'unknown', to);
      assert.deepEqual(judged.suspects, [], to);
    }
  });

  it('that stands elsewhere hides no change', async () => {
    const locks = await approve(FILES, ['IA-1:assessment']);
    const elsewhere = edit(FILES, 'credit/aims.yaml', 'version: 2.3.0', 'version: [2]');
    const other = edit(elsewhere, 'credit/aims.yaml', 'purpose: Score loans.', 'purpose: Score tenants.');
    assert.equal((await judge(other, locks)).state('IA-1:assessment').kind, 'changed');
    assert.equal((await judge(elsewhere, locks)).state('IA-1:assessment').kind, 'fresh');
  });
});
