/** What somebody sees whose VS Code speaks German: each part once, with a picture to look at. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from './launch';
import { until } from './until';
import type { VsCode } from './vscode';

const settings = { 'aims.at': '2026-11-01' };
const folder = join('examples', 'northwind');
const card = 'support-assistant/aims.yaml';
const status = 'PDCA-Status';

describe('AIMS in German', () => {
  let code: VsCode;
  before(async () => {
    code = await launch({ folder, settings, language: 'de' });
    await code.openFile(card);
    await code.openViewContainer('AIMS');
    await code.widenSideBar(160);
  });
  after(() => code.close());
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await code.screenshot('failed-german');
  });

  it('tells in the tree where each system stands', async () => {
    const [first] = await code.untilTree(status, 'the organization', (rows) => rows.length > 1);
    assert.match(first?.description ?? '', /fehlend|teilweise|überfällig/);
    await unfold('Support assistant', 'Durchführen');
    await unfold('Durchführen', 'A.5.3', /^fehlend/);
    await code.screenshot('german-tree');
  });

  it('lists problems', async () => {
    const missing = 'Dieses System hat noch keine Folgenabschätzung';
    await until('the finding', async () => (await code.problems()).some((text) => text.includes(missing)));
    await code.screenshot('german-problems');
    await code.runCommand('View: Hide Panel');
  });

  it('explains a control under the mouse', async () => {
    await code.openFile(card);
    const text = await code.hover(lineOf('A.6.2.3:'), 5);
    assert.match(text, /Was Auditoren meist gelten lassen/);
    await code.screenshot('german-hover');
    await code.press('Escape');
  });

  it('offers fixes', async () => {
    await code.openFile(card);
    await code.goTo(lineOf('kind: system'), 2);
    const [first] = await code.lightBulb();
    await code.screenshot('german-light-bulb');
    await code.closeLightBulb();
    assert.equal(first, 'Die Folgenabschätzung anlegen');
  });

  it('asks about a new system', async () => {
    await code.startCommand('AIMS: Neues System…');
    await code.page.locator('.quick-input-title').getByText('Neues KI-System').waitFor();
    await code.screenshot('german-new-system');
    await code.press('Escape');
  });

  it('shows evidence as tests', async () => {
    await code.runCommand('Testing: Focus on Test Explorer View');
    const tests = code.page.locator('.test-explorer .monaco-list-row');
    await tests.getByText('AIMS-Nachweise').or(tests.getByText('Credit scoring')).first().waitFor();
    await code.screenshot('german-testing');
  });

  it('introduces itself in a walkthrough', async () => {
    // The picture stands beside the steps where there is room.
    await code.runCommand('View: Toggle Primary Side Bar Visibility');
    await code.startCommand('Welcome: Open Walkthrough...');
    await until('the walkthroughs', async () =>
      (await code.quickPicks()).some((text) => text.includes('Erste Schritte mit AIMS')),
    );
    await code.type('Erste Schritte mit AIMS');
    await code.press('Enter');
    await code.page.getByText('Ihr KI-System beschreiben').first().waitFor();
    await code.page.getByText('Beim Schreiben sehen, was fällig ist').first().click();
    await code.frameWith('text=Noch keine Folgenabschätzung');
    await code.screenshot('german-walkthrough');
  });

  it('draws the dashboard', async () => {
    await code.runCommand('AIMS: Dashboard öffnen');
    const page = await code.frameWith('table.soa');
    assert.equal(await page.locator('html').getAttribute('lang'), 'de');
    await page.getByText('Erklärung zur Anwendbarkeit').first().waitFor();
    await code.screenshot('german-dashboard');
  });

  /** Unfolds a row of the status; as a person does, clicks again where a refresh came between. */
  async function unfold(label: string, child: string, says = /(?:)/): Promise<void> {
    const shows = (rows: Awaited<ReturnType<VsCode['treeRows']>>): boolean =>
      rows.some((row) => row.label.startsWith(child) && says.test(row.description));
    await code.untilTree(status, label, (rows) => rows.some((row) => row.label === label));
    await until(`${child} under ${label}`, async () => {
      if (shows(await code.treeRows(status))) return true;
      await code.clickRow(status, label);
      return until(`${child} after the click`, async () => shows(await code.treeRows(status)), 3_000).catch(
        () => false,
      );
    });
  }

  /** The line of a text in the card as it is on disk, counted from 1. */
  function lineOf(text: string): number {
    const lines = readFileSync(join(code.folder, card), 'utf8').split('\n');
    const at = lines.findIndex((line) => line.trimStart().startsWith(text));
    assert.ok(at >= 0, `no ${text} in ${card}`);
    return at + 1;
  }
});
