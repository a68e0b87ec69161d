import assert from 'node:assert/strict';
import { parseLock } from '../../../server/src/lock/format';
import { ROOT } from '../../support/workspace';
import {
  approve,
  causesOf as causes,
  edit,
  EVERYTHING as ALL,
  FILES,
  judge,
  without,
  type Files,
} from './workspace';

const CARD = 'credit/aims.yaml';
const IA = 'credit/impact-assessment.yaml';
const ORG = 'aims.yaml';
const LOCK = `${ROOT}/aims.lock`;

describe('approvals that hold', () => {
  it('as long as nothing changes, and whatever is changed that is no part of them', async () => {
    const locks = await approve(FILES, ALL);
    const untouched = await judge(FILES, locks);
    for (const part of ALL) assert.equal(untouched.state(part).kind, 'fresh', part);
    assert.deepEqual(untouched.suspects, []);
    for (const [what, files] of [
      ['version', edit(FILES, CARD, 'version: 2.3.0', 'version: 2.4.0')],
      ['metric', edit(FILES, CARD, '0.87', '0.85')],
      ['owner', edit(FILES, CARD, 'owner: amara\nprofile', 'owner: bo\nprofile')],
      ['source of a dataset', edit(FILES, CARD, 'source: CRM', 'source: ERP')],
      [
        'revision and licence of the base',
        edit(FILES, CARD, 'provider: huggingface', 'provider: huggingface, revision: abc, license: MIT'),
      ],
      ['treatment went on', edit(FILES, CARD, 'done: 2026-03-01', 'done: 2026-03-02, due: 2026-04-01')],
      ['order of roles', edit(FILES, CARD, '[developer, provider]', '[provider, developer]')],
      ['stage', edit(FILES, CARD, 'stage: deployment\n', 'stage: operation-monitoring\n')],
      ['comments', edit(FILES, IA, 'uses:', '# a note\nuses:')],
      ['flow style', edit(FILES, IA, 'uses: {intended: [Loans]}', 'uses:\n  intended:\n    - "Loans"')],
      ['CRLF', { ...edit(FILES, IA, /\n/g, '\r\n'), 'docs/policy.md': '# Policy\r\n' }],
      ['order of impacts', edit(FILES, IA, /( {2}- \{id: I1.*\n)( {2}- \{id: I2.*\n)/, '$2$1')],
      [
        'evidence written long',
        edit(
          FILES,
          CARD,
          'evidence: [tests/test_fair.py::test_parity,',
          'evidence: [{path: "tests/test_fair.py::test_parity"},',
        ),
      ],
      ['another row', edit(FILES, CARD, '  A.6.2.4:', '  A.6.2.3: {status: planned}\n  A.6.2.4:')],
      ['how far a row of the statement is', edit(FILES, ORG, 'A.9.3: {', 'A.9.3: {owner: bo, ')],
    ] as const)
      assert.deepEqual(await causes(files, locks), {}, what);
  });

  it('say nothing where there is no lock', async () => {
    const { state, suspects } = await judge(edit(FILES, IA, 'Unfair', 'Worse'), new Map());
    assert.equal(state('IA-1:assessment').kind, 'unrecorded');
    assert.deepEqual(suspects, []);
  });
});

describe('suspect approvals: what changed', () => {
  const recorded = 'after the approval by Dana Reyes was recorded on 2026-11-01.';
  for (const [what, part, files, reason] of [
    [
      'impact',
      'IA-1:assessment',
      edit(FILES, IA, 'what: Unfair', 'what: Very unfair'),
      `Impact I1 changed ${recorded}`,
    ],
    [
      'impact taken out',
      'IA-1:assessment',
      edit(FILES, IA, /.*id: I2.*\n/, ''),
      `Impact I2 was removed ${recorded}`,
    ],
    [
      'party',
      'IA-1:assessment',
      edit(FILES, IA, 'kind: direct}', 'kind: direct}, {id: officers}'),
      `Party officers was added ${recorded}`,
    ],
    [
      'version assessed',
      'IA-1:assessment',
      edit(FILES, IA, '2.3.0', '2.4.0'),
      `\`systemVersion\` changed ${recorded}`,
    ],
    [
      'purpose',
      'IA-1:assessment',
      edit(FILES, CARD, 'Score loans', 'Score tenants'),
      `The purpose of the system changed ${recorded}`,
    ],
    [
      'use',
      'IA-1:assessment',
      edit(FILES, CARD, '[Loans]', '[Loans, Rent]'),
      `The use of the system changed ${recorded}`,
    ],
    [
      'role',
      'IA-1:assessment',
      edit(FILES, CARD, '[developer, provider]', '[developer]'),
      `The role towards the system changed ${recorded}`,
    ],
    [
      'tier',
      'IA-1:assessment',
      edit(FILES, CARD, 'high-risk', 'minimal'),
      `The EU AI Act tier of the system changed ${recorded}`,
    ],
    [
      'task',
      'IA-1:assessment',
      edit(FILES, CARD, 'tabular-classification', 'text-generation'),
      `Model scorer changed ${recorded}`,
    ],
    [
      'base',
      'IA-1:assessment',
      edit(FILES, CARD, 'name: bert', 'name: gpt'),
      `Model scorer changed ${recorded}`,
    ],
    [
      'new dataset',
      'IA-1:assessment',
      edit(FILES, CARD, 'datasets:', 'datasets:\n  - {id: social, uses: [training]}'),
      `Dataset social was added ${recorded}`,
    ],
    [
      'personal data',
      'IA-1:assessment',
      edit(FILES, CARD, 'personalData: true', 'personalData: false'),
      `Dataset applications changed ${recorded}`,
    ],
    [
      'supplier, by the profile',
      'IA-1:assessment',
      edit(FILES, ORG, 'suppliers: [bureau]', 'suppliers: []'),
      `Supplier bureau was removed ${recorded}`,
    ],
    [
      'policy document',
      'northwind:policy',
      { ...FILES, 'docs/policy.md': '# New\n' },
      `\`docs/policy.md\` changed ${recorded}`,
    ],
    [
      'policy review',
      'northwind:policy',
      edit(FILES, ORG, 'reviewEvery: 12 months', 'reviewEvery: 36 months'),
      `\`reviewEvery\` changed ${recorded}`,
    ],
    [
      'gate',
      'credit:lifecycle/deployment',
      { ...FILES, 'credit/docs/release.md': 'x' },
      `\`docs/release.md\` changed ${recorded}`,
    ],
    [
      'risk',
      'credit:risks/R1/accepted',
      edit(FILES, CARD, 'severity: minor', 'severity: major'),
      `\`treatment\` changed ${recorded}`,
    ],
    [
      'row left out',
      'northwind:soa',
      edit(FILES, ORG, 'A.2.2: {status: implemented', 'A.2.2: {status: not-applicable'),
      `Row A.2.2 changed ${recorded}`,
    ],
    [
      'reason of a row',
      'northwind:soa',
      edit(FILES, ORG, 'why: Law', 'why: Custom'),
      `Row A.2.2 changed ${recorded}`,
    ],
  ] as const)
    it(what, async () => {
      const { suspects, state } = await judge(files, await approve(FILES, [part]));
      assert.deepEqual(
        suspects.map((each) => [each.approvable.part, each.reason, each.since]),
        [[part, reason, '2026-11-01']],
      );
      assert.equal(state(part).kind, 'changed');
    });

  it('three by name, the rest counted, each with its place', async () => {
    const files = edit(
      edit(edit(FILES, CARD, 'Score loans', 'Score tenants'), CARD, '[Loans]', '[Rent]'),
      CARD,
      'tabular-classification',
      'text-generation',
    );
    const locks = await approve(FILES, ['IA-1:assessment']);
    const [suspect] = (
      await judge(edit(edit(files, CARD, 'high-risk', 'minimal'), IA, 'Fast', 'Slow'), locks)
    ).suspects;
    assert.equal(
      suspect?.reason,
      'Impact I2 changed, the purpose of the system changed, the use of the system changed and 2 more parts changed after the approval by Dana Reyes was recorded on 2026-11-01.',
    );
    assert.deepEqual(suspect.place, { uri: `${ROOT}/${IA}`, document: 0, route: ['approvedBy'] });
    assert.deepEqual(
      suspect.related.map(({ place, message }) => [place.route.join('.'), message]),
      [
        ['impacts.1', 'Impact I2 changed.'],
        ['purpose', 'The purpose of the system changed.'],
        ['use', 'The use of the system changed.'],
        ['euAiAct.tier', 'The EU AI Act tier of the system changed.'],
        ['models.0', 'Model scorer changed.'],
      ],
    );
  });
});

describe('suspect approvals: one finding at the nearest', () => {
  it('card, assessment, evidence, row: the finding is at the assessment, the others are related', async () => {
    const files = edit(FILES, CARD, 'Score loans', 'Score tenants');
    const { suspects, state } = await judge(files, await approve(FILES, ALL));
    assert.deepEqual(
      suspects.map(({ approvable }) => approvable.part),
      ['IA-1:assessment'],
    );
    assert.deepEqual(
      suspects[0]?.related.slice(1).map(({ message }) => message),
      [
        'The approval of row A.5.4 rests on this.',
        'The approval of evidence impact-assessment.yaml of A.5.4 rests on this.',
      ],
    );
    for (const part of ['credit:controls/A.5.4', 'credit:controls/A.5.4/evidence/impact-assessment.yaml']) {
      const found = state(part);
      assert.ok(found.kind === 'changed', part);
      assert.equal(found.changes.length, 0);
      assert.equal(found.reason, 'It rests on impact assessment IA-1, which changed after it was approved.');
    }
    assert.equal(state('credit:controls/A.5.4/evidence/report.md#fairness').kind, 'fresh');
  });

  it('a file of evidence: at the evidence where it was approved itself, else at the row', async () => {
    const files = { ...FILES, 'credit/report.md': '# Other\n' };
    assert.deepEqual(Object.keys(await causes(files, await approve(FILES, ALL))), [
      'credit:controls/A.5.4/evidence/report.md#fairness',
    ]);
    assert.deepEqual(await causes(files, await approve(FILES, ['credit:controls/A.5.4'])), {
      'credit:controls/A.5.4':
        '`report.md#fairness` changed after the approval by Bo Lind was recorded on 2026-11-01.',
    });
  });

  it('an assessment nobody approved on record: a row that rests on its text knows when that changes', async () => {
    const locks = await approve(FILES, ['credit:controls/A.5.4']);
    assert.deepEqual(Object.keys(await causes(edit(FILES, IA, 'Unfair', 'Worse'), locks)), [
      'credit:controls/A.5.4',
    ]);
    assert.deepEqual(await causes(edit(FILES, CARD, 'Score loans', 'Score tenants'), locks), {});
  });

  it('approving the nearest anew settles all that rest on it', async () => {
    const files = edit(FILES, IA, 'Unfair', 'Worse');
    const before = await approve(FILES, ALL);
    assert.deepEqual(Object.keys(await causes(files, before)), ['IA-1:assessment']);
    const after = await approve(files, [['IA-1:assessment', { recordedOn: '2026-11-02T00:00:00Z' }]], before);
    assert.deepEqual(await causes(files, after), {});
    assert.equal((await judge(files, after)).state('credit:controls/A.5.4').kind, 'fresh');
    assert.equal(parseLock(after.get(LOCK) ?? '').records.length, ALL.length + 1);
  });

  it('two causes are two findings; one file that several approvals rest on is one', async () => {
    const files = { ...edit(FILES, IA, 'Unfair', 'Worse'), 'docs/policy.md': 'x' };
    const { suspects, state } = await judge(files, await approve(FILES, ALL));
    assert.deepEqual(suspects.map(({ approvable }) => approvable.part).sort(), [
      'IA-1:assessment',
      'northwind:policy',
    ]);
    const policy = suspects.find(({ approvable }) => approvable.part === 'northwind:policy');
    assert.deepEqual(
      policy?.related.map(({ message }) => message),
      [
        '`docs/policy.md` changed.',
        'The approval of row A.2.2 rests on this.',
        'The approval of evidence docs/policy.md of A.2.2 rests on this.',
      ],
    );
    assert.equal(state('northwind:controls/A.2.2/evidence/docs/policy.md').kind, 'changed');
  });

  it('of several, where one has a further reason, that one has its own finding', async () => {
    const locks = await approve(FILES, ['northwind:policy', 'northwind:controls/A.2.2']);
    const files = { ...FILES, 'docs/policy.md': 'x' };
    assert.deepEqual(Object.keys(await causes(files, locks)), ['northwind:policy']);
    assert.deepEqual(Object.keys(await causes(edit(files, ORG, 'why: Law', 'why: Custom'), locks)), [
      'northwind:policy',
      'northwind:controls/A.2.2',
    ]);
  });
});

describe('suspect approvals: where we cannot know, we say nothing', () => {
  const kind = async (files: Files, part: string, locks: ReadonlyMap<string, string>): Promise<string> => {
    const judged = await judge(files, locks);
    assert.deepEqual(judged.suspects, []);
    return judged.state(part).kind;
  };

  it('a syntax error in the file, or in the card an assessment rests on', async () => {
    const locks = await approve(FILES, ['IA-1:assessment', 'northwind:policy']);
    assert.equal(await kind(edit(FILES, IA, 'uses: {', 'uses: {{'), 'IA-1:assessment', locks), 'unknown');
    assert.equal(await kind(edit(FILES, CARD, 'use: {', 'use: {{'), 'IA-1:assessment', locks), 'unknown');
  });

  it('a card that is gone, and one that was not there', async () => {
    const files = without(FILES, CARD);
    assert.equal(await kind(files, 'IA-1:assessment', await approve(FILES, ['IA-1:assessment'])), 'unknown');
    assert.equal(await kind(FILES, 'IA-1:assessment', await approve(files, ['IA-1:assessment'])), 'fresh');
  });

  it('a file that is gone or was never read: another finding speaks of that', async () => {
    const files = without(FILES, 'docs/policy.md');
    assert.equal(
      await kind(files, 'northwind:policy', await approve(FILES, ['northwind:policy'])),
      'unknown',
    );
  });

  it('a lock of another version, and a record that may have been overtaken by a garbled line', async () => {
    const locks = await approve(FILES, ['northwind:policy']);
    const changed = { ...FILES, 'docs/policy.md': 'x' };
    const text = locks.get(LOCK) ?? '';
    const garbled = `${text}aims.yaml northwind:policy garbled\n`;
    assert.equal(
      await kind(changed, 'northwind:policy', new Map([[LOCK, text.replace('lock 1', 'lock 2')]])),
      'unknown',
    );
    assert.equal(await kind(changed, 'northwind:policy', new Map([[LOCK, garbled]])), 'unknown');
  });

  it('an approval the file dates later than the record: it speaks of another one', async () => {
    const locks = await approve(FILES, ['IA-1:assessment']);
    const changed = edit(FILES, IA, 'Unfair', 'Worse');
    assert.equal(
      await kind(
        edit(changed, IA, 'approvedOn: 2026-07-28', 'approvedOn: 2026-11-02'),
        'IA-1:assessment',
        locks,
      ),
      'outdated',
    );
    const sameDay = await judge(edit(changed, IA, 'approvedOn: 2026-07-28', 'approvedOn: 2026-11-01'), locks);
    assert.equal(sameDay.state('IA-1:assessment').kind, 'changed');
  });

  it('an assessment that is no longer called approved', async () => {
    const locks = await approve(FILES, ['IA-1:assessment']);
    const changed = edit(FILES, IA, 'Unfair', 'Worse');
    for (const status of ['draft', 'in-review', 'superseded'])
      assert.equal(
        await kind(edit(changed, IA, 'status: approved', `status: ${status}`), 'IA-1:assessment', locks),
        'outdated',
      );
  });
});

describe('who approved', () => {
  const recordedOf = async (part: string, over: object, files: Files = FILES) => {
    const state = (await judge(files, await approve(FILES, [[part, over]]))).state(part);
    assert.ok('recorded' in state);
    return state.recorded;
  };

  it('themselves: the owner of a row, the assessor of an assessment, the owner of a risk', async () => {
    assert.equal((await recordedOf('IA-1:assessment', { by: 'dana' })).isSelfAttested, false);
    assert.equal((await recordedOf('IA-1:assessment', { by: 'Bo Lind' })).isSelfAttested, true);
    assert.equal((await recordedOf('credit:controls/A.5.4', { by: 'bo' })).isSelfAttested, true);
    assert.equal(
      (await recordedOf('credit:controls/A.5.4/evidence/report.md#fairness', { by: 'chen' })).isSelfAttested,
      false,
    );
    assert.equal((await recordedOf('credit:risks/R1/accepted', { by: 'amara' })).isSelfAttested, true);
  });

  it('somebody else than the file names', async () => {
    assert.equal((await recordedOf('northwind:policy', { by: 'dana' })).isByOther, false);
    assert.equal((await recordedOf('northwind:policy', { by: 'chen' })).isByOther, true);
  });

  it('under another address than people gives', async () => {
    const address = async (email?: string): Promise<string | undefined> =>
      (await recordedOf('northwind:policy', { email })).expectedEmail;
    assert.equal(await address('x@y.example'), 'dana@northwind.example');
    assert.equal(await address('DANA@northwind.example'), undefined);
    assert.equal(await address(), undefined);
  });

  it('the word of who is named is not renewed by somebody else', async () => {
    const changed = edit(FILES, IA, 'Unfair', 'Worse');
    const before = await approve(FILES, ['IA-1:assessment']);
    const later = { recordedOn: '2026-11-02T00:00:00Z' };
    const byReviewer = await approve(changed, [['IA-1:assessment', { ...later, by: 'chen' }]], before);
    assert.deepEqual(Object.keys(await causes(changed, byReviewer)), ['IA-1:assessment']);
    const byApprover = await approve(changed, [['IA-1:assessment', { ...later, by: 'Dana Reyes' }]], before);
    assert.deepEqual(await causes(changed, byApprover), {});
  });
});
