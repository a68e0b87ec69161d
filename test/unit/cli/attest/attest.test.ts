/** `aims attest` as somebody uses it. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { goldenPath } from '../support';
import {
  approvalsIn,
  at,
  attest,
  change,
  lockOf,
  organizationFolder,
  recordsOf,
  resultsIn,
  suspects,
} from './workspace';

const JSON_FORMAT = ['--format', 'json'];

function sameAsGolden(name: string, text: string): void {
  if (process.env.UPDATE_GOLDEN) writeFileSync(goldenPath(name), text);
  assert.equal(text, readFileSync(goldenPath(name), 'utf8'));
}

describe('aims attest', () => {
  it('records all that names a person, and prints and writes the same bytes each time', async () => {
    const folder = organizationFolder();
    const ran = await attest(folder, ['.', '--by', 'dana']);
    assert.deepEqual({ code: ran.code, err: ran.err }, { code: 0, err: [] });
    sameAsGolden('attest.dana.txt', ran.out);
    sameAsGolden('attest.dana.lock', lockOf(folder) ?? '');
    const again = organizationFolder();
    const json = await attest(again, ['.', '--by', 'dana', ...JSON_FORMAT]);
    sameAsGolden('attest.dana.json', json.out);
    assert.equal(lockOf(again), lockOf(folder));
  });

  it('takes the full name for the id', async () => {
    const [byId, byName] = [organizationFolder(), organizationFolder()];
    await attest(byId, ['.', '--by', 'dana']);
    await attest(byName, ['.', '--by', 'Dana Reyes']);
    assert.equal(lockOf(byName), lockOf(byId));
  });

  it('takes what stands in one file where one file is named', async () => {
    const folder = organizationFolder();
    const ran = await attest(folder, ['credit/impact-assessment.yaml', '--by', 'chen', ...JSON_FORMAT]);
    assert.deepEqual(resultsIn(ran), { 'IA-1:assessment': 'recorded' });
  });

  it('writes into the record beside the organization, wherever it is asked from', async () => {
    const folder = organizationFolder();
    const ran = await attest(`${folder}/credit`, ['aims.yaml', '--by', 'bo']);
    assert.equal(ran.code, 0);
    assert.match(ran.out, /in \.\.\/aims\.lock\./);
    assert.ok(recordsOf(folder).every((line) => line.startsWith('credit/aims.yaml credit:')));
  });

  it('a change makes what was approved suspect, and approving again mends that', async () => {
    const folder = organizationFolder();
    await attest(folder, ['.', '--by', 'dana']);
    assert.deepEqual(await suspects(folder), []);
    change(folder, 'docs/policy.md', '# Policy', '# Another policy');
    assert.match((await suspects(folder)).join('\n'), /^aims\.yaml: `docs\/policy\.md` changed/);
    const ran = await attest(folder, ['.', '--by', 'dana', ...JSON_FORMAT], at('2026-11-02T08:00:00Z'));
    assert.deepEqual(
      approvalsIn(ran).flatMap(({ result, part, effective }) =>
        result === 'recorded' ? [[part, effective]] : [],
      ),
      // Not the day the file states: that content was not there yet.
      [
        ['northwind:policy', '2026-11-02'],
        ['northwind:controls/A.2.2', '2026-11-02'],
      ],
    );
    assert.deepEqual(await suspects(folder), []);
  });

  it('takes the day the file states, else today; --effective where it was another', async () => {
    const folder = organizationFolder();
    const dayOf = async (...argv: readonly string[]): Promise<unknown> =>
      approvalsIn(await attest(folder, ['.', ...argv, '--dry-run', ...JSON_FORMAT]))[0]?.effective;
    assert.equal(await dayOf('--by', 'dana', '--only', 'policy'), '2026-02-10');
    assert.equal(await dayOf('--by', 'dana', '--only', 'controls/A.9.3'), '2026-11-01');
    assert.equal(await dayOf('--by', 'dana', '--only', 'policy', '--effective', '2026-03-01'), '2026-03-01');
  });

  it('a day the file states that is still ahead is refused', async () => {
    const folder = organizationFolder();
    change(folder, 'aims.yaml', 'approvedOn: 2026-02-10', 'approvedOn: 2026-12-24');
    const { code, out } = await attest(folder, ['.', '--by', 'dana', '--only', 'policy']);
    assert.equal(code, 1);
    assert.match(out, /the day of the approval, 2026-12-24, is still ahead/);
    assert.equal(lockOf(folder), undefined);
  });

  it('SOURCE_DATE_EPOCH is the clock', async () => {
    const folder = organizationFolder();
    const epoch = String(Date.UTC(2026, 10, 3, 9, 12, 33) / 1000);
    await attest(folder, ['.', '--by', 'bo'], { env: { SOURCE_DATE_EPOCH: epoch } });
    assert.ok(recordsOf(folder).every((line) => line.includes(' 2026-11-03T09:12:33Z ')));
  });

  it('--only takes one thing, or where nothing is called so all below it, whoever is named there', async () => {
    const folder = organizationFolder();
    const one = await attest(folder, ['.', '--by', 'chen', '--only', 'policy', ...JSON_FORMAT]);
    assert.deepEqual(resultsIn(one), { 'northwind:policy': 'recorded' });
    assert.equal(approvalsIn(one)[0]?.byOther, true);
    const inRow = (route: string) =>
      attest(folder, ['credit', '--by', 'amara', '--only', `controls/A.6.2.4${route}`, ...JSON_FORMAT]);
    assert.deepEqual(Object.keys(resultsIn(await inRow(''))), ['credit:controls/A.6.2.4']);
    assert.deepEqual(Object.keys(resultsIn(await inRow('/evidence'))), [
      'credit:controls/A.6.2.4/evidence/tests/test_fair.py::test_parity',
      'credit:controls/A.6.2.4/evidence/https://example.org/x',
      'credit:controls/A.6.2.4/evidence/ref:DMS-1',
    ]);
  });

  it('says where somebody approves what they made, and where the file names somebody else', async () => {
    const folder = organizationFolder();
    const { out } = await attest(folder, ['credit', '--by', 'bo', '--only', 'assessment']);
    assert.match(out, /Self-attested: Bo Lind made it or answers for it\./);
    assert.match(out, /The file names Dana Reyes there\./);
  });

  it('an approval recorded under another address is recorded anew under the right one', async () => {
    const folder = organizationFolder();
    const env = { PATH: process.env.PATH, HOME: folder };
    execFileSync('git', ['init', '-q'], { cwd: folder, env });
    const as = (email: string) => {
      execFileSync('git', ['config', 'user.email', email], { cwd: folder, env });
      return attest(folder, ['.', '--by', 'dana', '--only', 'policy', ...JSON_FORMAT], { env });
    };
    assert.deepEqual(resultsIn(await as('bo@northwind.example')), { 'northwind:policy': 'recorded' });
    assert.deepEqual(resultsIn(await as('bo@northwind.example')), { 'northwind:policy': 'unchanged' });
    assert.deepEqual(resultsIn(await as('dana@northwind.example')), { 'northwind:policy': 'recorded' });
    assert.deepEqual(resultsIn(await as('dana@northwind.example')), { 'northwind:policy': 'unchanged' });
  });

  it('keeps the address git gives, and says where people list another', async () => {
    const folder = organizationFolder();
    const env = { PATH: process.env.PATH, HOME: folder };
    execFileSync('git', ['init', '-q'], { cwd: folder, env });
    execFileSync('git', ['config', 'user.email', 'mallory@elsewhere.example'], { cwd: folder, env });
    const ran = await attest(folder, ['.', '--by', 'dana', '--only', 'policy'], { env });
    assert.match(recordsOf(folder).join(), / email=mallory@elsewhere\.example /);
    assert.match(ran.out, /Written as mallory@elsewhere\.example, while .* dana@northwind\.example/);
  });

  it('writes nothing in a dry run', async () => {
    const folder = organizationFolder();
    const { code, out } = await attest(folder, ['.', '--by', 'dana', '--dry-run']);
    assert.equal(code, 0);
    assert.match(out, /\d+ approvals would be recorded\./);
    assert.equal(lockOf(folder), undefined);
  });

  it('does not write again what is recorded and unchanged, but another day or person', async () => {
    const folder = organizationFolder();
    const policy = ['.', '--only', 'policy', ...JSON_FORMAT];
    const counts: number[] = [];
    for (const more of [
      ['--by', 'dana'],
      ['--by', 'dana'],
      ['--by', 'Dana Reyes', '--effective', '2026-02-10'],
      ['--by', 'dana', '--effective', '2026-02-11'],
      ['--by', 'chen'],
      // Chen's word does not count before Dana's, whom the file names: a second one would change nothing.
      ['--by', 'chen', '--effective', '2026-02-10'],
    ]) {
      await attest(folder, [...policy, ...more]);
      counts.push(recordsOf(folder).length);
    }
    assert.deepEqual(counts, [1, 1, 1, 2, 3, 3]);
    assert.match(
      (await attest(folder, ['.', '--only', 'policy', '--by', 'dana'])).out,
      /1 recorded before and unchanged\./,
    );
  });

  it('two in the same second: the later one counts', async () => {
    const folder = organizationFolder();
    await attest(folder, ['.', '--by', 'dana', '--only', 'policy']);
    change(folder, 'docs/policy.md', '# Policy', '# Another policy');
    await attest(folder, ['.', '--by', 'dana', '--only', 'policy']);
    assert.equal(recordsOf(folder).length, 2);
    assert.deepEqual(await suspects(folder), []);
  });

  it('two at the same time: both are kept', async () => {
    const folder = organizationFolder();
    const rans = await Promise.all(
      ['dana', 'bo', 'chen', 'amara'].map((by) => attest(folder, ['.', '--by', by, ...JSON_FORMAT])),
    );
    const written = rans.flatMap((ran) => approvalsIn(ran).filter(({ result }) => result === 'recorded'));
    assert.equal(recordsOf(folder).length, written.length);
    for (const { code } of rans) assert.equal(code, 0);
  });
});

describe('what aims attest prints', () => {
  it('has no sign in it that a terminal would act on', async () => {
    const folder = organizationFolder();
    change(folder, 'aims.yaml', 'A.9.3: {', '"A.9.3\\e[31m": {status: planned, due: 2027-01-01}\n  A.9.3: {');
    for (const argv of [
      ['--by', 'Red \u001b[31m\u202e', '--only', 'controls'],
      ['--by', 'Red \u001b[31m', '--only', 'controls', ...JSON_FORMAT],
      ['--by', 'red\u001b[31m', '--only', 'controls'],
      ['--by', 'dana', '--only', '\u001b[31m'],
      ['--by', 'dana', '--effective', '\u001b[31m'],
    ]) {
      const { out, err } = await attest(folder, ['.', ...argv]);
      // eslint-disable-next-line no-control-regex -- they are what is looked for
      assert.doesNotMatch(out + err.join(''), /[\u0000-\u0009\u000b-\u001f\u202e]/);
    }
  });
});

describe('what aims attest refuses', () => {
  it('drafts, placeholders, syntax errors and what cannot be read, by name; the rest is recorded', async () => {
    const folder = organizationFolder();
    change(folder, 'credit/impact-assessment.yaml', 'status: approved', 'status: draft');
    change(folder, 'aims.yaml', 'document: docs/plan.md', 'document: docs/gone.md');
    change(folder, 'aims.yaml', 'what: Leaks', 'what: TODO');
    const { code, out, err } = await attest(folder, ['.', '--by', 'dana']);
    assert.deepEqual({ code, err }, { code: 1, err: [] });
    for (const said of [
      /^credit\/impact-assessment\.yaml:10:1 refused Impact assessment IA-1 cannot be approved: it is still a draft\.$/m,
      /^aims\.yaml:10:\d+ refused The risk treatment plan cannot be approved: docs\/gone\.md does not exist\.$/m,
      /^aims\.yaml:\d+:\d+ refused The acceptance of risk OR1 cannot be approved: a placeholder stands in it\.$/m,
      /^\d+ approvals recorded, 3 refused\.$/m,
    ])
      assert.match(out, said);
    assert.ok(recordsOf(folder).some((line) => line.startsWith('aims.yaml northwind:policy ')));
    assert.ok(!recordsOf(folder).some((line) => line.includes('treatmentPlan')));
  });

  it('files with a syntax error, and those that cannot be read', async () => {
    const folder = organizationFolder({ 'credit/large.impact.yaml': `aims: 1\n${'#'.repeat(5_000_001)}` });
    change(folder, 'credit/aims.yaml', 'purpose: Score loans.', 'purpose: [Score loans.');
    change(folder, 'credit/impact-assessment.yaml', 'id: IA-1', 'id: [IA-1');
    const { code, out, err } = await attest(folder, ['.', '--by', 'dana']);
    assert.equal(code, 1);
    assert.match(out, /refused The gate to deployment cannot be approved: its file has a syntax error\./);
    assert.deepEqual(err, [
      'Nothing in credit/large.impact.yaml was approved: it is larger than 5 MB.',
      'Nothing in credit/impact-assessment.yaml was approved: it has a syntax error.',
    ]);
    assert.ok(recordsOf(folder).every((line) => line.startsWith('aims.yaml ')));
  });

  it('with --only all or none', async () => {
    const folder = organizationFolder();
    change(folder, 'credit/aims.yaml', 'why: Tests', 'why: TODO');
    const { code, out } = await attest(folder, ['credit', '--by', 'bo', '--only', 'controls']);
    assert.equal(code, 1);
    assert.match(out, /refused Row A\.6\.2\.4 cannot be approved: a placeholder stands in it\./);
    assert.match(out, /6 approvals not written, since all or none was asked for, 1 refused\./);
    assert.equal(lockOf(folder), undefined);
  });

  const USAGE: Readonly<Record<string, readonly [readonly string[], RegExp]>> = {
    'no path': [['--by', 'dana'], /attest needs a file or folder/],
    'two paths': [['.', 'credit', '--by', 'dana'], /takes one path/],
    'no person': [['.'], /attest needs --by/],
    'an empty person': [['.', '--by', ' '], /it has to be said by whom/],
    'a placeholder for a person': [['.', '--by', 'TODO'], /it has to be said by whom/],
    'a person nobody lists': [
      ['.', '--by', 'dna'],
      /dna is not among the people of northwind; did you mean dana\?$/,
    ],
    'a word that is like nobody': [
      ['.', '--by', 'owner'],
      /owner is not among the people of northwind\. Known there: .*dana \(Dana Reyes\), /,
    ],
    'a person nothing names': [
      ['.', '--by', 'Zed Zebra'],
      /names Zed Zebra as approver, reviewer or owner; named there: .*dana \(Dana Reyes\)/,
    ],
    'a route nothing has': [['.', '--by', 'dana', '--only', 'polcy'], /called polcy; did you mean policy\?/],
    'a route far from all': [['.', '--by', 'dana', '--only', 'zzz'], /what can be approved there: .*policy/],
    'a day that is ahead': [
      ['.', '--by', 'dana', '--effective', '2026-11-02'],
      /today is 2026-11-01 \(UTC\)/,
    ],
    'a day the calendar does not have': [
      ['.', '--by', 'dana', '--effective', '2026-02-30'],
      /not a day of the calendar/,
    ],
    'a place with nothing to approve': [['docs', '--by', 'dana'], /nothing in docs can be approved/],
  };
  for (const [name, [argv, said]] of Object.entries(USAGE))
    it(`${name}: one line, exit code 2, nothing written`, async () => {
      const folder = organizationFolder();
      const { code, out, err } = await attest(folder, argv);
      assert.deepEqual({ code, out, lines: err.length }, { code: 2, out: '', lines: 1 });
      assert.match(err[0] ?? '', said);
      assert.equal(lockOf(folder), undefined);
    });

  it('an id where no organization lists people; a name is taken', async () => {
    const card =
      'aims: 1\nkind: system\nid: a\nowner: Amara Okafor\ncontrols: {A.6.2.4: {status: planned, due: 2027-01-01}}\n';
    const folder = organizationFolder({ 'aims.yaml': card });
    const { code, err } = await attest(folder, ['aims.yaml', '--by', 'amara', '--only', 'controls']);
    assert.equal(code, 2);
    assert.match(err[0] ?? '', /no organization lists people for it; write the full name/);
    const named = await attest(folder, ['aims.yaml', '--by', 'Amara Okafor', '--only', 'controls']);
    assert.equal(named.code, 0, named.out);
    assert.match(recordsOf(folder).join(), / by=Amara%20Okafor /);
  });
});
