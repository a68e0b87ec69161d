import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyseCode } from '../../../server/src/code/index';
import { fileKind } from '../../../server/src/workspace/host';
import { JAVASCRIPT_CASES } from './support/cases';
import { javascriptFactsOf, shown } from './support/read';

const IMPORT = "import { pipeline } from '@huggingface/transformers'\n";
const CALL = "\n\nconst again = await pipeline('t', 'm')\n";
const FOUND = 'model-load @huggingface/transformers.pipeline <m>';
const NAMES = ['a.js', 'a.ts', 'a.tsx', 'a.mjs'];

describe('any JavaScript text', () => {
  const texts: Readonly<Record<string, string>> = {
    'open parentheses': '('.repeat(100_000),
    'open braces': '{'.repeat(50_000),
    'open brackets': `x = ${'['.repeat(50_000)}`,
    'calls in calls': 'f('.repeat(30_000),
    'arrows in arrows': 'a=>'.repeat(30_000),
    'a chain of members': `a${'.b'.repeat(50_000)}()`,
    'a chain of calls': `a${'.b()'.repeat(30_000)}`,
    'a sum': `x = 1${'+1'.repeat(50_000)}`,
    templates: '`${'.repeat(20_000),
    elements: '<a>'.repeat(10_000),
    generics: `x: ${'A<'.repeat(20_000)}`,
    'closing brackets': ')]}'.repeat(10_000),
    conditions: 'a?b:'.repeat(10_000),
    words: 'a b c '.repeat(5_000),
    backticks: '`'.repeat(5_001),
    slashes: '/ '.repeat(10_000),
    'a class that is its own base':
      'class A extends A {}\nclass B extends C {}\nclass C extends B {}\nnew B().x().y',
    'a function that calls itself': 'const f = (x) => f(f)(x).a()\nlet y = f(f)\ny = y(y)',
    'a variable that grows': `let x = pipeline\n${'x = x.b()\n'.repeat(5_000)}`,
    'a record that grows': `let x = {}\n${'x = { ...x, a: x, b: x }\n'.repeat(500)}`,
    'names of Object.prototype':
      'constructor.fit(); __proto__.x(); let x = toString; hasOwnProperty({ __proto__: 1, constructor: 2 }); x.valueOf.call()',
    'control characters': Array.from({ length: 2000 }, (_, at) =>
      String.fromCharCode((at * 7919) % 300),
    ).join(''),
  };
  for (const [name, text] of Object.entries(texts)) {
    it(`survives ${name}`, () => {
      // What has long lines alone is taken for minified and not read.
      const broken = text.replace(/.{60,80}?(?=[\s([{<`$.?:])/g, '$&\n');
      for (const file of NAMES) assert.deepEqual(javascriptFactsOf(IMPORT + text, file).signals, []);
      assert.deepEqual(javascriptFactsOf(IMPORT + broken, 'a.tsx').signals, []);
    });
  }

  it('reads on behind what it cannot understand', () => {
    for (const text of [
      'const x = ',
      'function f( {',
      'if (',
      'class A extends',
      'x = = 1',
      'let 😀 = 1',
      'const a: = 1',
      'export {',
      'foo(a, "b',
      'import { from',
      '<div',
      'enum { A',
      'try { ',
      '@',
    ]) {
      for (const file of ['a.js', 'a.ts', 'a.tsx'])
        assert.deepEqual(
          javascriptFactsOf(`${IMPORT}${text}${CALL}`, file).signals.map(shown),
          [FOUND],
          text,
        );
    }
  });

  it('survives every prefix of real code', () => {
    const text = JAVASCRIPT_CASES.slice(0, 25)
      .map(
        ({ module, name, code }, at) =>
          `import { ${name} as x${at} } from '${module}'\n${code.replaceAll('$', `x${at}`)}\n`,
      )
      .join('\n');
    for (let end = 0; end <= text.length; end += 3) javascriptFactsOf(text.slice(0, end));
  });

  it('gives ranges inside the text for any mixture of pieces, and the same facts twice', () => {
    const pieces = fc.constantFrom(
      ...JAVASCRIPT_CASES.slice(0, 30).map(
        ({ module, name, code }) => `import { ${name} } from '${module}'\n${code.replaceAll('$', name)}\n`,
      ),
      ...[
        'function f({ a = 1 }, ...b) {\n',
        'class A<T> extends B {\n',
        'this.x = ',
        'async x => ',
        '=> {',
        '<A b={c}>',
        '</A>',
        '{/* aims x */}',
      ],
      ...[
        '  ',
        '\n',
        '\r',
        '\r\n',
        '(',
        ')',
        '[',
        '{',
        '}',
        '"',
        '`',
        '${',
        ':',
        ',',
        '=',
        ' as ',
        '?.',
        '...',
        '😀',
        '\u2028',
        '\0',
        '/',
        'return ',
        'export default ',
      ],
    );
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 25 }).map((each) => each.join('')),
        fc.constantFrom(...NAMES, 'a.tsx'),
        (text, name) => {
          const facts = javascriptFactsOf(text, name);
          assert.deepEqual(facts, javascriptFactsOf(text, name));
          const lines = text.split(/\r\n|\r|\n/);
          for (const { range } of [...facts.signals, ...(facts.symbols ?? []), ...facts.comments]) {
            assert.ok(
              range.start.line < range.end.line ||
                (range.start.line === range.end.line && range.start.character <= range.end.character),
            );
            assert.ok(range.end.character <= (lines[range.end.line]?.length ?? -1));
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('JavaScript that nobody wrote by hand', () => {
  const signals = (text: string, name = 'a.js') => analyseCode(name, text)?.signals.map(shown);

  it('is left out', () => {
    const code = `${IMPORT}${CALL}`;
    assert.deepEqual(signals(code), [FOUND]);
    assert.deepEqual(signals(`/* @generated */\n${code}`), []);
    assert.deepEqual(signals(`// This file is auto-generated. Do not edit.\n${code}`), []);
    assert.deepEqual(signals(`/******/ (() => {\n${code}})()`), []);
    assert.deepEqual(signals(`${code}var x=[${'"a",'.repeat(20_000)}]`), [], 'minified');
    assert.deepEqual(signals(`${code}${'x(1);\n'.repeat(200_000)}`), [], 'longer than a person writes');
  });

  it('is not taken for such because of one long text', () => {
    const prompt = `const prompt = '${'a'.repeat(6_000)}'\n`;
    assert.deepEqual(signals(`${IMPORT}${prompt}${'const line = 1\n'.repeat(400)}${CALL}`), [FOUND]);
  });

  it('is known by its name', () => {
    for (const name of [
      'a.d.ts',
      'a.d.mts',
      'a.min.js',
      'a.bundle.js',
      'vendor-bundle.js',
      'a.json',
      'a.ts.map',
      'ts',
    ])
      assert.equal(fileKind(name), undefined, name);
    for (const name of [
      'a.js',
      'a.mjs',
      'a.cjs',
      'a.jsx',
      'a.ts',
      'a.mts',
      'a.cts',
      'a.tsx',
      'a.b.TS',
      'min.js',
      'd.ts',
    ])
      assert.equal(fileKind(name), 'code', name);
    assert.equal(analyseCode('a.d.ts', IMPORT + CALL), undefined);
    assert.equal(analyseCode('a.min.js', IMPORT + CALL), undefined);
  });
});

it('does not parse a JavaScript file that imports no library of the table', () => {
  const text = "import React from 'react'\nexport function App() {}\nconst mode = 'ai'\n";
  assert.equal(analyseCode('a.jsx', text)?.symbols, undefined);
  assert.deepEqual(
    analyseCode('a.jsx', text, 'all')?.symbols?.map(({ name }) => name),
    ['App'],
  );
});
