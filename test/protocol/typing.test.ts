import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createFolder, type Folder } from '../support/folder';
import { startServer, type RunningServer } from '../support/server';
import { items, pull } from './card';

const BITS = [
  '[',
  '{',
  '"',
  "'",
  '- ',
  '\n',
  ': ',
  '#',
  '|\n',
  '&a ',
  '*a',
  '\t',
  '<<: *a',
  '---\n',
  '\u202e',
  '😀',
  '\r',
  'x',
];
const TEXTS = ['credit-scoring/aims.yaml', 'aims.yaml', 'credit-scoring/impact-assessment.yaml'].map((path) =>
  readFileSync(`examples/northwind/${path}`, 'utf8'),
);
const ROUNDS = 300;
const COMPARE_EVERY = 30;

/** The same numbers on every run; below `bound`. */
function numbers(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return state % bound;
  };
}

describe('typing at random', () => {
  let folder: Folder;
  let typed: RunningServer;
  let fresh: RunningServer;
  beforeEach(async () => {
    folder = createFolder();
    [typed, fresh] = await Promise.all([
      startServer({ folders: [folder.path] }),
      startServer({ folders: [folder.path] }),
    ]);
  });
  afterEach(async () => {
    await Promise.all([typed.stop(), fresh.stop()]);
    folder.dispose();
  });

  it('never stops the server, and shows what a fresh look at the text shows', async () => {
    const below = numbers(42);
    const uri = folder.uri('aims.yaml');
    const document = TextDocument.create(uri, 'yaml', 1, TEXTS[0] ?? '');
    await typed.open(uri, document.getText());
    for (let version = 2; version <= ROUNDS; version++) {
      const length = document.getText().length;
      const from = below(length + 1);
      const change =
        version % 40 === 0
          ? { text: TEXTS[below(TEXTS.length)] ?? '' }
          : {
              range: {
                start: document.positionAt(from),
                end: document.positionAt(Math.min(length, from + below(12))),
              },
              text: BITS[below(BITS.length)] ?? '',
            };
      TextDocument.update(document, [change], version);
      const textDocument = { uri, version };
      await typed.connection.sendNotification('textDocument/didChange', {
        textDocument,
        contentChanges: [change],
      });
      const position = document.positionAt(below(document.getText().length + 1));
      const at = { textDocument: { uri }, position };
      await Promise.all([
        typed.connection.sendRequest('textDocument/hover', at),
        typed.connection.sendRequest('textDocument/completion', at),
        typed.connection.sendRequest('textDocument/codeAction', {
          textDocument: { uri },
          range: { start: position, end: position },
          context: { diagnostics: [] },
        }),
        typed.connection.sendRequest('aims/tree', {}),
      ]);
      if (version % COMPARE_EVERY !== 0) continue;
      await fresh.open(uri, document.getText(), 'yaml', version);
      assert.deepEqual(items(await pull(typed, uri)), items(await pull(fresh, uri)), document.getText());
    }
    const complaints = [...typed.logged, ...fresh.logged].filter((line) =>
      /failed|Unexpected|Gave up/.test(line),
    );
    assert.deepEqual(complaints, []);
  });
});
