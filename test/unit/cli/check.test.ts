import assert from 'node:assert/strict';
import { createNodeHost } from '../../../server/src/node/host';
import { aims, DAY, fixture, folderWith } from './support';

const ORGANIZATION = 'aims: 1\nkind: organization\nid: harbour\ntarget: inventory\n';
const PLANNED = '{status: planned, owner: dana lee, due: 2027-12-31}';
/** What comes first is planned, so that nothing is found. */
const BEGUN = `${ORGANIZATION}clauses: {${['4.3', '5.1', '5.2', '5.3', '6.1.2']
  .map((id) => `"${id}": ${PLANNED}`)
  .join(', ')}}\n`;
const MODEL_CODE =
  'from transformers import pipeline\n\nclassify = pipeline("text-classification", model="distilbert-base-uncased")\n';

type Files = Readonly<Record<string, string>>;
const CLEAN: Files = { 'aims.yaml': BEGUN };
/** ML code where nobody uses AIMS files. */
const HINT: Files = { 'train.py': MODEL_CODE };
/** ML code that no card of the organization covers. */
const WARNING: Files = { 'aims.yaml': BEGUN, 'train.py': MODEL_CODE };
const ERROR: Files = { 'aims.yaml': `${BEGUN}owmer: dana\n` };

const check = (files: Files, ...argv: readonly string[]) =>
  aims(['check', '.', '--at', DAY, ...argv], { cwd: folderWith(files) });

const severities = async (files: Files): Promise<ReadonlySet<string>> => {
  const { out } = await check(files, '--format', 'json');
  return new Set(
    (JSON.parse(out) as { findings: { severity: string }[] }).findings.map(({ severity }) => severity),
  );
};

describe('aims check: exit codes', () => {
  it('the workspaces below have the severities they stand for', async () => {
    assert.deepEqual(await severities(CLEAN), new Set());
    assert.deepEqual(await severities(HINT), new Set(['hint']));
    assert.deepEqual(await severities(WARNING), new Set(['warning']));
    assert.deepEqual(await severities(ERROR), new Set(['error']));
  });

  const expected: readonly (readonly [string, Files, number])[] = [
    ['clean', CLEAN, 0],
    ['a hint', HINT, 0],
    ['a warning', WARNING, 1],
    ['an error', ERROR, 1],
  ];
  for (const [name, files, code] of expected)
    it(`${name}: ${code}`, async () => {
      assert.equal((await check(files)).code, code);
      assert.equal((await check(files, '--fail-on', 'warning')).code, code);
    });

  it('--fail-on error lets warnings pass', async () => {
    assert.equal((await check(WARNING, '--fail-on', 'error')).code, 0);
    assert.equal((await check(ERROR, '--fail-on', 'error')).code, 1);
  });

  it('--fail-on never only reports', async () => {
    const { code, out } = await check(ERROR, '--fail-on', 'never');
    assert.equal(code, 0);
    assert.match(out, /unknown-key/);
  });
});

describe('aims check: results of tests', () => {
  const card = `aims: 1
kind: system
id: scorer
lifecycle: {stage: operation-monitoring}
controls:
  A.6.2.4: {status: implemented, why: Needed, evidence: ["tests/test_gap.py::test_gap"]}
`;
  const files = (outcome: string): Files => ({
    'aims.yaml': ORGANIZATION,
    'scorer/aims.yaml': card,
    'scorer/tests/test_gap.py': 'def test_gap():\n    pass\n',
    'scorer/reports/unit.xml': `<testsuite timestamp="2100-01-01T00:00:00Z"><testcase classname="tests.test_gap" name="test_gap">${outcome}</testcase></testsuite>`,
  });
  const verdict = async (text: Files): Promise<string> => {
    const { out } = await aims(['status', '.', '--at', DAY, '--format', 'json'], { cwd: folderWith(text) });
    return /"id": "A\.6\.2\.4",[^}]*"subject": "scorer",[^}]*"verdict": "([a-z-]+)"/.exec(out)?.[1] ?? out;
  };

  it('are read where a run leaves them beside the card', async () => {
    assert.match((await check(files('<failure/>'))).out, / warning test-failed .*unit\.xml/);
    assert.doesNotMatch((await check(files(''))).out, /test-failed/);
  });

  it('that are newer than the test on disk make it verified', async () => {
    assert.equal(await verdict(files('')), 'verified');
    assert.equal(await verdict(files('<failure/>')), 'missing');
    assert.equal(await verdict({ ...files(''), 'scorer/reports/unit.xml': '<coverage/>' }), 'partial');
  });
});

