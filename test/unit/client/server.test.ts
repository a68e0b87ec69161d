import { editor, log } from '../../support/vscode';
import assert from 'node:assert/strict';
import type { FileDecoration, Uri } from 'vscode';
import { State } from 'vscode-languageclient';
import { Server } from '../../../client/src/server';
import { CardDecorations } from '../../../client/src/views/decorations';
import { StatusTree } from '../../../client/src/views/status-tree';
import { WorkspaceStatus } from '../../../client/src/workspace-status';
import {
  REPORTS_YAML,
  STATUS_REQUEST,
  TREE_CHANGED,
  TREE_REQUEST,
  TRUSTED,
} from '../../../server/src/protocol';
import { FakeClient } from '../../support/language-client';

const CARD = 'file:///w/aims.yaml';
const NODE = {
  id: 's',
  label: 'Scoring',
  kind: 'system',
  counts: { overdue: 2 },
  location: { uri: CARD, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } },
};
const ANSWERS = {
  [STATUS_REQUEST]: { state: 'ready', counts: {}, fixed: [], broken: [], systems: 1, organizations: 0 },
  [TREE_REQUEST]: { revision: 1, nodes: [NODE] },
};

/** What was begun goes on until it waits for something outside. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the server, as the extension sees it', () => {
  const clients: FakeClient[] = [];
  const start = (client = new FakeClient(ANSWERS)): Server => {
    clients.splice(0);
    return new Server(() => {
      const next = clients.length === 0 ? client : new FakeClient(ANSWERS);
      clients.push(next);
      return next.client;
    }, log);
  };

  it('starts anew after it failed to start', async () => {
    const failing = new FakeClient();
    failing.failsToStart = true;
    const server = start(failing);
    await server.start();
    assert.equal(server.state, 'stopped');
    await server.restart();
    assert.equal(server.state, 'running');
    assert.equal(clients.length, 2);
  });

  it('is not started twice where a restart is asked for while it tries again by itself', async () => {
    const client = new FakeClient(ANSWERS);
    const server = start(client);
    client.enter(State.Starting, State.StartFailed);
    await server.restart();
    await settled();
    assert.equal(server.state, 'running');
    assert.equal(clients.length, 1);
  });

  it('starts anew where it hangs on its way up, and is stopped should it come up after all', async () => {
    const hanging = new FakeClient(ANSWERS);
    hanging.hangs = true;
    const server = start(hanging);
    void server.start();
    await settled();
    assert.equal(server.state, 'starting');
    await server.restart();
    await settled();
    assert.equal(server.state, 'running');
    assert.equal(clients.length, 2);
    hanging.comeUp();
    await settled();
    assert.equal(hanging.state, State.Stopped);
    assert.equal(server.state, 'running');
  });

  it('leaves no process behind that hangs on its way up, and kills none that runs', async () => {
    const hanging = new FakeClient(ANSWERS);
    hanging.hangs = true;
    const server = start(hanging);
    void server.start();
    await settled();
    await server.restart();
    assert.deepEqual(
      clients.map(({ kills }) => kills),
      [1, 0],
    );
    await server.restart();
    await server.stop();
    assert.deepEqual(
      clients.map(({ kills }) => kills),
      [1, 0],
      'one that runs is asked to stop',
    );
  });

  it('is killed where the editor ends while it hangs on its way up', async () => {
    const hanging = new FakeClient(ANSWERS);
    hanging.hangs = true;
    const server = start(hanging);
    void server.start();
    await settled();
    await server.stop();
    assert.equal(hanging.kills, 1);
  });

  it('is restarted once where that is asked for again meanwhile, and again later', async () => {
    const client = new FakeClient(ANSWERS);
    const server = start(client);
    await server.start();
    const first = server.restart();
    const second = server.restart();
    await Promise.all([first, second]);
    await settled();
    assert.equal(client.stops, 1);
    await server.restart();
    assert.equal(client.stops, 2);
    assert.equal(server.state, 'running');
    assert.equal(clients.length, 1);
  });

  it('does not wait for a restart that hangs itself', async () => {
    const [first, second] = [new FakeClient(ANSWERS), new FakeClient(ANSWERS)];
    first.hangs = second.hangs = true;
    const queue = [first, second, new FakeClient(ANSWERS)];
    const server = new Server(() => (queue.shift() ?? assert.fail('too many')).client, log);
    const now = Date.now;
    try {
      void server.start();
      void server.restart();
      await settled();
      void server.restart();
      assert.equal(queue.length, 1, 'the restart under way is waited for');
      const later = now() + 60_000;
      Date.now = () => later;
      await server.restart();
      await settled();
      assert.equal(server.state, 'running');
    } finally {
      Date.now = now;
    }
  });

  it('is never said to be stopped while it starts again', async () => {
    const client = new FakeClient(ANSWERS);
    const server = start(client);
    await server.start();
    const states = new Set<string>();
    server.onDidChange(() => states.add(server.state));
    // It ended by itself, and the client starts it again.
    client.enter(State.Stopped, State.Starting);
    await settled();
    client.enter(State.Running);
    await settled();
    await server.restart();
    assert.deepEqual([...states].sort(), ['running', 'starting']);
  });

  it('learns what changed while it started', async () => {
    editor.isTrusted = false;
    const client = new FakeClient(ANSWERS);
    const server = start(client);
    const starting = server.start();
    editor.grantTrust();
    editor.install('redhat.vscode-yaml');
    await starting;
    await settled();
    assert.deepEqual(
      client.told.map(([method]) => method),
      [TRUSTED, REPORTS_YAML],
    );
    editor.uninstall('redhat.vscode-yaml');
    assert.deepEqual(client.told.at(-1), [REPORTS_YAML, { reports: false }]);
  });

  it('is asked once for all subjects after a change, however many views show them', async () => {
    const client = new FakeClient(ANSWERS);
    const server = start(client);
    const status = new WorkspaceStatus(server);
    const tree = new StatusTree(server);
    new CardDecorations(server, status);
    await server.start();
    await settled();
    await Promise.all([tree.getChildren(), server.subjects()]);
    const asked = (): number => client.asked.filter((method) => method === TREE_REQUEST).length;
    const before = asked();
    client.say(TREE_CHANGED);
    await settled();
    assert.equal((await tree.getChildren())[0]?.label, 'Scoring');
    await server.subjects();
    assert.equal(asked(), before + 1);
    await server.tree({ filter: { verdicts: ['missing'] } });
    assert.equal(asked(), before + 2, 'another question is asked');
    tree.dispose();
  });

  it('leaves no mark in the explorer once it is gone, and marks again when it is back', async () => {
    const client = new FakeClient(ANSWERS);
    const server = start(client);
    const decorations = new CardDecorations(server, new WorkspaceStatus(server));
    const changed: string[] = [];
    decorations.onDidChangeFileDecorations((uris) => changed.push(String(uris)));
    const mark = (): FileDecoration | undefined =>
      decorations.provideFileDecoration({ toString: () => CARD } as unknown as Uri);
    await server.start();
    await settled();
    assert.equal(mark()?.tooltip, 'AIMS: 2 overdue');
    client.enter(State.Stopped);
    await settled();
    assert.equal(mark(), undefined);
    await server.start();
    await settled();
    assert.equal(mark()?.tooltip, 'AIMS: 2 overdue');
    assert.deepEqual(changed, [CARD, CARD, CARD], 'VS Code is told each time');
  });
});
