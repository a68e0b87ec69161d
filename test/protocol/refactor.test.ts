import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  ClientCapabilities,
  CodeAction,
  Registration,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { applyEdit } from '../support/apply-edit';
import { createFolder, type Folder } from '../support/folder';
import { VSCODE, startServer, type RunningServer } from '../support/server';
import { CARD } from './card';

const CONFIRMING: ClientCapabilities = {
  ...VSCODE,
  workspace: {
    ...VSCODE.workspace,
    workspaceEdit: {
      ...VSCODE.workspace?.workspaceEdit,
      documentChanges: true,
      changeAnnotationSupport: {},
    },
  },
};
const ORG = `aims: 1
kind: organization
id: acme
people: [{id: bo, name: Bo Lind}]
`;
const BY_ID = CARD.replace('Amara Okafor', 'bo');
const OPTIONS = { tabSize: 2, insertSpaces: true };

describe('editing a workspace over the protocol', () => {
  let folder: Folder;
  let server: RunningServer;
  let card: string;
  let organization: string;
  const start = async (capabilities: ClientCapabilities = VSCODE, text = BY_ID): Promise<void> => {
    card = folder.write('credit/aims.yaml', text);
    server = await startServer({ capabilities, folders: [folder.path] });
    await server.open(card, text, 'yaml', 7);
  };
  beforeEach(() => {
    folder = createFolder();
    organization = folder.write('aims.yaml', ORG);
  });
  afterEach(async () => {
    assert.equal(await server.stop(), 0);
    folder.dispose();
  });
  const ask = <T>(method: string, params: object, uri = card): Promise<T> =>
    server.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri }, ...params });
  const positionOf = (text: string, word: string) =>
    TextDocument.create('', '', 1, text).positionAt(text.indexOf(word));
  const owner = () => positionOf(BY_ID, 'bo\n');

  it('renames in open files, of which the version is said, and in closed ones', async () => {
    await start();
    const prepared = await ask<{ placeholder: string }>('prepareRename', { position: owner() });
    assert.equal(prepared.placeholder, 'bo');
    const edit = await ask<WorkspaceEdit>('rename', { position: owner(), newName: 'zed' });
    const after = applyEdit({ [card]: BY_ID, [organization]: ORG }, edit);
    assert.deepEqual(after, {
      [card]: BY_ID.replace('owner: bo', 'owner: zed'),
      [organization]: ORG.replace('id: bo', 'id: zed'),
    });
    const versions = (edit.documentChanges ?? []).map((change) =>
      'textDocument' in change ? [change.textDocument.uri, change.textDocument.version] : [],
    );
    assert.deepEqual(
      new Map(versions as [string, number | null][]),
      new Map([
        [organization, null],
        [card, 7],
      ]),
    );
    assert.equal(edit.changeAnnotations, undefined);
  });

  it('says in a sentence why something cannot be renamed, and nothing where nothing stands', async () => {
    await start();
    await assert.rejects(ask('rename', { position: owner(), newName: 'Bo Lind' }), {
      message: 'The id “Bo Lind” has a blank in it. Write it in one word.',
    });
    assert.equal(await ask('prepareRename', { position: { line: 0, character: 0 } }), null);
  });

  it('has a rename confirmed that recorded approvals rest on', async () => {
    folder.dispose();
    folder = createFolder();
    const read = (path: string): string => readFileSync(join('examples/northwind', path), 'utf8');
    organization = folder.write('aims.yaml', read('aims.yaml'));
    folder.write('aims.lock', read('aims.lock'));
    await start(CONFIRMING, read('credit-scoring/aims.yaml'));
    const position = positionOf(read('aims.yaml'), 'dana\n    name');
    const edit = await ask<WorkspaceEdit>('rename', { position, newName: 'zed' }, organization);
    const [annotation] = Object.values(edit.changeAnnotations ?? {});
    assert.equal(annotation?.needsConfirmation, true);
    assert.match(
      annotation.description ?? '',
      /^May have to be approved again: .+ and \d+ more\. aims\.lock/,
    );
    const changed = (edit.documentChanges ?? []).flatMap((change) =>
      'textDocument' in change ? [change.textDocument.uri] : [],
    );
    assert.ok(changed.length > 0 && !changed.some((uri) => uri.endsWith('aims.lock')));
  });

  const applied = (text: string, edits: TextEdit[] | null): string | null =>
    edits && TextDocument.applyEdits(TextDocument.create('', '', 1, text), edits);

  it('formats a file, a part of it, and nothing that is none of ours or has an error', async () => {
    const text = 'aims: 1\nkind: system\nid:   x\nuse:\n    intended: [a ,b]\n';
    await start(VSCODE, text);
    assert.equal(
      applied(text, await ask('formatting', { options: OPTIONS })),
      'aims: 1\nkind: system\nid: x\nuse:\n  intended: [a, b]\n',
    );
    const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 3 } };
    assert.equal(
      applied(text, await ask('rangeFormatting', { options: OPTIONS, range })),
      text.replace('id:   x', 'id: x'),
    );
    await server.change(card, `${text}id:   twice\n`, 8);
    assert.equal(await ask('formatting', { options: OPTIONS }), null);
    const other = folder.write('compose.yaml', 'a:   1\n');
    await server.open(other, 'a:   1\n');
    assert.equal(await ask('formatting', { options: OPTIONS }, other), null);
  });

  it('begins a list on Enter', async () => {
    const text = `${BY_ID}risks:\n\n`;
    await start(VSCODE, text);
    const position = { line: text.split('\n').length - 2, character: 0 };
    const edits = await ask<TextEdit[]>('onTypeFormatting', { position, ch: '\n', options: OPTIONS });
    assert.equal(applied(text, edits), `${BY_ID}risks:\n  - id: \n`);
  });

  it('is registered as a formatter for our names alone', async () => {
    const dynamicRegistration = true;
    const textDocument = { ...VSCODE.textDocument, formatting: { dynamicRegistration } };
    card = folder.write('credit/aims.yaml', BY_ID);
    server = await startServer({ capabilities: { ...VSCODE, textDocument }, folders: [folder.path] });
    const registered = (): readonly Registration[] =>
      server
        .requests('client/registerCapability')
        .flatMap((each) => (each as { registrations: Registration[] }).registrations);
    const find = () => registered().find(({ method }) => method === 'textDocument/formatting');
    while (!find()) await server.nextRequest('client/registerCapability');
    const { documentSelector } = find()?.registerOptions as { documentSelector: { pattern?: string }[] };
    assert.ok(documentSelector.every(({ pattern }) => pattern?.includes('aims')));
    assert.equal(server.result.capabilities.documentFormattingProvider, undefined);
    assert.deepEqual(server.result.capabilities.renameProvider, { prepareProvider: true });
  });

  const actions = async (word: string, text: string, context: object): Promise<readonly CodeAction[]> => {
    const at = positionOf(text, word);
    const found = await ask<CodeAction[] | null>('codeAction', {
      range: { start: at, end: at },
      context: { diagnostics: [], ...context },
    });
    return (found ?? []).filter(({ kind }) => kind?.startsWith('refactor'));
  };

  it('offers refactorings of what is asked for, and none unasked', async () => {
    await start();
    const kinds = async (context: object) =>
      (await actions('stage:', BY_ID, context)).map(({ kind }) => kind);
    assert.deepEqual(await kinds({ only: ['refactor'] }), ['refactor.rewrite']);
    assert.deepEqual(await kinds({ triggerKind: 1 }), ['refactor.rewrite']);
    for (const context of [{ only: ['refactor.extract'] }, { only: ['quickfix'] }, { triggerKind: 2 }])
      assert.deepEqual(await kinds(context), [], JSON.stringify(context));
    const [action] = await actions('stage:', BY_ID, { only: ['refactor'] });
    assert.equal(
      applyEdit({ [card]: BY_ID }, action?.edit)[card],
      BY_ID.replace('lifecycle: {stage: design-development}', 'lifecycle:\n  stage: design-development'),
    );
  });

  it('moves an assessment to a file of its own, where the editor creates files', async () => {
    const assessment = 'aims: 1\nkind: impact-assessment\nid: IA-1\nsystem: credit-scoring\n';
    const text = `${BY_ID}---\n${assessment}`;
    await start(VSCODE, text);
    const [action] = await actions('IA-1', text, { only: ['refactor.extract'] });
    assert.deepEqual(applyEdit({ [card]: text }, action?.edit), {
      [card]: BY_ID,
      [folder.uri('credit/impact-assessment.yaml')]: assessment,
    });
  });
});
