/**
 * `npm start`: from a fresh clone to VS Code with the extension, open on a copy of the example.
 * `npm start -- --help` lists its options.
 *
 * Runs on whatever Node the machine has and before anything is installed: only `node:` modules here and in what it
 * imports.
 */
import { join, relative } from 'node:path';
import { desktopVsCode, openDesktop } from './start/desktop.mjs';
import { copyExample } from './start/example.mjs';
import { ensureDependencies, npmRun } from './start/npm.mjs';
import { HELP, readOptions } from './start/options.mjs';
import { endWithNpm } from './start/parent.mjs';
import { serve } from './start/serve.mjs';
import { installVsCode } from './vscode/install.mjs';
import { root, runMain } from './vscode/paths.mjs';

async function main() {
  const { port, fresh, help, 'no-open': isServed } = readOptions(process.argv.slice(2));
  if (help) return void process.stdout.write(HELP);
  endWithNpm();
  await ensureDependencies();
  await npmRun('build');
  const { folder, kept } = copyExample({ fresh });
  const how = kept ? 'kept from last time, --fresh makes a new one' : 'yours to change, git ignores it';
  console.log(`The example: ${relative(root, folder)} (${how})`);
  const desktop = isServed || port !== undefined ? undefined : desktopVsCode();
  if (desktop) return openDesktop(desktop, folder);
  await npmRun('package');
  await installVsCode();
  return serve({ folder, vsix: join(root, 'dist', 'aims-vscode.vsix'), port });
}

await runMain(main);
