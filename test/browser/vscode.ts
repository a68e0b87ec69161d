import { join } from 'node:path';
import type { Frame, Locator, Page } from 'playwright-core';
import { until } from './until';

/** A row of a tree, as a person reads it. */
export interface TreeRow {
  label: string;
  /** The dimmed text after the label; empty if there is none. */
  description: string;
  /** 1 for a row at the top. */
  level: number;
  expanded: boolean | undefined;
}

/** VS Code in a browser, driven and read as a person does: by keys, mouse and what is on the screen. */
export class VsCode {
  readonly page: Page;
  /** The open folder's path: a copy that the test may change behind VS Code's back. */
  readonly folder: string;
  readonly #screenshots: string;
  readonly #close: () => Promise<void>;

  constructor(page: Page, folder: string, screenshots: string, close: () => Promise<void>) {
    this.page = page;
    this.folder = folder;
    this.#screenshots = screenshots;
    this.#close = close;
  }

  /** Ends VS Code and removes the copy of the folder. */
  async close(): Promise<void> {
    await this.#close();
  }

  /** Writes `<name>.png` into the folder of screenshots; gives its path. */
  async screenshot(name: string): Promise<string> {
    const path = join(this.#screenshots, `${name}.png`);
    // A hover that is still fading in would look as if it were disabled.
    await this.page.screenshot({ path, animations: 'disabled' });
    return path;
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Types into whatever has the focus. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Saves the file in front, which the test has changed. */
  async save(): Promise<void> {
    const unsaved = this.page.locator('.tab.active.dirty');
    await unsaved.waitFor();
    await this.press('Control+S');
    await unsaved.waitFor({ state: 'detached' });
  }

  /** Runs a command by its title in the command palette, for example `View: Toggle Word Wrap`. */
  async runCommand(title: string): Promise<void> {
    await this.#pick('F1', `>${title}`, title);
  }

  /** Runs a command that asks something: leaves its question open, for a picture or an answer. */
  async startCommand(title: string): Promise<void> {
    await this.#take('F1', `>${title}`, title);
  }

  /** Opens a file through quick open. `path` may be a part as long as it finds the file named by its last segment. */
  async openFile(path: string): Promise<void> {
    const name = path.slice(path.lastIndexOf('/') + 1);
    await this.#pick('Control+P', path, name);
    await this.untilShown(path);
    await this.page.locator('.monaco-editor.focused').first().waitFor();
  }

  /** Waits until the file named by the path's last segment is the one in front, whoever opened it. */
  async untilShown(path: string): Promise<void> {
    const name = path.slice(path.lastIndexOf('/') + 1);
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
  }

  /** Puts the cursor at a line and column, both counted from 1 as VS Code shows them. */
  async goTo(line: number, column = 1): Promise<void> {
    const input = this.page.locator('.quick-input-widget input');
    const isThere = async (): Promise<boolean> =>
      (await this.statusItems()).some((text) => text.startsWith(`Ln ${line}, Col ${column}`));
    await until(
      `the cursor to be at ${line}:${column}`,
      async () => {
        await this.#openQuickInput('Control+G');
        try {
          await input.fill(`:${line},${column}`, { timeout: 5_000 });
        } catch (error) {
          await this.press('Escape');
          throw error;
        }
        await this.press('Enter');
        await this.page.locator('.monaco-editor.focused').first().waitFor();
        return until('the line in the status bar', isThere, 5_000);
      },
      60_000,
    );
  }

  /** Rests the mouse on a place in the editor; gives the text of the hover that appears. */
  async hover(line: number, column: number): Promise<string> {
    await this.goTo(line, column);
    const hover = this.page
      .locator('.monaco-resizable-hover .monaco-hover:visible, .monaco-editor-hover:visible')
      .first();
    // A lens that comes above moves the line away from under the mouse: point again, as a person does.
    return until(
      'a hover',
      async () => {
        await this.#pointAtCursor();
        return until(
          'its text',
          async () => {
            const text = await hover.innerText({ timeout: 3_000 });
            return text !== '' && !text.includes('Loading...') && text;
          },
          5_000,
        );
      },
      40_000,
    );
  }

  async #pointAtCursor(): Promise<void> {
    const box = await until(
      'the cursor to be drawn',
      async () =>
        (await this.page.locator('.monaco-editor.focused .cursors-layer .cursor').first().boundingBox()) ??
        undefined,
    );
    const y = box.y + box.height / 2;
    // A mouse that was there already would not move, and no hover would come.
    await this.page.mouse.move(box.x + 200, y + 200);
    await this.page.mouse.move(box.x + 4, y, { steps: 4 });
  }

  /**
   * The titles that the light bulb offers at the cursor, in order. Leaves the menu open, for a picture or a click.
   * Asks again as a person does when the menu says that there is nothing yet.
   */
  async lightBulb(): Promise<string[]> {
    return until('the light bulb’s menu', async () => {
      await this.press('Control+.');
      const first = this.#actions().first();
      const opened = await first.waitFor({ timeout: 2_000 }).then(
        () => true,
        () => false,
      );
      return opened && (await this.#actions().allInnerTexts()).map((title) => title.trim());
    });
  }

  /** Closes the light bulb's menu. */
  async closeLightBulb(): Promise<void> {
    await this.press('Escape');
    await this.#actions().first().waitFor({ state: 'hidden' });
  }

  /** Opens the light bulb at the cursor and takes an action by its title. */
  async applyFix(title: string): Promise<void> {
    const offered = await this.lightBulb();
    if (!offered.includes(title))
      throw new Error(`The light bulb offers ${JSON.stringify(offered)}, not "${title}"`);
    await this.#actions().filter({ hasText: title }).first().click();
    await this.page.locator('.action-widget').first().waitFor({ state: 'hidden' });
  }

  /** Shows a view container by its title in the activity bar. */
  async openViewContainer(title: string): Promise<void> {
    const tab = this.page
      .locator('.activitybar [role="tab"]')
      .filter({ has: this.page.locator(`.action-label[aria-label^="${title}"]`) })
      .first();
    if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click();
    await until(`${title} to be shown`, async () => (await tab.getAttribute('aria-selected')) === 'true');
  }

  /** Drags the border of the side bar to the right, by so many pixels. */
  async widenSideBar(by: number): Promise<void> {
    const box = await this.page.locator('.part.sidebar').boundingBox();
    if (!box) throw new Error('There is no side bar on the screen');
    const x = box.x + box.width;
    const y = box.y + box.height / 2;
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(x + by, y, { steps: 4 });
    await this.page.mouse.up();
  }

  /** The rows of a view that are on the screen, by the view's title; opens its section first if it is folded. */
  async treeRows(view: string): Promise<TreeRow[]> {
    const rows = (await this.#pane(view)).locator('.monaco-list-row');
    return Promise.all((await rows.all()).map(readRow));
  }

  /** Waits until a view has a row that fits; gives all its rows. */
  async untilTree(view: string, what: string, fits: (rows: TreeRow[]) => boolean): Promise<TreeRow[]> {
    return until(`${view} to show ${what}`, async () => {
      const rows = await this.treeRows(view);
      return fits(rows) && rows;
    });
  }

  /** Clicks a row of a view by its label: opens what it leads to, or unfolds it. */
  async clickRow(view: string, label: string): Promise<void> {
    const pane = await this.#pane(view);
    await pane
      .locator('.monaco-list-row')
      .filter({ has: this.page.getByText(label, { exact: true }) })
      .first()
      .click();
  }

  /** The messages in the Problems panel, as its rows read; empty if there is none. */
  async problems(): Promise<string[]> {
    const panel = this.page.locator('.markers-panel');
    if (!(await panel.isVisible())) await this.press('Control+Shift+M');
    await panel.waitFor();
    const rows = panel.locator('.monaco-list-row .marker-message-line');
    return rows.allInnerTexts();
  }

  /** What quick input offers, while it is open. */
  async quickPicks(): Promise<string[]> {
    return this.page.locator('.quick-input-widget .monaco-list-row .label-name').allInnerTexts();
  }

  /** What completion offers at the cursor, best first. Leaves the list open, for a picture. */
  async completions(): Promise<string[]> {
    const rows = this.page.locator('.suggest-widget.visible .monaco-list-row .label-name');
    return until('completion', async () => {
      if (!(await rows.first().isVisible())) await this.press('Control+Space');
      await rows
        .first()
        .waitFor({ timeout: 3_000 })
        .catch(() => undefined);
      const found = await rows.allInnerTexts();
      return found.length > 0 && found;
    });
  }

  /** The texts of the code lenses on the screen. */
  async lenses(): Promise<string[]> {
    return this.page.locator('.codelens-decoration').allInnerTexts();
  }

  /** The lines of the editor in front as they are drawn, with what is shown between the letters. */
  async lines(): Promise<string[]> {
    return this.page.locator('.monaco-editor .view-line').allInnerTexts();
  }

  /** Pages of extensions are drawn in frames of their own: the one with something in it. */
  async frameWith(selector: string): Promise<Frame> {
    const has = async (frame: Frame): Promise<boolean> =>
      (await frame
        .locator(selector)
        .count()
        .catch(() => 0)) > 0;
    return until(
      `a frame with ${selector}`,
      async () => {
        for (const frame of this.page.frames()) if (await has(frame)) return frame;
        return undefined;
      },
      60_000,
    );
  }

  /** The texts in the status bar. */
  async statusItems(): Promise<string[]> {
    return this.page.locator('.statusbar-item:visible').allInnerTexts();
  }

  /** The texts of the notifications on the screen. */
  async notifications(): Promise<string[]> {
    return this.page.locator('.notification-toast .notification-list-item-message').allInnerTexts();
  }

  /** Opens quick input by a key, types, and takes the first row with exactly this label. */
  async #pick(key: string, typed: string, label: string): Promise<void> {
    await this.#take(key, typed, label);
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /**
   * The same, without waiting for quick input to close. The list may come too late for what was typed, and VS Code may
   * take the focus away again: then a person tries once more.
   */
  async #take(key: string, typed: string, label: string): Promise<void> {
    const widget = this.page.locator('.quick-input-widget');
    const row = widget
      .locator('.monaco-list-row')
      .filter({ has: this.page.getByText(label, { exact: true }) });
    await until(
      `${label} to be offered`,
      async () => {
        await this.#openQuickInput(key);
        try {
          await widget.locator('input').fill(typed, { timeout: 5_000 });
          await row.first().click({ timeout: 5_000 });
          return true;
        } catch (error) {
          await this.press('Escape');
          throw error;
        }
      },
      60_000,
    );
  }

  /**
   * One that is still closing would take what is typed, and then be gone; and while the focus moves, a key can get lost.
   */
  async #openQuickInput(key: string): Promise<void> {
    const widget = this.page.locator('.quick-input-widget');
    await widget.waitFor({ state: 'hidden' });
    await until('quick input', async () => {
      await this.press(key);
      return widget.waitFor({ timeout: 3_000 }).then(
        () => true,
        () => false,
      );
    });
  }

  #actions(): Locator {
    return this.page.locator('.action-widget .monaco-list-row.action .title');
  }

  async #pane(title: string): Promise<Locator> {
    const header = this.page
      .locator('.pane-header')
      .filter({ has: this.page.getByText(title, { exact: true }) })
      .first();
    await header.waitFor();
    if ((await header.getAttribute('aria-expanded')) === 'false') await header.click();
    return this.page.locator('.pane').filter({ has: header });
  }
}

async function readRow(row: Locator): Promise<TreeRow> {
  const expanded = await row.getAttribute('aria-expanded');
  return {
    label: await row.locator('.label-name').first().innerText(),
    description: (await row.locator('.label-description').allInnerTexts()).join(''),
    level: Number(await row.getAttribute('aria-level')),
    expanded: expanded === null ? undefined : expanded === 'true',
  };
}
