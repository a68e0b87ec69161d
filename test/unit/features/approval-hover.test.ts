import assert from 'node:assert/strict';
import { hover } from '../../../server/src/features/hover';
import { DAY, openWorkspace, ROOT } from '../../support/workspace';
import { approve, edit, FILES, withLocks, type Files } from '../lock/workspace';

/** What hovering over the first place where `word` stands shows of the approvals record. */
async function recordAt(files: Files, path: string, word: string): Promise<string | undefined> {
  const { snapshot } = await openWorkspace(files);
  const text = files[path] ?? '';
  const at = text.indexOf(word);
  assert.ok(at >= 0, word);
  const before = text.slice(0, at + 1).split('\n');
  const position = { line: before.length - 1, character: (before.at(-1) ?? '').length };
  const shown = hover(snapshot, DAY, `${ROOT}/${path}`, position, false)?.text;
  return /Approvals record: (.*)/.exec(shown ?? '')?.[1];
}

describe('hover: approvals', () => {
  it('says what to do where an approval is not recorded', async () => {
    assert.equal(
      await recordAt(FILES, 'aims.yaml', 'dana, approvedOn: 2026-02-10'),
      'not recorded, so a later change would go unnoticed. aims attest aims.yaml --by dana --only policy records it.',
    );
  });

  it('says who approved and that nothing changed, at the person and at the day', async () => {
    const files = withLocks(FILES, await approve(FILES, ['northwind:policy', 'IA-1:assessment']));
    for (const word of ['dana, approvedOn: 2026-02-10', '2026-02-10'])
      assert.equal(
        await recordAt(files, 'aims.yaml', word),
        'Approved by Dana Reyes on 2026-10-31, and unchanged since that was recorded.',
      );
    assert.match(
      (await recordAt(files, 'credit/impact-assessment.yaml', 'dana')) ?? '',
      /^Approved by Dana Reyes on 2026-10-31/,
    );
  });

  it('says what changed, and who approved what they answer for', async () => {
    const locks = await approve(FILES, [
      'northwind:policy',
      ['credit:controls/A.6.2.4/evidence/tests/test_fair.py::test_parity', { by: 'amara' }],
    ]);
    const files = { ...withLocks(FILES, locks), 'docs/policy.md': '# Another\n' };
    assert.equal(
      await recordAt(files, 'aims.yaml', 'dana, approvedOn: 2026-02-10'),
      'docs/policy.md changed after the approval by Dana Reyes was recorded on 2026-11-01.',
    );
    const owned = edit(files, 'credit/aims.yaml', '    why: Tests\n', '    why: Tests\n    owner: amara\n');
    assert.match(
      (await recordAt(owned, 'credit/aims.yaml', 'tests/test_fair')) ?? '',
      /^Approved by Amara Okafor, who also answers for it, on 2026-10-31/,
    );
  });

  it('says that the file speaks of a later approval than the record', async () => {
    const locks = await approve(FILES, [
      ['northwind:policy', { recordedOn: '2026-03-01T09:00:00Z', effective: '2026-03-01' }],
    ]);
    const files = edit(
      withLocks(FILES, locks),
      'aims.yaml',
      'approvedOn: 2026-02-10',
      'approvedOn: 2026-06-10',
    );
    assert.match(
      (await recordAt(files, 'aims.yaml', 'dana, approvedOn: 2026-06-10')) ?? '',
      /is not recorded\.$/,
    );
  });

  it('is silent on people who approve nothing there', async () => {
    assert.equal(await recordAt(FILES, 'credit/aims.yaml', 'amara'), undefined);
    assert.equal(await recordAt(FILES, 'credit/impact-assessment.yaml', 'bo'), undefined);
  });
});
