/**
 * Runs the browser tests: runs every `*.browser.ts` here with mocha; each starts VS Code with the
 * packaged extension installed. With `--probe` it runs the probe extension's test instead, which only proves the
 * library. `--grep TEXT` runs the tests whose name contains it.
 *
 * AIMS_VSIX names another package than dist/aims-vscode.vsix, AIMS_SCREENSHOTS another folder than out/screenshots.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';
import 'tsx/cjs';
import { installVsCode } from '../../scripts/vscode/install.mjs';
import { root, runMain } from '../../scripts/vscode/paths.mjs';

const probeDir = join(root, 'test', 'host', 'probe');

async function main() {
  const { values } = parseArgs({ options: { probe: { type: 'boolean' }, grep: { type: 'string' } } });
  const folder = values.probe ? probeDir : join(root, 'test', 'browser');
  process.env.AIMS_SCREENSHOTS ??= join(root, 'out', 'screenshots');
  process.env.AIMS_VSIX ??= values.probe
    ? packageProbe(join(root, 'out', 'browser-probe'))
    : join(root, 'dist', 'aims-vscode.vsix');
  if (!existsSync(process.env.AIMS_VSIX)) {
    throw new Error(`Browser tests: ${process.env.AIMS_VSIX} is missing, run \`npm run package\` first.`);
  }
  await installVsCode();
  const mocha = new Mocha({ ui: 'bdd', timeout: 120_000, reporter: 'spec' });
  if (values.grep) mocha.fgrep(values.grep);
  for (const name of readdirSync(folder, { recursive: true }).sort()) {
    if (name.endsWith('.browser.ts')) mocha.addFile(join(folder, name));
  }
  return run(mocha);
}

/** @returns {Promise<number>} exit code: 1 if a test failed or none ran */
function run(mocha) {
  let passed = 0;
  return new Promise((resolve) => {
    mocha
      .run((failed) => {
        console.log(`browser: ${passed} passed, ${failed} failed`);
        resolve(failed > 0 || passed === 0 ? 1 : 0);
      })
      .on('pass', () => (passed += 1));
  });
}

function packageProbe(folder) {
  mkdirSync(folder, { recursive: true });
  const vsix = join(folder, 'probe.vsix');
  const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  const flags = [
    'package',
    '--no-dependencies',
    '--allow-missing-repository',
    '--skip-license',
    '--out',
    vsix,
  ];
  execFileSync(process.execPath, [vsce, ...flags], { cwd: probeDir, stdio: 'pipe' });
  return vsix;
}

process.chdir(root);
await runMain(main);
process.exit();
