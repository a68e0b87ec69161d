import assert from 'node:assert/strict';
import { recordApproval } from '../../../server/src/lock/record';
import { approvablesIn, approvalsBy, routedTo } from '../../../server/src/lock/subjects';
import { lockPlaceOf } from '../../../server/src/lock/where';
import { ROOT } from '../../support/workspace';
import { approvable, edit, FILES, NOW, partsOf, read, type Files } from './workspace';

const refusal = async (files: Files, part: string): Promise<string> => {
  const context = await read(files);
  const recording = recordApproval(approvable(context, part), context, {
    by: 'dana',
    effective: '2026-10-31',
    recordedOn: NOW,
  });
  assert.ok('refused' in recording, `${part} was recorded`);
  return recording.refused;
};

describe('what can be approved', () => {
  it('policy, plan, statement, rows, evidence, gates, accepted risks and assessments, each by a name that stays', async () => {
    assert.deepEqual(partsOf(await read(FILES)).sort(), [
      'IA-1:assessment',
      'credit:controls/A.5.4',
      'credit:controls/A.5.4/evidence/impact-assessment.yaml',
      'credit:controls/A.5.4/evidence/report.md#fairness',
      'credit:controls/A.6.2.4',
      'credit:controls/A.6.2.4/evidence/https://example.org/x',
      'credit:controls/A.6.2.4/evidence/ref:DMS-1',
      'credit:controls/A.6.2.4/evidence/tests/test_fair.py::test_parity',
      'credit:lifecycle/deployment',
      'credit:lifecycle/deployment/2',
      'credit:risks/R1/accepted',
      'northwind:clauses/7.3',
      'northwind:clauses/7.3/evidence/docs/awareness.md',
      'northwind:controls/A.2.2',
      'northwind:controls/A.2.2/evidence/docs/policy.md',
      'northwind:controls/A.9.3',
      'northwind:policy',
      'northwind:profiles/tabular/controls/A.6.2.5',
      'northwind:profiles/tabular/controls/A.6.2.5/evidence/docs/deploy.md',
      'northwind:risks/OR1/accepted',
      'northwind:soa',
      'northwind:treatmentPlan',
    ]);
  });

  it('nothing in a file without an id, in an entry of the inventory, in an empty workspace', async () => {
    assert.deepEqual(
      partsOf(await read({ 'aims.yaml': 'aims: 1\nkind: organization\npolicy: {approvedBy: dana}\n' })),
      [],
    );
    assert.deepEqual(
      partsOf(await read({ 'aims.yaml': 'aims: 1\nkind: organization\nid: o\nsystems: [{id: chat}]\n' })),
      [],
    );
    assert.deepEqual(partsOf(await read({})), []);
  });

  it('records the content, its pieces, and what it depends on', async () => {
    const context = await read(FILES);
    const names = (part: string): string[] =>
      approvable(context, part)
        .read(context)
        .parts.map(({ name }) => name)
        .sort();
    assert.deepEqual(names('northwind:policy'), ['document', 'file/docs/policy.md', 'reviewEvery']);
    assert.deepEqual(names('northwind:soa'), ['control/A.2.2', 'control/A.9.3']);
    assert.deepEqual(names('credit:lifecycle/deployment'), ['date', 'file/docs/release.md', 'gate', 'stage']);
    assert.deepEqual(names('credit:risks/R1/accepted'), ['likelihood', 'severity', 'treatment', 'what']);
    assert.deepEqual(names('credit:controls/A.5.4'), [
      'assessment/IA-1',
      'evidence',
      'evidence/report.md#fairness',
      'status',
      'why',
    ]);
    assert.deepEqual(names('credit:controls/A.6.2.4/evidence/ref:DMS-1'), ['heldBy', 'target']);
    assert.deepEqual(names('IA-1:assessment'), [
      'assessor',
      'card',
      'card/dataset/applications',
      'card/model/scorer',
      'card/purpose',
      'card/role',
      'card/supplier/bureau',
      'card/tier',
      'card/use',
      'impact/I1',
      'impact/I2',
      'party/applicants',
      'performed',
      'reviewer',
      'system',
      'systemVersion',
      'uses',
    ]);
  });
});

describe('what is asked of a person', () => {
  const by = async (person: string): Promise<string[]> =>
    approvalsBy((await read(FILES)).snapshot, person)
      .map(({ part }) => part)
      .sort();

  it('what names them as approver, owner or reviewer, by id or by name, and nothing else', async () => {
    const dana = [
      'IA-1:assessment',
      'credit:lifecycle/deployment',
      'credit:lifecycle/deployment/2',
      'credit:risks/R1/accepted',
      'northwind:controls/A.2.2',
      'northwind:policy',
      'northwind:risks/OR1/accepted',
      'northwind:soa',
      'northwind:treatmentPlan',
    ];
    assert.deepEqual(await by('dana'), dana);
    assert.deepEqual(await by('Dana Reyes'), dana);
    assert.deepEqual(await by('chen'), [
      'IA-1:assessment',
      'credit:controls/A.5.4/evidence/impact-assessment.yaml',
      'credit:controls/A.5.4/evidence/report.md#fairness',
    ]);
    assert.deepEqual(await by('amara'), [
      'credit:controls/A.6.2.4/evidence/ref:DMS-1',
      'northwind:profiles/tabular/controls/A.6.2.5',
    ]);
    assert.deepEqual(await by('nobody'), []);
    assert.deepEqual(await by('TODO'), []);
  });

  it('a route as typed names one thing, or where nothing is called so those below it', async () => {
    const all = [...approvablesIn((await read(FILES)).snapshot).values()];
    const routed = (route: string): number => routedTo(all, route).length;
    assert.equal(routed('policy'), 1);
    assert.equal(routed('northwind:policy'), 1);
    assert.equal(routed('controls/A.5.4'), 1);
    assert.equal(routed('controls/A.5.4/evidence'), 2);
    assert.equal(routed('credit:controls/A.5.4/evidence/report.md#fairness'), 1);
    assert.equal(routed('controls/A.5'), 0);
    assert.equal(routed('credit'), 0);
  });
});

