/**
 * `npm run check`: all that can be said about the source without running it, and exactly what CI runs. Two steps at a
 * time; the output of a step that fails is shown whole. Last line: how many steps passed and failed.
 */
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { root, runMain } from './vscode/paths.mjs';

const STEPS = {
  'generated files': ['tsx', 'scripts/generate.ts', '--check'],
  types: ['tsc', '-p', 'tsconfig.json'],
  'types of the dashboard': ['tsc', '-p', 'client/src/dashboard/webview/tsconfig.json'],
  // All of the server and of the extension, without the types of Node.
  'types of the web worker': ['tsc', '-p', 'server/src/lsp/worker/tsconfig.json'],
  'types of the extension for the web': ['tsc', '-p', 'client/src/browser/tsconfig.json'],
  lint: ['eslint', '.', '--max-warnings', '0'],
  format: ['prettier', '--check', '.', '--log-level', 'warn'],
  'dependency directions': ['depcruise', 'client', 'server', 'scripts', 'test', '--output-type', 'err'],
  'unused code': ['knip', '--no-progress'],
  'links in docs': ['node', 'scripts/check-docs.mjs'],
};

const bin = join(root, 'node_modules', '.bin');
const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` };

function runStep([command, ...args]) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env, shell: process.platform === 'win32' });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ passed: false, output: error.message }));
    child.on('close', (code) => resolve({ passed: code === 0, output }));
  });
}

async function main() {
  let passed = 0;
  let failed = 0;
  const queue = Object.entries(STEPS).values();
  const worker = async () => {
    for (const [name, command] of queue) {
      const result = await runStep(command);
      if (result.passed) passed++;
      else failed++;
      console.log(
        `${result.passed ? 'ok' : 'FAILED'}  ${name}${result.passed ? '' : `\n${result.output.trim()}\n`}`,
      );
    }
  };
  await Promise.all([worker(), worker()]);
  console.log(`check: ${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

await runMain(main);
