#!/usr/bin/env node
/**
 * Stands in for the VS Code executable: takes its flags, runs the extension tests in the VS Code of
 * `test/host/vscode` behind a headless browser, prints the tests' console and exits with their code.
 *
 * Understood: --extensionDevelopmentPath= (any number), --extensionTestsPath=, --user-data-dir=, --extensions-dir=, and
 * a folder or .code-workspace file. Flags that only make sense on a desktop are ignored.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { format } from 'node:util';
import { chromium } from 'playwright-core';
import { resolveBrowser } from '../../scripts/vscode/browser.mjs';
import { installVsCode } from '../../scripts/vscode/install.mjs';
import { runMain } from '../../scripts/vscode/paths.mjs';
import { startServer } from '../../scripts/vscode/server.mjs';

/** Hard limit on a whole run, in seconds: a hanging host is a failure, not a wait. */
const limit = Number(process.env.AIMS_HOST_TIMEOUT ?? 900);

function parse(argv) {
  const values = (flag) =>
    argv.filter((arg) => arg.startsWith(`--${flag}=`)).map((arg) => resolve(arg.slice(flag.length + 3)));
  return {
    extensions: values('extensionDevelopmentPath'),
    tests: values('extensionTestsPath')[0],
    dataDir: values('user-data-dir')[0],
    extensionsDir: values('extensions-dir')[0],
    workspace: argv.filter((arg) => !arg.startsWith('-')).map((arg) => resolve(arg))[0],
  };
}

/** The workbench's address: which folder it opens, which extension it loads and which tests it runs there. */
function address(server, { extensions, tests, workspace }) {
  const remote = (path) => `vscode-remote://${server.authority}${path}`;
  const url = new URL(server.origin);
  if (workspace)
    url.searchParams.set(workspace.endsWith('.code-workspace') ? 'workspace' : 'folder', workspace);
  const payload = [
    ...extensions.map((path) => ['extensionDevelopmentPath', remote(path)]),
    ['extensionTestsPath', remote(tests.endsWith('.js') ? tests : join(tests, 'index.js'))],
    ['skipWelcome', 'true'],
  ];
  url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}

async function main() {
  const options = parse(process.argv.slice(2));
  if (!options.tests) throw new Error('launcher: --extensionTestsPath= is missing.');
  await installVsCode();
  const browserSettings = await resolveBrowser();
  const scratch = mkdtempSync(join(tmpdir(), 'aims-host-'));
  let server;
  let browser;
  try {
    server = await startServer({
      dataDir: options.dataDir ?? join(scratch, 'data'),
      extensionsDir: options.extensionsDir ?? join(scratch, 'extensions'),
      // Without this flag a built VS Code ignores the payload, tests included.
      args: ['--enable-smoke-test-driver'],
    });
    browser = await chromium.launch(browserSettings);
    return await runTests(browser, server, options);
  } finally {
    await browser?.close();
    server?.stop();
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Loads the workbench and waits for the exit code that its extension host reports. */
async function runTests(browser, server, options) {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  const pageErrors = [];
  page.on('pageerror', (error) => pageErrors.push(error.stack));
  const outcome = new Promise((settle, fail) => {
    const timer = setTimeout(() => fail(new Error(`no result within ${limit} s`)), limit * 1000);
    timer.unref();
    page.on('crash', () => fail(new Error('the workbench crashed')));
    page.exposeFunction('codeAutomationExit', (code) => settle(code));
  });
  await page.exposeFunction('codeAutomationLog', (type, args) => {
    (type === 'error' || type === 'warn' ? process.stderr : process.stdout).write(`${format(...args)}\n`);
  });
  try {
    await page.goto(address(server, options));
    return await outcome;
  } catch (error) {
    console.error(`--- VS Code's server\n${server.output()}\n--- workbench\n${pageErrors.join('\n')}`);
    throw new Error(`Tests inside VS Code: ${error.message}`, { cause: error });
  }
}

await runMain(main);
process.exit();
