import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { NEW_SYSTEM_REQUEST, TRUSTED, type NewSystemResult } from '../../server/src/protocol';
import { startServer, type RunningServer } from '../support/server';
import { Repository } from '../unit/node/repository';
import { codes, items, pull } from './card';

const CARD = `aims: 1
kind: organization
id: northwind
target: managed
controls:
  A.2.2: {status: implemented, why: Law, evidence: [{path: docs/policy.md, reviewed: 2026-10-01, by: Dana Reyes}]}
`;

describe('what git says', () => {
  let repository: Repository;
  let server: RunningServer;
  beforeEach(() => {
    repository = new Repository();
    repository.commit('2026-09-01T12:00:00Z', { 'aims.yaml': CARD, 'docs/policy.md': 'One.\n' });
    repository.commit('2026-10-05T12:00:00Z', { 'docs/policy.md': 'Two.\n' });
  });
  afterEach(async () => {
    assert.equal(await server.stop(), 0);
    repository.remove();
  });

  const found = async (): Promise<boolean> =>
    codes(items(await pull(server, repository.uri('aims.yaml')))).includes('evidence-moved-on');
  const until = async (holds: () => Promise<boolean>): Promise<void> => {
    while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50));
  };

  it('is asked in a workspace the user trusts, and the editor is told when it is there', async () => {
    server = await startServer({ folders: [repository.path], trusted: true });
    const refreshed = server.nextRequest('workspace/diagnostic/refresh');
    await server.open(repository.uri('aims.yaml'), CARD);
    if (!(await found())) await refreshed;
    await until(found);
  });

  it('is not asked before the user trusts the workspace', async () => {
    server = await startServer({ folders: [repository.path] });
    await server.open(repository.uri('aims.yaml'), CARD);
    assert.equal(await found(), false);
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.equal(await found(), false);
    await server.connection.sendNotification(TRUSTED);
    await until(found);
  });

  it('offers who git is set up for as the owner of a new system, where the workspace is trusted', async () => {
    repository.git(['config', 'user.name', 'Ada Palmer']);
    const owner = async (): Promise<unknown> => {
      const form = await server.connection.sendRequest<NewSystemResult>(NEW_SYSTEM_REQUEST, {
        folder: repository.uri('docs'),
      });
      return form.is === 'form' ? form.found.owner : undefined;
    };
    server = await startServer({ folders: [repository.path] });
    assert.equal(await owner(), undefined);
    await server.connection.sendNotification(TRUSTED);
    const asGitIsSetUp = { value: 'Ada Palmer', note: 'git is set up for this name' };
    await until(async () => isDeepStrictEqual(await owner(), asGitIsSetUp));
    const people = 'people: [{ id: ada, name: Ada Palmer }, { id: bo, name: Bo Lind }]\n';
    await server.open(repository.uri('aims.yaml'), CARD + people);
    await until(async () => isDeepStrictEqual(await owner(), { ...asGitIsSetUp, value: 'ada' }));
  });

  it('is asked again after a commit', async () => {
    repository.git(['reset', '-q', '--hard', 'HEAD~1']);
    server = await startServer({ folders: [repository.path], trusted: true });
    await server.open(repository.uri('aims.yaml'), CARD);
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.equal(await found(), false);
    repository.commit('2026-10-06T12:00:00Z', { 'docs/policy.md': 'Three.\n' });
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: repository.uri('.git/logs/HEAD'), type: 2 }],
    });
    await until(found);
  });

  it('is asked again when a commit gets a name', async () => {
    const card = CARD.replace('docs/policy.md', 'git:v1');
    repository.write('aims.yaml', card);
    server = await startServer({ folders: [repository.path], trusted: true });
    await server.open(repository.uri('aims.yaml'), card);
    const isMissing = async (): Promise<boolean> =>
      codes(items(await pull(server, repository.uri('aims.yaml')))).includes('evidence-missing');
    await until(isMissing);
    repository.git(['tag', 'v1']);
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: repository.uri('.git/refs/tags/v1'), type: 1 }],
    });
    await until(async () => !(await isMissing()));
  });
});
