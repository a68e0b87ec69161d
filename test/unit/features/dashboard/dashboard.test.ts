/** What the dashboard holds: counts, cells, days and ratings, from the files. */
import assert from 'node:assert/strict';
import { placeOfControl } from '../../../../server/src/features/dashboard/control-place';
import { countVerdicts } from '../../../../server/src/features/verdict-words';
import { CELLS, type Dashboard, type Verdict } from '../../../../server/src/protocol';
import { DAY, openWorkspace, ROOT } from '../../../support/workspace';
import { CARD, dashboardOfFiles, FILES, ORGANIZATION } from './workspace';

const VERDICTS = new Map(Object.entries(CELLS).map(([verdict, letter]) => [letter, verdict as Verdict]));

/** Verdict of a cell; undefined where the subject is not asked. */
function cell({ subjects, controls }: Dashboard, subject: string, control: string): Verdict | undefined {
  const found = subjects.find(({ id }) => id === subject);
  const index = controls.findIndex(({ id }) => id === control);
  return VERDICTS.get(found?.cells[index] ?? '');
}

describe('the data of the dashboard', () => {
  let dashboard: Dashboard;
  before(async () => {
    dashboard = await dashboardOfFiles();
  });

  it('lists the 38 controls, organizations first, then systems', () => {
    assert.equal(dashboard.controls.length, 38);
    assert.deepEqual(
      dashboard.subjects.map(({ kind, name }) => [kind, name]),
      [
        ['organization', 'Harbour'],
        ['system', 'Scoring'],
      ],
    );
    for (const { cells } of dashboard.subjects) assert.equal(cells.length, 38);
  });

  it('says in each cell and phase what the verdicts say', async () => {
    const { result, service, snapshot } = await openWorkspace(FILES);
    assert.equal(cell(dashboard, 'scoring', 'A.4.2'), 'not-applicable');
    for (const id of ['A.4.2', 'A.4.3', 'A.6.2.4', 'A.7.2'])
      assert.equal(cell(dashboard, 'scoring', id), result('scoring', id).verdict, id);
    // A control that only the organization answers.
    assert.equal(cell(dashboard, 'scoring', 'A.2.3'), undefined);
    assert.equal(cell(dashboard, 'harbour', 'A.2.3'), result('harbour', 'A.2.3').verdict);
    const [first] = service.status(snapshot);
    const plan = first!.results.filter(({ requirement }) => requirement.phase === 'plan');
    assert.deepEqual(dashboard.subjects[0]?.phases.plan, countVerdicts(plan.map(({ verdict }) => verdict)));
  });

  it('holds what is overdue and what falls due within a year: audits, actions, objectives, reviews, plans, results, the certificate', () => {
    const days = dashboard.agenda.items.map(({ on, isOverdue, what, subject }) => {
      const name = dashboard.subjects[subject]?.id;
      return `${isOverdue ? 'late ' : ''}${on} ${name}: ${what}`;
    });
    const has = (pattern: RegExp): void =>
      assert.ok(
        days.some((day) => pattern.test(day)),
        `${pattern}\n${days.join('\n')}`,
      );
    has(/^late 2026-09-01 harbour: .*AU-1/);
    has(/^2027-03-01 harbour: .*AU-2/);
    has(/^2026-12-01 harbour: .*NC-1/);
    has(/^2026-12-31 harbour: .*O1/);
    has(/^2027-02-10 harbour: .*policy/);
    has(/^2027-06-30 harbour: .*certificate/i);
    has(/^2027-04-01 scoring: .*assessment/i);
    has(/^2027-02-01 scoring: A\.4\.3/);
    // A month is too short a rhythm to be announced in the editor; a calendar has it.
    has(/^2026-11-20 harbour: .*M1/);
    assert.deepEqual(
      days.map((day) => day.replace('late ', '')),
      days.map((day) => day.replace('late ', '')).sort(),
    );
    assert.equal(dashboard.agenda.more, 0);
  });

  it('leaves out what was silenced, and what lies more than a year ahead', async () => {
    const silenced = ORGANIZATION.replace(
      'objectives:',
      '# aims-ignore-next-line objective-overdue -- agreed with Dana\nobjectives:',
    ).replace('planned: 2027-03-01', 'planned: 2028-03-01');
    const { agenda } = await dashboardOfFiles({ ...FILES, 'aims.yaml': silenced });
    assert.ok(!agenda.items.some(({ what }) => /O1|AU-2/.test(what)));
    assert.ok(agenda.items.some(({ what }) => what.includes('NC-1')));
  });

  it('counts what is more than anybody reads', async () => {
    const many = Array.from({ length: 600 }, (_, index) => `{id: A${index}, planned: 2027-01-01}`).join(', ');
    const { agenda } = await dashboardOfFiles({
      'aims.yaml': `aims: 1\nkind: organization\nid: many\ntarget: managed\ninternalAudits: [${many}]\n`,
    });
    assert.equal(agenda.items.length, 500);
    assert.equal(agenda.more, 100);
  });

  it('places risks and harms on the scales of the organization, before and after', () => {
    const [risks, harms] = dashboard.ratings;
    assert.deepEqual([risks?.of, harms?.of], ['risks', 'harms']);
    assert.deepEqual(
      risks?.items.map(({ id, before, after }) => [id, before, after]),
      [
        ['R1', { likelihood: 1, severity: 1 }, { likelihood: 0, severity: 1 }],
        ['R2', { likelihood: 2, severity: 0 }, undefined],
        ['R3', undefined, undefined],
      ],
    );
    assert.deepEqual(
      harms?.items.map(({ id }) => id),
      ['I1'],
      'a benefit is no harm',
    );
    // Its own matrix: what it leaves open stays open.
    assert.deepEqual(risks.matrix, [
      [0, 0],
      [0, 1],
      [null, 1],
    ]);
    assert.equal(risks.acceptUpTo, 0);
    assert.match(risks.items[0]?.location.uri ?? '', /scoring\/aims\.yaml$/);
    assert.equal(
      risks.items[0]?.location.range.start.line,
      CARD.split('\n').findIndex((line) => line.includes('R1')),
    );
  });

  it('counts risks that stand on no scales, and says where scales would be written', async () => {
    const lines = (text: string): readonly string[] => text.split('\n');
    const ofItsOwn = CARD.replace('likelihood: possible', 'likelihood: monthly').replace('likely', 'daily');
    const alone = await dashboardOfFiles({ 'scoring/aims.yaml': ofItsOwn });
    assert.equal(alone.ratings.length, 0, 'words of a scale that nobody has set');
    assert.deepEqual(
      alone.unscaled.map(({ count, organization, location }) => [
        count,
        organization,
        lines(CARD)[location.range.start.line]?.includes('R1'),
      ]),
      [[3, undefined, true]],
    );
    const half = ORGANIZATION.replace('  severity: [minor, major]\n', '');
    const { ratings, unscaled } = await dashboardOfFiles({ ...FILES, 'aims.yaml': half });
    assert.equal(ratings.length, 0);
    const [place, ...others] = unscaled;
    assert.deepEqual([place?.count, place?.organization, others], [4, 'Harbour', []]);
    assert.equal(place?.location.uri, `${ROOT}/aims.yaml`);
    assert.equal(lines(half)[place.location.range.start.line], 'risk:');
  });

  it('places on the scales that completion offers what was rated before there are scales, and says so', async () => {
    const [alone, ...others] = (await dashboardOfFiles({ 'scoring/aims.yaml': CARD })).ratings;
    assert.deepEqual(others, []);
    assert.deepEqual(
      [alone?.isCommon, alone?.organization, alone?.likelihood.length, alone?.severity[0]],
      [true, undefined, 5, 'negligible'],
    );
    assert.deepEqual(
      alone?.items.map(({ before }) => before && alone.likelihood[before.likelihood]),
      ['possible', 'likely', undefined],
    );
    assert.deepEqual([...new Set(alone.matrix.flat())], [null], 'no level is worked out');
    const silent = ORGANIZATION.replace(/^risk:\n(?: .*\n)+/m, '');
    const { ratings, unscaled } = await dashboardOfFiles({ ...FILES, 'aims.yaml': silent });
    assert.deepEqual(
      ratings.map(({ of, organization, isCommon }) => [of, organization, isCommon]),
      [
        ['risks', 'Harbour', true],
        ['harms', 'Harbour', true],
      ],
    );
    assert.deepEqual(
      unscaled.map(({ count, isShown }) => [count, isShown]),
      [[4, true]],
    );
    const unreadable = CARD.replace('owner:', 'organization: ../gone.yaml\nowner:');
    const unclear = await dashboardOfFiles({ ...FILES, 'scoring/aims.yaml': unreadable });
    assert.equal(unclear.ratings.length, 0, 'nobody here knows its scales');
    assert.equal(unclear.unscaled[0]?.isShown, undefined);
  });

  it('opens the organization file where it says nothing of risks', async () => {
    const silent = ORGANIZATION.replace(/^risk:\n(?: .*\n)+/m, '');
    const { unscaled } = await dashboardOfFiles({ ...FILES, 'aims.yaml': silent });
    assert.deepEqual(
      unscaled.map(({ location: { uri, range } }) => [uri, silent.split('\n')[range.start.line]]),
      [[`${ROOT}/aims.yaml`, 'kind: organization']],
    );
  });

  it('spells out what is invisible in names', async () => {
    const { subjects } = await dashboardOfFiles({
      'aims.yaml': 'aims: 1\nkind: system\nid: s\nname: "a\\u202Eb"\n',
    });
    assert.equal(subjects[0]?.name, 'a\\u202Eb');
  });

  it('leads from a cell to the row, or to where it would stand', async () => {
    const { snapshot } = await openWorkspace(FILES);
    const subject = dashboard.subjects[1]!.key;
    const at = (control: string) => placeOfControl(snapshot, () => DAY, { subject, control });
    assert.equal(at('A.4.2')?.uri, `${ROOT}/scoring/aims.yaml`);
    assert.equal(
      at('A.4.2')?.range.start.line,
      CARD.split('\n').findIndex((line) => line.includes('A.4.2')),
    );
    assert.ok(at('A.6.2.4'));
    assert.equal(at('A.2.3'), undefined);
    assert.equal(
      placeOfControl(snapshot, () => DAY, { subject: 'gone', control: 'A.4.2' }),
      undefined,
    );
  });
});
