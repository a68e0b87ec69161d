import assert from 'node:assert/strict';
import { aims, DAY, folderWith } from './support';

const FILES = {
  'cards/aims.yaml': `aims: 1
kind: system
id: scorer
name: Scorer
owner: Dana Reyes
role: [developer]
lifecycle: {stage: verification-validation}
controls:
  A.6.2.4: {status: implemented, why: Needed, evidence: [tests/test_gap.py::test_gap]}
`,
  'cards/tests/test_gap.py': 'def test_gap():\n    pass\n',
  'out/run/results.xml':
    '<testsuite><testcase classname="cards.tests.test_gap" name="test_gap"><failure/></testcase></testsuite>',
};

const rules = async (argv: readonly string[], cwd: string): Promise<string[]> => {
  const { out } = await aims([...argv, '--format', 'json', '--at', DAY], { cwd });
  return (JSON.parse(out) as { findings: { rule: string }[] }).findings.map(({ rule }) => rule);
};

describe('aims check --test-results', () => {
  it('reads reports where they are said to be, from wherever it is asked', async () => {
    const root = folderWith(FILES);
    assert.ok(!(await rules(['check', '.'], root)).includes('test-failed'));
    for (const [cwd, path] of [
      [root, 'out/run/results.xml'],
      [root, './out/*/results.xml'],
      [root, `${root}/out/run/results.xml`],
    ] as const)
      assert.ok((await rules(['check', '.', '--test-results', path], cwd)).includes('test-failed'), path);
  });

  it('counts for the verdict too', async () => {
    const { out } = await aims(['status', '.', '--at', DAY, '--test-results', 'out/run/results.xml'], {
      cwd: folderWith(FILES),
    });
    assert.match(out, /missing +A\.6\.2\.4[^]*its last result failed/);
  });
});

describe('aims check --coming-due', () => {
  const PLAN = `aims: 1
kind: organization
id: nw
target: managed
internalAudits: [{id: AU-1, planned: 2026-11-20, auditor: Eli Roth, covers: ["4-10"]}]
`;

  it('says how far ahead is looked', async () => {
    const cwd = folderWith({ 'aims.yaml': PLAN });
    const soon = async (...argv: readonly string[]): Promise<boolean> =>
      (await rules(['check', '.', ...argv], cwd)).includes('audit-overdue');
    assert.equal(await soon(), true);
    assert.equal(await soon('--coming-due', '10'), false);
    assert.equal(await soon('--coming-due', '0'), false);
  });

  it('takes days, and nothing else', async () => {
    const cwd = folderWith({ 'aims.yaml': PLAN });
    for (const bad of ['soon', '-1', '1.5', '367']) {
      const { code, err } = await aims(['check', '.', `--coming-due=${bad}`], { cwd });
      assert.equal(code, 2);
      assert.match(err.join('\n'), /--coming-due .*must be a number of days/);
    }
  });
});
