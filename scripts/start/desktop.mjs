import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../vscode/paths.mjs';

const windows = process.platform === 'win32';

/**
 * The command of a desktop VS Code that can run the extension, or undefined: not installed, too old, or (on Linux) no
 * desktop to open a window on.
 *
 * @returns {string | undefined}
 */
export function desktopVsCode() {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return undefined;
  const { status, stdout } = spawnSync('code', ['--version'], { encoding: 'utf8', shell: windows });
  if (status !== 0) return undefined;
  const version = stdout.split('\n')[0].trim();
  const needed = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).engines.vscode.replace('^', '');
  if (version.localeCompare(needed, 'en', { numeric: true }) >= 0) return 'code';
  console.log(
    `VS Code ${version} is installed, the extension needs ${needed}: using one in the browser instead.`,
  );
  return undefined;
}

/**
 * Opens a folder in a new window that runs the extension from this checkout.
 *
 * @param {string} command
 * @param {string} folder
 */
export function openDesktop(command, folder) {
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, folder];
  const { status } = spawnSync(command, windows ? args.map((arg) => `"${arg}"`) : args, {
    stdio: 'inherit',
    shell: windows,
  });
  if (status !== 0)
    throw new Error('VS Code did not open: try `npm start -- --no-open`, which serves it in the browser.');
  console.log('VS Code is open on the example.');
}
