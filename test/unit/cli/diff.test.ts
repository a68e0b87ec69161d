/** `aims diff`, on real repositories. After a change of the goldens that is meant: UPDATE_GOLDEN=1, and read the difference. */
import assert from 'node:assert/strict';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { directionOf } from '../../../server/src/cli/diff/verdicts';
import { VERDICTS } from '../../../server/src/verdict/types';
import { ENVIRONMENT, Repository } from '../node/repository';
import { aims, DAY, goldenPath, type Ran } from './support';

const ORGANIZATION = `aims: 1
kind: organization
id: harbour
target: managed
people: [{id: dana, name: Dana Reyes, roles: [ai-owner]}]
`;

const row = (id: string, evidence: string): string => `  ${id}:
    status: implemented
    why: So that others find it
    evidence: [${evidence}]
`;

const card = (id: string, ...more: readonly string[]): string =>
  `aims: 1
kind: system
id: ${id}
owner: dana
lifecycle: {stage: operation-monitoring}
${more.join('')}`;

const reviewed = (path: string, day = '2026-10-01'): string => `{path: ${path}, reviewed: ${day}, by: dana}`;

interface JsonChange {
  readonly subject: { readonly kind: string; readonly id: string };
  readonly requirement: string;
  readonly before: string;
  readonly after: string;
}
interface JsonSide {
  readonly subjects: readonly { readonly kind: string; readonly id: string }[];
  readonly findings: readonly { readonly rule: string; readonly file: string; readonly message: string }[];
}
interface Json {
  readonly at: string;
  readonly since: string;
  readonly worse: readonly JsonChange[];
  readonly better: readonly JsonChange[];
  readonly other: readonly JsonChange[];
  readonly new: JsonSide;
  readonly gone: JsonSide;
}

