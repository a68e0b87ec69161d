import assert from 'node:assert/strict';
import type { Verdict } from '../../../server/src/verdict/types';
import { openWorkspace } from '../../support/workspace';

const ORGANIZATION = `aims: 1
kind: organization
id: northwind
scope: {statement: Credit decisions, roles: [developer, provider]}
people:
  - {id: dana, name: Dana Reyes, roles: [top-management, risk-approver]}
  - {id: bo, name: Bo Lind, roles: [reviewer]}
`;

const card = (rest: string, stage = 'operation-monitoring'): string => `aims: 1
kind: system
id: scorer
name: Scorer
owner: dana
role: [developer]
lifecycle: {stage: ${stage}}
${rest}`;

/** Verdict of one control of a card, with the files it names. */
async function verdictOf(
  id: string,
  rest: string,
  files: Record<string, string> = {},
  options: { at?: string; stage?: string } = {},
) {
  const { result } = await openWorkspace({ 'aims.yaml': card(rest, options.stage), ...files }, options);
  return result('scorer', id);
}

const row = (id: string, evidence: string, more = ''): string => `controls:
  ${id}:
    status: implemented
    why: Needed
${more}    evidence:
${evidence}`;

const expectVerdict = async (expected: Verdict, actual: Promise<{ verdict: Verdict }>): Promise<void> => {
  assert.equal((await actual).verdict, expected);
};

