/** `--rev`: files as of a commit. */
import assert from 'node:assert/strict';
import { chmodSync, chownSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENVIRONMENT, Repository } from '../node/repository';
import { aims, type Ran } from './support';

const ORGANIZATION = `aims: 1
kind: organization
id: harbour
target: managed
people: [{id: dana, name: Dana Reyes, roles: [ai-owner]}]
`;

const card = (id: string, ...more: readonly string[]): string =>
  [
    'aims: 1',
    'kind: system',
    `id: ${id}`,
    'owner: dana',
    'lifecycle: {stage: operation-monitoring}',
    ...more,
    '',
  ].join('\n');

const EVIDENCE = `controls:
  A.4.2:
    status: implemented
    why: So that others find it
    evidence: [{path: notes.md, reviewed: 2026-02-01, by: dana, reviewEvery: 1 month}]`;

describe('--rev', function () {
  this.timeout(30_000);
  let repository: Repository;
  beforeEach(() => {
    repository = new Repository();
  });
  afterEach(() => repository.remove());

  const run = (
    argv: readonly string[],
    cwd = repository.path,
    env: NodeJS.ProcessEnv = ENVIRONMENT,
  ): Promise<Ran> => aims(argv, { cwd, env });

  it('prints of a clean checkout what it prints of the disk, byte for byte', async () => {
    repository.commit('2026-02-10T12:00:00Z', {
      'aims.yaml': ORGANIZATION,
      'systems/a/aims.yaml': card('a', EVIDENCE),
      'systems/a/train.py': 'import torch\nmodel = torch.nn.Linear(1, 1)\n',
      'systems/b/aims.yaml': card('b', 'impactAssessment: nowhere.yaml', 'oops: 1'),
      'node_modules/x/aims.yaml': card('x'),
    });
    for (const path of ['.', 'systems/a', 'systems/b/aims.yaml'])
      for (const command of ['check', 'status']) {
        const disk = await run([command, path, '--at', '2026-02-10']);
        const then = await run([command, path, '--at', '2026-02-10', '--rev', 'HEAD']);
        assert.deepEqual(then.err, []);
        assert.equal(then.code, disk.code);
        assert.equal(then.out.replace(' in HEAD', ''), disk.out, `${command} ${path}`);
        assert.notEqual(then.out, disk.out);
      }
  });

  it('judges what was there, at the day of the commit unless told another', async () => {
    const first = repository.commit('2026-02-10T23:30:00-05:00', {
      'aims.yaml': card('a', EVIDENCE),
      'notes.md': 'x',
    });
    repository.git(['tag', 'v1']);
    repository.git(['rm', '-q', 'notes.md']);
    repository.commit('2026-05-01T12:00:00Z', { 'other.md': 'x' });
    rmSync(join(repository.path, 'aims.yaml'));
    const status = async (
      ...more: readonly string[]
    ): Promise<{ at: string; commit: string; verdict: string }> => {
      const { out, err } = await run(['status', '.', '--format', 'json', ...more]);
      assert.deepEqual(err, []);
      const { requirements, ...rest } = JSON.parse(out) as {
        at: string;
        commit: string;
        requirements: { id: string; verdict: string }[];
      };
      return { ...rest, verdict: requirements.find(({ id }) => id === 'A.4.2')?.verdict ?? '' };
    };
    assert.deepEqual(await status('--rev', 'v1'), { at: '2026-02-11', commit: first, verdict: 'attested' });
    assert.equal((await status('--rev', 'v1', '--at', '2026-03-15')).verdict, 'overdue');
    const latest = await status('--rev', 'HEAD');
    assert.deepEqual([latest.at, latest.verdict], ['2026-05-01', 'missing']);
    // SOURCE_DATE_EPOCH stands for the clock, which is not asked.
    const epoch = { ...ENVIRONMENT, SOURCE_DATE_EPOCH: '0' };
    assert.match(
      (await run(['status', '.', '--rev', 'v1'], repository.path, epoch)).out,
      /Judged at 2026-02-11 in v1\./,
    );
  });

  it('finds folders and files that are gone from the disk', async () => {
    repository.commit('2026-02-10T12:00:00Z', {
      'aims.yaml': ORGANIZATION,
      'systems/a/aims.yaml': card('a', 'oops: 1'),
    });
    repository.git(['rm', '-rq', 'systems']);
    repository.commit('2026-02-11T12:00:00Z', { x: '' });
    for (const path of ['systems/a', 'systems/a/aims.yaml']) {
      const { code, out, err } = await run(['check', path, '--rev', 'HEAD~1', '--format', 'json']);
      assert.deepEqual({ code, err }, { code: 1, err: [] });
      const { findings } = JSON.parse(out) as { findings: { rule: string; file: string }[] };
      assert.deepEqual(new Set(findings.map(({ file }) => file)), new Set(['aims.yaml']));
      assert.ok(findings.some(({ rule }) => rule === 'unknown-key'));
      assert.ok(!findings.some(({ rule }) => rule === 'dangling-reference'), 'the organization counts');
    }
  });

  it('says in one sentence why it cannot', async () => {
    repository.commit('2026-02-10T12:00:00Z', { 'aims.yaml': card('a'), 'd/b': '' });
    repository.git(['tag', 'v1']);
    repository.commit('2026-02-11T12:00:00Z', { 'aims.yaml': card('b') });
    const says = async (
      argv: readonly string[],
      sentence: RegExp,
      cwd?: string,
      env?: NodeJS.ProcessEnv,
    ): Promise<void> => {
      const { code, out, err } = await run(argv, cwd, env);
      assert.deepEqual({ code, out, lines: err.length }, { code: 2, out: '', lines: 1 }, argv.join(' '));
      assert.match(err[0] ?? '', sentence);
      assert.doesNotMatch(err[0] ?? '', /\n|failed inside/);
    };
    for (const command of ['check', 'status']) {
      await says([command, '.', '--rev', 'v9'], /^aims: v9 is no commit, tag or branch .*: git branch --all/);
      await says([command, '.', '--rev', '--all'], /rev/);
      await says([command, '.', '--rev=--all'], /^aims: --all is no commit/);
      await says([command, '.', '--rev', ''], / is no commit/);
      await says([command, 'nowhere', '--rev', 'v1'], /^aims: nowhere does not exist in v1$/);
      await says([command, '', '--rev', 'v1'], /empty path/);
      await says([command, '.', '--rev', 'v1', '--at', 'soon'], /--at soon/);
      await says([command, '.', '--rev', 'v1'], /^aims: git is not installed/, repository.path, { PATH: '' });
    }
    const elsewhere = join(repository.top, 'elsewhere');
    mkdirSync(elsewhere);
    await says(
      ['check', '.', '--rev', 'v1'],
      /^aims: \. lies in no git repository, .* leave out --rev/,
      elsewhere,
    );
    await says(
      ['diff', 'main'],
      /^aims: \. lies in no git repository, .*: name a path inside one, .* aims check \.$/,
      elsewhere,
    );
    const empty = join(repository.top, 'empty');
    repository.init(empty);
    await says(
      ['check', '.', '--rev', 'HEAD'],
      /^aims: this repository has no commit yet.* git commit$/,
      empty,
    );
    await says(['diff', 'main'], /^aims: this repository has no commit yet.* git commit$/, empty);
    await says(['check', '.', '../empty', '--rev', 'HEAD'], /one repository at a time/);
    const clone = join(repository.top, 'clone');
    repository.git(
      ['clone', '-q', '--depth', '1', '--no-tags', `file://${repository.path}`, clone],
      repository.top,
    );
    await says(['check', '.', '--rev', 'v1'], /^aims: v1 is not in this clone.*--unshallow/, clone);
    assert.equal((await run(['status', '.', '--rev', 'HEAD'], clone)).code, 0);
    const hanging = join(repository.top, 'bin');
    mkdirSync(hanging);
    writeFileSync(join(hanging, 'git'), '#!/bin/sh\nexit 3\n');
    chmodSync(join(hanging, 'git'), 0o755);
    await says(['check', '.', '--rev', 'v1'], /does not accept this repository/, repository.path, {
      PATH: hanging,
    });
    if (process.getuid?.() !== 0) return;
    for (const path of [repository.path, join(repository.path, '.git')]) chownSync(path, 4242, 4242);
    await says(['check', '.', '--rev', 'v1'], /does not accept this repository/);
  });

  it('works from a worktree, and with nothing checked out by name', async () => {
    repository.commit('2026-02-10T12:00:00Z', { 'aims.yaml': card('a') });
    repository.git(['tag', 'v1']);
    repository.commit('2026-02-11T12:00:00Z', { 'aims.yaml': card('b') });
    const side = join(repository.top, 'side');
    repository.git(['worktree', 'add', '-q', '--detach', side, 'HEAD']);
    for (const [revision, id] of [
      ['v1', 'a'],
      ['HEAD', 'b'],
    ] as const)
      assert.match(
        (await run(['status', '.', '--rev', revision], side)).out,
        new RegExp(`AI system ${id}\\n`),
      );
  });
});
