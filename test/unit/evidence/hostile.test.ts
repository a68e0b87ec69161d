import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findPart, type Part } from '../../../server/src/evidence';
import { answer, assertInside, check } from './support/find';

describe('any place in any file', () => {
  const names = [
    'x.md',
    'x.html',
    'x.json',
    'x.yaml',
    'x.py',
    'x.ts',
    'x.ipynb',
    'x.pdf',
    'x',
    '.json',
    'constructor',
  ];
  const part: fc.Arbitrary<Part> = fc.oneof(
    fc.record({
      kind: fc.constant('name' as const),
      name: fc.constantFrom('a', 'constructor', '__proto__', 'a.b', '(', ''),
    }),
    fc.record({
      kind: fc.constant('test' as const),
      names: fc.array(fc.constantFrom('a', 'b(', '__proto__', ''), { minLength: 1 }),
    }),
    fc.record({
      kind: fc.constant('pointer' as const),
      tokens: fc.array(fc.constantFrom('a', '0', '-', '', '__proto__')),
    }),
    fc
      .tuple(fc.nat(5), fc.nat(5))
      .map(([a, b]) => ({ kind: 'lines' as const, first: Math.min(a, b), last: Math.max(a, b) })),
  );
  const piece = fc.constantFrom(
    ...[
      'a',
      '"a"',
      ':',
      ' ',
      '\n',
      '\r',
      '{',
      '}',
      '[',
      ']',
      '(',
      ')',
      ',',
      '# a',
      '<a id="a">',
      "it('a', ",
      '`',
      '${',
      '/',
      '\\',
    ],
    ...[
      '- ',
      '&a ',
      '*a',
      '<<: ',
      '"cells"',
      '1',
      'null',
      'def a():',
      'class a',
      '\u{1F389}',
      '\uD800',
      '"',
      "'",
      '//',
      '/*',
      '\0',
    ],
  );
  it('has an answer, inside the text', () => {
    fc.assert(
      fc.property(
        part,
        fc.constantFrom(...names),
        fc.array(piece, { maxLength: 30 }),
        (each, fileName, pieces) => {
          const text = pieces.join('');
          const found = findPart(each, fileName, text);
          if (found.kind === 'found') assertInside(found.range, text, JSON.stringify([each, fileName, text]));
          if (found.kind === 'missing') assert.notEqual(found.what, '');
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is not looked for in what is no text, unknown or too large', () => {
    check('a\0b', { 'x.md#a': 'unknown', 'x.txt#L1': 'unknown' });
    check('# a', {
      'x.rst#b': 'unknown',
      'x.pdf#page=3': 'unknown',
      'x.go::TestA': 'unknown',
      'x.md#/b': 'unknown',
    });
    check(' '.repeat(2_000_001), { 'x.md#a': 'unknown', 'x.py::test_a': 'unknown', 'x.ts#a': 'unknown' });
  });

  describe('is answered soon for hostile text', () => {
    const texts: Readonly<Record<string, string>> = {
      'x.ts::a': '('.repeat(500_000),
      'x.ts::b': '`${'.repeat(400_000),
      'x.ts::c': "it('".repeat(400_000),
      'x.ts::d': 'it<'.repeat(300_000),
      'x.ts::e': 'a / b '.repeat(300_000),
      'x.ts::f': '/a'.repeat(900_000),
      'x.ts::g': 'it.each`${1}`'.repeat(100_000),
      'x.ts::h': "describe('a', () => { ".repeat(80_000),
      'x.ts#i': 'const i2 = {'.repeat(100_000),
      'x.py::a': '('.repeat(300_000),
      'x.py::b': 'class b('.repeat(30_000),
      'x.py::c': ' '.repeat(900_000),
      'x.py#d': `${' '.repeat(50)}d\n`.repeat(15_000),
      'x.html#a': '<p id='.repeat(300_000),
      'x.json#/a': '['.repeat(5_000_000),
      'x.json#/b': '"'.repeat(5_000_000),
      'x.json#/c': `"${'\\'.repeat(5_000_000)}`,
      'x.json#/d': '/**/'.repeat(2_000_000),
      'x.json#/e': `{${'"e":1,'.repeat(900_000)}"f":1}`,
      'x.yaml#/a': '['.repeat(500_000),
      'x.yaml#/c': '[]{'.repeat(100_000),
      'x.yaml#/b': 'a: &a [*a]\n'.repeat(2_000),
    };
    for (const [evidence, text] of Object.entries(texts)) {
      it(`${evidence}: ${text.slice(0, 20)}`, () => {
        const before = performance.now();
        answer(evidence, text);
        const took = performance.now() - before;
        assert.ok(took < 5000, `${took} ms`);
      });
    }
  });
});
