/** When evidence is to be looked at again: what set the clock, and that verdict and finding agree. */
import assert from 'node:assert/strict';
import { openWorkspace } from '../../support/workspace';

const POLICY = { 'docs/policy.md': 'Our policy.\n' };

/** Verdict and first reason of A.2.2, and whether it is called stale. */
async function judge(
  evidence: string,
  at: string,
  { row = '', organization = '' } = {},
): Promise<{ verdict: string; reason: string | undefined; isStale: boolean }> {
  const { service, snapshot, result } = await openWorkspace(
    {
      ...POLICY,
      'aims.yaml': `aims: 1
kind: organization
id: northwind
target: managed
${organization}
controls:
  A.2.2:
    status: implemented
    why: Law
    ${row}
    evidence: [{path: docs/policy.md, ${evidence}}]
`,
    },
    { at },
  );
  const { verdict, reasons } = result('northwind', 'A.2.2');
  const isStale = service
    .findings(snapshot, 'file:///workspace/aims.yaml')
    .some(({ rule, severity }) => rule === 'evidence-stale' && severity === 'warning');
  return { verdict, reason: reasons[0]?.message, isStale };
}

describe('the clocks of evidence', () => {
  it('run from the day it took effect, where nobody has reviewed it since', async () => {
    assert.deepEqual(await judge('effective: 2026-03-01, reviewEvery: 6 months', '2026-09-02'), {
      verdict: 'overdue',
      reason: 'In effect since 2026-03-01 and not reviewed since; a review was due on 2026-09-01.',
      isStale: true,
    });
    const early = 'effective: 2026-03-01, reviewed: 2026-02-20, by: Dana Reyes, reviewEvery: 6 months';
    assert.equal((await judge(early, '2026-09-02')).verdict, 'overdue');
    assert.equal((await judge(early, '2026-09-01')).verdict, 'attested');
    assert.equal((await judge('effective: 2026-03-01', '2036-09-02')).verdict, 'partial');
  });

  it('run from the last review, which counts where both are of one day', async () => {
    const both = 'effective: 2026-03-01, reviewed: 2026-03-01, by: Dana Reyes, reviewEvery: 6 months';
    assert.deepEqual(await judge(both, '2026-09-02'), {
      verdict: 'overdue',
      reason: 'Last reviewed on 2026-03-01; the next review was due on 2026-09-01.',
      isStale: true,
    });
    const later = 'effective: 2026-03-01, reviewed: 2026-08-30, by: Dana Reyes, reviewEvery: 6 months';
    assert.deepEqual(await judge(later, '2026-09-02'), {
      verdict: 'attested',
      reason: 'Reviewed by Dana Reyes on 2026-08-30.',
      isStale: false,
    });
  });

  it('take how often from the nearest that says it', async () => {
    const reviewed = 'reviewed: 2026-03-31, by: Dana Reyes';
    const organization = 'reviewEvery: 6 months';
    assert.equal((await judge(reviewed, '2026-09-30', { organization })).verdict, 'attested');
    assert.equal((await judge(reviewed, '2026-10-01', { organization })).verdict, 'overdue');
    const row = 'reviewEvery: 12 months';
    assert.equal((await judge(reviewed, '2026-10-01', { organization, row })).verdict, 'attested');
    const own = `${reviewed}, reviewEvery: 1 month`;
    assert.equal((await judge(own, '2026-05-01', { organization, row })).verdict, 'overdue');
    assert.equal((await judge(own, '2026-04-30', { organization, row })).isStale, false);
  });

  it('say at every day the same in verdict and finding', async () => {
    for (const at of ['2024-02-28', '2024-02-29', '2025-02-27', '2025-02-28', '2025-03-01', '2030-01-01']) {
      const evidence = 'effective: 2024-01-10, reviewed: 2024-02-29, by: Dana Reyes, reviewEvery: 1 year';
      const { verdict, isStale } = await judge(evidence, at);
      assert.equal(verdict === 'overdue', isStale, at);
      assert.equal(isStale, at > '2025-02-28', at);
    }
  });
});