describe('aims check: text', () => {
  it('a clean check says what that does not mean', async () => {
    const { out } = await check(CLEAN);
    assert.equal(out, `No findings at ${DAY}. No findings is not conformity.\n`);
  });

  it('one line a finding, with a place that terminals open', async () => {
    const { out } = await check(ERROR);
    assert.match(out, /^aims\.yaml:6:1 error unknown-key .*owmer/);
  });

  it('colours only where they are wanted', async () => {
    const cwd = folderWith(ERROR);
    const plain = await aims(['check', '.', '--at', DAY], { cwd });
    const colored = await aims(['check', '.', '--at', DAY], { cwd, color: true });
    assert.ok(!plain.out.includes('\u001b'));
    assert.ok(colored.out.includes('\u001b[31merror\u001b[39m'));
  });

  it('a cell of a notebook is counted from 1', async () => {
    const { out } = await aims(['check', 'research', '--at', DAY], { cwd: fixture('organization') });
    assert.match(out, /^research\/explore\.ipynb:cell 2:3:\d+ /m);
  });
});

describe('aims check: the day', () => {
  const BODY = `${ORGANIZATION}policy: {document: aims.yaml, approvedBy: dana lee, approvedOn: 2026-02-10, reviewEvery: 6 months}\n`;
  const at = async (options: Parameters<typeof aims>[1], ...argv: readonly string[]): Promise<string> => {
    const { out } = await aims(['status', '.', '--format', 'json', ...argv], {
      cwd: folderWith({ 'aims.yaml': BODY }),
      ...options,
    });
    const { at: day, requirements } = JSON.parse(out) as {
      at: string;
      requirements: { id: string; verdict: string }[];
    };
    return `${day} ${requirements.find(({ id }) => id === '5.2')?.verdict ?? ''}`;
  };

  it('--at decides', async () => {
    assert.equal(await at({}, '--at', '2026-08-01'), '2026-08-01 attested');
    assert.equal(await at({}, '--at', '2026-08-11'), '2026-08-11 overdue');
  });

  it('then SOURCE_DATE_EPOCH, in UTC', async () => {
    const lastSecond = String(Date.UTC(2026, 7, 10, 23, 59, 59) / 1000);
    assert.equal(await at({ env: { SOURCE_DATE_EPOCH: lastSecond } }), '2026-08-10 attested');
  });

  it('then today in UTC', async () => {
    assert.equal(await at({ now: () => new Date('2026-08-11T00:00:00Z') }), '2026-08-11 overdue');
  });
});

describe('aims check: the same bytes every time', () => {
  /** A host that finds the files in an order of its own. */
  const shuffled =
    (seed: number): typeof createNodeHost =>
    (...args) => {
      const host = createNodeHost(...args);
      const key = (uri: string): number =>
        Array.from(uri).reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0) * seed) % 1_000_003, seed);
      return {
        roots: () => host.roots(),
        findFiles: async () => [...(await host.findFiles())].sort((a, b) => key(a.uri) - key(b.uri)),
        readText: (uri) => host.readText(uri),
        stat: (uri) => host.stat(uri),
      };
    };

  for (const command of ['check', 'status'])
    for (const format of ['text', 'json'])
      it(`${command} --format ${format}, in whatever order files are found`, async () => {
        const cwd = fixture('organization');
        const argv = [command, '.', '--format', format, '--at', DAY];
        const { out } = await aims(argv, { cwd });
        for (const seed of [7, 1_009, 65_537])
          assert.equal((await aims(argv, { cwd, createHost: shuffled(seed) })).out, out);
      });
});

describe('aims check: what users wrote cannot drive a terminal', () => {
  const UNSAFE = /(?!\n)[\p{Cc}\p{Bidi_Control}]/u;

  const HOSTILE = `${ORGANIZATION}"\\u001b]0;owned\\u0007": x\n"k\\u202eey": x\nrisks: [{id: "R\\u001b[2J", what: Harm}]\n`;

  it('text', async () => {
    const { out } = await check({ 'aims.yaml': HOSTILE });
    assert.match(out, /unknown-key/);
    assert.doesNotMatch(out, UNSAFE);
  });

  it('json, where it reads back as it was written', async () => {
    const { out } = await check({ 'aims.yaml': HOSTILE }, '--format', 'json');
    assert.doesNotMatch(out, UNSAFE);
    assert.ok(Array.isArray((JSON.parse(out) as { findings: unknown }).findings));
  });

  it('status, in ids and names', async () => {
    const { out } = await aims(['status', '.', '--at', DAY], {
      cwd: folderWith({
        'aims.yaml': 'aims: 1\nkind: organization\nid: "a\\u001b[31m"\nname: "n\\u0007\\nline"\n',
      }),
    });
    assert.ok(out.startsWith('Organization a\\u001b[31m (n\\u0007\\u000aline)\n'));
  });
});
