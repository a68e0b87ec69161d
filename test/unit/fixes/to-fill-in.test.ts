import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from '../../../server/src/fixes/edit';
import { firstToFillIn } from '../../../server/src/fixes/to-fill-in';

const URI = 'file:///w/aims.yaml';

/** What the place a fix names holds, once the fix is made. */
function marked(text: string, edits: readonly TextEdit[]): string | undefined {
  const open = firstToFillIn([{ kind: 'edit', uri: URI, edits }]);
  const made = TextDocument.applyEdits(
    TextDocument.create(URI, 'yaml', 1, text),
    edits.map(({ range: { start, end }, newText }) => ({
      range: { start: { ...start }, end: { ...end } },
      newText,
    })),
  );
  return (
    open &&
    TextDocument.create(URI, 'yaml', 1, made).getText({
      start: { ...open.range.start },
      end: { ...open.range.end },
    })
  );
}

const insert = (line: number, character: number, newText: string): TextEdit => ({
  range: { start: { line, character }, end: { line, character } },
  newText,
});

describe('the place a fix leaves to be filled in', () => {
  it('is found behind other edits, on the same line and above', () => {
    const status: TextEdit = {
      range: { start: { line: 0, character: 9 }, end: { line: 0, character: 23 } },
      newText: 'planned',
    };
    assert.equal(
      marked('{status: not-applicable, why: no}\n', [insert(0, 32, ', due: TODO'), status]),
      'TODO',
    );
    assert.equal(marked('a: 1\nb:\n', [insert(1, 2, ' TODO'), insert(0, 4, '\nx: 1\ny: 2')]), 'TODO');
  });

  it('is right after any edits', () => {
    const lines = fc.array(fc.constantFrom('', 'a: 1', '  - b', 'long: text here'), {
      minLength: 1,
      maxLength: 6,
    });
    const cuts = fc.array(
      fc.record({ at: fc.nat(60), newText: fc.constantFrom('', 'x', '\n', 'a\nb', '\n\n  c', ' TODO') }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(lines, cuts, fc.nat(4), (written, made, length) => {
        const text = written.join('\n');
        const document = TextDocument.create(URI, 'yaml', 1, text);
        let from = 0;
        const edits = made.map(({ at, newText }): TextEdit => {
          const start = Math.min(text.length, from + (at % 9));
          const end = Math.min(text.length, start + length);
          from = end + 1;
          return {
            range: { start: document.positionAt(start), end: document.positionAt(end) },
            newText,
          };
        });
        const distinct = edits.filter(
          ({ range }, at) =>
            at === 0 || document.offsetAt(range.start) > document.offsetAt(edits[at - 1]!.range.end),
        );
        const found = marked(text, distinct);
        assert.equal(found, distinct.some(({ newText }) => newText.includes('TODO')) ? 'TODO' : undefined);
      }),
    );
  });

  it('is the file that is created before the one that is edited, and no comment', () => {
    const open = firstToFillIn([
      { kind: 'edit', uri: URI, edits: [insert(0, 0, 'a: TODO\n')] },
      { kind: 'create', uri: 'file:///w/b.yaml', text: '# What is marked TODO\na: 1\nb: [TODO] # TODO\n' },
    ]);
    assert.deepEqual(open, {
      uri: 'file:///w/b.yaml',
      range: { start: { line: 2, character: 4 }, end: { line: 2, character: 8 } },
    });
  });

  it('is the whole reason where a comment silences something', () => {
    assert.equal(
      marked('a: 1\n', [insert(0, 0, '# aims-ignore-next-line x -- TODO: say why\n')]),
      'TODO: say why',
    );
  });

  it('is nowhere where nothing is left', () => {
    assert.equal(firstToFillIn([{ kind: 'edit', uri: URI, edits: [insert(0, 0, 'a: todos\n')] }]), undefined);
  });
});
