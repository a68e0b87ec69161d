import { editor, log } from '../../support/vscode';
import assert from 'node:assert/strict';
import type { Memento } from 'vscode';
import { chooseFilter } from '../../../client/src/commands/choose-filter';
import { Server } from '../../../client/src/server';
import { EVERYTHING, StatusTree } from '../../../client/src/views/status-tree';
import { TREE_REQUEST, type TreeFilter } from '../../../server/src/protocol';
import { FakeClient } from '../../support/language-client';

interface Row {
  readonly verdict?: string;
  readonly subject?: string;
}

/** Chooses the verdict `missing` alone. */
const onlyMissing = (rows: readonly unknown[]): readonly unknown[] =>
  rows.filter((row) => (row as Row).verdict === 'missing');

describe('choosing what the status shows', () => {
  const choose = async (filter: TreeFilter, isServerThere: boolean): Promise<TreeFilter> => {
    const client = new FakeClient({ [TREE_REQUEST]: { revision: 1, nodes: [{ id: 's', kind: 'system' }] } });
    const server = new Server(() => client.client, log);
    if (isServerThere) await server.start();
    const tree = new StatusTree(server);
    tree.show({ ...EVERYTHING, filter });
    editor.choose = onlyMissing;
    await chooseFilter(server, tree, { update: () => Promise.resolve() } as unknown as Memento);
    const { shape } = tree;
    tree.dispose();
    return shape.filter;
  };

  it('drops a system that was not chosen again', async () => {
    assert.deepEqual(await choose({ subjects: ['s'] }, true), { verdicts: ['missing'] });
  });

  it('keeps the systems that were chosen while no server lists them', async () => {
    assert.deepEqual(await choose({ subjects: ['s'] }, false), { verdicts: ['missing'], subjects: ['s'] });
  });
});
