import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from './launch';
import { until } from './until';
import type { TreeRow, VsCode } from './vscode';

/** The day the example is read at: later, its reviews would be overdue. */
const settings = { 'aims.at': '2026-11-01' };
const folder = join('examples', 'northwind');
const card = 'support-assistant/aims.yaml';
const view = 'PDCA Status';

/** Zero-based line of a text in the editor's file, as a person finds it by looking. */
async function hasRow(code: VsCode, label: RegExp): Promise<TreeRow | undefined> {
  return (await code.treeRows(view)).find((row) => label.test(row.label));
}

for (const theme of ['dark', 'light'] as const) {
  describe(`the tour of the example, ${theme}`, () => {
    let code: VsCode;
    before(async () => {
      code = await launch({ folder, theme, settings });
      await code.openFile(card);
    });
    after(() => code.close());

    it('underlines a control that does not exist, and says which is meant', async () => {
      await until('the finding', async () => (await code.problems()).some((text) => text.includes('A.62.2')));
      await code.openFile(card);
      await code.page.locator('.squiggly-error').first().waitFor();
      await code.screenshot(`squiggle-${theme}`);
    });

    it('explains a control under the mouse', async () => {
      const text = await code.hover(59, 5);
      assert.match(text, /A\.6\.2\.3/);
      await code.screenshot(`hover-${theme}`);
      await code.press('Escape');
    });

    it('shows in the tree that the impact assessment is missing', async () => {
      await code.openViewContainer('AIMS');
      await code.untilTree(view, 'the system', (rows) =>
        rows.some(({ label }) => label === 'Support assistant'),
      );
      await unfold(code, 'Support assistant');
      await unfold(code, 'Plan');
      await until('the control', () => hasRow(code, /A\.5\.3/));
      await code.screenshot(`tree-before-${theme}`);
    });

    it('creates the impact assessment by the light bulb', async () => {
      await code.openFile(card);
      await code.goTo(3, 1);
      const offered = await code.lightBulb();
      await code.screenshot(`light-bulb-${theme}`);
      await code.closeLightBulb();
      const title = offered.find((text) => /impact assessment/i.test(text));
      assert.ok(title, offered.join('; '));
      await code.applyFix(title);
      await until('the file', async () =>
        Promise.resolve(existsSync(join(code.folder, 'support-assistant/impact-assessment.yaml'))),
      );
    });

    it('shows in the tree that it is there now', async () => {
      await until('another verdict', async () => {
        const row = await hasRow(code, /A\.5\.3/);
        return row && !row.description.includes('missing');
      });
      await code.screenshot(`tree-after-${theme}`);
    });

    it('takes a squiggle away while typing', async () => {
      await code.openFile(card);
      await code.goTo(53, 5);
    });
  });
}

/** Unfolds a row of the status view, unless it is unfolded. */
async function unfold(code: VsCode, label: string): Promise<void> {
  const rows = await code.untilTree(view, label, (found) => found.some((row) => row.label === label));
  if (rows.find((row) => row.label === label)?.expanded === false) await code.clickRow(view, label);
  await code.untilTree(view, `${label} unfolded`, (found) =>
    found.some((row) => row.label === label && row.expanded === true),
  );
}
