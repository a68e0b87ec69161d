/** What stands in the way of writing `aims.lock`: whatever it is, the file stays as it was and the user is told. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { buildBundle } from '../../../../scripts/build.mjs';
import { FILES, ORGANIZATION } from '../../lock/workspace';
import { folderWith, temporaryFolder, type Ran } from '../support';
import { at, attest, lockOf, organizationFolder, recordsOf } from './workspace';

const POLICY = ['.', '--by', 'dana', '--only', 'policy'];

/** Somebody who is no administrator: to those, permissions mean nothing. */
async function asNobody<T>(act: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return act();
  process.seteuid?.(65_534);
  try {
    return await act();
  } finally {
    process.seteuid?.(0);
  }
}

async function withRecord(): Promise<{ readonly folder: string; readonly before: string }> {
  const folder = organizationFolder();
  await attest(folder, POLICY);
  return { folder, before: lockOf(folder) ?? '' };
}

/** It was refused for this reason, in one place, and nothing else is left behind. */
function assertUntouched(folder: string, before: string | undefined): void {
  assert.equal(lockOf(folder), before);
  assert.ok(!existsSync(join(folder, 'aims.lock.new')), 'something is left behind');
}

describe('a record that cannot be added to', () => {
  const LATER = { ...at('2026-11-02T08:00:00Z') };
  const plan = (folder: string): Promise<Ran> =>
    attest(folder, ['.', '--by', 'dana', '--only', 'treatmentPlan'], LATER);

  const refused: Readonly<Record<string, readonly [(lock: string) => string, RegExp]>> = {
    'with a merge conflict': [
      (lock) => `${lock}<<<<<<< ours\n=======\n>>>>>>> theirs\n`,
      /^aims\.lock:4 A merge conflict is not resolved here\./,
    ],
    'of a later version': [
      (lock) => lock.replace('aims.lock 1', 'aims.lock 7'),
      /^aims\.lock:1 This file has version 7/,
    ],
  };
  for (const [name, [damage, said]] of Object.entries(refused))
    it(name, async () => {
      const { folder, before } = await withRecord();
      writeFileSync(join(folder, 'aims.lock'), damage(before));
      const { code, out, err } = await plan(folder);
      assert.equal(code, 1);
      assert.match(out, /refused The risk treatment plan cannot be approved: aims\.lock, .* mended first\./);
      assert.equal(err.length, 1);
      assert.match(err[0] ?? '', said);
      assertUntouched(folder, damage(before));
    });

  it('a line that cannot be read stays, and stops what it is about only', async () => {
    const { folder, before } = await withRecord();
    const damaged = before.replace(' by=dana ', ' by= ');
    writeFileSync(join(folder, 'aims.lock'), damaged);
    const policy = await attest(folder, [...POLICY, '--effective', '2026-03-01'], LATER);
    assert.equal(policy.code, 1);
    assert.match(policy.out, /a line about it in aims\.lock cannot be read/);
    assert.equal((await plan(folder)).code, 0);
    assert.deepEqual(
      (lockOf(folder) ?? '').split('\n').filter((line) => line.includes('northwind:policy')),
      damaged.split('\n').filter((line) => line.includes('northwind:policy')),
    );
  });

  it('a record from the future: a new one would not count', async () => {
    const folder = organizationFolder();
    await attest(folder, POLICY, at('2027-05-01T00:00:00Z'));
    const { code, out } = await attest(folder, [...POLICY, '--effective', '2026-03-01']);
    assert.equal(code, 1);
    assert.match(
      out,
      /holds a record of it from 2027-05-01T00:00:00Z, and the clock of this machine says 2026-11-01/,
    );
  });

  it('Windows line ends stay', async () => {
    const { folder, before } = await withRecord();
    writeFileSync(join(folder, 'aims.lock'), before.replaceAll('\n', '\r\n'));
    assert.equal((await plan(folder)).code, 0);
    const after = lockOf(folder) ?? '';
    assert.doesNotMatch(after, /[^\r]\n/);
    assert.ok(after.startsWith(before.replaceAll('\n', '\r\n')));
    assert.equal(recordsOf(folder).length, 2);
  });

  it('lines somebody sorted, wrote twice or commented on count all the same', async () => {
    const { folder, before } = await withRecord();
    const [header = '', note = '', record = ''] = before.split('\n');
    writeFileSync(join(folder, 'aims.lock'), [header, record, '# mine', record, note, ''].join('\n'));
    assert.equal((await plan(folder)).code, 0);
    assert.equal(recordsOf(folder).length, 2);
    assert.match(lockOf(folder) ?? '', /^# mine$/m);
  });
});

describe('a record that cannot be written', () => {
  const fails = async (folder: string, said: RegExp, before = lockOf(folder)): Promise<void> => {
    const { code, out, err } = await asNobody(() => attest(folder, POLICY));
    assert.deepEqual({ code, out, lines: err.length }, { code: 2, out: '', lines: 1 });
    assert.match(err[0] ?? '', /^aims: nothing was recorded\. aims\.lock cannot be written: /);
    assert.match(err[0] ?? '', said);
    assertUntouched(folder, before);
  };
  before(function () {
    if (process.platform === 'win32') this.skip();
  });

  it('in a read-only folder', async () => {
    const folder = organizationFolder();
    chmodSync(folder, 0o555);
    await fails(folder, /no permission/);
  });

  it('over a read-only file', async () => {
    const folder = organizationFolder();
    chmodSync(folder, 0o777);
    writeFileSync(join(folder, 'aims.lock'), 'aims.lock 1\n');
    chmodSync(join(folder, 'aims.lock'), 0o444);
    await fails(folder, /no permission/);
  });

  it('over a folder', async () => {
    const folder = organizationFolder();
    chmodSync(folder, 0o777);
    mkdirSync(join(folder, 'aims.lock'));
    const { code, err } = await attest(folder, POLICY);
    assert.equal(code, 2);
    assert.match(err.join(), /it is not a regular file/);
    assert.deepEqual(readdirSync(join(folder, 'aims.lock')), []);
  });

  for (const [name, inside] of [
    ['through a link out of the workspace', false],
    ['through a link inside it', true],
  ] as const)
    it(name, async () => {
      const folder = organizationFolder();
      chmodSync(folder, 0o777);
      const target = join(inside ? folder : temporaryFolder(), 'elsewhere.txt');
      writeFileSync(target, 'mine\n');
      symlinkSync(target, join(folder, 'aims.lock'));
      const { code, err } = await attest(folder, POLICY);
      assert.equal(code, 1);
      assert.match(err.join(), /^aims\.lock:1 .*it is a link\. Put a file of its own there/);
      assert.equal(readFileSync(target, 'utf8'), 'mine\n');
      assert.ok(lstatSync(join(folder, 'aims.lock')).isSymbolicLink());
      assert.ok(!existsSync(join(folder, 'aims.lock.new')));
    });

  it('while another program writes it', async function () {
    this.timeout(10_000);
    const folder = organizationFolder();
    chmodSync(folder, 0o777);
    writeFileSync(join(folder, 'aims.lock.new'), '');
    const { code, err } = await attest(folder, POLICY);
    assert.equal(code, 2);
    assert.match(err.join(), /another program is writing it; if none is, delete/);
    assert.equal(lockOf(folder), undefined);
    assert.ok(existsSync(join(folder, 'aims.lock.new')), 'what is not ours stays');
  });

  it('permissions of the file stay', async () => {
    const folder = organizationFolder();
    writeFileSync(join(folder, 'aims.lock'), 'aims.lock 1\n');
    chmodSync(join(folder, 'aims.lock'), 0o640);
    assert.equal((await attest(folder, POLICY)).code, 0);
    assert.equal(statSync(join(folder, 'aims.lock')).mode & 0o777, 0o640);
  });

  it('in several records: all or none', async () => {
    const other = ORGANIZATION.replace('id: northwind', 'id: southwind');
    const folder = folderWith({
      ...Object.fromEntries(Object.entries(FILES).map(([path, text]) => [`a/${path}`, text])),
      'b/aims.yaml': other,
      'b/docs/policy.md': '# Policy\n',
    });
    mkdirSync(join(folder, '.git'));
    symlinkSync('elsewhere', join(folder, 'b/aims.lock'));
    const { code, err } = await attest(folder, POLICY);
    assert.equal(code, 1);
    assert.match(err.join(), /^b\/aims\.lock:1 .*it is a link/);
    assert.deepEqual(
      [lockOf(join(folder, 'a')), readdirSync(join(folder, 'a')).includes('aims.lock.new')],
      [undefined, false],
    );
    rmSync(join(folder, 'b/aims.lock'));
    assert.equal((await attest(folder, POLICY)).code, 0);
    for (const name of ['a', 'b']) assert.equal(recordsOf(join(folder, name)).length, 1);
  });

  it('on a disk that takes no more', async function () {
    this.timeout(60_000);
    const folder = temporaryFolder();
    await buildBundle('cli', folder);
    renameSync(join(folder, 'cli.js'), join(folder, 'cli.cjs'));
    const workspace = organizationFolder();
    const command = `ulimit -f 0; exec "${process.execPath}" "${join(folder, 'cli.cjs')}" attest . --by dana`;
    // Standard output is a pipe: it is no file, and goes on.
    const ran = spawnSync('sh', ['-c', command], { cwd: workspace, encoding: 'utf8' });
    assert.equal(ran.status, 2, ran.stderr);
    assert.match(
      ran.stderr,
      /^aims: nothing was recorded\. aims\.lock cannot be written: the system says EFBIG\n$/,
    );
    assertUntouched(workspace, undefined);
  });
});