describe('verdicts of a control', () => {
  const docs = { 'docs/v.md': '# Validation', 'docs/w.md': '# More' };
  const long = (more: string): string => `      - {path: docs/v.md, ${more}}\n`;

  it('is attested when a named person reviewed evidence that is there', () =>
    expectVerdict(
      'attested',
      verdictOf('A.6.2.4', row('A.6.2.4', long('reviewed: 2026-09-20, by: bo')), docs),
    ));

  it('is partial when the evidence is there but nobody dated a look at it', () =>
    expectVerdict('partial', verdictOf('A.6.2.4', row('A.6.2.4', '      - docs/v.md\n'), docs)));

  it('is partial for a URL nobody reviewed, and attested once somebody did', async () => {
    await expectVerdict(
      'partial',
      verdictOf('A.6.2.4', row('A.6.2.4', '      - https://example.org/report\n')),
    );
    const reviewed = '      - {url: "https://example.org/report", reviewed: 2026-09-20, by: bo}\n';
    await expectVerdict('attested', verdictOf('A.6.2.4', row('A.6.2.4', reviewed)));
  });

  it('is attested for a confidential record that somebody holds and reviewed', () =>
    expectVerdict(
      'attested',
      verdictOf(
        'A.6.2.4',
        row('A.6.2.4', '      - {ref: DMS-1, heldBy: bo, reviewed: 2026-09-20, by: bo}\n'),
      ),
    ));

  it('is missing when the only evidence does not exist, partial when other evidence does', async () => {
    await expectVerdict(
      'missing',
      verdictOf('A.6.2.4', row('A.6.2.4', long('reviewed: 2026-09-20, by: bo'))),
    );
    const both = `${long('reviewed: 2026-09-20, by: bo')}      - docs/gone.md\n`;
    await expectVerdict('partial', verdictOf('A.6.2.4', row('A.6.2.4', both), docs));
  });

  it('never takes a placeholder for evidence', async () => {
    await expectVerdict('missing', verdictOf('A.6.2.4', row('A.6.2.4', '      - TODO\n'), docs));
    await expectVerdict(
      'partial',
      verdictOf('A.6.2.4', row('A.6.2.4', `${long('reviewed: 2026-09-20, by: bo')}      - TODO\n`), docs),
    );
  });

  it('is overdue when the review interval has run out, from the day after it on', async () => {
    const yaml = row('A.6.2.4', long('reviewed: 2026-03-31, by: bo'), '    reviewEvery: 6 months\n');
    await expectVerdict('attested', verdictOf('A.6.2.4', yaml, docs, { at: '2026-09-30' }));
    await expectVerdict('overdue', verdictOf('A.6.2.4', yaml, docs, { at: '2026-10-01' }));
  });

  it('takes the interval of the evidence before the row’s before the system’s', async () => {
    const system = `reviewEvery: 1 month\n`;
    await expectVerdict(
      'overdue',
      verdictOf('A.6.2.4', system + row('A.6.2.4', long('reviewed: 2026-08-01, by: bo')), docs),
    );
    const inRow =
      system + row('A.6.2.4', long('reviewed: 2026-08-01, by: bo'), '    reviewEvery: 6 months\n');
    await expectVerdict('attested', verdictOf('A.6.2.4', inRow, docs));
    const own =
      system +
      row(
        'A.6.2.4',
        long('reviewed: 2026-08-01, by: bo, reviewEvery: 2 weeks'),
        '    reviewEvery: 6 months\n',
      );
    await expectVerdict('overdue', verdictOf('A.6.2.4', own, docs));
  });

  it('is overdue when a plan’s day has passed, missing while it is ahead', async () => {
    const planned = (due: string): string =>
      `controls:\n  A.6.2.4: {status: planned, why: Needed, due: ${due}}\n`;
    await expectVerdict('overdue', verdictOf('A.6.2.4', planned('2026-10-31')));
    await expectVerdict('missing', verdictOf('A.6.2.4', planned('2026-11-02')));
  });

  it('is partial when its own status says so, however good the evidence', () => {
    const yaml = row('A.6.2.4', long('reviewed: 2026-09-20, by: bo')).replace('implemented', 'partial');
    return expectVerdict('partial', verdictOf('A.6.2.4', yaml, docs));
  });

  it('is partial when evidence holds only from a later day on, or its review is dated in the future', async () => {
    await expectVerdict(
      'partial',
      verdictOf('A.6.2.4', row('A.6.2.4', long('effective: 2027-01-01, reviewed: 2026-09-20, by: bo')), docs),
    );
    await expectVerdict(
      'partial',
      verdictOf('A.6.2.4', row('A.6.2.4', long('reviewed: 2026-12-24, by: bo')), docs),
    );
  });

  it('is not applicable when left out with a reason, missing when without', async () => {
    await expectVerdict(
      'not-applicable',
      verdictOf('A.6.2.4', 'controls:\n  A.6.2.4: {status: not-applicable, why: Tested by the vendor}\n'),
    );
    await expectVerdict('missing', verdictOf('A.6.2.4', 'controls:\n  A.6.2.4: {status: not-applicable}\n'));
  });

  it('is not due before its first stage, even with evidence', () =>
    expectVerdict(
      'not-due',
      verdictOf('A.6.2.4', row('A.6.2.4', long('reviewed: 2026-09-20, by: bo')), docs, {
        stage: 'inception',
      }),
    ));

  it('is unknown when the target lies outside the workspace', () =>
    expectVerdict(
      'unknown',
      verdictOf(
        'A.6.2.4',
        row('A.6.2.4', '      - {path: ../../etc/passwd, reviewed: 2026-09-20, by: bo}\n'),
      ),
    ));

  it('is unknown, not missing, in a part of the file with a syntax error', () =>
    expectVerdict('unknown', verdictOf('A.6.2.4', 'controls:\n  A.7.4: {status: "implemented\n')));

  it('is unknown while no stage is stated', async () => {
    const { result } = await openWorkspace({ 'aims.yaml': 'aims: 1\nkind: system\nid: scorer\n' });
    assert.equal(result('scorer', 'A.6.2.4').verdict, 'unknown');
  });

  it('says why in a sentence, with the place', async () => {
    const found = await verdictOf('A.6.2.4', row('A.6.2.4', '      - docs/gone.md\n'));
    assert.deepEqual(
      found.reasons.map(({ message }) => message),
      ['docs/gone.md does not exist.'],
    );
    assert.deepEqual(found.reasons[0]?.place?.route, ['controls', 'A.6.2.4', 'evidence', 0]);
  });
});

