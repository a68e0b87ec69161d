/** The dashboard's panel: asks the server, hands the answers to the page, and goes where the page is clicked. */
import { commands, env, l10n, ThemeIcon, Uri, ViewColumn, window, type WebviewPanel } from 'vscode';
import { locationOf, parseTarget, type Target } from '../../../server/src/page/view';
import { REVEAL_PLACE, type Dashboard, type Location, type RevealPlace } from '../../../server/src/protocol';
import type { Disposable } from '../disposable';
import type { Server } from '../server';
import { readMessage, type FromPage, type ToPage } from './messages';
import { shell } from './shell';
import { TrendReader } from './trend';

/** In package.json too: VS Code wakes us for it. */
export const VIEW_TYPE = 'aims.dashboard';

/** One panel at most. What it shows is the server's last answer; while nobody sees it, nothing is asked. */
export class DashboardPanel implements Disposable {
  readonly #server: Server;
  readonly #extension: Uri;
  readonly #trend: TrendReader;
  readonly #subscription: Disposable;
  #panel: WebviewPanel | undefined;
  #shown: Dashboard | undefined;
  #isAsking = false;
  #isStale = false;

  /** @param extension where the extension is installed */
  constructor(server: Server, extension: Uri) {
    this.#server = server;
    this.#extension = extension;
    this.#trend = new TrendReader(server, (trend) => this.#post({ kind: 'trend', trend }));
    this.#subscription = server.onDidChange(() => {
      this.#postServer();
      void this.#refresh();
    });
  }

  /** Opens it, or brings it to the front. */
  show(): void {
    if (this.#panel) this.#panel.reveal();
    else this.adopt(window.createWebviewPanel(VIEW_TYPE, l10n.t('AIMS Dashboard'), ViewColumn.Active));
  }

  /** Takes over a panel: a new one, or one that VS Code brings back after it was reloaded. */
  adopt(panel: WebviewPanel): void {
    this.#panel?.dispose();
    this.#panel = panel;
    const dist = Uri.joinPath(this.#extension, 'dist');
    panel.iconPath = new ThemeIcon('dashboard');
    panel.webview.options = { enableScripts: true, localResourceRoots: [dist] };
    panel.webview.onDidReceiveMessage((message: unknown) => {
      const said = readMessage(message);
      if (said) void this.#hear(said);
    });
    panel.onDidChangeViewState(() => void (this.#isStale && this.#refresh()));
    panel.onDidDispose(() => {
      if (this.#panel !== panel) return;
      this.#panel = undefined;
      this.#trend.stop();
    });
    panel.webview.html = shell({
      language: env.language,
      script: panel.webview.asWebviewUri(Uri.joinPath(dist, 'dashboard.js')).toString(),
      nonce: crypto.randomUUID(),
      stopped: l10n.t('The language server does not run: this is how things stood before.'),
      restart: l10n.t('Restart'),
    });
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#trend.dispose();
    this.#panel?.dispose();
  }

  async #hear(said: FromPage): Promise<void> {
    switch (said.kind) {
      case 'ready':
        if (this.#shown) this.#post({ kind: 'dashboard', dashboard: this.#shown });
        this.#post({ kind: 'trend', trend: this.#trend.latest });
        this.#postServer();
        return this.#refresh();
      case 'restart':
        return this.#server.restart();
      case 'go':
        return this.#go(said.target);
      case 'read-trend':
        return this.#shown && this.#trend.read(this.#shown.date);
      case 'stop-trend':
        return this.#trend.stop();
    }
  }

  /** Changes that come in while the server answers lead to one more question, not to many. */
  async #refresh(): Promise<void> {
    this.#isStale = true;
    if (this.#isAsking) return;
    this.#isAsking = true;
    try {
      while (this.#isStale && this.#panel?.visible) {
        this.#isStale = false;
        const result = await this.#server.dashboard();
        if (!result) break;
        this.#shown = result.dashboard;
        this.#post({ kind: 'dashboard', dashboard: result.dashboard });
      }
    } finally {
      this.#isAsking = false;
    }
  }

  /** Where that is, only what the server said counts: the page names it by its number. */
  async #go(word: string): Promise<void> {
    const target = parseTarget(word);
    const location = target && (await this.#locate(target));
    if (!location) return;
    const place: RevealPlace = { location };
    await commands.executeCommand(REVEAL_PLACE, place);
  }

  async #locate(target: Target): Promise<Location | undefined> {
    if (target.kind !== 'control') return this.#shown && locationOf(this.#shown, target);
    const subject = this.#shown?.subjects[target.subject]?.key;
    if (subject === undefined) return undefined;
    return (await this.#server.controlPlace({ subject, control: target.control })) ?? undefined;
  }

  #postServer(): void {
    this.#post({ kind: 'server', isStopped: this.#server.state === 'stopped' });
  }

  #post(message: ToPage): void {
    void this.#panel?.webview.postMessage(message);
  }
}
