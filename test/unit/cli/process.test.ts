/** The built program, as a shell or a CI job starts it. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildBundle } from '../../../scripts/build.mjs';
import { DAY, fixture, folderWith, temporaryFolder } from './support';

describe('the aims program', function () {
  this.timeout(60_000);

  let program = '';

  before(async () => {
    const folder = temporaryFolder();
    await buildBundle('cli', folder);
    program = join(folder, 'cli.js');
  });

  const start = (argv: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}) =>
    spawnSync(process.execPath, [program, ...argv], {
      cwd,
      env: { PATH: process.env.PATH, ...env },
      encoding: 'utf8',
      maxBuffer: 64_000_000,
    });

  it('runs on nothing but its one file', () => {
    const { status, stdout, stderr } = start(['--version'], temporaryFolder());
    assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
    assert.match(stdout, /^\d+\.\d+\.\d+\n$/);
  });

  it('exits 0, 1 and 2 as promised', () => {
    const clean = folderWith({ 'aims.yaml': 'aims: 1\nkind: organization\nid: a\ntarget: inventory\n' });
    assert.equal(start(['check', '.', '--at', DAY], clean).status, 0);
    assert.equal(start(['check', '.', '--at', DAY], fixture('lone-card')).status, 1);
    const bad = start(['check', 'nowhere'], clean);
    assert.deepEqual(
      { status: bad.status, stdout: bad.stdout, stderr: bad.stderr },
      { status: 2, stdout: '', stderr: 'aims: nowhere does not exist\n' },
    );
  });

  it('prints the same bytes in every time zone and language', () => {
    const cwd = fixture('organization');
    const environments: readonly NodeJS.ProcessEnv[] = [
      { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
      { TZ: 'Pacific/Niue', LANG: 'de_DE.UTF-8' },
      { TZ: 'UTC', LC_ALL: 'C' },
    ];
    for (const argv of [
      ['check', '.', '--format', 'json'],
      ['check', '.'],
      ['status', '.', '--format', 'json'],
      ['explain', 'A.6.2.4'],
      ['attest', '.', '--by', 'dana', '--dry-run', '--format', 'json'],
    ]) {
      const epoch = String(Date.UTC(2026, 10, 1, 12) / 1000);
      const outputs = environments.map((env) => {
        const { status, stdout, stderr } = start(argv, cwd, { ...env, SOURCE_DATE_EPOCH: epoch });
        assert.equal(stderr, '');
        return `${status ?? ''}\n${stdout}`;
      });
      assert.equal(new Set(outputs).size, 1, argv.join(' '));
    }
  });

  it('prints the same bytes whatever order the folders were made in', () => {
    const first = fixture('organization');
    const second = temporaryFolder();
    cpSync(first, second, { recursive: true });
    for (const name of ['credit', 'churn']) {
      renameSync(join(second, 'systems', name), join(second, name));
      rmSync(join(second, 'systems', name), { recursive: true, force: true });
      mkdirSync(join(second, 'systems'), { recursive: true });
    }
    for (const name of ['churn', 'credit']) renameSync(join(second, name), join(second, 'systems', name));
    const argv = ['check', '.', '--format', 'json', '--at', DAY];
    assert.equal(start(argv, second).stdout, start(argv, first).stdout);
  });

  it('says nothing when its reader stops early', async () => {
    // Far more than a pipe holds, so that it is still writing when the reader goes away.
    const keys = Array.from({ length: 4_000 }, (_, index) => `wrongKey${index}: x`).join('\n');
    const cwd = folderWith({ 'aims.yaml': `aims: 1\nkind: organization\nid: a\n${keys}\n` });
    const child = spawn(process.execPath, [program, 'check', '.', '--at', DAY], { cwd });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    assert.equal(said, '');
    assert.equal(code, 1);
  });

  it('writes all of a long answer into a pipe', () => {
    const keys = Array.from({ length: 4_000 }, (_, index) => `wrongKey${index}: x`).join('\n');
    const cwd = folderWith({ 'aims.yaml': `aims: 1\nkind: organization\nid: a\n${keys}\n` });
    const { stdout } = start(['check', '.', '--at', DAY, '--format', 'json'], cwd);
    const { findings } = JSON.parse(stdout) as { findings: { rule: string }[] };
    assert.equal(findings.filter(({ rule }) => rule === 'unknown-key').length, 4_000);
  });

  it('speaks the language server protocol for `lsp --stdio`', async () => {
    const child = spawn(process.execPath, [program, 'lsp', '--stdio'], { cwd: temporaryFolder() });
    const message = (content: object): string => {
      const text = JSON.stringify({ jsonrpc: '2.0', ...content });
      return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
    };
    let answer = '';
    const initialized = new Promise<void>((resolve, reject) => {
      child.on('exit', () => reject(new Error('ended before it answered')));
      child.stdout.on('data', (chunk: Buffer) => {
        answer += chunk.toString();
        if (answer.includes('"capabilities"')) resolve();
      });
    });
    child.stdin.write(
      message({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } }),
    );
    await initialized;
    const ended = new Promise((resolve) => child.on('close', resolve));
    child.stdin.write(message({ id: 2, method: 'shutdown' }));
    child.stdin.write(message({ method: 'exit' }));
    assert.equal(await ended, 0);
  });
});
