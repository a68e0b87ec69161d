/** What the approvals record does to verdicts: what holds is verified, what changed is suspect. */
import assert from 'node:assert/strict';
import type { Verdict } from '../../../server/src/verdict/types';
import { openWorkspace, ROOT } from '../../support/workspace';
import { approve, edit, FILES, withLocks, without, type Files } from '../lock/workspace';

const CARD = 'credit/aims.yaml';
const EVIDENCE = 'credit:controls/A.6.2.4/evidence/tests/test_fair.py::test_parity';

interface Asked {
  readonly files: Files;
  readonly locks?: ReadonlyMap<string, string>;
  readonly at?: string;
}

async function verdictOf(
  subject: string,
  requirement: string,
  { files, locks, at }: Asked,
): Promise<Verdict> {
  const { result } = await openWorkspace(
    withLocks(files, locks ?? new Map()),
    at === undefined ? {} : { at },
  );
  return result(subject, requirement).verdict;
}

/** Without a metric, which would be evidence of its own. */
const CLEAN = edit(FILES, CARD, ', metrics: [{name: auc, value: 0.87}]', '');

/** One row with one piece of evidence nobody dated. */
const SHORT = edit(
  CLEAN,
  CARD,
  /evidence: \[tests\/test_fair.*\n/,
  'evidence: [tests/test_fair.py::test_parity]\n',
);

describe('verdicts and the approvals record', () => {
  it('a piece of evidence nobody dated counts once somebody approved it, by itself or with its row', async () => {
    assert.equal(await verdictOf('credit', 'A.6.2.4', { files: SHORT }), 'partial');
    for (const part of [EVIDENCE, 'credit:controls/A.6.2.4']) {
      const locks = await approve(SHORT, [part]);
      assert.equal(await verdictOf('credit', 'A.6.2.4', { files: SHORT, locks }), 'verified', part);
    }
  });

  it('who answers for it attests; only somebody else makes it verified', async () => {
    const owned = edit(SHORT, CARD, '    why: Tests\n', '    why: Tests\n    owner: amara\n');
    for (const [by, verdict] of [
      ['amara', 'attested'],
      ['chen', 'verified'],
    ] as const)
      assert.equal(
        await verdictOf('credit', 'A.6.2.4', {
          files: owned,
          locks: await approve(owned, [[EVIDENCE, { by }]]),
        }),
        verdict,
      );
  });

  it('and is suspect once it changed', async () => {
    const files = { ...SHORT, 'credit/tests/test_fair.py': 'def test_parity(): assert True\n' };
    for (const part of [EVIDENCE, 'credit:controls/A.6.2.4']) {
      const locks = await approve(SHORT, [part]);
      assert.equal(await verdictOf('credit', 'A.6.2.4', { files, locks }), 'suspect', part);
    }
  });

  it('what has no content here to compare is attested, not verified', async () => {
    const url = edit(SHORT, CARD, 'tests/test_fair.py::test_parity', 'https://example.org/report');
    const locks = await approve(url, ['credit:controls/A.6.2.4']);
    assert.equal(await verdictOf('credit', 'A.6.2.4', { files: url, locks }), 'attested');
  });

  it('a look that was renewed in the record starts the interval again, and runs out again', async () => {
    const files = edit(
      CLEAN,
      CARD,
      /evidence: \[tests\/test_fair.*\n/,
      'reviewEvery: 1 month\n    evidence: [{path: tests/test_fair.py, reviewed: 2026-05-01, by: bo}]\n',
    );
    assert.equal(await verdictOf('credit', 'A.6.2.4', { files }), 'overdue');
    const locks = await approve(files, ['credit:controls/A.6.2.4/evidence/tests/test_fair.py']);
    assert.equal(await verdictOf('credit', 'A.6.2.4', { files, locks }), 'verified');
    assert.equal(await verdictOf('credit', 'A.6.2.4', { files, locks, at: '2027-01-01' }), 'overdue');
  });

  it('policy: attested by what the file says, verified by the record, suspect after an edit of the document', async () => {
    assert.equal(await verdictOf('northwind', '5.2', { files: FILES }), 'attested');
    const locks = await approve(FILES, ['northwind:policy']);
    assert.equal(await verdictOf('northwind', '5.2', { files: FILES, locks }), 'verified');
    const edited = { ...FILES, 'docs/policy.md': '# Another policy\n' };
    assert.equal(await verdictOf('northwind', '5.2', { files: edited, locks }), 'suspect');
    assert.equal(await verdictOf('northwind', '5.2', { files: edited }), 'attested');
    const gone = without(FILES, 'docs/policy.md');
    assert.equal(await verdictOf('northwind', '5.2', { files: gone, locks }), 'partial');
  });

  it('a policy approved again in the record is looked at again', async () => {
    const locks = await approve(FILES, [
      ['northwind:policy', { effective: '2027-02-01', recordedOn: '2027-02-01T09:00:00Z' }],
    ]);
    const at = '2027-03-01';
    assert.equal(await verdictOf('northwind', '5.2', { files: FILES, at }), 'overdue');
    assert.equal(await verdictOf('northwind', '5.2', { files: FILES, locks, at }), 'verified');
    assert.equal(await verdictOf('northwind', '5.2', { files: FILES, locks, at: '2028-03-01' }), 'overdue');
    const late = async (files: Files): Promise<boolean> => {
      const { service, snapshot } = await openWorkspace(files, { at });
      return service.findings(snapshot, `${ROOT}/aims.yaml`).some(({ rule }) => rule === 'policy-overdue');
    };
    assert.equal(await late(FILES), true);
    assert.equal(await late(withLocks(FILES, locks)), false);
  });

  it('an assessment is suspect once the purpose of its system is another', async () => {
    const locks = await approve(FILES, ['IA-1:assessment']);
    const files = edit(FILES, CARD, 'Score loans', 'Score tenants');
    const system = { files: edit(files, CARD, /A\.5\.4:[^]*?(?= {2}A\.6\.2\.4)/, ''), locks };
    assert.equal(await verdictOf('credit', 'A.5.4', system), 'suspect');
    assert.equal(await verdictOf('credit', 'A.5.4', { files, locks }), 'suspect');
  });

  it('a record later than the day everything is judged at says nothing yet', async () => {
    const locks = await approve(FILES, [['northwind:policy', { effective: '2026-10-31' }]]);
    const edited = { ...FILES, 'docs/policy.md': '# Another policy\n' };
    assert.equal(await verdictOf('northwind', '5.2', { files: FILES, locks, at: '2026-10-30' }), 'attested');
    assert.equal(await verdictOf('northwind', '5.2', { files: edited, locks, at: '2026-10-30' }), 'attested');
    assert.equal(await verdictOf('northwind', '5.2', { files: edited, locks, at: '2026-11-01' }), 'suspect');
  });

  it('what an unreadable record may speak of is unknown, never a pass', async () => {
    const locks = new Map([[`${ROOT}/aims.lock`, 'aims.lock 99\n']]);
    assert.equal(await verdictOf('northwind', '5.2', { files: FILES, locks }), 'unknown');
  });

  it('verdicts of what nobody recorded stay as they are', async () => {
    const locks = await approve(FILES, ['northwind:policy']);
    const all = async (asked: Asked): Promise<Record<string, Verdict>> => {
      const { service, snapshot } = await openWorkspace(withLocks(asked.files, asked.locks ?? new Map()));
      return Object.fromEntries(
        service
          .status(snapshot)
          .flatMap(({ subject, results }) =>
            results.map(({ requirement, verdict }) => [`${subject.id} ${requirement.id}`, verdict]),
          ),
      );
    };
    const [before, after] = [await all({ files: FILES }), await all({ files: FILES, locks })];
    const changed = Object.keys(after).filter((key) => after[key] !== before[key]);
    assert.deepEqual(changed, ['northwind 5.2', 'northwind A.2.4']);
  });
});
