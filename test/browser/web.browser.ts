import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { launch } from './launch';
import { until } from './until';
import type { VsCode } from './vscode';

const card = 'support-assistant/aims.yaml';

/**
 * The extension in the extension host of the browser, a web worker, as in VS Code for the Web: its files come through a
 * provider, and the language server is a worker of its own. The desktop's extension host runs none of it.
 */
describe('VS Code for the Web', () => {
  let code: VsCode;
  before(async () => {
    code = await launch({
      folder: join('examples', 'northwind'),
      settings: { 'aims.at': '2026-11-01' },
      runsIn: 'page',
    });
  });
  after(() => code.close());
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await code.screenshot('failed-web');
  });

  it('reads all of the workspace and shows its findings', async () => {
    await code.openFile(card);
    await until('the finding', async () => (await code.problems()).some((text) => text.includes('A.62.2')));
    await code.runCommand('View: Hide Panel');
    await code.goTo(lineOf(code, 'A.62.2:'), 3);
    await code.page.locator('.squiggly-error').first().waitFor();
    await code.openViewContainer('AIMS');
    await code.widenSideBar(120);
    await code.untilTree('PDCA Status', 'the systems', (rows) =>
      ['Support assistant', 'Credit scoring'].every((name) => rows.some(({ label }) => label === name)),
    );
    await code.goTo(lineOf(code, 'A.62.2:'), 3);
    await until('what is evidenced, and nothing else before', async () =>
      (await code.lenses()).some((text) => text.includes('7 of 20 controls evidenced')),
    );
    await code.screenshot('web');
  });

  it('runs in the browser, and nowhere else', () => {
    const processes = execFileSync('ps', ['-A', '-o', 'args='], { encoding: 'utf8' }).split('\n');
    const ours = processes.filter((args) => args.includes(dirname(code.folder)));
    assert.ok(ours.length > 0, 'VS Code runs');
    assert.deepEqual(
      ours.filter((args) => args.includes('cli.js')),
      [],
    );
  });

  it('explains a control under the mouse', async () => {
    await code.openFile(card);
    assert.match(await code.hover(lineOf(code, 'A.6.2.3:'), 5), /A\.6\.2\.3/);
  });
});

describe('VS Code for the Web, where the language server cannot be loaded', () => {
  let code: VsCode;
  before(async () => {
    code = await launch({
      folder: join('examples', 'northwind'),
      runsIn: 'page',
      missing: ['dist/browser/server.js'],
    });
  });
  after(() => code.close());

  it('says so where one looks for AIMS, with the log and another try as ways out', async () => {
    await code.openViewContainer('AIMS');
    await code.page.getByText('The language server is not running').waitFor();
    await code.page.getByRole('button', { name: 'Show Log' }).waitFor();
    await code.page.getByRole('button', { name: 'Restart Language Server' }).waitFor();
    assert.equal(await code.page.locator('.notification-list-item').count(), 0, 'and nothing pops up');
    await code.screenshot('web-stopped');
  });
});

/** The line of a text in the card, counted from 1. */
function lineOf(code: VsCode, text: string): number {
  const lines = readFileSync(join(code.folder, card), 'utf8').split('\n');
  return lines.findIndex((line) => line.trimStart().startsWith(text)) + 1;
}
