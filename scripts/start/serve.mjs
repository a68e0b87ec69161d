import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeServerEntry, node24, root } from '../vscode/paths.mjs';

const home = join(root, '.scratch', 'vscode');

const firstSettings = {
  'chat.agentsControl.enabled': 'hidden',
  'git.openRepositoryInParentFolders': 'never',
  'telemetry.telemetryLevel': 'off',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

/**
 * Serves VS Code with the extension installed on a loopback port, and prints the address that opens the folder. Goes on
 * until it is interrupted. There is no password: whoever can use this machine's loopback address can use it.
 *
 * @param {{folder: string, vsix: string, port?: number}} options any free port by default
 * @returns {Promise<number>} exit code
 */
export async function serve({ folder, vsix, port }) {
  const usePort = await reservePort(port);
  writeFirstSettings();
  const install = spawnSync(node24, [codeServerEntry, ...folders(), '--install-extension', vsix, '--force'], {
    encoding: 'utf8',
    env: environment(),
  });
  if (install.status !== 0) throw new Error(`The extension could not be installed: ${install.stderr.trim()}`);
  const flags = [
    '--bind-addr',
    `127.0.0.1:${usePort}`,
    '--auth',
    'none',
    '--disable-telemetry',
    '--disable-update-check',
  ];
  const child = spawn(
    node24,
    [codeServerEntry, ...folders(), ...flags, '--disable-workspace-trust', folder],
    {
      env: environment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  return keepRunning(child, `http://127.0.0.1:${usePort}/`, folder);
}

async function keepRunning(child, origin, folder) {
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      stopping = true;
      child.kill('SIGTERM');
    });
  }
  const ended = new Promise((resolve) => child.on('exit', resolve));
  const failure = () => new Error(`VS Code ended:\n${output.trim().split('\n').slice(-20).join('\n')}`);
  if (!(await Promise.race([answers(`${origin}healthz`), ended.then(() => false)]))) {
    child.kill();
    if (stopping) return 0;
    throw failure();
  }
  console.log(`VS Code: ${origin}?folder=${encodeURIComponent(folder)}   (Ctrl-C ends it)`);
  await ended;
  if (!stopping) throw failure();
  return 0;
}

async function answers(url) {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const status = await new Promise((resolve) => {
      const request = get(url, (response) => resolve(response.resume().statusCode));
      request.on('error', () => resolve(undefined));
    });
    if (status === 200) return true;
    await sleep(200);
  }
  return false;
}

/** Everything under .scratch: the settings and extensions of the user's own code-server stay as they are. */
function folders() {
  const at = (name) => join(home, name);
  return ['--config', at('config.yaml'), '--user-data-dir', at('data'), '--extensions-dir', at('extensions')];
}

function writeFirstSettings() {
  const file = join(home, 'data', 'User', 'settings.json');
  mkdirSync(dirname(file), { recursive: true });
  if (!existsSync(file)) writeFileSync(file, `${JSON.stringify(firstSettings, null, 2)}\n`);
  const config = join(home, 'config.yaml');
  if (!existsSync(config)) writeFileSync(config, '# Everything is on the command line.\n{}\n');
}

/** Inside a VS Code terminal these variables would make code-server hand the folder to that VS Code and exit. */
function environment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^VSCODE_|^(PORT|PASSWORD)$/.test(name)),
  );
}

/** @returns {Promise<number>} the port asked for, if free, or any free one */
function reservePort(wanted = 0) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', (error) => {
      reject(
        new Error(
          error.code === 'EADDRINUSE'
            ? `Port ${wanted} is in use: choose another with --port.`
            : error.message,
        ),
      );
    });
    server.listen(wanted, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
