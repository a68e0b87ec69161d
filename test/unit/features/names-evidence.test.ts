/** Which subjects the Testing view lists. */
import assert from 'node:assert/strict';
import { evidenceRows } from '../../../server/src/features/evidence-checks';
import { treeChildren } from '../../../server/src/features/tree';
import { subjectKey } from '../../../server/src/features/tree/subject-key';
import { DAY, openWorkspace } from '../../support/workspace';

const card = (id: string, rest = ''): string => `aims: 1\nkind: system\nid: ${id}\n${rest}`;
const row = (control: string, evidence: string): string =>
  `controls:\n  ${control}: {status: implemented, why: Needed${evidence}}\n`;

const FILES = {
  'aims.yaml': 'aims: 1\nkind: organization\nid: harbour\n',
  'written/aims.yaml': card('written', row('A.6.2.4', ', evidence: [docs/gone.md]')),
  'bare/aims.yaml': card('bare', row('A.6.2.4', '')),
  'not-asked/aims.yaml': card('not-asked', row('A.2.2', ', evidence: [docs/gone.md]')),
  'coded/aims.yaml': card('coded'),
  'coded/test_fair.py': '# aims: evidence A.6.2.4\ndef test_parity():\n    pass\n',
};

describe('subjects that name evidence', () => {
  it('are those that have something to check, in rows or in code, and no others', async () => {
    const { snapshot } = await openWorkspace(FILES);
    const nodes = treeChildren(snapshot, () => DAY, {});
    const named = nodes.filter(({ hasEvidence }) => hasEvidence).map(({ label }) => label);
    assert.ok(named.includes('written') && named.includes('coded') && !named.includes('bare'), named.join());
    for (const subject of [...snapshot.organizations, ...snapshot.systems]) {
      const node = nodes.find(({ id }) => id === subjectKey(subject));
      const rows = evidenceRows(snapshot, subject, DAY);
      assert.equal(node?.hasEvidence ?? false, rows.length > 0, subject.id);
    }
  });
});

describe('evidence that is still to be named', () => {
  const checksOf = async (evidence: string, status = 'planned') => {
    const controls = `controls:\n  A.6.2.4: {status: ${status}, due: 2030-01-01, why: Needed, evidence: [${evidence}]}\n`;
    const stage = 'role: [developer]\nlifecycle: {stage: deployment}\n';
    const { snapshot } = await openWorkspace({ 'a/aims.yaml': card('a', stage + controls) });
    const [subject] = snapshot.systems;
    assert.ok(subject);
    return evidenceRows(snapshot, subject, DAY).find(({ id }) => id === 'A.6.2.4');
  };

  it('is no failing check: it is skipped, and says to fill it in', async () => {
    for (const evidence of ['TODO', '{path: TODO}', '{url: TODO, reviewed: TODO}'])
      for (const status of ['planned', 'implemented']) {
        const row = await checksOf(evidence, status);
        assert.equal(row?.problem, undefined);
        assert.deepEqual(
          row?.checks.map(({ outcome, message }) => [outcome, message]),
          [
            [
              'skipped',
              'A placeholder stands where evidence should. Replace it with the file or link that shows it, once there is one.',
            ],
          ],
          `${status} ${evidence}`,
        );
      }
  });

  it('makes a file that is named and not there fail as before', async () => {
    const row = await checksOf('TODO, docs/gone.md');
    assert.deepEqual(
      row?.checks.map(({ label, outcome }) => `${label} ${outcome}`),
      ['TODO skipped', 'docs/gone.md failed'],
    );
  });
});
