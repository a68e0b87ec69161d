import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CONTROL_PLACE_REQUEST,
  DASHBOARD_REQUEST,
  TREE_CHANGED,
  TREND_REQUEST,
  type Counts,
  type DashboardResult,
  type Location,
  type TrendResult,
} from '../../server/src/protocol';
import { createFolder, type Folder } from '../support/folder';
import { startServer, type RunningServer } from '../support/server';
import { Repository } from '../unit/node/repository';
import { CARD } from './card';

describe('the dashboard', () => {
  let server: RunningServer;
  const close: (() => void)[] = [];
  afterEach(async () => {
    assert.equal(await server.stop(), 0);
    for (const each of close.splice(0)) each();
  });

  const newFolder = (): Folder => {
    const folder = createFolder();
    close.push(() => folder.dispose());
    return folder;
  };
  /** Once the workspace has been read. */
  const ask = async (): Promise<DashboardResult> => {
    for (;;) {
      const result = await server.connection.sendRequest<DashboardResult | null>(DASHBOARD_REQUEST);
      if (result) return result;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const trend = (day: unknown): Promise<TrendResult> =>
    server.connection.sendRequest<TrendResult>(TREND_REQUEST, { day });

  it('shows the workspace, and anew after a change it was told of', async () => {
    const folder = newFolder();
    folder.write('aims.yaml', CARD);
    server = await startServer({ folders: [folder.path] });
    const before = await ask();
    assert.equal(before.dashboard.date, '2026-11-01');
    assert.deepEqual(
      before.dashboard.subjects.map(({ name }) => name),
      ['Credit scoring'],
    );
    const changed = new Promise<void>((resolve) => {
      server.connection.onNotification(TREE_CHANGED, () => resolve());
    });
    await server.open(folder.uri('aims.yaml'), CARD.replace('Credit scoring', 'Credit rating'));
    await changed;
    const after = await ask();
    assert.equal(after.dashboard.subjects[0]?.name, 'Credit rating');
    assert.ok(after.revision > before.revision);
  });

  it('says where a cell leads, and nothing of what is not there', async () => {
    const folder = newFolder();
    folder.write('aims.yaml', CARD);
    server = await startServer({ folders: [folder.path] });
    const { dashboard } = await ask();
    const place = (params: object | null): Promise<Location | null> =>
      server.connection.sendRequest<Location | null>(CONTROL_PLACE_REQUEST, params);
    const subject = dashboard.subjects[0]?.key;
    assert.equal((await place({ subject, control: 'A.6.2.4' }))?.uri, folder.uri('aims.yaml'));
    for (const nonsense of [
      null,
      {},
      { subject },
      { subject: 'gone', control: 'A.6.2.4' },
      { subject: 1, control: {} },
    ])
      assert.equal(await place(nonsense), null);
  });

  it('counts the verdicts of a day that has passed by the commits of then', async () => {
    const repository = new Repository();
    close.push(() => repository.remove());
    repository.commit('2026-09-15T12:00:00Z', { 'aims.yaml': CARD });
    // Not committed: it is no part of the past.
    writeFileSync(join(repository.path, 'other.aims.yaml'), 'aims: 1\nkind: system\nid: other\n');
    server = await startServer({ folders: [repository.path], trusted: true });
    const { dashboard } = await ask();
    assert.equal(dashboard.subjects.length, 2);
    assert.deepEqual(await trend('2026-08-31'), { none: 'nothing' });
    const september = await trend('2026-09-30');
    assert.ok('point' in september);
    const own = dashboard.subjects.find(({ id }) => id === 'credit-scoring');
    const sum = (counts: Counts): number => Object.values(counts).reduce((all, each) => all + each, 0);
    assert.equal(
      sum(september.point.counts),
      Object.values(own?.phases ?? {}).reduce((all, counts) => all + sum(counts), 0),
    );
    assert.deepEqual(await trend('2026-09-30'), september);
    assert.deepEqual(await trend('no day'), { none: 'nothing' });
    assert.deepEqual(await trend(7), { none: 'nothing' });
  });

  it('asks git nothing before the user trusts the workspace', async () => {
    const repository = new Repository();
    close.push(() => repository.remove());
    repository.commit('2026-09-15T12:00:00Z', { 'aims.yaml': CARD });
    server = await startServer({ folders: [repository.path] });
    await ask();
    assert.deepEqual(await trend('2026-09-30'), { none: 'unavailable' });
  });
});
