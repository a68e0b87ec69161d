/** Another server for YAML that comes and goes while this one runs. */
import assert from 'node:assert/strict';
import { REPORTS_YAML } from '../../server/src/protocol';
import { createFolder, type Folder } from '../support/folder';
import { startServer, type RunningServer } from '../support/server';
import { CARD, codes, items, pull } from './card';

describe('while another YAML server comes and goes', () => {
  let folder: Folder;
  let server: RunningServer;
  beforeEach(async () => {
    folder = createFolder();
    server = await startServer({ folders: [folder.path] });
  });
  afterEach(async () => {
    assert.equal(await server.stop(), 0);
    folder.dispose();
  });

  it('syntax is left to it from then on, and reported again; the editor is told to ask', async () => {
    const uri = folder.uri('aims.yaml');
    await server.open(uri, `${CARD}suppliers: [bureau\n`);
    const reported = async (): Promise<boolean> =>
      codes(items(await pull(server, uri))).includes('yaml-syntax');
    assert.ok(await reported());
    for (const reports of [true, false]) {
      const asked = server.nextRequest('workspace/diagnostic/refresh');
      await server.connection.sendNotification(REPORTS_YAML, { reports });
      await asked;
      assert.equal(await reported(), !reports);
    }
  });
});
