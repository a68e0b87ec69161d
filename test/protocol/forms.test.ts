import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  ASSESSABLE_REQUEST,
  CHECK_ANSWER_REQUEST,
  DRAFT_ASSESSMENT_REQUEST,
  DRAFT_CARD_REQUEST,
  DRAFT_ORGANIZATION_REQUEST,
  EVIDENCE_REQUEST,
  NEW_ASSESSMENT_REQUEST,
  NEW_SYSTEM_REQUEST,
  READ_AGAIN_REQUEST,
  SYSTEM_FOLDERS_REQUEST,
  TREE_REQUEST,
  type AssessableResult,
  type CheckAnswerParams,
  type CheckAnswerResult,
  type DraftAssessmentResult,
  type DraftCardResult,
  type EvidenceResult,
  type NewAssessmentResult,
  type NewSystemResult,
  type SystemAnswers,
  type SystemFoldersResult,
  type TreeResult,
} from '../../server/src/protocol';
import { applyEdit } from '../support/apply-edit';
import { createFolder, type Folder } from '../support/folder';
import { startServer, VSCODE, type RunningServer } from '../support/server';
import { CARD, CODE } from './card';

const ORGANIZATION = `aims: 1
kind: organization
id: acme
people:
  - { id: ada, name: Ada Palmer, roles: [ai-owner] }
  - { id: bo, name: Bo Lind, roles: [reviewer] }
`;

