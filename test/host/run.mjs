/**
 * Runs the host tests: bundles every `*.host.ts` here, then runs them in the extension host of a real VS Code, on a copy
 * of the `workspace` folder beside this file (all roots of its `host.code-workspace`). With `--probe` it runs the probe extension's tests instead, which only
 * prove that this machine can run VS Code at all. `--grep TEXT` runs the tests whose name contains it.
 *
 * AIMS_VSCODE=download takes a desktop VS Code from the internet in place of the one inside npm's code-server.
 */
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { PassThrough } from 'node:stream';
import { parseArgs } from 'node:util';
import { runTests } from '@vscode/test-electron';
import { bundleTests } from '../../scripts/vscode/bundle-tests.mjs';
import { installVsCode } from '../../scripts/vscode/install.mjs';
import { root, runMain } from '../../scripts/vscode/paths.mjs';

const here = join(root, 'test', 'host');
const probeDir = join(here, 'probe');
const reportMark = '[host test] ';

async function main() {
  const { values } = parseArgs({ options: { probe: { type: 'boolean' }, grep: { type: 'string' } } });
  const extension = values.probe ? probeDir : root;
  const tests = join(root, 'out', values.probe ? 'host-probe' : 'host');
  if (!values.probe && !existsSync(join(root, 'dist', 'client.js'))) {
    throw new Error('Host tests: dist/client.js is missing, run `npm run build` first.');
  }
  await bundleTests({
    from: values.probe ? probeDir : here,
    suffix: '.host.ts',
    except: values.probe ? undefined : probeDir,
    to: tests,
    also: { index: join(here, 'index.ts') },
  });
  const workspace = mkdtempSync(join(tmpdir(), 'aims-workspace-'));
  cpSync(join(values.probe ? probeDir : here, 'workspace'), workspace, { recursive: true });
  try {
    return await runInVsCode({ extension, tests, workspace, grep: values.grep });
  } finally {
    rmSync(workspace, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function runInVsCode({ extension, tests, workspace, grep = '' }) {
  const several = join(workspace, 'host.code-workspace');
  const opened = existsSync(several) ? several : workspace;
  const download = process.env.AIMS_VSCODE === 'download';
  if (!download) await installVsCode();
  const output = separateReport();
  const logFile = join(tests, 'vscode.log');
  try {
    const code = await runTests({
      ...(download ? {} : { vscodeExecutablePath: join(here, 'launcher.mjs') }),
      extensionDevelopmentPath: extension,
      extensionTestsPath: join(tests, 'index.js'),
      extensionTestsEnv: { AIMS_REPORT_MARK: reportMark, AIMS_TEST_GREP: grep },
      launchArgs: [opened],
      stdout: output.stream,
      stderr: output.stream,
    });
    // A host that loses its VS Code ends with code 0 too.
    if (!output.isComplete()) throw new Error('the tests did not get to the end');
    return code;
  } catch (error) {
    // Failed tests have said what is wrong; a host that did not get to the end has not.
    if (!output.isComplete()) console.error(output.log.slice(-60).join('\n'));
    throw new Error(`Host tests failed: ${error.message} (VS Code's log: ${relative(root, logFile)})`, {
      cause: error,
    });
  } finally {
    writeFileSync(logFile, `${output.log.join('\n')}\n`);
  }
}

/** A stream that shows the tests' own report as it comes and keeps all the rest, VS Code's chatter, as a log. */
function separateReport() {
  const log = [];
  let complete = false;
  const stream = new PassThrough();
  createInterface({ input: stream }).on('line', (line) => {
    const at = line.indexOf(reportMark);
    if (at < 0) return log.push(line);
    const text = line.slice(at + reportMark.length);
    complete ||= /^host: \d+ passed, \d+ failed$/.test(text);
    console.log(text);
  });
  return { stream, log, isComplete: () => complete };
}

await runMain(main);
