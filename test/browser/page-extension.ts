import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { installExtension } from '../../scripts/vscode/server.mjs';

/** Where the page finds the extension. */
const PATH = '/aims-extension';

/** Run in the page before any other script: its settings stand in an attribute. */
const ADD = `(extension) => {
  const read = Element.prototype.getAttribute;
  Element.prototype.getAttribute = function (name) {
    const value = read.call(this, name);
    if (this.id !== 'vscode-workbench-web-configuration' || name !== 'data-settings') return value;
    return JSON.stringify({ ...JSON.parse(value), additionalBuiltinExtensions: [extension] });
  };
}`;

/**
 * Adds a packaged extension to those of the page, as whoever embeds VS Code for the Web does: in the page's settings,
 * by an address. The server neither has nor serves it. Before the page is loaded.
 *
 * @param origin of the page
 * @param scratch an empty folder
 * @param missing files of the extension that are not there
 */
export async function addPageExtension(
  page: Page,
  {
    vsix,
    origin,
    scratch,
    missing,
  }: { vsix: string; origin: string; scratch: string; missing: readonly string[] },
): Promise<void> {
  const folder = unpack(vsix, scratch);
  await page.route(`${origin}${PATH}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const path = join(folder, decodeURIComponent(pathname.slice(PATH.length)));
    await (existsSync(path) && !missing.some((file) => path === join(folder, file))
      ? route.fulfill({ path })
      : route.fulfill({ status: 404 }));
  });
  const extension = { scheme: 'http', authority: new URL(origin).host, path: PATH };
  await page.addInitScript({ content: `(${ADD})(${JSON.stringify(extension)})` });
}

/** Has VS Code unpack a package where it does not look for extensions later. */
function unpack(vsix: string, scratch: string): string {
  const extensionsDir = join(scratch, 'extensions');
  installExtension(vsix, { dataDir: join(scratch, 'data'), extensionsDir });
  const [found] = readdirSync(extensionsDir, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  if (!found) throw new Error(`nothing was in ${vsix}`);
  return join(extensionsDir, found.name);
}
