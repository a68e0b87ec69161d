/** Files that git ignores, on the command line. */
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { aims, DAY, folderWith } from './support';

const CARD = `aims: 1
kind: system
id: credit
target: managed
owner: Dana Reyes
lifecycle: {stage: design-development}
code: [src/**]
`;
const CODE = `from sklearn.linear_model import LogisticRegression
LogisticRegression().fit([[0], [1]], [0, 1])
`;

const workspace = (more: Readonly<Record<string, string>> = {}): string => {
  const folder = folderWith({
    '.gitignore': '/out/\n*.gen.py\nreports/\nevidence.md\n*.lock\n',
    'credit/aims.yaml': CARD,
    'out/aims.yaml': CARD,
    'out/sub/train.py': CODE,
    'train.gen.py': CODE,
    ...more,
  });
  mkdirSync(join(folder, '.git'));
  return folder;
};

interface Finding {
  readonly rule: string;
  readonly file: string;
}

async function findings(cwd: string, ...argv: readonly string[]): Promise<readonly string[]> {
  const { out, err } = await aims(['check', ...argv, '--format', 'json', '--at', DAY], { cwd });
  assert.deepEqual(err, []);
  return (JSON.parse(out) as { findings: Finding[] }).findings.map(({ rule, file }) => `${rule} ${file}`);
}

describe('files that git ignores', () => {
  it('are not checked unasked: no second card, no code without one', async () => {
    const all = await findings(workspace(), '.');
    assert.ok(all.length > 0 && all.every((each) => each.endsWith(' credit/aims.yaml')), all.join('\n'));
    assert.ok(!all.some((each) => each.startsWith('duplicate-id ')));
  });

  it('are checked where one of them is named, and so are folders', async () => {
    const folder = workspace();
    assert.deepEqual(await findings(folder, 'train.gen.py'), ['uncovered-ml-code train.gen.py']);
    assert.deepEqual(await findings(folder, 'out/sub'), ['uncovered-ml-code train.py']);
    const inOut = await findings(folder, 'out/aims.yaml');
    assert.ok(inOut.length > 0 && inOut.every((each) => each.endsWith(' aims.yaml')), inOut.join('\n'));
  });

  it('are evidence all the same, and results of tests', async () => {
    const folder = workspace({
      'credit/aims.yaml': `${CARD}controls:
  A.6.2.4:
    status: implemented
    why: Needed.
    evidence: [evidence.md, test_credit.py::test_limit]
`,
      'credit/evidence.md': '# Done\n',
      'credit/test_credit.py': 'def test_limit():\n    pass\n',
      'credit/reports/junit.xml': `<testsuite><testcase classname="test_credit" name="test_limit">
        <failure/></testcase></testsuite>`,
    });
    const found = await findings(folder, 'credit');
    assert.ok(!found.some((each) => each.startsWith('evidence-missing ')), found.join('\n'));
    assert.ok(found.includes('test-failed aims.yaml'), found.join('\n'));
  });

  it('include no approvals record: one that is ignored counts', async () => {
    const folder = workspace({ 'credit/aims.lock': 'not: a record\n' });
    const rules = await findings(folder, '.');
    assert.ok(
      rules.some((each) => each.startsWith('lock-damaged ')),
      rules.join('\n'),
    );
  });
});
