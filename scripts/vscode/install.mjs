import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, openSync, closeSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { withLock } from './lock.mjs';
import { hostDir, isMain, node24, root, runMain, serverMain, vscodeDir } from './paths.mjs';

const logFile = join(hostDir, 'install.log');
// Inside node_modules, so that whatever removes the installation removes the claim that it is complete.
const stampFile = join(hostDir, 'node_modules', '.complete');

/**
 * Makes sure that the VS Code of `test/host/vscode/package.json` is installed. Does nothing when it is.
 *
 * code-server's own install script is left out on purpose: it compiles twelve native modules, some of which need
 * system headers (kerberos), though the ones that matter come ready built or are built here. Without it the
 * installation takes seconds and needs no compiler.
 *
 * @throws {Error} one line for the user, after the tail of the log
 */
export async function installVsCode() {
  if (isComplete()) return;
  if (process.platform === 'win32') {
    throw new Error(
      'The VS Code inside code-server does not run on Windows: set AIMS_VSCODE=download to test in a downloaded one.',
    );
  }
  if (!existsSync(node24)) throw new Error('Node 24 is missing from node_modules: run `npm ci` first.');
  await withLock(join(hostDir, '.lock'), install, () =>
    console.log('Waiting for another installation of VS Code…'),
  );
}

async function install() {
  if (isComplete()) return;
  const started = Date.now();
  console.log('Fetching VS Code (code-server, 600 MB, about a minute), once…');
  writeFileSync(logFile, '');
  await npm(['ci', '--ignore-scripts'], hostDir);
  // Its lockfile lags behind its package.json by one package, so `npm ci` refuses.
  await npm(['install', '--omit=dev', '--ignore-scripts', '--no-save'], vscodeDir);
  await npm(['ci', '--omit=dev', '--ignore-scripts'], join(vscodeDir, 'extensions'));
  await buildNativeModules();
  writeFileSync(stampFile, stamp());
  console.log(`VS Code is installed (${Math.round((Date.now() - started) / 1000)} s).`);
}

/** Logging is the one thing that needs a compiler; VS Code runs without, but output channels stay empty. */
async function buildNativeModules() {
  try {
    await npm(['rebuild', '@vscode/spdlog', '@vscode/native-watchdog'], vscodeDir, { quiet: true });
  } catch {
    console.log(
      'No C++ compiler for one module: output channels stay empty in this VS Code (apt-get install python3 make g++).',
    );
  }
}

function isComplete() {
  return existsSync(serverMain) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp();
}

function stamp() {
  return createHash('sha256')
    .update(readFileSync(join(hostDir, 'package-lock.json')))
    .digest('hex');
}

function npm(args, cwd, { quiet = false } = {}) {
  const log = openSync(logFile, 'a');
  writeSync(log, `\n$ npm ${args.join(' ')}   (in ${cwd.slice(root.length + 1)})\n`);
  return new Promise((resolve, reject) => {
    const child = spawn('npm', args, { cwd, env: environment(), stdio: ['ignore', log, log] });
    child.on('error', (error) => reject(new Error(`npm cannot be started: ${error.message}`)));
    child.on('close', (code) => {
      if (code === 0) return resolve();
      if (!quiet) console.error(readFileSync(logFile, 'utf8').split('\n').slice(-40).join('\n'));
      reject(
        new Error(
          `VS Code could not be installed: npm ${args[0]} failed (log: ${logFile.slice(root.length + 1)}).`,
        ),
      );
    });
  }).finally(() => closeSync(log));
}

/** npm's own settings for the script that called us must not leak into another project's installation. */
function environment() {
  const inherited = Object.entries(process.env).filter(
    ([name]) =>
      !/^npm_(config_(user_agent|local_prefix|prefix)|package_|lifecycle_|command|node_execpath)/.test(name),
  );
  return { ...Object.fromEntries(inherited), PATH: dirname(node24) + delimiter + process.env.PATH };
}

// Not awaited: tests load this module with `require`, which knows no top-level await.
if (isMain(import.meta.url)) void runMain(installVsCode);
