import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from './launch';
import { until } from './until';
import type { TreeRow, VsCode } from './vscode';

/** The day the example is read at: later, its reviews would be overdue. */
const settings = { 'aims.at': '2026-11-01' };
const folder = join('examples', 'northwind');
const card = 'support-assistant/aims.yaml';
const assessment = 'support-assistant/impact-assessment.yaml';
const view = 'PDCA Status';
const system = 'Support assistant';

for (const theme of ['dark', 'light'] as const) {
  describe(`the tour of the example, ${theme}`, () => {
    let code: VsCode;
    before(async () => {
      code = await launch({ folder, theme, settings });
      await code.openFile(card);
    });
    after(() => code.close());

    it('shows in the tree that the impact assessment is missing', async () => {
      await code.openViewContainer('AIMS');
      await code.widenSideBar(120);
      await unfold(code, system);
      await unfold(code, 'Do');
      const row = await until('the control', () => control(code, 'A.5.3'));
      assert.match(row.description, /missing/i);
      // VS Code asks for what it has not asked for yet when an editor gets the focus.
      await code.openFile(card);
      await until('what is evidenced', async () =>
        (await code.lenses()).some((text) => /^\d+ of \d+ requirements evidenced/.test(text)),
      );
      await code.screenshot(`tree-before-${theme}`);
    });

    it('underlines a control that does not exist', async () => {
      await until('the finding', async () => (await code.problems()).some((text) => text.includes('A.62.2')));
      await code.openFile(card);
      await code.goTo(lineOf(code, 'A.62.2:'), 3);
      await code.page.locator('.squiggly-error').first().waitFor();
      await code.screenshot(`squiggle-${theme}`);
      await code.runCommand('View: Hide Panel');
    });

    it('explains a control under the mouse', async () => {
      await code.openFile(card);
      const text = await code.hover(lineOf(code, 'A.6.2.3:'), 5);
      assert.match(text, /A\.6\.2\.3/);
      await code.screenshot(`hover-${theme}`);
      await code.press('Escape');
    });

    it('creates the impact assessment by the light bulb', async () => {
      await code.openFile(card);
      await code.goTo(lineOf(code, 'kind: system'), 2);
      const [first] = await code.lightBulb();
      await code.screenshot(`light-bulb-${theme}`);
      await code.closeLightBulb();
      assert.equal(first, 'Create the impact assessment');
      await code.applyFix(first);
      await until('the file', () => Promise.resolve(existsSync(join(code.folder, assessment))));
      await code.untilShown(assessment);
      await code.screenshot(`assessment-${theme}`);
    });

    it('shows in the tree that there is one, once something is written in it', async () => {
      await fillIn(code, 'performed:', '2026-10-30');
      await fillIn(code, 'what:', 'Some customers get worse answers than others');
      await until('another verdict', async () => {
        const row = await control(code, 'A.5.3');
        return row && !/missing/i.test(row.description);
      });
      await code.screenshot(`tree-after-${theme}`);
    });

    it('takes a squiggle away while the mistake is mended by hand', async () => {
      await code.openFile(card);
      await code.goTo(lineOf(code, 'A.62.2:'), 'xxA.6'.length + 1);
      await code.type('.');
      await code.page.locator('.squiggly-error').first().waitFor({ state: 'detached' });
    });
  });
}

/** Types over the place held open behind a key of the assessment. */
async function fillIn(code: VsCode, key: string, text: string): Promise<void> {
  const line = lineOf(code, key, assessment);
  const written = readFileSync(join(code.folder, assessment), 'utf8').split('\n')[line - 1] ?? '';
  await code.goTo(line, written.indexOf('TODO') + 'TODO'.length + 1);
  await code.press(...Array.from('TODO', () => 'Backspace'));
  await code.type(text);
  await code.press('Escape');
}

/** The line of a text in a file as it is on disk, counted from 1. */
function lineOf(code: VsCode, text: string, file = card): number {
  const lines = readFileSync(join(code.folder, file), 'utf8').split('\n');
  const at = lines.findIndex((line) => line.trimStart().startsWith(text));
  assert.ok(at >= 0, `no ${text} in ${card}`);
  return at + 1;
}

async function control(code: VsCode, id: string): Promise<TreeRow | undefined> {
  return (await code.treeRows(view)).find(({ label }) => label.startsWith(id));
}

/** Unfolds a row of the status view. As a person would: clicks again where a refresh came between. */
async function unfold(code: VsCode, label: string): Promise<void> {
  const isUnfolded = async (): Promise<boolean> =>
    (await code.treeRows(view)).some((row) => row.label === label && row.expanded === true);
  await code.untilTree(view, label, (rows) => rows.some((row) => row.label === label));
  await until(`${label} unfolded`, async () => {
    if (await isUnfolded()) return true;
    await code.clickRow(view, label);
    return until(`${label} to follow the click`, isUnfolded, 3000).catch(() => false);
  });
}
