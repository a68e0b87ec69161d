import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { resolveTarget } from '../../../server/src/cli/target';
import { aims, DAY, folderWith, temporaryFolder } from './support';

const ORGANIZATION = `aims: 1
kind: organization
id: harbour
people: [{id: dana, name: Dana Reyes, roles: [ai-owner]}]
`;

const card = (id: string, ...more: readonly string[]): string =>
  [
    'aims: 1',
    'kind: system',
    `id: ${id}`,
    'owner: dana',
    'lifecycle: {stage: design-development}',
    ...more,
    '',
  ].join('\n');

interface JsonFinding {
  readonly rule: string;
  readonly file: string;
}

async function findings(cwd: string, ...argv: readonly string[]): Promise<readonly JsonFinding[]> {
  const { out, err } = await aims(['check', ...argv, '--format', 'json', '--at', DAY], { cwd });
  assert.deepEqual(err, []);
  return (JSON.parse(out) as { findings: JsonFinding[] }).findings;
}

interface JsonRequirement {
  readonly id: string;
  readonly level: string;
  readonly subject: string;
  readonly verdict: string;
  readonly reasons: readonly string[];
}

async function requirements(cwd: string, path: string): Promise<readonly JsonRequirement[]> {
  const { code, out, err } = await aims(['status', path, '--format', 'json', '--at', DAY], { cwd });
  assert.deepEqual({ code, err }, { code: 0, err: [] });
  return (JSON.parse(out) as { requirements: JsonRequirement[] }).requirements;
}

const subjects = async (cwd: string, path: string): Promise<readonly string[]> => [
  ...new Set((await requirements(cwd, path)).map(({ level, subject }) => `${level} ${subject}`)),
];

describe('which workspace a path belongs to', () => {
  it('the repository above it', async () => {
    const folder = folderWith({ 'repo/systems/credit/aims.yaml': card('credit') });
    mkdirSync(join(folder, 'repo/.git'));
    const target = await resolveTarget('systems/credit', join(folder, 'repo'));
    assert.equal(target.root, join(folder, 'repo'));
    assert.equal(target.surroundings, join(folder, 'repo'));
  });

  it('a worktree or submodule, whose .git is a file', async () => {
    const folder = folderWith({ 'work/.git': 'gitdir: ../elsewhere\n', 'work/a/aims.yaml': card('a') });
    assert.equal((await resolveTarget('work/a/aims.yaml', folder)).root, join(folder, 'work'));
  });

  it('without a repository: the topmost folder with an AIMS file', async () => {
    const folder = folderWith({ 'org/aims.yaml': ORGANIZATION, 'org/systems/a/aims.yaml': card('a') });
    const target = await resolveTarget('org/systems/a', folder);
    assert.equal(target.root, join(folder, 'org'));
  });

  it('without either: the path itself', async () => {
    const folder = folderWith({ 'a/train.py': '' });
    assert.equal((await resolveTarget('a', folder)).root, join(folder, 'a'));
    assert.equal((await resolveTarget('a/train.py', folder)).root, join(folder, 'a'));
  });

  it('not an organization above the repository', async () => {
    const folder = folderWith({ 'aims.yaml': ORGANIZATION, 'repo/a/aims.yaml': card('a') });
    mkdirSync(join(folder, 'repo/.git'));
    assert.deepEqual(await subjects(folder, 'repo/a'), ['system a']);
  });

  it('through a link: where it leads', async () => {
    const folder = folderWith({ 'repo/a/aims.yaml': card('a') });
    mkdirSync(join(folder, 'repo/.git'));
    symlinkSync(join(folder, 'repo/a'), join(folder, 'link'));
    assert.equal((await resolveTarget('link', folder)).root, join(folder, 'repo'));
  });
});

