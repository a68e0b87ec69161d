import {
  l10n,
  TestRunProfileKind,
  tests,
  type TestController,
  type TestItem,
  type TestRunRequest,
} from 'vscode';
import type { Disposable } from '../disposable';
import type { Server } from '../server';
import type { WorkspaceStatus } from '../workspace-status';
import { EvidenceItems } from './items';
import { EvidenceRun } from './run';

/**
 * "AIMS evidence" in the Testing view: what cards and organizations name as evidence, each piece a check. Running them
 * reads reports and evidence anew and shows how the server grades them; nothing of the workspace is executed.
 */
export class EvidenceTests implements Disposable {
  readonly #server: Server;
  readonly #status: WorkspaceStatus;
  readonly #subscription: Disposable;
  #shown: { readonly controller: TestController; readonly items: EvidenceItems } | undefined;

  constructor(server: Server, status: WorkspaceStatus) {
    this.#server = server;
    this.#status = status;
    this.#subscription = status.onDidChange(() => void this.refresh());
  }

  /** The checks there are; undefined where nothing here can name evidence. */
  get controller(): TestController | undefined {
    return this.#shown?.controller;
  }

  /** The rows as they are now; the view is there only where a card or an organization is. */
  async refresh(): Promise<void> {
    const { state } = this.#status;
    if (state === 'ready') await (this.#shown ??= this.#create()).items.refresh();
    // Without a server nothing can be checked, and what was checked may not be true any more.
    else if (state === 'stopped') this.#shown?.items.clear();
    else if (state === 'empty' || state === 'no-card') this.#hide();
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#hide();
  }

  #hide(): void {
    this.#shown?.controller.dispose();
    this.#shown = undefined;
  }

  #create(): { readonly controller: TestController; readonly items: EvidenceItems } {
    const controller = tests.createTestController('aims.evidence', l10n.t('AIMS evidence'));
    const items = new EvidenceItems(controller, this.#server);
    controller.resolveHandler = async (item?: TestItem) => {
      if (item) await items.resolve(item);
      else await items.refresh();
    };
    controller.refreshHandler = async (token) => {
      await this.#server.readAgain(token);
      await items.refresh();
    };
    const profile = controller.createRunProfile(
      l10n.t('Check Evidence'),
      TestRunProfileKind.Run,
      async (request: TestRunRequest, token) => {
        const run = new EvidenceRun(controller, items, this.#server);
        await (request.continuous ? run.follow(request, token) : run.once(request, token));
      },
      true,
    );
    profile.supportsContinuousRun = true;
    return { controller, items };
  }
}
