import { editor } from '../../support/vscode';
import assert from 'node:assert/strict';
import { TrendReader } from '../../../client/src/dashboard/trend';
import type { Server } from '../../../client/src/server';
import type { Trend } from '../../../server/src/page/view';

describe('the trend of the dashboard', () => {
  it('can be read as soon as the workspace is trusted', () => {
    editor.isTrusted = false;
    const told: Trend['state'][] = [];
    const reader = new TrendReader({} as unknown as Server, ({ state }) => told.push(state));
    assert.equal(reader.latest.state, 'untrusted');
    editor.grantTrust();
    assert.deepEqual(told, ['idle']);
    reader.dispose();
  });

  it('can be read again where the server went away meanwhile', async () => {
    const told: Trend['state'][] = [];
    const server = { trend: () => Promise.resolve(undefined) } as unknown as Server;
    const reader = new TrendReader(server, ({ state }) => told.push(state));
    await reader.read('2026-11-01');
    assert.deepEqual(told, ['reading', 'stopped']);
    reader.dispose();
  });
});
