/** A changed record as an edit of lines. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { editBetween } from '../../../server/src/features/attest/fix';

const apply = (before: string, after: string): string => {
  const { range, newText } = editBetween(before, after);
  return TextDocument.applyEdits(TextDocument.create('file:///a', '', 1, before), [{ range, newText }]);
};

const text = fc
  .array(fc.tuple(fc.constantFrom('a', 'b', 'b c', ''), fc.constantFrom('\n', '\r\n', '\r', '')), {
    maxLength: 8,
  })
  .map((lines) => lines.flat().join(''));

describe('the edit from one text to another', () => {
  it('makes the other, whatever the line ends', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        assert.equal(apply(before, after), after);
      }),
      { numRuns: 2_000 },
    );
  });

  it('only adds where lines were added', () => {
    const edit = editBetween('1\n2\n4\n', '1\n2\n3\n4\n');
    const at = { line: 2, character: 0 };
    assert.deepEqual(edit, { range: { start: at, end: at }, newText: '3\n' });
  });
});
