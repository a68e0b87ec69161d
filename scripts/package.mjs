/** `npm run package`: packs what `.vscodeignore` allows into `dist/aims-vscode.vsix`. Run `npm run build` before. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { root, runMain } from './vscode/paths.mjs';

/** The most the package may weigh, in bytes. */
const BUDGET = 1_600_000;

async function main() {
  for (const bundle of ['client.js', 'cli.js', 'dashboard.js', 'browser/client.js', 'browser/server.js'])
    if (!existsSync(join(root, 'dist', bundle)))
      throw new Error(`dist/${bundle} is missing: run \`npm run build\`.`);
  const vsix = join(root, 'dist', 'aims-vscode.vsix');
  // Everything is bundled; and vsce would ask npm to list what is not.
  await createVSIX({ cwd: root, packagePath: vsix, dependencies: false });
  const { size } = statSync(vsix);
  console.log(`aims-vscode.vsix: ${Math.round(size / 1000)} KB of ${BUDGET / 1000}`);
  return size > BUDGET ? 1 : 0;
}

await runMain(main);
