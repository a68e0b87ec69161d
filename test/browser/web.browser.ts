import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
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
    await until('what is evidenced', async () =>
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
    await code.press('Escape');
  });

  it('completes what is typed', async () => {
    await code.goTo(lineOf(code, 'stage:'), '  stage:'.length + 1);
    await code.press('Shift+End', 'Delete');
    await code.type(' ');
    assert.ok((await code.completions()).includes('operation-monitoring'));
    await code.screenshot('web-completion');
    await code.press('Escape', 'Control+Z', 'Control+Z');
  });

  it('offers over a TODO what belongs there, whether it is selected or not', async () => {
    await code.openFile(card);
    await code.goTo(lineOf(code, 'stage:'), '  stage:'.length + 1);
    await code.press('Shift+End', 'Delete');
    await code.type(' TODO');
    await code.press('Escape');
    assert.deepEqual((await code.completions()).slice(0, 2), ['TODO', 'inception']);
    await code.press('Escape', 'Control+ArrowLeft', 'Control+Shift+ArrowRight');
    assert.deepEqual((await code.completions()).slice(0, 2), ['TODO', 'inception']);
    await code.press('ArrowDown', 'Enter');
    await until('the value in its place', async () =>
      (await code.lines()).some((line) => /^\s*stage:\sinception$/.test(line.trimEnd())),
    );
    await code.runCommand('File: Revert File');
  });

  it('suggests TODO to who types it, and ends the line of who does not', async () => {
    const rows = code.page.locator('.suggest-widget.visible .monaco-list-row .label-name');
    await code.goTo(lineOf(code, 'purpose:'), 'purpose:'.length + 1);
    await code.press('Shift+End', 'Delete');
    await code.type(' ');
    // VS Code asks about the blank first, and not again about what comes while it waits for that answer.
    const isOffered = async (): Promise<boolean> => (await rows.allInnerTexts()).includes('TODO');
    await until('TODO', async () => {
      await code.type('TO');
      if (await until('the row', isOffered, 3_000).catch(() => false)) return true;
      await code.press('Backspace', 'Backspace');
      return false;
    });
    await code.press('Enter', 'Shift+Home');
    await code.type('purpose: to');
    await code.press('Enter');
    await until('a line of its own', async () =>
      (await code.lines()).some((line) => /^purpose:\sto$/.test(line.trimEnd())),
    );
    await code.press('Control+Z', 'Control+Z', 'Control+Z', 'Control+Z', 'Control+Z');
  });

  it('draws the dashboard, which leads to the place of a cell', async () => {
    await code.runCommand('AIMS: Open Dashboard');
    const frame = await code.frameWith('table.soa');
    await frame.locator('table.soa thead').getByText('Support assistant').waitFor();
    await code.screenshot('web-dashboard');
    await frame.locator('[data-go="control/1/A.5.4"]').press('Enter');
    await code.untilShown('credit-scoring/aims.yaml');
  });

  it('puts a file in place where a fix does', async () => {
    const assessment = join(code.folder, 'support-assistant', 'impact-assessment.yaml');
    assert.ok(!existsSync(assessment));
    await code.openFile(card);
    await code.goTo(lineOf(code, 'kind: system'), 2);
    const [first = ''] = await code.lightBulb();
    assert.match(first, /impact assessment/);
    await code.closeLightBulb();
    await code.applyFix(first);
    await code.untilShown(assessment);
    await until('the file', () => Promise.resolve(existsSync(assessment)));
  });
});

describe('VS Code for the Web, in German', () => {
  let code: VsCode;
  before(async () => {
    const folder = join('examples', 'northwind');
    code = await launch({ folder, settings: { 'aims.at': '2026-11-01' }, runsIn: 'page', language: 'de' });
  });
  after(() => code.close());

  it('speaks it, server and extension', async () => {
    await code.openFile(card);
    await code.openViewContainer('AIMS');
    // The page reads the names of views and commands from `package.nls.json` alone.
    await code.untilTree('PDCA Status', 'German figures', (rows) =>
      rows.some(({ label, description }) => label === 'Support assistant' && description.includes('fehlend')),
    );
    await until('the day', async () => (await code.page.getByText('Stand 2026-11-01').count()) > 0);
    assert.match(await code.hover(lineOf(code, 'A.6.2.3:'), 5), /Was Auditoren meist gelten lassen/);
    await code.screenshot('web-german');
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
