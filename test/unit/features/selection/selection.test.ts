import assert from 'node:assert/strict';
import { selectionsAt } from '../../../../server/src/features/selection';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { openAtCursor } from '../../../support/cursor';

/** The texts selected one after the other, smallest first. */
async function selected(marked: string): Promise<readonly string[]> {
  const { snapshot, uri, position, text } = await openAtCursor({ 'aims.yaml': marked });
  const file = snapshot.files.get(uri);
  assert.ok(file);
  const document = TextDocument.create(uri, 'yaml', 1, text);
  return selectionsAt(file, position).map((range) => document.getText(range));
}

describe('selection ranges', () => {
  it('grow from a value to its pair, its entry, its section, the file', async () => {
    const found = await selected(
      'aims: 1\nkind: system\nid: s\nrisks:\n  - id: R1\n    owner: b<|>o\n  - id: R2\n',
    );
    assert.deepEqual(found, [
      'bo',
      'owner: bo',
      'id: R1\n    owner: bo',
      '- id: R1\n    owner: bo',
      '- id: R1\n    owner: bo\n  - id: R2',
      'risks:\n  - id: R1\n    owner: bo\n  - id: R2',
      'aims: 1\nkind: system\nid: s\nrisks:\n  - id: R1\n    owner: bo\n  - id: R2',
      'aims: 1\nkind: system\nid: s\nrisks:\n  - id: R1\n    owner: bo\n  - id: R2\n',
    ]);
  });

  it('grow inside flow collections, and from between quotes', async () => {
    const found = await selected('aims: 1\nkind: system\nuse: {intended: ["a 🚲 <|>b"]}\n');
    assert.deepEqual(found.slice(0, 5), [
      'a 🚲 b',
      '"a 🚲 b"',
      '["a 🚲 b"]',
      'intended: ["a 🚲 b"]',
      '{intended: ["a 🚲 b"]}',
    ]);
  });

  it('start at a key where the cursor is on one', async () =>
    assert.deepEqual((await selected('aims: 1\nkind: system\nna<|>me: x\n')).slice(0, 2), [
      'name',
      'name: x',
    ]));

  it('stay in their document', async () => {
    const found = await selected('aims: 1\nkind: system\nid: a\n---\naims: 1\nkind: system\nid: <|>b\n');
    assert.deepEqual(found.slice(0, 3), ['b', 'id: b', 'aims: 1\nkind: system\nid: b']);
  });

  it('have at least the line where nothing can be read', async () =>
    assert.equal((await selected('aims: 1\nkind: system\nuse: x\n  wr<|>ong ]]\n'))[0], 'wrong ]]'));
});
