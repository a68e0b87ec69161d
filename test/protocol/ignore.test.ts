/** git's ignore files in a server that runs: what they name is none of ours, for as long as they say so. */
import assert from 'node:assert/strict';
import { FileChangeType } from 'vscode-languageserver/node';
import { createFolder, type Folder } from '../support/folder';
import { startServer, type RunningServer } from '../support/server';
import { CARD, CODE, codes, items, pull } from './card';

const ORGANIZATION = 'aims: 1\nkind: organization\nid: nw\n';

describe('files that git ignores', () => {
  let folder: Folder;
  let server: RunningServer;
  beforeEach(() => {
    folder = createFolder({ 'aims.yaml': ORGANIZATION, 'gen/train.py': CODE });
  });
  afterEach(async () => {
    assert.equal(await server.stop(), 0);
    folder.dispose();
  });

  const until = async (holds: () => Promise<boolean>): Promise<void> => {
    while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50));
  };
  const tell = (path: string, type: FileChangeType): Promise<void> =>
    server.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: folder.uri(path), type }],
    });
  const hasFinding = async (): Promise<boolean> =>
    codes(items(await pull(server, folder.uri('gen/train.py')))).includes('uncovered-ml-code');

  it('have no findings, and get them back when the ignore file is edited or goes', async () => {
    folder.write('.gitignore', 'gen/\n');
    server = await startServer({ folders: [folder.path] });
    assert.equal(await hasFinding(), false);
    folder.write('.gitignore', 'other/\n');
    await tell('.gitignore', FileChangeType.Changed);
    await until(hasFinding);
    folder.write('gen/.gitignore', '*.py\n');
    await tell('gen/.gitignore', FileChangeType.Created);
    await until(async () => !(await hasFinding()));
    folder.remove('gen/.gitignore');
    await tell('gen/.gitignore', FileChangeType.Deleted);
    await until(hasFinding);
  });

  it('have none when they are built anew, nor while somebody looks at them', async () => {
    folder.write('.gitignore', 'gen/\n');
    server = await startServer({ folders: [folder.path] });
    assert.equal(await hasFinding(), false);
    folder.write('gen/train.py', `${CODE}\n`);
    await tell('gen/train.py', FileChangeType.Changed);
    assert.equal(await hasFinding(), false);
    const uri = folder.uri('gen/train.py');
    await server.open(uri, CODE, 'python');
    assert.deepEqual(items(await pull(server, uri)), []);
    await server.change(uri, `${CODE}\n# more`, 2);
    assert.deepEqual(items(await pull(server, uri)), []);
    // Open all the while.
    folder.write('.gitignore', '');
    await tell('.gitignore', FileChangeType.Changed);
    await until(async () => codes(items(await pull(server, uri))).includes('uncovered-ml-code'));
  });

  it('are no second card, unless one is opened: then it is understood', async () => {
    folder.write('.gitignore', 'out/\n');
    folder.write('credit/aims.yaml', CARD);
    const copy = folder.write('out/aims.yaml', CARD.replace('owner:', 'ownr:'));
    server = await startServer({ folders: [folder.path] });
    const count = async (): Promise<number> =>
      (await server.connection.sendRequest<{ systems: unknown[] }>('aims/systems')).systems.length;
    assert.equal(await count(), 1);
    await server.open(copy, CARD.replace('owner:', 'ownr:'));
    assert.ok(codes(items(await pull(server, copy))).includes('unknown-key'));
    await server.connection.sendNotification('textDocument/didClose', { textDocument: { uri: copy } });
    await until(async () => (await count()) === 1);
  });

  it('are watched by the files that name them', async () => {
    server = await startServer({ folders: [folder.path] });
    await pull(server, folder.uri('aims.yaml'));
    const registered = JSON.stringify(server.requests('client/registerCapability'));
    assert.ok(registered.includes('"**/.gitignore"') && registered.includes('"**/.git/info/exclude"'));
  });
});
