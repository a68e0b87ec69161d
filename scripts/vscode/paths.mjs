import { fileURLToPath } from 'node:url';
import { dirname, join } from 'node:path';

/** Absolute path of the repository. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The folder whose package.json and lockfile say which VS Code the tests run in. */
export const hostDir = join(root, 'test', 'host', 'vscode');

/** Where npm puts code-server, which carries VS Code's server and web workbench. */
export const codeServerDir = join(hostDir, 'node_modules', 'code-server');

/** VS Code itself, inside code-server. */
export const vscodeDir = join(codeServerDir, 'lib', 'vscode');

/** VS Code's own server: the workbench over http and the extension host behind it. */
export const serverMain = join(vscodeDir, 'out', 'server-main.js');

/** code-server's command line: the same VS Code, made for people rather than for tests. */
export const codeServerEntry = join(codeServerDir, 'out', 'node', 'entry.js');

/** The Node 24 that `npm ci` installs, whatever Node the machine has. */
export const node24 = join(
  root,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/** Is the module at this `import.meta.url` the program that was started, not imported by another? */
export function isMain(moduleUrl) {
  return process.argv[1] === fileURLToPath(moduleUrl);
}

/** Runs a script's main function; a problem is one line on stderr and exit code 1. */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
