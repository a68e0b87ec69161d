import {
  Location,
  TestMessage,
  type CancellationToken,
  type TestController,
  type TestItem,
  type TestRun,
  type TestRunRequest,
} from 'vscode';
import type { EvidenceCheck, EvidenceRow } from '../../../server/src/protocol';
import type { Server } from '../server';
import type { EvidenceItems } from './items';

/** Reports how the server grades evidence as the results of checks. */
export class EvidenceRun {
  readonly #controller: TestController;
  readonly #items: EvidenceItems;
  readonly #server: Server;

  constructor(controller: TestController, items: EvidenceItems, server: Server) {
    this.#controller = controller;
    this.#items = items;
    this.#server = server;
  }

  /** Reads everything anew, then reports. */
  async once(request: TestRunRequest, token: CancellationToken): Promise<void> {
    await this.#server.readAgain(token);
    await this.#report(request, token);
  }

  /**
   * Reports now and after changes, until it is told to stop. Of changes that come in while it reports, one report tells:
   * it is of what stands by then.
   */
  async follow(request: TestRunRequest, token: CancellationToken): Promise<void> {
    let reporting = this.once(request, token);
    let isNext = false;
    const changes = this.#server.onDidChange(() => {
      if (isNext) return;
      isNext = true;
      reporting = reporting.then(() => {
        isNext = false;
        return this.#report(request, token);
      });
    });
    await new Promise<void>((resolve) => token.onCancellationRequested(() => resolve()));
    changes.dispose();
    await reporting;
  }

  async #report(request: TestRunRequest, token: CancellationToken): Promise<void> {
    // Left before it began; later the run's own token tells, which comes with that of the request.
    if (token.isCancellationRequested) return;
    const run = this.#controller.createTestRun(request);
    try {
      await this.#items.refresh();
      for (const subject of this.#subjectsOf(request)) {
        if (run.token.isCancellationRequested) break;
        for (const row of await this.#items.resolve(subject, token)) reportRow(run, request, subject, row);
      }
    } finally {
      run.end();
    }
  }

  /** Those that what is asked for lies in; items of a subject may have come and gone since it was asked. */
  #subjectsOf({ include }: TestRunRequest): readonly TestItem[] {
    const all = [...this.#controller.items].map(([, item]) => item);
    if (!include) return all;
    const wanted = new Set(include.map((item) => pathOf(item)[0]));
    return all.filter(({ id }) => wanted.has(id));
  }
}

const pathOf = (item: TestItem): readonly string[] => [...(item.parent ? pathOf(item.parent) : []), item.id];

function reportRow(run: TestRun, request: TestRunRequest, subject: TestItem, row: EvidenceRow): void {
  const item = subject.children.get(row.id);
  if (!item) return;
  if (row.problem !== undefined && isWanted(request, item)) run.failed(item, messageAt(item, row.problem));
  for (const check of row.checks) {
    const piece = item.children.get(check.id);
    if (piece && isWanted(request, piece)) reportCheck(run, piece, check);
  }
}

function reportCheck(run: TestRun, item: TestItem, { outcome, message, description }: EvidenceCheck): void {
  if (outcome === 'passed') run.passed(item);
  else if (outcome === 'failed') run.failed(item, messageAt(item, message));
  else run.skipped(item);
  const line = `${item.parent?.id ?? ''} ${item.label}: ${description}. ${message}`;
  run.appendOutput(`${line.replaceAll(/\s+/g, ' ')}\r\n`, undefined, item);
}

function messageAt({ uri, range }: TestItem, text: string): TestMessage {
  const message = new TestMessage(text);
  if (uri && range) message.location = new Location(uri, range);
  return message;
}

/** Is it, or what it lies in, asked for, and not left out? */
function isWanted({ include, exclude }: TestRunRequest, item: TestItem): boolean {
  const path = pathOf(item);
  const holds = (other: TestItem): boolean => pathOf(other).every((id, at) => path[at] === id);
  return (include?.some(holds) ?? true) && exclude?.some(holds) !== true;
}
