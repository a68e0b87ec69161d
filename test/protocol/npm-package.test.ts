import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type InitializeResult,
} from 'vscode-languageserver/node';
import { packNpm } from '../../scripts/package-npm.mjs';
import { createFolder, type Folder } from '../support/folder';

describe('the npm package', function () {
  this.timeout(120_000);

  let folder: Folder;
  let packed: string;
  /** A project it is installed in. */
  let project: string;
  let env: NodeJS.ProcessEnv;

  before(async () => {
    folder = createFolder();
    packed = await packNpm(folder.path);
    project = join(folder.path, 'project');
    mkdirSync(project);
    // Nothing may be fetched: it depends on nothing.
    env = {
      ...process.env,
      PATH: [dirname(process.execPath), process.env.PATH ?? ''].join(delimiter),
      npm_config_offline: 'true',
      npm_config_cache: join(folder.path, 'cache'),
      npm_config_audit: 'false',
      npm_config_fund: 'false',
      npm_config_update_notifier: 'false',
    };
    execFileSync('npm', ['install', '--silent', packed], { cwd: project, env, stdio: 'pipe' });
  });
  after(() => folder.dispose());

  const start = (command: string, args: readonly string[]) =>
    spawnSync(command, args, { cwd: project, env, encoding: 'utf8', maxBuffer: 64_000_000 });

  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

  it('holds the program and nothing it does not need', () => {
    const names = execFileSync('tar', ['-tzf', packed], { encoding: 'utf8' }).trim().split('\n').sort();
    assert.deepEqual(names, [
      'package/CHANGELOG.md',
      'package/LICENSE',
      'package/README.md',
      'package/dist/THIRD-PARTY-NOTICES.txt',
      'package/dist/cli.js',
      'package/dist/mcp.js',
      'package/l10n/server.de.json',
      'package/package.json',
    ]);
    const manifest = JSON.parse(
      readFileSync(join(project, 'node_modules', 'aims-vscode', 'package.json'), 'utf8'),
    ) as Record<string, unknown>;
    assert.equal(manifest.private, undefined);
    assert.equal(manifest.dependencies, undefined);
    assert.deepEqual(manifest.bin, { aims: 'dist/cli.js' });
  });

  it('puts `aims` on the path, and starts with npx by the name of the package', () => {
    const aims = join(project, 'node_modules', '.bin', 'aims');
    assert.deepEqual(start(aims, ['--version']).stdout, `${version}\n`);
    const byName = start('npx', ['--no-install', 'aims-vscode', '--version']);
    assert.deepEqual([byName.stdout, byName.status], [`${version}\n`, 0], byName.stderr);
    const byFile = start('npx', ['--yes', `--package=${packed}`, 'aims', '--version']);
    assert.deepEqual([byFile.stdout, byFile.status], [`${version}\n`, 0], byFile.stderr);
  });

  it('checks a repository by the command of the README, as it stands there', () => {
    const command = /^ +- run: (npx .*)$/m.exec(readFileSync('README.md', 'utf8'))?.[1] ?? '';
    const path = /--package=\.\/(\S+)/.exec(command)?.[1] ?? '';
    const repository = createFolder({ 'aims.yaml': 'aims: 1\nkind: system\nid: churn\n' });
    try {
      repository.write(path, readFileSync(packed));
      const run = () => spawnSync('sh', ['-c', command], { cwd: repository.path, env, encoding: 'utf8' });
      const clean = run();
      assert.equal(clean.status, 0, clean.stdout + clean.stderr);
      repository.write('aims.yaml', 'aims: 1\nkind: sytem\nid: churn\n');
      const found = run();
      assert.equal(found.status, 1, found.stdout + found.stderr);
      assert.match(found.stdout, /^aims\.yaml:2:7 error /m);
    } finally {
      repository.dispose();
    }
  });

  it('checks the example', () => {
    const example = resolve('examples/northwind/credit-scoring');
    const checked = start('npx', ['--no-install', 'aims', 'check', example, '--at', '2026-11-01']);
    assert.equal(checked.status, 0, `${checked.stdout}${checked.stderr}`);
  });

  it('serves agents', () => {
    const aims = join(project, 'node_modules', '.bin', 'aims');
    const hello = {
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
    };
    const { stdout, stderr, status } = spawnSync(aims, ['mcp'], {
      cwd: project,
      env,
      encoding: 'utf8',
      input: `${JSON.stringify(hello)}\n`,
    });
    assert.deepEqual([status, stderr], [0, '']);
    assert.match(stdout, /"name":"aims"/);
  });

  it('serves an editor', async () => {
    const aims = join(project, 'node_modules', 'aims-vscode', 'dist', 'cli.js');
    const child = spawn(process.execPath, [aims, 'lsp', '--stdio'], { cwd: project, env });
    const connection = createMessageConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    connection.listen();
    const { capabilities, serverInfo } = await connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: pathToFileURL(project).href,
      capabilities: {},
    });
    assert.deepEqual([serverInfo?.name, capabilities.hoverProvider], ['aims', true]);
    await connection.sendRequest('shutdown');
    const ended = new Promise((settle) => child.once('exit', settle));
    await connection.sendNotification('exit');
    assert.equal(await ended, 0);
    connection.dispose();
  });
});
