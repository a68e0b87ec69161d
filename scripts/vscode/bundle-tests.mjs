import { readdirSync, rmSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { build } from 'esbuild';

/**
 * Bundles every test file of a folder into a CommonJS file of its own. Their names keep the sub-folder
 * (`tree/badge.host.ts` becomes `tree-badge.host.js`), so that all lie side by side.
 *
 * @param {object} options
 * @param {string} options.from folder searched, with its sub-folders
 * @param {string} options.suffix what makes a file a test, for example `.host.ts`
 * @param {string} [options.except] sub-folder left out
 * @param {string} options.to folder written; emptied first, so that a deleted test does not run on
 * @param {Record<string, string>} [options.also] further entries, by name of the bundle
 * @throws {Error} if the folder holds no test
 */
export async function bundleTests({ from, suffix, except, to, also = {} }) {
  const tests = readdirSync(from, { recursive: true })
    .map((name) => join(from, name))
    .filter((file) => file.endsWith(suffix) && !(except && file.startsWith(except + sep)))
    .filter((file) => !file.includes(`${sep}node_modules${sep}`))
    .sort();
  if (tests.length === 0) throw new Error(`No test (*${suffix}) in ${basename(from)}.`);
  const named = Object.fromEntries(
    tests.map((file) => [relative(from, file).split(sep).join('-').replace(/\.ts$/, ''), file]),
  );
  rmSync(to, { recursive: true, force: true });
  await build({
    entryPoints: { ...named, ...also },
    outdir: to,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
}