describe('what counts around a path', () => {
  it('the organization above it, people included', async () => {
    const folder = folderWith({ 'aims.yaml': ORGANIZATION, 'systems/a/aims.yaml': card('a') });
    assert.deepEqual(await subjects(folder, 'systems/a'), ['organization harbour', 'system a']);
    const files = (await findings(folder, 'systems/a')).map(({ file }) => file);
    assert.ok(files.every((file) => file === 'aims.yaml'));
    assert.ok(!(await findings(folder, 'systems/a')).some(({ rule }) => rule === 'dangling-reference'));
  });

  it('an organization elsewhere in the repository that the card names', async () => {
    const folder = folderWith({
      'governance/acme.yaml': ORGANIZATION,
      'systems/a/aims.yaml': card('a', 'organization: ../../governance/acme.yaml'),
    });
    mkdirSync(join(folder, '.git'));
    assert.deepEqual(await subjects(folder, 'systems/a'), ['organization harbour', 'system a']);
  });

  it('an assessment that stands beside the card, not below the path', async () => {
    const folder = folderWith({
      'aims.yaml': ORGANIZATION,
      'systems/a/aims.yaml': card('a'),
      'assessments/a.impact.yaml':
        'aims: 1\nkind: impact-assessment\nid: IA-a\nsystem: a\nstatus: approved\nperformed: 2026-03-10\nassessor: dana\n',
    });
    const inPath = (await requirements(folder, 'systems/a')).filter(({ level }) => level === 'system');
    const inWhole = (await requirements(folder, '.')).filter(({ level }) => level === 'system');
    assert.deepEqual(inPath, inWhole);
    assert.ok(
      !(await findings(folder, 'systems/a')).some(({ rule }) => rule === 'impact-assessment-missing'),
    );
  });

  it('evidence anywhere in the repository, and nothing outside it', async () => {
    const row = (path: string): string =>
      `controls: {A.6.2.2: {status: implemented, why: Asked for, evidence: [{path: ${path}, reviewed: 2026-10-01, by: dana}]}}`;
    const folder = folderWith({
      'outside.md': '# Outside',
      'repo/docs/requirements.md': '# Requirements',
      'repo/in/aims.yaml': card('in', row('../docs/requirements.md')),
      'repo/out/aims.yaml': card('out', row('../../outside.md')),
      'repo/link/aims.yaml': card('link', row('leaves.md')),
    });
    mkdirSync(join(folder, 'repo/.git'));
    symlinkSync(join(folder, 'outside.md'), join(folder, 'repo/link/leaves.md'));
    const verdict = async (path: string): Promise<string | undefined> =>
      (await requirements(folder, path)).find(({ id, level }) => id === 'A.6.2.2' && level === 'system')
        ?.verdict;
    assert.equal(await verdict('repo/in'), 'attested');
    assert.notEqual(await verdict('repo/out'), 'attested');
    assert.notEqual(await verdict('repo/link'), 'attested');
  });

  it('a folder called examples is no example when it is asked for', async () => {
    const code =
      'from transformers import pipeline\n\nclassify = pipeline("text-classification", model="distilbert-base-uncased")\n';
    const folder = folderWith({ 'aims.yaml': ORGANIZATION, 'examples/churn/train.py': code });
    const whole = await findings(folder, '.');
    assert.deepEqual(
      whole.filter(({ file }) => file.endsWith('.py')),
      [],
    );
    const asked = await findings(folder, 'examples');
    assert.deepEqual(
      asked.map(({ file }) => file),
      ['churn/train.py'],
    );
  });
});

describe('what is shown', () => {
  const BAD = 'onwer: dana';

  it('a file asked about by name, and no other', async () => {
    const folder = folderWith({ 'aims.yaml': card('a', BAD), 'b/aims.yaml': card('b', BAD) });
    assert.deepEqual(
      (await findings(folder, 'b/aims.yaml'))
        .filter(({ rule }) => rule === 'unknown-key')
        .map(({ file }) => file),
      ['aims.yaml'],
    );
  });

  it('several paths: named from the folder that holds them all, each file once', async () => {
    const folder = folderWith({ 'x/a/aims.yaml': card('a', BAD), 'x/b/aims.yaml': card('b', BAD) });
    const files = (await findings(folder, 'x/b', 'x/a', 'x/a/aims.yaml'))
      .filter(({ rule }) => rule === 'unknown-key')
      .map(({ file }) => file);
    assert.deepEqual(files, ['a/aims.yaml', 'b/aims.yaml']);
  });

  it('paths of different repositories, each judged in its own', async () => {
    const folder = folderWith({
      'one/aims.yaml': ORGANIZATION,
      'one/a/aims.yaml': card('a', BAD),
      'two/a/aims.yaml': card('a', BAD),
    });
    mkdirSync(join(folder, 'one/.git'));
    mkdirSync(join(folder, 'two/.git'));
    const files = (await findings(folder, 'one/a', 'two/a'))
      .filter(({ rule }) => rule === 'unknown-key')
      .map(({ file }) => file);
    assert.deepEqual(files, ['one/a/aims.yaml', 'two/a/aims.yaml']);
  });

  it('status inside a system is that system and its organization', async () => {
    const folder = folderWith({
      'aims.yaml': ORGANIZATION,
      'a/aims.yaml': card('a'),
      'a/src/train.py': '',
      'b/aims.yaml': card('b'),
    });
    assert.deepEqual(await subjects(folder, 'a/src'), ['organization harbour', 'system a']);
    assert.deepEqual(await subjects(folder, '.'), ['organization harbour', 'system a', 'system b']);
  });

  it('an organization is judged by all its systems, whatever path is asked about', async () => {
    const folder = folderWith({
      'aims.yaml': ORGANIZATION,
      'a/aims.yaml': card('a'),
      'b/aims.yaml': card('b'),
    });
    const own = async (path: string): Promise<readonly JsonRequirement[]> =>
      (await requirements(folder, path)).filter(({ level }) => level === 'organization');
    assert.deepEqual(await own('a'), await own('.'));
  });

  it('status where nothing is described says so and is no failure', async () => {
    const { code, out } = await aims(['status', '.', '--at', DAY], { cwd: temporaryFolder() });
    assert.equal(code, 0);
    assert.match(out, /^Nothing at \. describes an organization or an AI system\. A file aims\.yaml/);
    assert.deepEqual(await requirements(temporaryFolder(), '.'), []);
  });
});

describe('what cannot be read is never clean', () => {
  it('a card that is too large is a finding', async () => {
    const folder = folderWith({});
    writeFileSync(join(folder, 'aims.yaml'), `${card('a')}# ${'x'.repeat(6_000_000)}\n`);
    const { code, out } = await aims(['check', '.', '--at', DAY], { cwd: folder });
    assert.equal(code, 1);
    assert.match(out, /^aims\.yaml:1:1 error unreadable-text /);
  });
});