describe('starting a system or an assessment', () => {
  let folder: Folder;
  let server: RunningServer;
  beforeEach(async () => {
    folder = createFolder({
      'aims.yaml': ORGANIZATION,
      'churn/train.py': CODE,
      'scoring/aims.yaml': CARD,
      'docs/a.md': '# A\n',
    });
    server = await startServer({ folders: [folder.path], capabilities: VSCODE });
  });
  afterEach(async () => {
    assert.equal(await server.stop(), 0);
    folder.dispose();
  });

  const ask = <T>(method: string, params: object = {}): Promise<T> =>
    server.connection.sendRequest(method, params);
  const check = async (answer: Omit<CheckAnswerParams, 'uri'>): Promise<string | undefined> =>
    (await ask<CheckAnswerResult>(CHECK_ANSWER_REQUEST, { ...answer, uri: folder.uri('churn') })).problem;
  const draft = async (answers: Partial<SystemAnswers>, of = 'churn'): Promise<string> => {
    const drafted = await ask<DraftCardResult>(DRAFT_CARD_REQUEST, { folder: folder.uri(of), answers });
    return drafted.is === 'draft' ? drafted.text : '';
  };

  it('offers folders with code that no card covers, and none that has a card', async () => {
    const { folders, isFirst } = await ask<SystemFoldersResult>(SYSTEM_FOLDERS_REQUEST);
    assert.ok(!isFirst, 'a system is described already: where the next one lives is always asked');
    assert.deepEqual(
      folders.map(({ detail }) => detail),
      ['No card covers churn/train.py yet', 'For all that is here and has no card of its own'],
    );
    assert.equal(folders[0]?.label, 'churn');
    assert.ok(folders.every(({ value }) => value !== folder.uri('scoring')));
  });

  it('knows what files say before it asks, and who can be named', async () => {
    const form = await ask<NewSystemResult>(NEW_SYSTEM_REQUEST, { folder: folder.uri('churn') });
    assert.ok(form.is === 'form');
    assert.equal(form.organization, 'acme');
    assert.deepEqual(
      form.people.map(({ value }) => value),
      ['ada', 'bo'],
    );
    assert.equal(form.found.owner?.value, 'ada');
    assert.equal(form.found.role?.value, 'developer');
    assert.match(form.found.role.note ?? '', /train\.py/);
    assert.equal(form.stages[0]?.value, 'inception');
    const there = await ask<NewSystemResult>(NEW_SYSTEM_REQUEST, { folder: folder.uri('scoring') });
    assert.equal(there.is, 'there');
  });

  it('asks the same of a system whose folder is not there yet, and drafts its card', async () => {
    const form = await ask<NewSystemResult>(NEW_SYSTEM_REQUEST, { folder: folder.uri('models/bot') });
    assert.ok(form.is === 'form');
    assert.equal(form.organization, 'acme');
    assert.equal(form.found.role, undefined, 'no file says anything of it');
    assert.match(await draft({ id: 'bot', name: 'Bot' }, 'models/bot'), /^name: Bot\b/m);
  });

  it('says what the rules would say of an answer', async () => {
    assert.match((await check({ key: 'id', text: 'two words' })) ?? '', /has a blank in it/);
    assert.match((await check({ key: 'id', text: 'credit-scoring' })) ?? '', /has the id credit-scoring too/);
    assert.equal(await check({ key: 'id', text: 'churn' }), undefined);
    assert.match((await check({ key: 'name', text: '' })) ?? '', /Fill this in/);
    assert.match((await check({ key: 'person', text: 'adda' })) ?? '', /Did you mean ada/);
    assert.equal(await check({ key: 'person', text: 'Eli Roth' }), undefined, 'a name is a name');
    assert.match(
      (await check({ key: 'person', text: 'Ada Palmer', assessor: 'ada' })) ?? '',
      /Somebody else should/,
    );
    const named = await ask<CheckAnswerResult>(CHECK_ANSWER_REQUEST, {
      key: 'name',
      text: 'Credit scoring',
      uri: folder.uri('churn'),
    });
    assert.deepEqual(named, { id: 'credit-scoring-2' });
  });

  it('drafts a card in which answers count, files keep their say, and nothing is invented', async () => {
    const answers = {
      id: 'leave',
      name: 'Leave: soon?',
      stage: 'inception',
      roles: ['customer'],
      owner: 'bo',
    };
    const text = await draft(answers);
    assert.match(text, /^id: leave$/m);
    assert.match(text, /^name: "Leave: soon\?"$/m);
    assert.match(text, /^owner: bo$/m);
    assert.match(text, /^ {2}- customer$/m);
    assert.match(text, /^# Perhaps developer too, from train\.py/m);
    assert.match(text, /^ {2}stage: inception # train\.py:\d+ looks like design-development$/m);
    assert.match(text, /^purpose: TODO/m);
    assert.match(await draft(answers, 'docs'), /^id: leave$/m, 'also where no file says anything about AI');
    assert.equal(await draft({ id: 'leave' }, 'docs'), '', 'half an answer is none');
  });

  it('drafts an organization only where there is none in the folder or above', async () => {
    const drafted = (of: string): Promise<DraftCardResult> =>
      ask<DraftCardResult>(DRAFT_ORGANIZATION_REQUEST, { folder: folder.uri(of) });
    assert.deepEqual(await drafted('scoring'), { is: 'there', uri: folder.uri('aims.yaml') });
    folder.remove('aims.yaml');
    server.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: folder.uri('aims.yaml'), type: 3 }],
    });
    // What changed on disk is taken over a little later.
    let result = await drafted('');
    while (result.is !== 'draft') {
      await sleep(50);
      result = await drafted('');
    }
    assert.equal(result.uri, folder.uri('aims.yaml'));
    assert.match(result.text, /^# Here: credit-scoring \(scoring\/aims\.yaml\)\.$/m);
    assert.deepEqual(await ask(DRAFT_ORGANIZATION_REQUEST), { is: 'nothing' });
  });

  it('writes an assessment and its link, and never over one that is there', async () => {
    const { systems } = await ask<AssessableResult>(ASSESSABLE_REQUEST);
    const [system] = systems;
    assert.deepEqual([system?.description, system?.isAssessed], ['credit-scoring', false]);
    const form = await ask<NewAssessmentResult>(NEW_ASSESSMENT_REQUEST, { system: system?.value });
    assert.deepEqual(
      form.reviewers.map(({ value }) => value),
      ['bo', 'ada'],
    );
    const said = {
      system: system?.value,
      assessor: 'ada',
      parties: [
        { name: 'Applicants', kind: 'direct' },
        { name: 'Their families', kind: 'indirect' },
      ],
    };
    const drafted = await ask<DraftAssessmentResult>(DRAFT_ASSESSMENT_REQUEST, said);
    assert.ok('edit' in drafted);
    const card = folder.uri('scoring/aims.yaml');
    const written = applyEdit({ [card]: CARD }, drafted.edit);
    assert.match(written[card] ?? '', /^impactAssessment: impact-assessment\.yaml$/m);
    const text = written[drafted.uri] ?? '';
    assert.match(text, /^assessor: ada\nreviewer: TODO # /m);
    assert.match(text, /id: P2\n {4}kind: indirect\n {4}name: Their families/);
    assert.match(text, /id: I2\n {4}party: P2/, 'what it does to each of them is asked');
    folder.write('scoring/impact-assessment.yaml', 'something else\n');
    const again = await ask<DraftAssessmentResult>(DRAFT_ASSESSMENT_REQUEST, said);
    assert.ok(!('edit' in again) || again.uri !== drafted.uri);
    assert.ok('refused' in (await ask<DraftAssessmentResult>(DRAFT_ASSESSMENT_REQUEST, { system: 'gone' })));
  });

  it('tells how each piece of evidence stands, and reads it anew when asked to', async () => {
    folder.write(
      'scoring/aims.yaml',
      `${CARD}\ncontrols:\n  A.7.5:\n    status: implemented\n    evidence: [docs/a.md]\n`,
    );
    folder.write('bare/aims.yaml', 'aims: 1\nkind: system\nid: bare\nname: Bare\n');
    await ask(READ_AGAIN_REQUEST);
    const { nodes } = await ask<TreeResult>(TREE_REQUEST);
    const rows = async (subject: string): Promise<number> =>
      (await ask<EvidenceResult>(EVIDENCE_REQUEST, { subject })).rows.length;
    for (const { id, label, hasEvidence = false } of nodes)
      assert.equal(hasEvidence, (await rows(id)) > 0, `${label} is told to have something below it`);
    const subject = nodes.find(({ hasEvidence }) => hasEvidence)?.id;
    const checks = async (): Promise<string[]> =>
      (await ask<EvidenceResult>(EVIDENCE_REQUEST, { subject })).rows.flatMap((row) =>
        row.checks.map(({ label, outcome }) => `${row.id} ${label} ${outcome}`),
      );
    const before = await checks();
    assert.deepEqual(before, ['A.7.5 docs/a.md failed']);
    folder.write('scoring/docs/a.md', '# A\n');
    await ask(READ_AGAIN_REQUEST);
    assert.deepEqual(
      await checks(),
      ['A.7.5 docs/a.md skipped'],
      'it is there, and nobody dated a look at it',
    );
    assert.deepEqual((await ask<EvidenceResult>(EVIDENCE_REQUEST, { subject: 'gone' })).rows, []);
  });
});
