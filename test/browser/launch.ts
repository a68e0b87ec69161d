import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { chromium } from 'playwright-core';
import { resolveBrowser } from '../../scripts/vscode/browser.mjs';
import { installVsCode } from '../../scripts/vscode/install.mjs';
import { installExtension, startServer } from '../../scripts/vscode/server.mjs';
import { addDisplayLanguage } from './display-language';
import { addPageExtension } from './page-extension';
import { VsCode } from './vscode';

export type Theme = keyof typeof themes;

/** What a test's VS Code starts with. */
export interface LaunchOptions {
  /** Folder to open; VS Code gets a copy, so that a test may write. */
  folder: string;
  /** Packaged extension to install; by default the one named in `AIMS_VSIX`. */
  vsix?: string;
  theme?: Theme;
  /** User settings. */
  settings?: Record<string, unknown>;
  /** VS Code's display language, such as `de`; by default English. */
  language?: string;
  /**
   * Where the extension runs: where VS Code's server does, with Node; or in the page, as in VS Code for the Web, with
   * neither Node nor a disk.
   */
  runsIn?: 'server' | 'page';
  /** Files of the extension that cannot be loaded, where it runs in the page. */
  missing?: readonly string[];
  /** Where screenshots go; by default `AIMS_SCREENSHOTS`. */
  screenshots?: string;
}

const themes = {
  dark: { 'workbench.colorTheme': 'Default Dark Modern' },
  light: { 'workbench.colorTheme': 'Default Light Modern' },
  'high-contrast': {
    'workbench.colorTheme': 'Default High Contrast',
    'window.autoDetectHighContrast': false,
  },
} as const;

/** For tests that leave a picture in each. */
export const THEMES = Object.keys(themes) as readonly Theme[];

/**
 * Starts VS Code with the extension installed and a copy of the folder open, as a person finds it after installing.
 * Close it after use.
 *
 * @throws Error if there is no VS Code, browser or package to start
 */
export async function launch(options: LaunchOptions): Promise<VsCode> {
  const vsix = options.vsix ?? process.env.AIMS_VSIX;
  const screenshots = options.screenshots ?? process.env.AIMS_SCREENSHOTS;
  if (!vsix || !screenshots)
    throw new Error('AIMS_VSIX and AIMS_SCREENSHOTS must be set: run test/browser/run.mjs');
  await installVsCode();
  const scratch = mkdtempSync(join(tmpdir(), 'aims-browser-'));
  const workspace = join(scratch, basename(options.folder));
  cpSync(options.folder, workspace, { recursive: true });
  mkdirSync(screenshots, { recursive: true });
  const folders = { dataDir: join(scratch, 'data'), extensionsDir: join(scratch, 'extensions') };
  const isInPage = options.runsIn === 'page';
  if (!isInPage) installExtension(vsix, folders);
  const server = await startServer({
    ...folders,
    settings: { ...themes[options.theme ?? 'dark'], ...options.settings },
    args: options.language === undefined ? [] : addDisplayLanguage(folders.dataDir, options.language),
  });
  const browser = await chromium.launch(await resolveBrowser());
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  const close = async (): Promise<void> => {
    await browser.close();
    server.stop();
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    if (isInPage)
      await addPageExtension(page, {
        vsix,
        origin: server.origin,
        scratch: join(scratch, 'page'),
        missing: options.missing ?? [],
      });
    await page.goto(`${server.origin}/?folder=${encodeURIComponent(workspace)}`);
    await page.locator('.monaco-workbench .explorer-folders-view .monaco-list-row').first().waitFor();
  } catch (error) {
    await close();
    throw new Error(`VS Code did not open the folder:\n${server.output()}`, { cause: error });
  }
  return new VsCode(page, workspace, screenshots, close);
}
