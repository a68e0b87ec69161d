import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import * as prettier from 'prettier';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { format } from '../../../../server/src/features/format';
import { parse } from '../../../../server/src/syntax';
import type { Range } from '../../../../server/src/syntax/types';

/** Undefined where nothing may be touched. */
function formatted(text: string, { tabSize = 2, within }: { tabSize?: number; within?: Range } = {}) {
  const edits = format(parse(text), { tabSize }, within);
  const plain = edits?.map(({ range, newText }) => ({
    range: { start: { ...range.start }, end: { ...range.end } },
    newText,
  }));
  return plain && TextDocument.applyEdits(TextDocument.create('', 'yaml', 1, text), plain);
}

const asPrettier = (text: string, tabWidth = 2): Promise<string> =>
  prettier.format(text, { parser: 'yaml', printWidth: 110, singleQuote: true, tabWidth });

const FILES = globSync('{examples,test/fixtures/{format,day-one,cli,init}}/**/*.{yaml,yml}').map((path) => ({
  path,
  text: readFileSync(path, 'utf8'),
}));
const WHOLE = FILES.filter(({ text }) => parse(text).problems.length === 0);

describe('formatting', () => {
  const cases: Readonly<Record<string, readonly [string, string]>> = {
    'indents blocks and lists by two columns': [
      'a:\n- x\n-   y: 1\n    z: 2\nb:\n    c:\n        d: 1\n',
      'a:\n  - x\n  - y: 1\n    z: 2\nb:\n  c:\n    d: 1\n',
    ],
    'sets the blanks around colons and in brackets': [
      'a : {b: 1,c:   [ x ,y, ]}\nd:   { }\ne: [ ]\nf: {"k":1}\n',
      'a: { b: 1, c: [x, y] }\nd: {}\ne: []\nf: { "k": 1 }\n',
    ],
    'leaves one blank line of several, and none at the ends or where a block begins': [
      '\n\na:\n\n  b: 1\n\n\n\n  c: 2\n\n\n',
      'a:\n  b: 1\n\n  c: 2\n',
    ],
    'takes blanks off the ends of lines and ends the file with one line break': [
      'a: 1  \nb: 2',
      'a: 1\nb: 2\n',
    ],
    'keeps comments with what they stand beside': [
      'a:    # why\n    b: 1\n  # of c\n    c: 2\n    # still in a\n# of d\nd: 1\n',
      'a: # why\n  b: 1\n  # of c\n  c: 2\n  # still in a\n# of d\nd: 1\n',
    ],
    'moves a long text as a whole and leaves its lines alone': [
      'a:\n    b: |\n        one\n          two  \n\n        three\n    c: 1\n',
      'a:\n  b: |\n    one\n      two  \n\n    three\n  c: 1\n',
    ],
    'keeps quotes, flow and block as they are written': [
      'a: "x"\nb: \'y\'\nc:\n  - {d: "1"}\n',
      'a: "x"\nb: \'y\'\nc:\n  - { d: "1" }\n',
    ],
    'keeps line breaks of Windows': ['a:\r\n- x\r\n\r\n\r\nb: 1\r\n', 'a:\r\n  - x\r\n\r\nb: 1\r\n'],
    'keeps the documents of a file apart': ['a:   1\n\n---\n\nb:   2\n', 'a: 1\n---\nb: 2\n'],
    'keeps a byte order mark, which is no blank': [
      '\uFEFFa:   1\n   # of b\nb:  2',
      '\uFEFFa: 1\n# of b\nb: 2\n',
    ],
    'keeps no-break spaces, which YAML reads as text': [
      'a:   x\u00A0\nb: \u00A0  \n',
      'a: x\u00A0\nb: \u00A0\n',
    ],
    'sets a comment beside the key it was written behind, not its value': [
      "a:\n b: 'x'\n       # of b\n",
      "a:\n  b: 'x'\n  # of b\n",
    ],
    'indents what is in brackets over several lines': [
      'a:\n  b: {\n     c: 1,\n      d: 2\n   }\n',
      'a:\n  b: {\n      c: 1,\n      d: 2\n    }\n',
    ],
  };
  for (const [title, [before, after]] of Object.entries(cases))
    it(title, () => {
      assert.equal(formatted(before), after);
      assert.equal(formatted(after), after);
    });

  it('indents by what the editor says', () =>
    assert.equal(
      formatted('a:\n  b:\n    - c: 1\n      d: 2\n', { tabSize: 4 }),
      'a:\n    b:\n        - c: 1\n          d: 2\n',
    ));

  it('is done with thousands of lines in braces while somebody waits', () => {
    const rows = Array.from({ length: 8_000 }, (_, row) => `   k${row}: {a: 1, b: [x,y]},`);
    const start = performance.now();
    const text = formatted(`a: {\n${rows.join('\n')}\n}\n`);
    assert.match(text ?? '', /\n {4}k7999: \{ a: 1, b: \[x, y\] \},\n/);
    // Twice as many took four times as long, more than ten seconds of these.
    assert.ok(performance.now() - start < 5_000);
  });

  it('touches nothing in a text with an error', () => {
    assert.equal(formatted('a:   1\nb: [x\nc:   2\n'), undefined);
    assert.equal(formatted('a:   1\na:   2\n'), undefined);
  });

  it('changes the lines that need it, not the whole text', () => {
    const edits = format(parse('a: 1\nb:   2\nc: 3\n'), { tabSize: 2 });
    assert.deepEqual(edits, [
      { range: { start: { line: 1, character: 1 }, end: { line: 1, character: 5 } }, newText: ': ' },
    ]);
  });

  it('of a range touches whole entries, and no others', () =>
    assert.equal(
      formatted('a:   1\nb:\n    c:   1\n    d:   2\ne:   3\n', {
        within: { start: { line: 3, character: 0 }, end: { line: 3, character: 4 } },
      }),
      'a:   1\nb:\n  c: 1\n  d: 2\ne:   3\n',
    ));

  it('has files to agree on', () => assert.ok(WHOLE.length > 10));
  for (const { path, text } of WHOLE) {
    it(`agrees with Prettier on ${path}`, async () => {
      const theirs = await asPrettier(text);
      assert.equal(formatted(theirs), theirs);
    });
    it(`undoes other indentation in ${path}`, async () => {
      // Long texts that are folded anew at another width are not what is looked at.
      const theirs = await asPrettier(text, 2);
      const wide = await asPrettier(theirs, 4);
      if (wide.split('\n').length !== theirs.split('\n').length) return;
      assert.equal(formatted(wide), theirs);
      assert.equal(formatted(theirs, { tabSize: 4 }), wide);
    });
  }

  it('says the same afterwards, and is done at once, whatever blanks there were', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...WHOLE.map(({ text }) => text)),
        fc.array(fc.tuple(fc.nat(), fc.constantFrom('blank line', 'trailing', 'after colon', 'in brackets'))),
        (text, spoils) => {
          const spoiled = spoils.reduce(spoil, text);
          const before = parse(spoiled);
          if (before.problems.length > 0) return;
          const once = formatted(spoiled);
          assert.ok(once !== undefined);
          const after = parse(once);
          assert.deepEqual(
            after.documents.map((document) => document.node([])),
            before.documents.map((document) => document.node([])),
          );
          assert.deepEqual(
            after.comments.map((comment) => comment.text.trim()),
            before.comments.map((comment) => comment.text.trim()),
          );
          assert.equal(formatted(once), once);
        },
      ),
      { numRuns: 60 },
    ));
});

type Spoil = readonly [number, 'blank line' | 'trailing' | 'after colon' | 'in brackets'];

function spoil(text: string, [at, how]: Spoil): string {
  const lines = text.split('\n');
  const index = at % lines.length;
  const line = lines[index] ?? '';
  if (how === 'blank line') return [...lines.slice(0, index), '', '', ...lines.slice(index)].join('\n');
  const changed = {
    trailing: `${line}  `,
    'after colon': line.replace(/: (?=\S)/, ':   '),
    'in brackets': line.replace(/([[{]) ?(?=\S)/, '$1   ').replace(/, /, ' ,'),
  }[how];
  return [...lines.slice(0, index), changed, ...lines.slice(index + 1)].join('\n');
}
