import { commands, EventEmitter, workspace } from 'vscode';
import { AIMS_FILES } from './aims-files';
import type { Disposable } from './disposable';
import type { StatusResult } from '../../server/src/protocol';
import type { Server } from './server';
import { viewState, type ViewState } from './view-state';

/**
 * Keeps the server's status and tells VS Code through context keys: `aims.state` picks the welcome text,
 * `aims.relevant` shows the AIMS container only where there is something to see: an AIMS file, ML code, or a user
 * who asked for it. `aims.described`, `aims.assessed` and `aims.approved` say that there is an AI system, an impact
 * assessment, an approval: steps of the walkthrough that are done then, whoever did them and how.
 */
export class WorkspaceStatus implements Disposable {
  readonly #server: Server;
  readonly #changed = new EventEmitter<void>();
  readonly #subscription: Disposable;
  #latest: StatusResult | undefined;
  #relevant = false;
  #pending = false;
  #again = false;

  readonly onDidChange = this.#changed.event;

  constructor(server: Server) {
    this.#server = server;
    this.#subscription = server.onDidChange(() => void this.refresh());
  }

  /** The server's last answer; undefined before the first. */
  get latest(): StatusResult | undefined {
    return this.#latest;
  }

  get state(): ViewState {
    return viewState(this.#server.state, this.#latest);
  }

  /** False in a workspace that AIMS has nothing to say about. */
  get relevant(): boolean {
    return this.#relevant;
  }

  /** Shows the container from now on, whatever is in the workspace. */
  async show(): Promise<void> {
    this.#relevant = true;
    await this.#publish();
  }

  /** Asks the server again. Changes that come in while it answers lead to one more question, not to many. */
  async refresh(): Promise<void> {
    this.#again = this.#pending;
    if (this.#pending) return;
    this.#pending = true;
    try {
      this.#latest = (await this.#server.status()) ?? this.#latest;
      // Not assigned otherwise: while files are looked for, somebody may ask for the container.
      if (this.#latest ? hasSomething(this.#latest) : await this.#isMissed()) this.#relevant = true;
    } finally {
      this.#pending = false;
    }
    await this.#publish();
    if (this.#again) await this.refresh();
  }

  /** The server does not run, though there are files for it. */
  async #isMissed(): Promise<boolean> {
    if (this.#server.state !== 'stopped') return false;
    return (await workspace.findFiles(AIMS_FILES, '**/node_modules/**', 1)).length > 0;
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  async #publish(): Promise<void> {
    await commands.executeCommand('setContext', 'aims.state', this.state);
    await commands.executeCommand('setContext', 'aims.relevant', this.#relevant);
    const { systems = 0, assessments = 0, approvals = 0 } = this.#latest ?? {};
    await commands.executeCommand('setContext', 'aims.described', systems > 0);
    await commands.executeCommand('setContext', 'aims.assessed', assessments > 0);
    await commands.executeCommand('setContext', 'aims.approved', approvals > 0);
    this.#changed.fire();
  }
}

/** One day where all say the same, else the day of each workspace folder that has one. */
export function fixedDays(fixed: StatusResult['fixed']): string {
  const days = new Set(fixed.map(({ date }) => date));
  const [only] = days;
  if (days.size === 1 && only !== undefined && fixed.length === (workspace.workspaceFolders?.length ?? 1))
    return only;
  return fixed.map(({ folder, date }) => `${date} (${folder})`).join(', ');
}

function hasSomething({ organizations, systems, assessments, broken, codeFiles }: StatusResult): boolean {
  return organizations + systems + assessments + broken.length + codeFiles > 0;
}
