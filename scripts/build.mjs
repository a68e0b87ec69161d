/**
 * `npm run build`: bundles the extension's client, the language server and the command line into `dist/`, what runs
 * in a browser into `dist/browser/`, prints what
 * each weighs and fails over budget. Parsing what nobody runs is start-up time, so the budgets are promises.
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { noticesFor, packagesOf } from './notices.mjs';
import { isMain, root, runMain } from './vscode/paths.mjs';

const node20 = { platform: 'node', format: 'cjs', target: 'node20' };

/** For a web worker: one script, which loads no other. */
const worker = { platform: 'browser', format: 'iife', target: 'es2023' };

/** A bundle that is loaded beside this one, when it is asked for. */
const besides = (imported, file) => ({
  name: 'besides',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/serve$/ }, ({ path }) =>
      path === imported ? { path: file, external: true } : undefined,
    ),
});

/** What is built. `budget` is the most the bundle may weigh, in units of 1,000 bytes. */
export const bundles = {
  client: {
    entry: 'client/src/node.ts',
    // vscode-languageclient with nothing of ours weighs 437.
    budget: 520,
    options: { ...node20, target: 'node22', external: ['vscode'] },
  },
  dashboard: {
    entry: 'client/src/dashboard/webview/main.ts',
    budget: 40,
    options: { platform: 'browser', format: 'iife', target: 'es2023' },
  },
  'browser/client': {
    entry: 'client/src/browser/main.ts',
    // The client without what starts processes.
    budget: 500,
    options: { ...worker, format: 'cjs', external: ['vscode'] },
  },
  'browser/server': {
    entry: 'server/src/lsp/worker/main.ts',
    // The libraries (protocol 191, YAML 115, grammars 163, globs 32) and the data of the standard and of library calls
    // (250) make 750; the rules with their texts another 200.
    budget: 1600,
    options: worker,
  },
  mcp: {
    entry: 'server/src/cli/mcp/serve.ts',
    // The SDK of the Model Context Protocol and the checks of its messages.
    budget: 310,
    // For browsers it checks schemas without making code of them.
    options: { ...node20, conditions: ['browser'] },
  },
  cli: {
    entry: 'server/src/cli/main.ts',
    // The server is in it, for `aims lsp`: the extension starts it so, as other editors do, and no second copy is shipped.
    budget: 1750,
    options: {
      ...node20,
      banner: { js: '#!/usr/bin/env node' },
      plugins: [besides('./mcp/serve', './mcp.js')],
    },
  },
};

/**
 * Builds one bundle, with its source map beside it.
 *
 * @param {keyof typeof bundles} name
 * @param {string} folder where `<name>.js` is written
 * @returns {Promise<{ bytes: number, inputs: [path: string, bytes: number][] }>} inputs heaviest first
 * @throws {Error} where the source does not compile
 */
export async function buildBundle(name, folder) {
  const { entry, options } = bundles[name];
  const outfile = join(folder, `${name}.js`);
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    minify: true,
    legalComments: 'none',
    sourcemap: 'external',
    // Packages that ship both forms: only the module form lets unused parts go.
    mainFields: ['module', 'main'],
    metafile: true,
    logLevel: 'warning',
    ...options,
  });
  const [, output] = Object.entries(metafile.outputs).find(([path]) => path.endsWith('.js')) ?? [];
  const inputs = Object.entries(output.inputs).map(([path, { bytesInOutput }]) => [path, bytesInOutput]);
  return { bytes: output.bytes, inputs: inputs.sort((a, b) => b[1] - a[1]) };
}

/** Weight by npm package, and of our own folders, heaviest first. */
function byOrigin(inputs) {
  const sums = new Map();
  for (const [path, bytes] of inputs) {
    const name =
      /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? path.split('/').slice(0, 3).join('/');
    sums.set(name, (sums.get(name) ?? 0) + bytes);
  }
  return [...sums].sort((a, b) => b[1] - a[1]);
}

const kb = (bytes) => (bytes / 1000).toFixed(0);

async function main() {
  const dist = join(root, 'dist');
  const details = process.argv.includes('--report');
  mkdirSync(dist, { recursive: true });
  let failed = 0;
  const packages = new Set();
  for (const [name, { entry, budget }] of Object.entries(bundles)) {
    if (!existsSync(join(root, entry))) {
      rmSync(join(dist, `${name}.js`), { force: true });
      console.log(`${name}.js: not built, ${entry} does not exist yet`);
      continue;
    }
    const built = await buildBundle(name, dist).catch(() => undefined);
    // esbuild has said what is wrong; the other bundles are built all the same.
    if (!built) {
      failed++;
      continue;
    }
    const { bytes, inputs } = built;
    for (const folder of packagesOf(inputs.map(([path]) => path))) packages.add(folder);
    const isOver = bytes > budget * 1000;
    console.log(`${name}.js: ${kb(bytes)} KB of ${budget}${isOver ? ', over budget' : ''}`);
    if (isOver) failed++;
    if (isOver || details)
      for (const [origin, size] of byOrigin(inputs).slice(0, 15))
        console.log(`  ${kb(size).padStart(5)} KB  ${origin}`);
  }
  writeFileSync(join(dist, 'THIRD-PARTY-NOTICES.txt'), noticesFor(packages));
  return failed > 0 ? 1 : 0;
}

if (isMain(import.meta.url)) void runMain(main);
