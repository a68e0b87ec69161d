import '../../support/vscode';
import assert from 'node:assert/strict';
import type { TestController, TestRunRequest } from 'vscode';
import type { EvidenceItems } from '../../../client/src/evidence-tests/items';
import { EvidenceRun } from '../../../client/src/evidence-tests/run';
import type { Server } from '../../../client/src/server';
import { EventEmitter } from '../../support/vscode';

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('evidence that is followed', () => {
  it('is reported once for all changes that came in while it was reported', async () => {
    const changed = new EventEmitter<void>();
    const cancelled = new EventEmitter<void>();
    const server = { readAgain: () => Promise.resolve(), onDidChange: changed.event } as unknown as Server;
    let runs = 0;
    let goOn = (): void => undefined;
    const items = {
      refresh: () => new Promise<void>((resolve) => (goOn = resolve)),
    } as unknown as EvidenceItems;
    const controller = {
      items: [],
      createTestRun: () => {
        runs += 1;
        return { token: { isCancellationRequested: false }, end: () => undefined };
      },
    } as unknown as TestController;
    const token = { isCancellationRequested: false, onCancellationRequested: cancelled.event };
    const following = new EvidenceRun(controller, items, server).follow(
      {} as unknown as TestRunRequest,
      token,
    );
    await settled();
    assert.equal(runs, 1);
    for (let count = 0; count < 50; count++) changed.fire();
    goOn();
    await settled();
    assert.equal(runs, 2);
    changed.fire();
    goOn();
    await settled();
    assert.equal(runs, 3, 'what came in while the second was under way is told by a third');
    goOn();
    await settled();
    assert.equal(runs, 3);
    cancelled.fire();
    await following;
  });
});
