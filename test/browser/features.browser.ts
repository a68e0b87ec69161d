/** What the extension shows beside findings: each used once in every theme, with a picture to look at. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch, THEMES } from './launch';
import { until } from './until';
import type { VsCode } from './vscode';

const settings = { 'aims.at': '2026-11-01', 'aims.inlayHints': 'all' };
const folder = join('examples', 'northwind');
const card = 'credit-scoring/aims.yaml';
const status = 'PDCA Status';

/** What is written in the editors, piece by piece, and in which colour. Runs in the page. */
const COLOURS = `[...document.querySelectorAll('.view-line > span > span')]
  .map((piece) => [piece.textContent.trim(), getComputedStyle(piece).color])`;

/** Marks are drawn behind the label, by style. Runs in the page. */
const MARKS = `[...document.querySelectorAll('.explorer-folders-view .monaco-icon-label')]
  .map((label) => getComputedStyle(label, '::after').content)`;

for (const theme of THEMES)
  describe(`features, ${theme}`, () => {
    let code: VsCode;
    before(async () => {
      code = await launch({ folder, theme, settings });
      await code.openFile(card);
      await code.openViewContainer('AIMS');
      await code.widenSideBar(120);
    });
    after(() => code.close());
    afterEach(async function () {
      if (this.currentTest?.state === 'failed') await code.screenshot(`failed-${theme}`);
    });

    const picture = (name: string): Promise<string> => code.screenshot(`${name}-${theme}`);

    it('say above the system how much is evidenced, and behind an id what it means', async () => {
      await code.goTo(lineOf(code, 'A.4.2:'));
      await until('a lens', async () => (await code.lenses()).some((text) => text.includes('evidenced')));
      await until('a title', async () =>
        (await code.lines()).some((text) => /A\.4\.2\W*Resource\s+documentation/.test(text)),
      );
      await picture('lenses-and-hints');
    });

    it('outline the card by sections and rows', async () => {
      await code.runCommand('Explorer: Focus on Outline View');
      const rows = await code.untilTree('Outline', 'the sections', (all) =>
        all.some(({ label }) => label === 'name'),
      );
      const name = rows.find(({ label }) => label === 'name');
      assert.equal(name?.description, 'Credit scoring');
      await picture('outline');
    });

    it('complete a control that is not answered yet, with what it asks', async () => {
      await code.openFile('support-assistant/aims.yaml');
      await code.goTo(lineOf(code, 'A.62.2:', 'support-assistant/aims.yaml'));
      await code.press('End', 'Enter');
      const offered = await code.completions();
      assert.ok(
        offered.some((text) => /^A\.\d/.test(text)),
        offered.join(', '),
      );
      await picture('completion');
      await code.press('Escape', 'Control+Z', 'Control+Z');
      await code.runCommand('File: Revert File');
    });

    it('list the systems with stage and tier', async () => {
      await code.openViewContainer('AIMS');
      const rows = await code.untilTree('AI Systems', 'the systems', (all) => all.length >= 3);
      const scoring = rows.find(({ label }) => label === 'Credit scoring');
      assert.match(scoring?.description ?? '', /operation.*high-risk/i);
      await picture('systems');
    });

    it('show what falls due, by day', async () => {
      await code.openViewContainer('AIMS');
      await code.runCommand('AIMS: Show What Falls Due');
      await code.untilTree(status, 'days', (rows) => rows.some(({ label }) => /^2026-|^2027-/.test(label)));
      await picture('by-day');
      await code.runCommand('AIMS: Show by Phase');
    });

    it('let one choose what the status shows', async () => {
      await code.startCommand('AIMS: Filter Status…');
      await until('the choices', async () => (await code.quickPicks()).includes('overdue'));
      await picture('filter');
      await code.press('Escape');
    });

    it('ask about a new system step by step', async () => {
      await code.startCommand('AIMS: New System…');
      await code.page.locator('.quick-input-title').getByText('1/', { exact: false }).waitFor();
      await picture('new-system');
      await code.press('Escape');
    });

    it('show evidence as tests', async () => {
      await code.runCommand('Testing: Focus on Test Explorer View');
      await until('the systems', async () =>
        (await code.page.locator('.test-explorer .monaco-list-row').allInnerTexts()).some((text) =>
          text.includes('Credit scoring'),
        ),
      );
      await picture('testing');
    });

    it('introduce themselves in a walkthrough', async () => {
      await code.startCommand('Welcome: Open Walkthrough...');
      await until('the walkthroughs', async () =>
        (await code.quickPicks()).some((text) => text.includes('Get Started with AIMS')),
      );
      await code.type('Get Started with AIMS');
      await code.press('Enter');
      await code.page.getByText('Describe your AI system').first().waitFor();
      await picture('walkthrough');
    });

    it('colour comments for AIMS in code', async () => {
      const file = 'credit-scoring/tests/test_score.py';
      await code.openFile(file);
      await code.goTo(lineOf(code, '# aims: evidence', file));
      const colours = await until('the colours', async () => {
        const found = new Map(await code.page.evaluate<[string, string][]>(COLOURS));
        return found.has('A.6.2.6') && found;
      });
      assert.notEqual(colours.get('A.6.2.6'), colours.get('#'));
      assert.notEqual(colours.get('evidence'), colours.get('#'));
      await picture('comment');
    });

    it('mark files where something is overdue, and count it at the icon', async () => {
      mkdirSync(join(code.folder, '.vscode'), { recursive: true });
      writeFileSync(join(code.folder, '.vscode', 'settings.json'), '{ "aims.at": "2027-06-01" }\n');
      await code.runCommand('View: Show Explorer');
      await until('the mark', async () =>
        (await code.page.evaluate<string[]>(MARKS)).some((content) => content.includes('!')),
      );
      await picture('overdue');
    });
  });

/** The line of a text in a file as it is on disk, counted from 1. */
function lineOf(code: VsCode, text: string, file = card): number {
  const lines = readFileSync(join(code.folder, file), 'utf8').split('\n');
  const at = lines.findIndex((line) => line.trimStart().startsWith(text));
  assert.ok(at >= 0, `no ${text} in ${file}`);
  return at + 1;
}
