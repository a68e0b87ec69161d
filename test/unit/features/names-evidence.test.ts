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
