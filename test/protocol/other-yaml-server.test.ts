/** Beside the YAML language server that VS Code's YAML extension runs: nothing is reported or offered twice. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { CompletionItem, CompletionList, Diagnostic } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LanguageServer, type Document } from '../bench/client';
import { installPeer, peerServer } from '../bench/peer';
import { createFolder, type Folder } from '../support/folder';
import { startServer, type RunningServer } from '../support/server';
import { CARD, codes, items, pull } from './card';

/** As the extension starts it where no schema is set for the file. */
const SETTINGS = { yaml: { validate: true, hover: true, completion: true, schemaStore: { enable: false } } };

const BROKEN: Readonly<Record<string, string>> = {
  'a key that stands twice': `${CARD}name: Again\n`,
  'a bracket left open': `${CARD}suppliers: [bureau\nversion: 1\n`,
  'a quote left open': `${CARD}version: "1\n`,
  'a second colon': `${CARD}version: 1: 2\n`,
  'a tab': `${CARD}logging:\n\tconfig: a.yaml\n`,
  'a line indented otherwise than its neighbours': `${CARD}logging:\n    config: a.yaml\n  retain: 6 months\n`,
};

const places = (found: readonly Diagnostic[]): readonly number[] =>
  found.map(({ range }) => range.start.line);

describe('beside another YAML language server', () => {
  let folder: Folder;
  let other: LanguageServer;
  let server: RunningServer;
  let uri: string;
  before(async function () {
    // Downloaded the first time.
    this.timeout(180_000);
    installPeer();
    folder = createFolder();
    other = await LanguageServer.start({ ...peerServer(folder.path), settings: SETTINGS }, folder.path);
  });
  after(async () => {
    await other.stop();
    folder.dispose();
  });
  // A file of its own each time: what the other server still has to say of one is not taken for another.
  let count = 0;
  let name: string;
  beforeEach(async () => {
    name = `${++count}.aims.yaml`;
    uri = folder.uri(name);
    server = await startServer({ folders: [folder.path], reportsYaml: true });
  });
  afterEach(async () => {
    assert.equal(await server.stop(), 0);
  });

  async function bothOn(
    text: string,
  ): Promise<{ own: readonly Diagnostic[]; others: readonly Diagnostic[] }> {
    await server.open(uri, text);
    const document = await other.open(join(folder.path, name), text);
    const others = await other.diagnostics(document);
    await other.close(document);
    await other.settle();
    return { own: items(await pull(server, uri)), others };
  }

  for (const [what, text] of Object.entries(BROKEN))
    it(`leaves ${what} to it`, async () => {
      const { own, others } = await bothOn(text);
      assert.ok(others.length > 0, 'it says nothing');
      assert.deepEqual(
        places(own.filter(({ code }) => code === 'yaml-syntax' || code === 'duplicate-key')),
        [],
      );
      const twice = places(own).filter((line) => places(others).includes(line));
      assert.deepEqual(twice, [], JSON.stringify(own));
    });

  it('says itself what is wrong with a card that is right YAML', async () => {
    const { own, others } = await bothOn(CARD.replace('owner:', 'ownr:'));
    assert.ok(codes(own).includes('unknown-key'));
    assert.deepEqual(others, []);
  });

  it('reports syntax in files that are open in no editor, which the other does not read', async () => {
    folder.write('b/aims.yaml', `${CARD}version: 1: 2\n`);
    await server.stop();
    server = await startServer({ folders: [folder.path], reportsYaml: true });
    const report = await pull(server, folder.uri('b/aims.yaml'));
    assert.ok(codes(items(report)).includes('yaml-syntax'));
  });

  it('offers nothing that the other offers too, and what both offer goes in right', async () => {
    const text = `${CARD}controls:\n  A.6.2.4:\n    sta\n`;
    const position = { line: 13, character: 7 };
    await server.open(uri, text);
    const document: Document = await other.open(join(folder.path, name), text);
    await other.diagnostics(document);
    const params = { textDocument: { uri }, position };
    const own = await server.connection.sendRequest<CompletionList>('textDocument/completion', params);
    const others = itemsIn(
      await other.request('textDocument/completion', { ...params, textDocument: { uri: document.uri } }),
    );
    const labels = own.items.map(({ label }) => label);
    assert.ok(labels.includes('status'));
    assert.deepEqual(
      others.filter(({ label }) => labels.includes(label)),
      [],
    );
    const item = own.items.find(({ label }) => label === 'status');
    assert.ok(item?.textEdit && 'range' in item.textEdit);
    assert.equal(
      TextDocument.applyEdits(TextDocument.create(uri, 'yaml', 1, text), [item.textEdit]).split('\n')[13],
      '    status: ',
    );
    await other.close(document);
  });
});

const itemsIn = (answer: unknown): readonly CompletionItem[] =>
  Array.isArray(answer) ? (answer as CompletionItem[]) : ((answer as CompletionList | null)?.items ?? []);