describe('aims diff', function () {
  this.timeout(30_000);
  let repository: Repository;
  beforeEach(() => {
    repository = new Repository();
  });
  afterEach(() => repository.remove());

  const run = (...argv: readonly string[]): Promise<Ran> =>
    aims(['diff', ...argv], { cwd: repository.path, env: ENVIRONMENT });
  const read = async (...argv: readonly string[]): Promise<Json> => {
    const { code, out, err } = await run(...argv, '--format', 'json');
    assert.deepEqual({ code, err }, { code: 0, err: [] });
    return JSON.parse(out) as Json;
  };
  const changes = (list: readonly JsonChange[]): readonly string[] =>
    list.map(({ subject, requirement, before, after }) => `${subject.id} ${requirement} ${before} ${after}`);
  const nothing = async (...argv: readonly string[]): Promise<void> => {
    const { at, since, ...rest } = await read(...argv);
    assert.ok(at && since);
    assert.deepEqual(rest, {
      worse: [],
      better: [],
      other: [],
      new: { subjects: [], findings: [] },
      gone: { subjects: [], findings: [] },
    });
  };

  it('prints what got worse, better, new and gone', async () => {
    repository.commit('2026-10-10T12:00:00Z', {
      'aims.yaml': ORGANIZATION,
      'docs/a.md': 'a',
      'docs/b.md': 'b',
      'systems/credit/aims.yaml': card(
        'credit',
        'controls:\n',
        row('A.4.2', reviewed('/docs/a.md')),
        row('A.4.3', '/docs/b.md'),
      ),
      'systems/old/aims.yaml': card('old'),
    });
    repository.git(['tag', 'v1']);
    rmSync(join(repository.path, 'docs/a.md'));
    rmSync(join(repository.path, 'systems/old'), { recursive: true });
    repository.write(
      'systems/credit/aims.yaml',
      card(
        'credit',
        'oops: 1\n',
        'controls:\n',
        row('A.4.2', reviewed('/docs/a.md')),
        row('A.4.3', reviewed('/docs/b.md')),
        '  A.9.4: {status: not-applicable, why: Nobody else uses it}\n',
      ),
    );
    repository.write('systems/chat/aims.yaml', card('chat'));
    const hash = repository.git(['rev-parse', 'HEAD']);
    for (const [golden, argv] of [
      ['diff.txt', []],
      ['diff.json', ['--format', 'json']],
    ] as const) {
      const { code, out, err } = await run('v1', '--at', DAY, ...argv);
      assert.deepEqual({ code, err }, { code: 0, err: [] });
      const printed = out.replaceAll(hash, 'HASH').replaceAll(hash.slice(0, 10), 'HASH');
      if (process.env.UPDATE_GOLDEN) writeFileSync(goldenPath(golden), printed);
      assert.equal(printed, readFileSync(goldenPath(golden), 'utf8'));
    }
    assert.equal((await run('v1', '--at', DAY, '--fail-on-worse')).code, 1);
    assert.equal((await run('HEAD', 'systems/chat', '--at', DAY)).code, 0);
  });

  it('says that nothing changed where files were only moved, reordered or formatted', async () => {
    const text = card('credit', 'oops: 1\n', 'controls:\n', row('A.4.2', 'gone.md, also-gone.md'));
    repository.commit('2026-10-10T12:00:00Z', {
      'aims.yaml': ORGANIZATION,
      'systems/credit/aims.yaml': text,
      'systems/credit/train.py': 'import torch\nmodel = torch.load("x")\n',
    });
    await nothing('HEAD', '--at', DAY);
    renameSync(join(repository.path, 'systems/credit'), join(repository.path, 'systems/scoring'));
    await nothing('HEAD', '--at', DAY);
    repository.write('systems/scoring/aims.yaml', text.replace('controls:', '# rows\n\n\ncontrols:'));
    repository.write('systems/scoring/train.py', '\n\nimport torch\n\nmodel = torch.load("x")\n');
    await nothing('HEAD', '--at', DAY);
    repository.write(
      'systems/scoring/aims.yaml',
      text.replace('[gone.md, also-gone.md]', '\n      - also-gone.md\n      - gone.md'),
    );
    await nothing('HEAD', '--at', DAY);
    const { out, code } = await run('HEAD', '--at', DAY, '--fail-on-worse');
    assert.equal(code, 0);
    assert.match(out, /^Nothing changed since HEAD \([0-9a-f]{10}\), judged at 2026-11-01\.\n$/);
  });

  it('names one new finding among many that only moved', async () => {
    const keys = Array.from({ length: 5 }, (_, at) => `oops${at}: 1\n`);
    repository.commit('2026-10-10T12:00:00Z', { 'aims.yaml': card('a', ...keys) });
    repository.write('aims.yaml', card('a', 'another: 1\n', ...keys.slice(1)));
    const { new: added, gone } = await read('HEAD', '--at', DAY);
    assert.deepEqual([added.findings.length, gone.findings.length], [1, 1]);
    assert.match(added.findings[0]?.message ?? '', /another/);
    assert.match(gone.findings[0]?.message ?? '', /oops0/);
  });

  it('takes a count or a day that is another for the same finding', async () => {
    repository.commit('2026-10-10T12:00:00Z', {
      'aims.yaml': card('a', 'controls:\n', row('A.4.2', 'x.md')),
      'x.md': '',
    });
    const rows = row('A.4.2', 'x.md') + row('A.4.3', 'x.md');
    repository.write('aims.yaml', card('a', 'controls:\n', rows));
    const { new: added, gone } = await read('HEAD', '--at', DAY);
    assert.deepEqual(added.findings, []);
    assert.ok(gone.findings.every(({ message }) => !/\d+ of/.test(message)));
  });

  it('judges both sides at the same day: what only time did is no change', async () => {
    const text = card(
      'a',
      'controls:\n',
      row('A.4.2', '{path: x.md, reviewed: 2026-01-01, by: dana, reviewEvery: 3 months}'),
    );
    repository.commit('2026-01-10T12:00:00Z', { 'aims.yaml': text, 'x.md': '' });
    await nothing('HEAD', '--at', '2026-02-01');
    await nothing('HEAD', '--at', '2026-11-01');
    repository.write('aims.yaml', text.replace('reviewed: 2026-01-01', 'reviewed: 2026-10-30'));
    assert.deepEqual(changes((await read('HEAD', '--at', '2026-11-01')).better), [
      'a A.4.2 overdue attested',
    ]);
    assert.deepEqual(changes((await read('HEAD', '--at', '2026-02-01')).worse), ['a A.4.2 attested partial']);
  });

  it('takes what git leaves alone for the same on both sides', async () => {
    const evidence = '/reports/eval.json, tests/test_a.py::test_a';
    repository.commit('2026-10-10T12:00:00Z', {
      '.gitignore': '/reports/\n/build.json\n',
      'aims.yaml': card(
        'a',
        'controls:\n',
        row('A.4.2', evidence),
        row('A.4.3', reviewed('reports')),
        row('A.4.4', 'build.json'),
      ),
      'tests/test_a.py': 'def test_a():\n    pass\n',
    });
    repository.write('reports/eval.json', '{}');
    repository.write('build.json', '{}');
    repository.write(
      'reports/junit.xml',
      '<testsuite><testcase classname="tests.test_a" name="test_a"/></testsuite>',
    );
    await nothing('HEAD', '--at', DAY);
    // What is only not committed yet is new.
    repository.write(
      'aims.yaml',
      card('a', 'controls:\n', row('A.4.2', evidence), row('A.4.3', reviewed('new.md'))),
    );
    repository.write('new.md', '');
    const { better, worse } = await read('HEAD', '--at', DAY);
    assert.deepEqual([changes(better), changes(worse)], [[], ['a A.4.4 partial missing']]);
  });

  it('takes what a submodule holds for the same on both sides', async () => {
    const inner = join(repository.top, 'inner');
    repository.init(inner);
    repository.commit('2026-02-01T12:00:00Z', { 'aims.yaml': card('inner'), 'x.md': '' }, inner);
    repository.git([
      '-c',
      'protocol.file.allow=always',
      'submodule',
      '--quiet',
      'add',
      `file://${inner}`,
      'sub',
    ]);
    repository.commit('2026-10-10T12:00:00Z', {
      'aims.yaml': card('a', 'controls:\n', row('A.4.2', reviewed('sub/x.md'))),
    });
    await nothing('HEAD', '--at', DAY);
  });

  it('notices commits since a review, of what is checked out and of what it is compared with', async () => {
    const text = card('a', 'target: managed\n', 'controls:\n', row('A.4.2', reviewed('x.md', '2026-10-11')));
    repository.commit('2026-10-10T12:00:00Z', { 'aims.yaml': text, 'x.md': '1' });
    repository.commit('2026-10-12T12:00:00Z', { 'x.md': '2' });
    const { new: added } = await read('HEAD~1', '--at', DAY);
    assert.deepEqual(
      added.findings.map(({ rule, message }) => [rule, message.slice(0, 24)]),
      [['evidence-moved-on', 'x.md was reviewed on 202']],
    );
    repository.commit('2026-10-13T12:00:00Z', { 'x.md': '3' });
    // Two commits in place of one are the same finding.
    await nothing('HEAD~1', '--at', DAY);
  });

  it('compares one path, there on one side only too', async () => {
    repository.commit('2026-10-10T12:00:00Z', {
      'aims.yaml': ORGANIZATION,
      'systems/a/aims.yaml': card('a'),
      'systems/b/aims.yaml': card('b'),
    });
    rmSync(join(repository.path, 'systems/b'), { recursive: true });
    repository.write('systems/c/aims.yaml', card('c'));
    const ids = async (path: string): Promise<unknown> => {
      const { new: added, gone } = await read('HEAD', path, '--at', DAY);
      return [added, gone].map(({ subjects }) => subjects.map(({ id }) => id));
    };
    assert.deepEqual(await ids('systems/a'), [[], []]);
    assert.deepEqual(await ids('systems/b'), [[], ['b']]);
    assert.deepEqual(await ids('systems/c/aims.yaml'), [['c'], []]);
    assert.deepEqual(await ids('.'), [['c'], ['b']]);
  });

  it('says in one sentence why it cannot', async () => {
    repository.commit('2026-10-10T12:00:00Z', { 'aims.yaml': card('a') });
    for (const [argv, sentence] of [
      [[], /^aims: diff needs a commit/],
      [['v9'], /^aims: v9 is no commit, tag or branch .*: git branch --all and git tag list what there is/],
      [['HEAD', 'nowhere'], /^aims: nowhere exists neither now nor in HEAD$/],
      [['HEAD', '.', '.'], /^aims: diff takes one commit and one path/],
      [['HEAD', '--format', 'sarif'], /^aims: --format sarif/],
    ] as const) {
      const { code, out, err } = await run(...argv);
      assert.deepEqual({ code, out, lines: err.length }, { code: 2, out: '', lines: 1 });
      assert.match(err[0] ?? '', sentence);
    }
  });
});

describe('which way a verdict went', () => {
  it('is decided for every two of the nine', () => {
    const table = VERDICTS.map((before) =>
      VERDICTS.map(
        (after) => ({ worse: '-', better: '+', other: '~', same: '.' })[directionOf(before, after) ?? 'same'],
      ).join(''),
    );
    // Columns and rows: not-applicable, not-due, unknown, suspect, overdue, missing, partial, attested, verified.
    assert.deepEqual(table, [
      '.~~----++',
      '~.~----++',
      '~~.~~~~++',
      '++~.+-+++',
      '++~-.-+++',
      '++~++.+++',
      '++~---.++',
      '~~-----.+',
      '~~------.',
    ]);
  });
});
