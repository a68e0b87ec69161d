import { EventEmitter } from '../../support/vscode';
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Server } from '../../../client/src/server';
import { WorkspaceStatus } from '../../../client/src/workspace-status';

describe('whether there is anything to see', () => {
  /** Ends the search for AIMS files, as VS Code does when it has found that many. */
  let find: (found: number) => void;
  let searched: Promise<void>;
  let status: WorkspaceStatus;

  beforeEach(() => {
    searched = new Promise((begun) => {
      const findFiles = (): Promise<unknown[]> =>
        new Promise((resolve) => {
          find = (found) => resolve(Array.from({ length: found }));
          begun();
        });
      Object.assign(vscode.workspace, { findFiles });
    });
    const stopped = {
      onDidChange: new EventEmitter<void>().event,
      state: 'stopped',
      status: () => Promise.resolve(undefined),
    };
    status = new WorkspaceStatus(stopped as unknown as Server);
  });
  afterEach(() => status.dispose());

  for (const [found, isRelevant] of [
    [0, false],
    [1, true],
  ] as const)
    it(`is told by AIMS files where the server does not run: ${found}`, async () => {
      const refreshed = status.refresh();
      await searched;
      find(found);
      await refreshed;
      assert.equal(status.relevant, isRelevant);
    });

  it('stays as somebody asked for it while files are looked for', async () => {
    const refreshed = status.refresh();
    await searched;
    await status.show();
    find(0);
    await refreshed;
    assert.equal(status.relevant, true);
  });
});
