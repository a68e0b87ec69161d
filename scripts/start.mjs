/**
 * `npm start`: from a fresh clone to VS Code with the extension, open on a copy of the example.
 *
 *   --fresh     throw the copy away and start from the example as it is
 *   --no-open   do not open a desktop VS Code: serve one on this machine and print its address
 *   --port N    serve it on this port
 *
 * Runs on whatever Node the machine has and before anything is installed: only `node:` modules here and in what it
 * imports.
 */
import { parseArgs } from 'node:util';
import { join, relative } from 'node:path';
import { desktopVsCode, openDesktop } from './start/desktop.mjs';
import { copyExample } from './start/example.mjs';
import { ensureDependencies, npmRun } from './start/npm.mjs';
import { endWithNpm } from './start/parent.mjs';
import { serve } from './start/serve.mjs';
import { installVsCode } from './vscode/install.mjs';
import { root, runMain } from './vscode/paths.mjs';

const options = {
  fresh: { type: 'boolean', default: false },
  'no-open': { type: 'boolean', default: false },
  port: { type: 'string' },
};

async function main() {
  const { values } = parseArgs({ options });
  const port = values.port === undefined ? undefined : readPort(values.port);
  endWithNpm();
  await ensureDependencies();
  await npmRun('build');
  const { folder, kept } = copyExample({ fresh: values.fresh });
  const how = kept ? 'kept from last time, --fresh makes a new one' : 'yours to change, git ignores it';
  console.log(`The example: ${relative(root, folder)} (${how})`);
  const desktop = values['no-open'] || port !== undefined ? undefined : desktopVsCode();
  if (desktop) return openDesktop(desktop, folder);
  await npmRun('package');
  await installVsCode();
  return serve({ folder, vsix: join(root, 'dist', 'aims-vscode.vsix'), port });
}

function readPort(text) {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`--port ${text}: not a port, give a number from 1 to 65535.`);
  return port;
}

await runMain(main);
