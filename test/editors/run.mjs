/**
 * Runs the tests in other editors: Neovim and Emacs, headless, with the set-ups of docs/editors.md. Installs the editors
 * from Debian's packages where they are missing and that is allowed; a machine without them fails, with a word on what to
 * install. `--grep TEXT` runs the tests whose name contains it.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';
import 'tsx/cjs';
import { root, runMain } from '../../scripts/vscode/paths.mjs';

/** What a set-up needs, and whether it is there. */
const NEEDED = [
  { packages: ['neovim'], probe: ['nvim', '--version'] },
  {
    packages: ['emacs-nox', 'elpa-eglot', 'elpa-yaml-mode'],
    probe: [
      'emacs',
      '--batch',
      '--eval',
      "(progn (package-initialize) (require 'eglot) (require 'yaml-mode))",
    ],
  },
];

const runs = ([command, ...args]) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

const missing = () => NEEDED.filter(({ probe }) => !runs(probe)).flatMap(({ packages }) => packages);

function install(packages) {
  const needed = `Editor tests need ${packages.join(', ')}: install them, on Debian with \`apt-get install ${packages.join(' ')}\`.`;
  if (process.getuid?.() !== 0) throw new Error(needed);
  console.log(`Installing ${packages.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '--yes', '--no-install-recommends', ...packages]]) {
    const { status, stdout, stderr } = spawnSync('apt-get', args, { env, encoding: 'utf8' });
    // An index that is not fresh may still do.
    if (status !== 0 && args[0] === 'install') throw new Error(`${needed}\n${stdout ?? ''}${stderr ?? ''}`);
  }
  const still = missing();
  if (still.length > 0) throw new Error(`${needed} They were installed and do not start.`);
}

async function main() {
  const { values } = parseArgs({ options: { grep: { type: 'string' } } });
  const packages = missing();
  if (packages.length > 0) install(packages);
  const mocha = new Mocha({ ui: 'bdd', timeout: 120_000, reporter: 'spec' });
  if (values.grep) mocha.fgrep(values.grep);
  mocha.addFile(join(root, 'test', 'editors', 'editors.test.ts'));
  let passed = 0;
  return new Promise((resolve) => {
    mocha
      .run((failed) => {
        console.log(`editors: ${passed} passed, ${failed} failed`);
        resolve(failed > 0 || passed === 0 ? 1 : 0);
      })
      .on('pass', () => (passed += 1));
  });
}

await runMain(main);
