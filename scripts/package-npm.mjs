/**
 * `npm run package:npm`: packs the command line and the language server for npm, into `dist/aims-vscode-<version>.tgz`.
 *
 * The package has a manifest of its own: everything is bundled, so it depends on nothing, and it knows nothing of VS
 * Code. That also keeps the extension's manifest `private`, which nobody can publish by mistake.
 */
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { buildBundle } from './build.mjs';
import { noticesFor, packagesOf } from './notices.mjs';
import { isMain, root, runMain } from './vscode/paths.mjs';

/** As the bundles are compiled for. */
const NODE = '>=20';

/** Bundles in it: the program, and what it loads when it is asked for. */
const BUNDLES = ['cli', 'mcp'];

/**
 * @param {string} folder where the package is written; its content stands below, in `npm/`
 * @returns {Promise<string>} path of the `.tgz`
 * @throws {Error} where the source does not compile, or npm fails
 */
export async function packNpm(folder) {
  const stage = join(folder, 'npm');
  rmSync(stage, { recursive: true, force: true });
  mkdirSync(join(stage, 'dist'), { recursive: true });
  const { name, version, description, license, repository, keywords, bin } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  const manifest = {
    name,
    version,
    description,
    license,
    repository,
    keywords,
    bin,
    engines: { node: NODE },
  };
  writeFileSync(join(stage, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  for (const file of ['README.md', 'LICENSE', 'CHANGELOG.md'])
    copyFileSync(join(root, file), join(stage, file));
  // What the language server says; the texts of the extension stay with it.
  mkdirSync(join(stage, 'l10n'));
  for (const file of readdirSync(join(root, 'l10n')).filter((name) => name.startsWith('server.')))
    copyFileSync(join(root, 'l10n', file), join(stage, 'l10n', file));
  const packages = new Set();
  for (const bundle of BUNDLES) {
    const { inputs } = await buildBundle(bundle, join(stage, 'dist'));
    for (const one of packagesOf(inputs.map(([path]) => path))) packages.add(one);
    rmSync(join(stage, 'dist', `${bundle}.js.map`));
  }
  writeFileSync(join(stage, 'dist', 'THIRD-PARTY-NOTICES.txt'), noticesFor(packages));
  execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], {
    cwd: stage,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  const packed = join(folder, `${name}-${version}.tgz`);
  if (!existsSync(packed)) throw new Error(`npm pack wrote no ${packed}`);
  return packed;
}

async function main() {
  const packed = await packNpm(join(root, 'dist'));
  console.log(`${packed.slice(root.length + 1)}: ${Math.round(statSync(packed).size / 1000)} KB`);
  return 0;
}

if (isMain(import.meta.url)) void runMain(main);
