import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { node24, root } from '../vscode/paths.mjs';

/**
 * Installs what the lockfile says, unless it is installed.
 *
 * @throws {Error} one line, after npm's own output
 */
export async function ensureDependencies() {
  if (isInstalled()) return;
  console.log('Installing dependencies…');
  await npm(['ci', '--loglevel=error']);
}

/**
 * Runs one of the project's npm scripts, quietly if it succeeds.
 *
 * @param {string} script name in package.json
 * @throws {Error} one line, after the script's output
 */
export async function npmRun(script) {
  await npm(['run', '--silent', script]);
}

/** Does what npm last installed equal the lockfile? Optional packages of other platforms are not there. */
function isInstalled() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record) || !existsSync(node24)) return false;
  const packages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const installed = packages(record);
  return Object.entries(packages(join(root, 'package-lock.json'))).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
}

function npm(args) {
  return new Promise((resolve, reject) => {
    const windows = process.platform === 'win32';
    const child = spawn(windows ? 'npm.cmd' : 'npm', args, { cwd: root, shell: windows });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => reject(new Error(`npm cannot be started: ${error.message}`)));
    child.on('close', (code) => {
      if (code === 0) return resolve();
      console.error(output.trimEnd());
      reject(new Error(`\`npm ${args.join(' ')}\` failed.`));
    });
  });
}
