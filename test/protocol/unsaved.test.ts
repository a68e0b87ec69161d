import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CodeLens } from 'vscode-languageserver/node';
import type { DraftCardResult } from '../../server/src/protocol';
import { createFolder, type Folder } from '../support/folder';
import { startServer, type RunningServer } from '../support/server';
import { CARD, CODE, codes, items, pull } from './card';

/** Below a folder whose name means generated files: it is that of the workspace, which was opened on purpose. */
const ROOT = 'build/northwind';

describe('a draft in an editor that is not saved yet', () => {
  let folder: Folder;
  let server: RunningServer;
  let train: string;
  let saved: string;
  let unsaved: string;

  beforeEach(async () => {
    folder = createFolder({
      [`${ROOT}/aims.yaml`]: 'aims: 1\nkind: organization\nid: northwind\nname: Northwind\n',
      [`${ROOT}/experiments/churn/train.py`]: CODE,
    });
    train = folder.uri(`${ROOT}/experiments/churn/train.py`);
    saved = folder.uri(`${ROOT}/experiments/churn/aims.yaml`);
    unsaved = saved.replace('file://', 'untitled:');
    server = await startServer({
      folders: [`${folder.path}/${ROOT}`],
      commands: ['aims.revealPlace', 'aims.draftCard'],
    });
    await server.open(train, CODE, 'python');
  });
  afterEach(async () => {
    assert.equal(await server.stop(), 0);
    folder.dispose();
  });

  const draft = (): Promise<DraftCardResult> =>
    server.connection.sendRequest('aims/draftCard', {
      folder: folder.uri(`${ROOT}/experiments/churn`),
    });
  const drafted = async (): Promise<string> => {
    const result = await draft();
    assert.ok(result.is === 'draft');
    assert.equal(result.uri, saved);
    return result.text;
  };
  const lenses = (uri: string): Promise<CodeLens[] | null> =>
    server.connection.sendRequest('textDocument/codeLens', { textDocument: { uri } });
  const isUncovered = async (): Promise<boolean> =>
    codes(items(await pull(server, train))).includes('uncovered-ml-code');

  it('counts as the file it becomes: findings, lenses, its organization, and the code beside it', async () => {
    assert.ok(await isUncovered());
    const text = await drafted();
    await server.open(unsaved, '');
    await server.change(unsaved, text, 2);
    const found = items(await pull(server, unsaved));
    assert.ok(codes(found).includes('placeholder'));
    assert.equal(await isUncovered(), false);
    const [lens] = (await lenses(unsaved)) ?? [];
    assert.ok(lens?.command?.title);
    folder.write(`${ROOT}/experiments/churn/aims.yaml`, text);
    await server.open(saved, text);
    await server.connection.sendNotification('textDocument/didClose', { textDocument: { uri: unsaved } });
    assert.deepEqual(codes(items(await pull(server, saved))), codes(found), 'saving it changes nothing');
    assert.equal((await lenses(saved))?.[0]?.command?.title, lens.command.title);
    assert.equal(await isUncovered(), false);
  });

  it('is found again, and drafted again in the same place where it was undone', async () => {
    const text = await drafted();
    await server.open(unsaved, '');
    assert.equal(await drafted(), text, 'an empty editor is nothing yet');
    await server.change(unsaved, text, 2);
    assert.deepEqual(await draft(), { is: 'there', uri: unsaved });
    await server.change(unsaved, '', 3);
    // Whether there is a file on disk in its place is asked first.
    while (!(await isUncovered())) await sleep(20);
    assert.equal(await drafted(), text);
  });
});

describe('an organization in an editor that is not saved yet', () => {
  let folder: Folder;
  let server: RunningServer;
  beforeEach(async () => {
    folder = createFolder({ 'churn/aims.yaml': CARD });
    server = await startServer({ folders: [folder.path] });
  });
  afterEach(async () => {
    assert.equal(await server.stop(), 0);
    folder.dispose();
  });

  it('counts what its systems answer, as it will when it is saved', async () => {
    const result = await server.connection.sendRequest<DraftCardResult>('aims/draftOrganization', {
      folder: folder.uri(''),
    });
    assert.ok(result.is === 'draft');
    const counted = async (uri: string): Promise<string | undefined> =>
      (
        await server.connection.sendRequest<CodeLens[] | null>('textDocument/codeLens', {
          textDocument: { uri },
        })
      )?.[0]?.command?.title;
    const unsaved = result.uri.replace('file://', 'untitled:');
    await server.open(unsaved, result.text);
    const before = await counted(unsaved);
    folder.write('aims.yaml', result.text);
    await server.connection.sendNotification('textDocument/didClose', { textDocument: { uri: unsaved } });
    await server.open(result.uri, result.text);
    assert.match(before ?? '', /missing, 3 partial$/, 'its own two, and A.7.2, which the card answers');
    assert.equal(await counted(result.uri), before);
  });
});
