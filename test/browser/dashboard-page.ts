/** The dashboard's page in a browser, with a stand-in for VS Code around it: the built script, its policy, its messages. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { FromPage, ToPage } from '../../client/src/dashboard/messages';
import { shell } from '../../client/src/dashboard/shell';
import { resolveBrowser } from '../../scripts/vscode/browser.mjs';

const ORIGIN = 'https://dashboard.test';

/** Variables of VS Code's own themes, as far as the page uses them. */
const THEMES = {
  light: {
    'editor-background': '#ffffff',
    foreground: '#3b3b3b',
    descriptionForeground: '#3b3b3b',
    'widget-border': '#e5e5e5',
    'editorWidget-background': '#f8f8f8',
    'textLink-foreground': '#005fb8',
    focusBorder: '#005fb8',
    'charts-green': '#388a34',
    'charts-yellow': '#667309',
    'charts-red': '#ad0707',
    'charts-purple': '#652d90',
    'problemsWarningIcon-foreground': '#895503',
  },
  dark: {
    'editor-background': '#1f1f1f',
    foreground: '#cccccc',
    descriptionForeground: '#9d9d9d',
    'widget-border': '#313131',
    'editorWidget-background': '#202020',
    'textLink-foreground': '#4daafc',
    focusBorder: '#0078d4',
    'charts-green': '#89d185',
    'charts-yellow': '#cca700',
    'problemsWarningIcon-foreground': '#cca700',
    'charts-red': '#f14c4c',
    'charts-purple': '#b180d7',
  },
  'high-contrast': {
    'editor-background': '#000000',
    foreground: '#ffffff',
    descriptionForeground: '#d4d4d4',
    contrastBorder: '#6fc3df',
    'editorWidget-background': '#0c141f',
    'textLink-foreground': '#21a6ff',
    focusBorder: '#f38518',
    'charts-green': '#89d185',
    'charts-yellow': '#ffd370',
    'problemsWarningIcon-foreground': '#ffd370',
    'charts-red': '#f48771',
    'charts-purple': '#b180d7',
  },
} as const;

export type Theme = keyof typeof THEMES;

export const startBrowser = async (): Promise<Browser> => chromium.launch(await resolveBrowser());

export interface DashboardPage {
  readonly page: Page;
  /** What it has said so far. */
  readonly said: () => Promise<readonly FromPage[]>;
  /** Says something to it, and waits until it is drawn. */
  readonly say: (message: ToPage) => Promise<void>;
  /** What it keeps for when it is shown again. */
  readonly state: () => Promise<unknown>;
}

export interface PageOptions {
  readonly theme?: Theme;
  /** In CSS pixels. 320 is 1,280 at 400 %. */
  readonly width?: number;
  /** What it kept the last time. */
  readonly state?: unknown;
}

/** The page as VS Code shows it. Problems its policy reports come as errors of the page. */
export async function openDashboardPage(
  browser: Browser,
  { theme = 'dark', width = 1280, state }: PageOptions = {},
): Promise<DashboardPage> {
  const page = await browser.newPage({ viewport: { width, height: 800 }, reducedMotion: 'reduce' });
  await page.route(`${ORIGIN}/**`, (route) =>
    route.request().url().endsWith('dashboard.js')
      ? route.fulfill({ contentType: 'text/javascript', body: readFileSync('dist/dashboard.js', 'utf8') })
      : route.fulfill({
          contentType: 'text/html',
          body: shell({
            language: 'en',
            script: `${ORIGIN}/dashboard.js`,
            nonce: 'b64',
            stopped: 'It stopped.',
            restart: 'Restart',
          }),
        }),
  );
  await page.addInitScript(
    `window.said = []; window.kept = ${JSON.stringify(state ?? null)};
     window.acquireVsCodeApi = () => ({
       postMessage: (message) => window.said.push(message),
       getState: () => window.kept ?? undefined,
       setState: (state) => { window.kept = state; },
     });
     document.addEventListener('DOMContentLoaded', () => {
     for (const [name, value] of Object.entries(${JSON.stringify(THEMES[theme])}))
       document.documentElement.style.setProperty('--vscode-' + name, value); });`,
  );
  await page.goto(`${ORIGIN}/`);
  return {
    page,
    said: () => page.evaluate('window.said'),
    state: () => page.evaluate('window.kept'),
    say: async (message) => {
      await page.evaluate(`window.postMessage(${JSON.stringify(message)}, '*')`);
      await page.evaluate('new Promise((done) => setTimeout(done, 0))');
    },
  };
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds: `<rule>: <element>`. It also looks at rules beyond WCAG that are good practice. */
export async function axe(page: Pick<Page, 'evaluate'>): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate<AxeResults>('axe.run(document)');
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${html.slice(0, 160)} ${any[0]?.message ?? ''}`),
  );
}
