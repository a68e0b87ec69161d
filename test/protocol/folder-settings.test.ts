import assert from 'node:assert/strict';
import { join } from 'node:path';
import { STATUS_REQUEST, TREE_REQUEST, type StatusResult, type TreeResult } from '../../server/src/protocol';
import { createFolder, type Folder } from '../support/folder';
import { startServer, VSCODE, type RunningServer } from '../support/server';
import { CARD, CODE, codes, items, pull } from './card';

/** A plan whose day lies between the two days the folders are judged at. */
const planned = (id: string): string =>
  `${CARD.replace('id: credit-scoring', `id: ${id}`)}target: managed
controls:
  A.6.2.3: {status: planned, why: Needed., owner: Amara Okafor, due: 2026-06-30}
`;

describe('settings of workspace folders', () => {
  let folder: Folder;
  let server: RunningServer;
  beforeEach(() => {
    folder = createFolder({
      'early/aims.yaml': planned('early-system'),
      'late/aims.yaml': planned('late-system'),
      'late/deep/train.py': CODE,
    });
  });
  afterEach(async () => {
    assert.equal(await server.stop(), 0);
    folder.dispose();
  });

  const start = async (options: Parameters<typeof startServer>[0] = {}): Promise<void> => {
    const folders = ['early', 'late'].map((name) => join(folder.path, name));
    server = await startServer({ folders, ...options });
  };
  const findings = async (path: string): Promise<readonly unknown[]> =>
    codes(items(await pull(server, folder.uri(path))));

  it('judge each folder at its own day', async () => {
    await start({ folderSettings: { early: { at: '2026-05-01' }, late: { at: '2026-07-01' } } });
    assert.ok(!(await findings('early/aims.yaml')).includes('planned-overdue'));
    assert.ok((await findings('late/aims.yaml')).includes('planned-overdue'));
    const { nodes } = await server.connection.sendRequest<TreeResult>(TREE_REQUEST, {});
    assert.deepEqual(
      nodes.map(({ label, counts }) => [label, counts?.overdue ?? 0]),
      [
        ['Credit scoring', 0],
        ['Credit scoring', 1],
      ],
    );
    const { fixed } = await server.connection.sendRequest<StatusResult>(STATUS_REQUEST);
    assert.deepEqual(fixed, [
      { folder: 'early', date: '2026-05-01' },
      { folder: 'late', date: '2026-07-01' },
    ]);
  });

  it('turn rules off in one folder and not in the other', async () => {
    await start({ folderSettings: { late: { rules: { 'planned-overdue': 'off' } } } });
    assert.ok((await findings('early/aims.yaml')).includes('planned-overdue'));
    assert.ok(!(await findings('late/aims.yaml')).includes('planned-overdue'));
  });

  it('apply as soon as they change', async () => {
    await start();
    assert.ok((await findings('late/aims.yaml')).includes('planned-overdue'));
    server.settings.rules = { 'planned-overdue': 'hint' };
    await server.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await server.nextRequest('workspace/diagnostic/refresh');
    const [finding] = items(await pull(server, folder.uri('late/aims.yaml'))).filter(
      ({ code }) => code === 'planned-overdue',
    );
    assert.equal(finding?.severity, 4);
  });

  it('are those of the start where a client has nothing to say when it is asked', async () => {
    await start({ answersSettings: false, settings: { rules: { 'planned-overdue': 'off' } } });
    assert.ok(!(await findings('early/aims.yaml')).includes('planned-overdue'));
    await server.connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
    assert.ok(!(await findings('early/aims.yaml')).includes('planned-overdue'));
  });

  it('come from the window where a client sends them unasked', async () => {
    const capabilities = { ...VSCODE, workspace: { ...VSCODE.workspace, configuration: false } };
    await start({ capabilities, settings: { rules: { 'planned-overdue': 'off' } } });
    assert.ok(!(await findings('early/aims.yaml')).includes('planned-overdue'));
  });
});
