/** Approvals of what moved, of documents others cite, and of profiles systems take. */
import assert from 'node:assert/strict';
import { approvalsOf } from '../../../server/src/lock/state';
import { approvablesIn } from '../../../server/src/lock/subjects';
import { openWorkspace, ROOT } from '../../support/workspace';
import {
  approve,
  causesOf as causes,
  edit,
  EVERYTHING as ALL,
  FILES,
  judge,
  withLocks,
  type Files,
} from './workspace';

const CARD = 'credit/aims.yaml';
const ORG = 'aims.yaml';

describe('approvals that follow what they are about', () => {
  const moved = (files: Files): Files =>
    Object.fromEntries(
      Object.entries(files).map(([path, text]) => [path.replace(/^credit\//, 'lending/'), text]),
    );

  it('a card that moved with what it cites is the one that was approved', async () => {
    const locks = await approve(FILES, ALL);
    const { state, suspects } = await judge(moved(FILES), locks);
    assert.deepEqual(suspects, []);
    for (const part of ALL) assert.equal(state(part).kind, 'fresh', part);
  });

  it('and what changed on the way is suspect', async () => {
    const locks = await approve(FILES, ['IA-1:assessment', 'credit:controls/A.6.2.4']);
    const files = moved(edit(FILES, CARD, 'Score loans', 'Score tenants'));
    assert.deepEqual(Object.keys(await causes(files, locks)), ['IA-1:assessment']);
  });

  it('a copy is none: what was approved still stands where it stood', async () => {
    const locks = await approve(FILES, ['credit:controls/A.6.2.4']);
    const { service } = await openWorkspace(withLocks({ ...FILES, ...moved(FILES) }, locks));
    const snapshot = await service.snapshot();
    const copy = [...approvablesIn(snapshot).values()].find(
      ({ uri, part }) => uri === `${ROOT}/lending/aims.yaml` && part === 'credit:controls/A.6.2.4',
    );
    assert.ok(copy);
    assert.equal(approvalsOf(snapshot).stateOf(copy).kind, 'unrecorded');
  });

  it('rows that cite the policy rely on its approval: approved anew, it settles them', async () => {
    const parts = ['northwind:policy', 'northwind:controls/A.2.2'];
    const locks = await approve(FILES, parts);
    const files = { ...FILES, 'docs/policy.md': '# Another\n' };
    assert.deepEqual(Object.keys(await causes(files, locks)), ['northwind:policy']);
    const again = await approve(files, [['northwind:policy', { recordedOn: '2026-11-02T00:00:00Z' }]], locks);
    assert.deepEqual(await causes(files, again), {});
  });

  it('a profile that changed is one finding, however many systems take it', async () => {
    const card = (id: string): string =>
      `aims: 1\nkind: system\nid: ${id}\nprofile: tabular\ncontrols: {A.6.2.5: {owner: bo}}\n`;
    const files = { ...FILES, 'a/aims.yaml': card('a'), 'b/aims.yaml': card('b') };
    const rows = ['a:controls/A.6.2.5', 'b:controls/A.6.2.5'];
    const profile = 'northwind:profiles/tabular/controls/A.6.2.5';
    const changed = edit(files, ORG, 'why: Gate', 'why: Other');
    assert.deepEqual(Object.keys(await causes(changed, await approve(files, [profile, ...rows]))), [profile]);
    assert.deepEqual(await causes(changed, await approve(files, rows)), {
      [rows[0]!]: 'Profile tabular changed after the approval by Bo Lind was recorded on 2026-11-01.',
      [rows[1]!]: 'Profile tabular changed after the approval by Bo Lind was recorded on 2026-11-01.',
    });
  });
});
