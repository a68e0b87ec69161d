import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { onNewLine } from '../../../../server/src/features/on-type';
import { openAtCursor } from '../../../support/cursor';

const TOP = 'aims: 1\nkind: system\nid: x\n';

/** The text once Enter was pressed where the cursor is. */
async function entered(marked: string): Promise<string> {
  const { snapshot, uri, position, text } = await openAtCursor({ 'aims.yaml': TOP + marked });
  const file = snapshot.files.get(uri);
  assert.ok(file);
  const edits = onNewLine(file, position, 2).map(({ range, newText }) => ({
    range: { start: { ...range.start }, end: { ...range.end } },
    newText,
  }));
  return TextDocument.applyEdits(TextDocument.create(uri, 'yaml', 1, text), edits).slice(TOP.length);
}

describe('Enter', () => {
  it('begins the first item of a list, with its id where it has one', async () => {
    assert.equal(await entered('risks:\n<|>'), 'risks:\n  - id: ');
    assert.equal(
      await entered('risks: # all of them\n  <|>\nowner: bo\n'),
      'risks: # all of them\n  - id: \nowner: bo\n',
    );
    assert.equal(
      await entered('models:\n  - id: m\n    limitations:\n    <|>'),
      'models:\n  - id: m\n    limitations:\n      - ',
    );
  });

  it('indents below a key that takes a block', async () => {
    assert.equal(await entered('lifecycle:\n<|>'), 'lifecycle:\n  ');
    assert.equal(await entered('controls:\n  A.4.2:\n  <|>'), 'controls:\n  A.4.2:\n    ');
  });

  it('brings nothing where something stands already, or nothing of the kind is known', async () => {
    for (const text of [
      'risks:\n<|>\n  - id: R1\n',
      'risks:\n<|>\n- id: R1\n',
      'owner:\n<|>',
      'purpose: |\n  risks:\n<|>',
      'unknown:\n<|>',
      'use: {intended:\n<|>',
      'risks:\n  - id: R1\n<|>',
      'risks:\n  typed<|>',
    ])
      assert.equal(await entered(text), text.replace('<|>', ''), text);
  });
});