describe('where it is recorded', () => {
  it('beside the file of the organization, wherever the card is; else at the root', async () => {
    const context = await read({
      ...FILES,
      'far/aims.yaml':
        'aims: 1\nkind: system\nid: far\norganization: ../div/aims.yaml\ncontrols: {A.6.2.4: {status: planned}}\n',
      'div/aims.yaml': 'aims: 1\nkind: organization\nid: div\n',
    });
    const place = (part: string): object => lockPlaceOf(context.snapshot.roots, approvable(context, part));
    assert.deepEqual(place('credit:risks/R1/accepted'), {
      lock: `${ROOT}/aims.lock`,
      file: 'credit/aims.yaml',
    });
    assert.deepEqual(place('far:controls/A.6.2.4'), {
      lock: `${ROOT}/div/aims.lock`,
      file: '../far/aims.yaml',
    });
    const alone = await read({
      'a b/aims.yaml': 'aims: 1\nkind: system\nid: x\ncontrols: {A.6.2.4: {status: planned}}\n',
    });
    assert.deepEqual(lockPlaceOf(alone.snapshot.roots, approvable(alone, 'x:controls/A.6.2.4')), {
      lock: `${ROOT}/aims.lock`,
      file: 'a b/aims.yaml',
    });
  });
});

describe('what cannot be approved', () => {
  const card = 'credit/aims.yaml';
  for (const [what, files, part, words] of [
    ['a placeholder', edit(FILES, card, 'why: Tests', 'why: TODO'), 'credit:controls/A.6.2.4', /placeholder/],
    [
      'a placeholder deep inside',
      edit(FILES, 'credit/impact-assessment.yaml', 'Unfair', 'TBD'),
      'IA-1:assessment',
      /placeholder/,
    ],
    [
      'a placeholder in a row of the statement',
      edit(FILES, 'aims.yaml', 'why: Law', 'why: …'),
      'northwind:soa',
      /placeholder/,
    ],
    [
      'an evidence placeholder',
      edit(FILES, card, 'https://example.org/x', 'TODO'),
      'credit:controls/A.6.2.4',
      /placeholder/,
    ],
    [
      'a missing file',
      edit(FILES, card, 'path: report.md', 'path: gone.md'),
      'credit:controls/A.5.4',
      /gone\.md does not exist/,
    ],
    [
      'a file elsewhere',
      edit(FILES, card, 'path: report.md', 'path: ../../x.md'),
      'credit:controls/A.5.4',
      /does not lead to a file/,
    ],
    [
      'what is not written right',
      edit(FILES, card, 'status: implemented', 'status: done'),
      'credit:controls/A.5.4',
      /not written right/,
    ],
    [
      'a key nobody knows',
      edit(FILES, card, 'why: Tests', 'whyy: Tests'),
      'credit:controls/A.6.2.4',
      /not written right/,
    ],
    [
      'a file with a syntax error',
      edit(FILES, card, 'version: 2.3.0', 'version: "2.3.0'),
      'credit:controls/A.5.4',
      /syntax error/,
    ],
    [
      'a file in which a key is being typed',
      edit(FILES, card, 'version: 2.3.0', 'version: 2.3.0\nlogg'),
      'credit:controls/A.5.4',
      /syntax error/,
    ],
    [
      'a draft',
      edit(FILES, 'credit/impact-assessment.yaml', 'status: approved', 'status: draft'),
      'IA-1:assessment',
      /draft/,
    ],
  ] as const)
    it(what, async () => {
      const message = await refusal(files, part);
      assert.match(message, words);
      assert.match(message, /^[A-Z].*\.$/);
    });

  it('evidence that is no file is no obstacle: an address, a folder, a revision of git', async () => {
    const files = edit(FILES, card, 'https://example.org/x', 'git:v2.3.0, tests');
    const context = await read(files);
    const row = approvable(context, 'credit:controls/A.6.2.4');
    const over = { by: 'amara', effective: '2026-10-31', recordedOn: NOW };
    assert.ok('entry' in recordApproval(row, context, over));
  });

  it('an error elsewhere in the file is no obstacle, nor is a word of the user', async () => {
    const files = edit(FILES, card, 'why: Tests', 'why: Tests\n    x-note: TODO');
    const context = await read(edit(files, card, 'name: Credit', 'nmae: Credit'));
    const recording = recordApproval(approvable(context, 'credit:controls/A.6.2.4'), context, {
      by: 'amara',
      effective: '2026-10-31',
      recordedOn: NOW,
      email: 'a@b',
    });
    assert.ok('entry' in recording, JSON.stringify(recording));
    assert.equal(recording.entry.email, 'a@b');
  });
});