describe('sections as evidence', () => {
  it('an undated complete section is partial, an incomplete one shows the gap, none is missing', async () => {
    const data = (more: string): string => `datasets:\n  - {id: d1, uses: [training], source: CRM${more}}\n`;
    const complete = await verdictOf('A.7.5', data(', provenance: docs/p.md'), { 'docs/p.md': '' });
    assert.equal(complete.verdict, 'partial');
    assert.deepEqual(complete.gaps, []);
    const lacking = await verdictOf('A.7.5', data(''));
    assert.equal(lacking.verdict, 'missing');
    assert.deepEqual(lacking.gaps[0]?.lacks, ['provenance']);
    assert.equal((await verdictOf('A.7.5', '')).verdict, 'missing');
  });

  it('a dated row answers for the section, yet a dataset that lacks something still shows', async () => {
    const evidence = row('A.7.5', '      - {path: docs/p.md, reviewed: 2026-09-20, by: bo}\n');
    const files = { 'docs/p.md': '' };
    const whole = `datasets:\n  - {id: d1, source: CRM, provenance: docs/p.md}\n${evidence}`;
    assert.equal((await verdictOf('A.7.5', whole, files)).verdict, 'attested');
    const lacking = `datasets:\n  - {id: d1, source: CRM, provenance: docs/p.md}\n  - {id: d2, source: Web}\n${evidence}`;
    const result = await verdictOf('A.7.5', lacking, files);
    assert.equal(result.verdict, 'partial');
    assert.equal(result.gaps[0]?.message, 'dataset d2 has no `provenance`.');
  });

  it('the deployment gate is attested by who approved it, when', () => {
    const history =
      'lifecycle:\n  stage: deployment\n  history: [{stage: deployment, date: 2026-04-02, approvedBy: dana, gate: docs/g.md}]\n';
    const text = card('').replace(/lifecycle: .*\n/, history);
    return openWorkspace({ 'aims.yaml': text, 'docs/g.md': '' }).then(({ result }) =>
      assert.equal(result('scorer', 'A.6.2.5').verdict, 'attested'),
    );
  });

  it('monitoring is attested while results are fresh and overdue after', async () => {
    const yaml =
      'monitoring:\n  - {id: m, what: PSI, every: 1 month, owner: dana, results: [{date: 2026-09-30, value: 0.1}]}\n';
    await expectVerdict('attested', verdictOf('A.6.2.6', yaml, {}, { at: '2026-10-30' }));
    await expectVerdict('overdue', verdictOf('A.6.2.6', yaml, {}, { at: '2026-10-31' }));
  });

  it('an impact assessment that only holds places open answers nothing', async () => {
    const template = `aims: 1
kind: impact-assessment
id: IA-1
system: scorer
status: draft
performed: TODO
parties: [{id: P1, kind: direct, name: TODO}]
impacts: [{id: I1, party: P1, dimension: fairness, nature: harm, what: TODO}]
societal: [{what: TODO, nature: harm}]
`;
    for (const id of ['8.4', 'A.5.4', 'A.5.5'])
      await expectVerdict('missing', verdictOf(id, '', { 'impact-assessment.yaml': template }));
  });

  it('the impact assessment is attested when approved, overdue after its next review', async () => {
    const assessment = `aims: 1
kind: impact-assessment
id: IA-1
system: scorer
status: approved
performed: 2026-03-10
approvedBy: dana
approvedOn: 2026-03-28
nextReview: 2027-03-28
parties: [{id: applicants}]
impacts: [{id: I1, party: applicants, nature: harm, what: Rejection}]
societal: [{what: Credit concentration}]
`;
    const files = { 'impact-assessment.yaml': assessment };
    for (const id of ['8.4', 'A.5.3', 'A.5.4', 'A.5.5'])
      await expectVerdict('attested', verdictOf(id, '', files));
    await expectVerdict('overdue', verdictOf('A.5.3', '', files, { at: '2027-03-29' }));
    const as = (status: string): Record<string, string> => ({
      'impact-assessment.yaml': assessment.replace('status: approved', `status: ${status}`),
    });
    for (const status of ['draft', 'in-review'])
      await expectVerdict('partial', verdictOf('8.4', '', as(status)));
    for (const status of ['rejected', 'superseded'])
      await expectVerdict('missing', verdictOf('8.4', '', as(status)));
    const early = { 'impact-assessment.yaml': assessment.replace('2026-03-28', '2026-12-28') };
    const { reasons } = await verdictOf('8.4', '', early);
    assert.deepEqual(
      reasons.map(({ message }) => message),
      ['The impact assessment is written down. It is dated 2026-12-28, which is still ahead.'],
    );
  });

  it('an approved assessment speaks until the next one is approved too', async () => {
    const of = (id: string, rest: string): string =>
      `aims: 1\nkind: impact-assessment\nid: ${id}\nsystem: scorer\n${rest}`;
    await expectVerdict(
      'attested',
      verdictOf('8.4', '', {
        'a.impact.yaml': of(
          'IA-1',
          'status: approved\nperformed: 2026-03-10\napprovedBy: dana\napprovedOn: 2026-03-28\n',
        ),
        'b.impact.yaml': of('IA-2', 'status: draft\nperformed: 2026-10-10\n'),
      }),
    );
  });

  it('a placeholder in place of a path is missing, but begun: it is not asked for twice', async () => {
    const { result } = await openWorkspace({ 'aims.yaml': `${ORGANIZATION}impactProcess: TODO\n` });
    const { verdict, answered } = result('northwind', '6.1.4');
    assert.deepEqual([verdict, answered], ['missing', true]);
  });

  it('an audit that is planned is missing without a gap until its day has passed', async () => {
    const audits = 'internalAudits: [{id: AU-1, planned: 2026-12-01, auditor: bo, covers: [A.6]}]\n';
    const at = async (id: string, day: string) =>
      (await openWorkspace({ 'aims.yaml': ORGANIZATION + audits }, { at: day })).result('northwind', id);
    const ahead = await at('9.2.1', '2026-12-01');
    assert.deepEqual([ahead.verdict, ahead.gaps], ['missing', []]);
    for (const id of ['9.2.1', '9.2.2']) assert.equal((await at(id, '2026-12-02')).verdict, 'overdue');
  });

  it('a file that is gone is a gap of its own item, where one item is enough', async () => {
    const people = `people:
  - {id: bo, name: Bo Lind, roles: [reviewer]}
  - {id: amara, name: Amara Okafor, roles: [aims-responsible], competence: [{what: Course, date: 2026-01-15, evidence: gone.pdf}]}
`;
    const organization = ORGANIZATION.replace(/people:[^]*/, people);
    const { result } = await openWorkspace({ 'aims.yaml': organization });
    assert.deepEqual(
      result('northwind', 'A.4.6').gaps.map(({ message }) => message),
      ['gone.pdf does not exist.'],
    );
  });
});

