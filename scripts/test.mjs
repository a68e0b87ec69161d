/**
 * `npm test`: installs what is missing, then runs every suite, one after another, whatever the one before said. Last
 * line: `N passed, N failed` over all of them.
 *
 *   --only NAME,NAME   these suites alone (check, unit, package, protocol, editors, host, browser)
 *
 * Runs on whatever Node the machine has and before anything is installed: only `node:` modules here and in what it
 * imports.
 */
import { spawn } from 'node:child_process';
import { dirname, delimiter, join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDependencies } from './start/npm.mjs';
import { SUITES, tally } from './test/suites.mjs';
import { node24, root, runMain } from './vscode/paths.mjs';

/** Node 24 first, for every script below: the machine's own may be older than the tools want. */
const env = () => ({
  ...process.env,
  PATH: [join(root, 'node_modules', '.bin'), dirname(node24), process.env.PATH ?? ''].join(delimiter),
  FORCE_COLOR: '0',
});

/** A suite that takes longer than this hangs: it is ended and counts as failed. */
const LIMIT_MINUTES = 12;

const windows = process.platform === 'win32';

/** Ends a script with all it started, where the system has process groups. */
const end = (child, signal) => {
  if (windows) child.kill(signal);
  else
    try {
      process.kill(-child.pid, signal);
    } catch {
      // It has ended by itself.
    }
};

/** Shows what a script prints as it comes, and keeps it. */
function npmScript(script) {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', script], {
      cwd: root,
      env: env(),
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: windows,
      // A process group of its own, so that a suite that hangs leaves no browser or server behind.
      detached: !windows,
    });
    const interrupted = (signal) => {
      end(child, signal);
      process.exit(1);
    };
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, interrupted);
    const limit = setTimeout(() => {
      console.error(`npm run ${script}: no end after ${LIMIT_MINUTES} minutes.`);
      end(child, 'SIGKILL');
    }, LIMIT_MINUTES * 60_000);
    let output = '';
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ])
      from.on('data', (chunk) => {
        output += chunk;
        to.write(chunk);
      });
    const done = (result) => {
      clearTimeout(limit);
      for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, interrupted);
      resolve(result);
    };
    child.on('error', (error) => done({ code: 1, output: error.message }));
    child.on('close', (code) => done({ code, output }));
  });
}

async function main() {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const only = values.only?.split(',');
  const unknown = only?.find((name) => !SUITES.some((suite) => suite.name === name));
  if (unknown !== undefined) throw new Error(`--only ${unknown}: there is no such suite.`);
  try {
    await ensureDependencies();
  } catch (error) {
    console.error(`${error.message}\n\n0 passed, 1 failed`);
    return 1;
  }
  const total = { passed: 0, failed: 0 };
  for (const { name, script, isBuild } of SUITES.filter((suite) => only?.includes(suite.name) ?? true)) {
    console.log(`\n== ${name}`);
    const started = Date.now();
    const { passed, failed } = tally({ ...(await npmScript(script)), isBuild });
    total.passed += passed;
    total.failed += failed;
    const seconds = Math.round((Date.now() - started) / 1000);
    console.log(`== ${name}: ${passed} passed, ${failed} failed (${seconds} s)`);
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed > 0 ? 1 : 0;
}

await runMain(main);
