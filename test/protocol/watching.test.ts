import assert from 'node:assert/strict';
import type { FileSystemWatcher, RegistrationParams } from 'vscode-languageserver/node';
import { fileKind } from '../../server/src/workspace/host';
import { createFolder, type Folder } from '../support/folder';
import { VSCODE, startServer, type RunningServer } from '../support/server';
import { CARD, codes, items, pull } from './card';

const WITH_EVIDENCE = `${CARD}target: managed
controls:
  A.7.5: {status: implemented, why: Needed., owner: Amara Okafor, evidence: [docs/provenance.md]}
`;

describe('files that change outside the editor', () => {
  let folder: Folder;
  let server: RunningServer;
  beforeEach(() => (folder = createFolder({ 'aims.yaml': WITH_EVIDENCE })));
  afterEach(async () => {
    assert.equal(await server.stop(), 0);
    folder.dispose();
  });

  const watchers = (): readonly FileSystemWatcher[] =>
    server
      .requests('client/registerCapability')
      .flatMap((params) => (params as RegistrationParams).registrations)
      .filter(({ method }) => method === 'workspace/didChangeWatchedFiles')
      .flatMap(({ registerOptions }) => (registerOptions as { watchers: FileSystemWatcher[] }).watchers);

  const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
    while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50));
  };

  it('are watched by our names, by code, and by the folders of evidence; never all of them', async () => {
    server = await startServer({ folders: [folder.path] });
    const folders = (): readonly string[] =>
      watchers().flatMap(({ globPattern }) =>
        typeof globPattern === 'object' && typeof globPattern.baseUri === 'string'
          ? [globPattern.baseUri]
          : [],
      );
    await until(() => folders().includes(folder.uri('docs')));
    const globs = watchers().map(({ globPattern }) => globPattern);
    const code = globs.flatMap((glob) =>
      typeof glob === 'string' ? (/^\*\*\/\*\.\{(.*)\}$/.exec(glob)?.[1]?.split(',') ?? []) : [],
    );
    const read = ['py', 'ipynb', 'js', 'cjs', 'mjs', 'jsx', 'ts', 'cts', 'mts', 'tsx'];
    assert.deepEqual(code, read);
    assert.ok(read.every((extension) => fileKind(`a.${extension}`) === 'code'));
    assert.ok(!globs.includes('**/*'));
  });

  it('end a finding about evidence once it is there, and begin it again when it goes', async () => {
    const uri = folder.uri('aims.yaml');
    server = await startServer({ folders: [folder.path] });
    await server.open(uri, WITH_EVIDENCE);
    const isMissing = async (): Promise<boolean> =>
      codes(items(await pull(server, uri))).includes('evidence-missing');
    assert.ok(await isMissing());
    const evidence = folder.write('docs/provenance.md', '# Provenance\n');
    const event = (type: number): Promise<void> =>
      server.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: evidence, type }],
      });
    await event(1);
    await until(async () => !(await isMissing()));
    folder.remove('docs/provenance.md');
    await event(3);
    await until(isMissing);
  });

  it('have the editor ask again now and then, not at every write of a log; what it says in the end counts', async () => {
    const uri = folder.uri('aims.yaml');
    const log = folder.write('docs/provenance.md', '# Provenance\n');
    server = await startServer({ folders: [folder.path] });
    await server.open(uri, WITH_EVIDENCE);
    const isMissing = async (): Promise<boolean> =>
      codes(items(await pull(server, uri))).includes('evidence-missing');
    assert.ok(!(await isMissing()));
    const WRITES = 300;
    for (let count = 0; count < WRITES; count++)
      await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: log, type: 2 }],
      });
    folder.remove('docs/provenance.md');
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: log, type: 3 }],
    });
    await until(isMissing);
    // An editor that asks again gives up the question before, which might never be answered then.
    const { length } = server.requests('workspace/diagnostic/refresh');
    assert.ok(length < WRITES / 5, `asked to ask ${length} times`);
  });

  it('begin a finding once the heading that is pointed to is edited away, and end it when it is back', async () => {
    const uri = folder.uri('aims.yaml');
    const text = WITH_EVIDENCE.replace('provenance.md', 'provenance.md#sources');
    const evidence = folder.write('docs/provenance.md', '# Provenance\n\n## Sources\n');
    server = await startServer({ folders: [folder.path] });
    await server.open(uri, text);
    const isMissing = async (): Promise<boolean> =>
      codes(items(await pull(server, uri))).includes('evidence-part-missing');
    assert.ok(!(await isMissing()));
    for (const [now, expected] of [
      ['# Provenance\n\n## Origin\n', true],
      ['# Provenance\n\n## Sources\n', false],
    ] as const) {
      folder.write('docs/provenance.md', now);
      await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: evidence, type: 2 }],
      });
      await until(async () => (await isMissing()) === expected);
    }
  });

  it('bring the results of a run of tests as soon as its report is written', async () => {
    const uri = folder.uri('aims.yaml');
    const text = WITH_EVIDENCE.replace('docs/provenance.md', '"tests/test_x.py::test_x"');
    folder.write('tests/test_x.py', 'def test_x():\n    pass\n');
    server = await startServer({ folders: [folder.path] });
    await server.open(uri, text);
    const hasFailed = async (): Promise<boolean> =>
      codes(items(await pull(server, uri))).includes('test-failed');
    assert.ok(!(await hasFailed()));
    const report = (outcome: string): string =>
      folder.write(
        'junit.xml',
        `<testsuite><testcase classname="tests.test_x" name="test_x">${outcome}</testcase></testsuite>`,
      );
    for (const [outcome, expected] of [
      ['<failure/>', true],
      ['', false],
    ] as const) {
      await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: report(outcome), type: 1 }],
      });
      await until(async () => (await hasFailed()) === expected);
    }
  });

  it('are looked at on saving, where the client does not watch, and it says so', async () => {
    const { workspace, ...others } = VSCODE;
    const { didChangeWatchedFiles, ...rest } = workspace ?? {};
    assert.ok(didChangeWatchedFiles);
    const uri = folder.uri('aims.yaml');
    server = await startServer({ folders: [folder.path], capabilities: { ...others, workspace: rest } });
    await server.open(uri, WITH_EVIDENCE);
    const isMissing = async (): Promise<boolean> =>
      codes(items(await pull(server, uri))).includes('evidence-missing');
    assert.ok(await isMissing());
    const status = await server.connection.sendRequest<{ watching: boolean }>('aims/status');
    assert.equal(status.watching, false);
    folder.write('docs/provenance.md', '# Provenance\n');
    await server.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
    await until(async () => !(await isMissing()));
  });

  it('follow a checkout of another branch, which takes whole folders away', async () => {
    folder.write('other/aims.yaml', CARD.replace('credit-scoring', 'other'));
    server = await startServer({ folders: [folder.path] });
    const count = async (): Promise<number> =>
      (await server.connection.sendRequest<{ systems: unknown[] }>('aims/systems')).systems.length;
    assert.equal(await count(), 2);
    folder.remove('other');
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: folder.uri('.git/HEAD'), type: 2 }],
    });
    await until(async () => (await count()) === 1);
  });
});
