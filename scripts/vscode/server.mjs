import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { node24, serverMain } from './paths.mjs';

/** What every VS Code of the tests starts with: quiet, offline, trusting. */
const quietSettings = {
  // Not `chat.disableAIFeatures`: with it VS Code starts extension hosts anew, and may leave out those of the page.
  'chat.agentsControl.enabled': 'hidden',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  // On the web it is on by default, on a desktop off.
  'files.autoSave': 'off',
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.showReleaseNotes': false,
  'window.restoreWindows': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** No marketplace: a test must not depend on one, nor ask one. */
const offline = { EXTENSIONS_GALLERY: JSON.stringify({ serviceUrl: '' }) };

/** A signal ends a process without its exit handlers, and the server would live on: turn it into an exit. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const leave = () => process.exit(1);

/**
 * @typedef {object} Server
 * @property {string} origin for example `http://127.0.0.1:40123`
 * @property {string} authority host and port, as in `vscode-remote://<authority>/…`
 * @property {() => string} output everything it has printed
 * @property {() => void} stop ends it with its extension hosts; harmless when it has ended
 */

/**
 * Starts VS Code's server on a free loopback port.
 *
 * @param {object} options
 * @param {string} options.dataDir its user data; settings are written there
 * @param {string} options.extensionsDir where extensions are installed
 * @param {Record<string, unknown>} [options.settings] on top of the quiet ones
 * @param {string[]} [options.args] further flags of server-main
 * @returns {Promise<Server>}
 * @throws {Error} with the server's output if it is not up within a minute
 */
export async function startServer({ dataDir, extensionsDir, settings = {}, args = [] }) {
  writeSettings(dataDir, { ...quietSettings, ...settings });
  const flags = [
    '--host',
    '127.0.0.1',
    '--port',
    '0',
    '--without-connection-token',
    '--accept-server-license-terms',
  ];
  const child = spawn(
    node24,
    [
      serverMain,
      ...flags,
      '--server-data-dir',
      dataDir,
      '--extensions-dir',
      extensionsDir,
      '--telemetry-level',
      'off',
      ...args,
    ],
    // A process group of its own: the extension hosts are its children and end with it.
    { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...offline } },
  );
  let output = '';
  const stop = () => {
    process.off('exit', stop);
    for (const signal of signals) process.off(signal, leave);
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  };
  process.on('exit', stop);
  for (const signal of signals) process.on(signal, leave);
  const port = await new Promise((resolve, reject) => {
    const fail = (why) => {
      stop();
      reject(new Error(`${why}:\n${output}`));
    };
    const timer = setTimeout(() => fail('VS Code did not start within a minute'), 60_000);
    const read = (chunk) => {
      output += chunk;
      const listening = /Extension host agent listening on (\d+)/.exec(output);
      if (listening) {
        clearTimeout(timer);
        resolve(listening[1]);
      }
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('error', (error) => fail(`VS Code could not be started (${error.message})`));
    child.on('exit', (code) => fail(`VS Code ended with code ${code}`));
  });
  const authority = `127.0.0.1:${port}`;
  return { origin: `http://${authority}`, authority, output: () => output, stop };
}

/**
 * Installs a packaged extension, as `code --install-extension` does.
 *
 * @param {string} vsix path of the package
 * @param {{dataDir: string, extensionsDir: string}} options those of the server that will run it
 * @throws {Error} with VS Code's own words if it refuses the package
 */
export function installExtension(vsix, { dataDir, extensionsDir }) {
  const flags = [
    '--accept-server-license-terms',
    '--server-data-dir',
    dataDir,
    '--extensions-dir',
    extensionsDir,
  ];
  const { status, stdout, stderr } = spawnSync(
    node24,
    [serverMain, ...flags, '--install-extension', vsix, '--force'],
    {
      encoding: 'utf8',
      env: { ...process.env, ...offline },
    },
  );
  if (status !== 0) throw new Error(`VS Code does not install ${vsix}:\n${stdout}${stderr}`);
}

function writeSettings(dataDir, settings) {
  // Machine settings cannot hold those of the whole application (workspace trust), user settings can.
  for (const scope of ['Machine', 'User']) {
    mkdirSync(join(dataDir, 'data', scope), { recursive: true });
    writeFileSync(join(dataDir, 'data', scope, 'settings.json'), JSON.stringify(settings, null, 2));
  }
}