describe('organization and systems', () => {
  const evidence = '[{path: docs/a.md, reviewed: 2026-09-20, by: bo}]';
  const files = (organization: string, system: string): Record<string, string> => ({
    'aims.yaml': ORGANIZATION + organization,
    'scorer/aims.yaml': card(system),
    'docs/a.md': '',
    'scorer/docs/a.md': '',
  });

  it('a control both may answer is taken over from the organization', async () => {
    const { result } = await openWorkspace(
      files(`controls:\n  A.8.3: {status: implemented, why: Law, evidence: ${evidence}}\n`, ''),
    );
    assert.equal(result('scorer', 'A.8.3').verdict, 'attested');
    assert.equal(result('scorer', 'A.8.3').inherited, true);
  });

  it('a row of the system’s own overrides the organization’s', async () => {
    const organization = `controls:\n  A.8.3: {status: implemented, why: Law, evidence: ${evidence}}\n`;
    const { result } = await openWorkspace(
      files(organization, 'controls:\n  A.8.3: {status: planned, why: Law, due: 2027-01-01}\n'),
    );
    assert.equal(result('scorer', 'A.8.3').verdict, 'missing');
  });

  it('an organization’s row does not stand in for a system’s evidence of a system control', async () => {
    const { result } = await openWorkspace(
      files(`controls:\n  A.6.2.4: {status: implemented, why: Law, evidence: ${evidence}}\n`, ''),
    );
    assert.equal(result('scorer', 'A.6.2.4').verdict, 'missing');
  });

  it('what the organization leaves out is left out at its systems', async () => {
    const { result } = await openWorkspace(
      files('controls:\n  A.8.4: {status: not-applicable, why: No users outside}\n', ''),
    );
    assert.equal(result('scorer', 'A.8.4').verdict, 'not-applicable');
  });

  it('an organization silent on a shared control is judged by its systems, if each answers', async () => {
    const own = `controls:\n  A.8.3: {status: implemented, why: Law, evidence: ${evidence}}\n`;
    const { result } = await openWorkspace(files('', own));
    assert.equal(result('northwind', 'A.8.3').verdict, 'attested');
    const two = await openWorkspace({
      ...files('', own),
      'other/aims.yaml': card('').replaceAll('scorer', 'other'),
    });
    assert.equal(two.result('northwind', 'A.8.3').verdict, 'missing');
  });

  it('a clause left out with a reason is told that it cannot be', async () => {
    const { result } = await openWorkspace({
      'aims.yaml': `${ORGANIZATION}clauses: {"7.3": {status: not-applicable, why: Too small}}\n`,
    });
    assert.deepEqual(
      result('northwind', '7.3').reasons.map(({ message }) => message),
      ['A clause cannot be left out; only controls can.'],
    );
  });

  it('a clause cannot be left out', async () => {
    const { result } = await openWorkspace(
      files('clauses:\n  "7.3": {status: not-applicable, why: Too small}\n', ''),
    );
    assert.notEqual(result('northwind', '7.3').verdict, 'not-applicable');
  });

  it('who only uses bought AI owes no development controls', async () => {
    const bought = card('').replace('[developer]', '[customer]');
    const { result } = await openWorkspace({ 'aims.yaml': bought });
    assert.equal(result('scorer', 'A.6.2.3').verdict, 'not-applicable');
    assert.equal(result('scorer', 'A.9.4').verdict, 'missing');
  });

  it('an organization named by URL is never fetched: what it may answer is unknown', async () => {
    const { result } = await openWorkspace({
      'aims.yaml': card('organization: https://example.org/aims.yaml\n'),
    });
    assert.equal(result('scorer', 'A.8.3').verdict, 'unknown');
    assert.equal(result('scorer', 'A.6.2.4').verdict, 'missing');
  });

  it('a profile fills what the card leaves open; maps merge, the card wins', async () => {
    const profile = `profiles:\n  tabular:\n    role: [developer]\n    controls:\n      A.6.2.5: {status: implemented, why: Law, evidence: ${evidence}}\n      A.6.2.7: {status: implemented, why: Law, evidence: ${evidence}}\n`;
    const system = 'profile: tabular\ncontrols:\n  A.6.2.7: {status: planned, due: 2027-01-01}\n';
    const { result } = await openWorkspace(files(profile, system));
    assert.equal(result('scorer', 'A.6.2.5').verdict, 'attested');
    assert.equal(result('scorer', 'A.6.2.7').verdict, 'missing');
  });

  it('at retirement the clocks of what does not apply there have stopped', async () => {
    const yaml = (id: string): string =>
      row(id, '      - {path: docs/a.md, reviewed: 2020-01-01, by: bo, reviewEvery: 6 months}\n');
    const doc = { 'docs/a.md': '' };
    await expectVerdict('attested', verdictOf('A.7.4', yaml('A.7.4'), doc, { stage: 'retirement' }));
    await expectVerdict('overdue', verdictOf('A.7.5', yaml('A.7.5'), doc, { stage: 'retirement' }));
  });

  it('a plan of a retired system is no longer late, but for what applies at retirement', async () => {
    const planned = (id: string): string =>
      `controls:\n  ${id}: {status: planned, why: Needed, due: 2020-01-01}\n`;
    await expectVerdict('missing', verdictOf('A.7.4', planned('A.7.4'), {}, { stage: 'retirement' }));
    await expectVerdict('overdue', verdictOf('A.7.5', planned('A.7.5'), {}, { stage: 'retirement' }));
  });

  it('what was due once stays due when the stage goes back', async () => {
    const text = card('').replace(
      /lifecycle: .*\n/,
      'lifecycle: {stage: design-development, history: [{stage: deployment, date: 2026-01-01}]}\n',
    );
    const { result } = await openWorkspace({ 'aims.yaml': text });
    assert.equal(result('scorer', 'A.8.2').verdict, 'missing');
  });

  it('evaluates to the same result whatever the order of files', async () => {
    const texts = {
      'aims.yaml': ORGANIZATION,
      'a/aims.yaml': card('').replaceAll('scorer', 'a'),
      'b/aims.yaml': card('').replaceAll('scorer', 'b'),
    };
    const print = async (files: Record<string, string>): Promise<string> => {
      const { service, snapshot } = await openWorkspace(files);
      return JSON.stringify(
        service
          .status(snapshot)
          .map((entry) => [entry.subject.id, entry.results.map((each) => each.verdict)]),
      );
    };
    assert.equal(await print(texts), await print(Object.fromEntries(Object.entries(texts).reverse())));
  });
});
