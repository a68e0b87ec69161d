import assert from 'node:assert/strict';
import { mock } from 'node:test';
import fc from 'fast-check';
import { Lexer } from 'yaml';
import { readFast } from '../../../../server/src/syntax/fast/index';
import { parse } from '../../../../server/src/syntax/index';
import { readAny } from '../../../../server/src/syntax/read';
import { findBidiText, lookalikeMessage } from '../../../../server/src/syntax/suspiciousText';
import { applyTo, edits, yamlish } from '../support';
import { CORPUS, piecesOf } from './corpus';
import { mutations } from './mutations';
import { spellings } from './spellings';

/** How often each property is tried, times the default; `AIMS_RUNS=100` for a long search. */
const RUNS = Number(process.env.AIMS_RUNS ?? 1);

/** Where the fast reader answers, its answer is that of `yaml`. Tells whether it does. */
function agrees(text: string): boolean {
  const fast = readFast(text);
  if (fast !== undefined) assert.deepEqual(fast, readAny(text), JSON.stringify(text));
  return fast !== undefined;
}

/** Runs a property and asserts that the fast reader answered for at least this share of the cases. */
function assertAgrees(texts: fc.Arbitrary<string>, numRuns: number, share: number): void {
  let answered = 0;
  let tried = 0;
  fc.assert(
    fc.property(texts, (text) => {
      tried++;
      if (agrees(text)) answered++;
    }),
    { numRuns: numRuns * RUNS },
  );
  assert.ok(answered >= share * tried, `answered ${answered} of ${tried}`);
}

describe('the fast reader', () => {
  it('reads all files of this repository as yaml does, whole and in pieces', () => {
    for (const { text } of CORPUS) for (const part of [text, ...piecesOf(text)]) agrees(part);
  }).timeout(60_000);

  it('reads more than 95 % of their valid entries', () => {
    const pieces = CORPUS.flatMap(({ text }) => piecesOf(text)).filter(
      (p) => readAny(p).problems.length === 0,
    );
    const read = pieces.filter((piece) => readFast(piece) !== undefined);
    assert.ok(
      pieces.length > 1000 && read.length > 0.95 * pieces.length,
      `${read.length} of ${pieces.length}`,
    );
  }).timeout(60_000);

  it('is what cards are read with', () => {
    const card = CORPUS.find(({ name }) => name === 'examples/northwind/credit-scoring/aims.yaml');
    assert.ok(card);
    const lex = mock.method(Lexer.prototype, 'lex');
    try {
      assert.ok(parse(card.text).documents[0]!.blocks.length > 5);
      assert.equal(lex.mock.callCount(), 0);
      parse('a: *b\n');
      assert.ok(lex.mock.callCount() > 0);
    } finally {
      lex.mock.restore();
    }
  });

  it('agrees on cards in any spelling', () => {
    assertAgrees(spellings, 3000, 0.6);
  }).timeout(120_000 * RUNS);

  it('agrees on entries of this repository with something changed', () => {
    const pieces = CORPUS.flatMap(({ text }) => piecesOf(text)).filter((piece) => piece.trim() !== '');
    assertAgrees(mutations(fc.constantFrom(...pieces)), 4000, 0.2);
  }).timeout(120_000 * RUNS);

  it('agrees on spellings with something changed', () => {
    assertAgrees(mutations(spellings), 3000, 0.2);
  }).timeout(120_000 * RUNS);

  it('agrees on files of this repository with something changed', () => {
    const files = fc.constantFrom(...CORPUS.map(({ text }) => text).filter((text) => text.length < 3000));
    assertAgrees(
      fc.tuple(files, edits).map(([text, changes]) => changes.reduce(applyTo, text)),
      500,
      0,
    );
  }).timeout(120_000 * RUNS);

  it('agrees on any text', () => {
    assertAgrees(fc.oneof(yamlish, fc.string({ unit: 'binary' })), 3000, 0);
  }).timeout(120_000 * RUNS);

  it('takes no text with anything to be said about', () => {
    for (let code = 0; code < 0x20000; code++) {
      const letter = String.fromCodePoint(code);
      if (readFast(`a: b${letter}c\n`) === undefined) continue;
      assert.equal(lookalikeMessage(`b${letter}c`) ?? findBidiText(letter)[0], undefined, code.toString(16));
    }
  });

  const REFUSED: Readonly<Record<string, string>> = {
    'an anchor': 'a: &x 1\n',
    'an alias': 'a: *x\n',
    'a tag': 'a: !!str 1\n',
    'a directive': '%YAML 1.2\n---\na: 1\n',
    'two documents': 'a: 1\n---\nb: 2\n',
    'a document marker': '---\na: 1\n',
    'an end marker': 'a: 1\n...\n',
    'a byte order mark': '\ufeffa: 1\n',
    'a tab': 'a:\t1\n',
    'a lone carriage return': 'a: 1\rb: 2\n',
    'an explicit key': '? a\n: b\n',
    'a merge key': 'a:\n  <<: {b: 1}\n',
    'a key written twice': 'a: 1\nb: 2\na: 3\n',
    'a key written twice in two ways': '\u00e9: 1\ne\u0301: 2\n',
    'a key written twice in brackets': 'a: {b: 1, "b": 2}\n',
    'a plain scalar on two lines': 'a: one\n  two\n',
    'a quoted scalar on two lines': 'a: "one\n  two"\n',
    'brackets on two lines': 'a: [one,\n  two]\n',
    'a key without value in brackets': 'a: {b}\n',
    'a pair in a list in brackets': 'a: [b: 1]\n',
    'a scalar below a comment below its key': 'a:\n# c\n  b\n',
    'a second colon': 'a: b: c\n',
    'a key without colon': 'a: 1\nb\n',
    'uneven indentation': 'a:\n    b: 1\n  c: 2\n',
    'a list item among keys': 'a: 1\n- b\n',
    'a key among list items': '- a\nb: 1\n',
    'an unknown escape': 'a: "\\x41"\n',
    'an open quote': 'a: "b\n',
    'an open bracket': 'a: [b\n',
    'text behind a quote': 'a: "b" c\n',
    'a comment without space': 'a: "b"#c\n',
    'an indentation indicator': 'a: |2\n  b\n',
    'kept line breaks': 'a: |+\n  b\n\n',
    'an invisible character': 'a: b\u200bc\n',
    'a character that turns text around': 'a: b\u202ec\n',
    'a Cyrillic letter': 'a: \u0430bc\n',
    'a lone surrogate': 'a: \ud83d\n',
    'a merge conflict': '<<<<<<< ours\na: 1\n',
    'a scalar alone': 'text\n',
    'brackets alone': '{a: 1}\n',
    'sixty lists in each other': `${'- '.repeat(60)}x\n`,
    'sixty brackets in each other': `a: ${'['.repeat(60)}${']'.repeat(60)}\n`,
  };
  for (const [what, text] of Object.entries(REFUSED)) {
    it(`leaves ${what} to yaml`, () => {
      assert.equal(readFast(text), undefined);
    });
  }
});
