import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findPart, type Part } from '../../../server/src/evidence';
import { answer, assertInside, said } from './support/find';

function check(text: string, cases: Readonly<Record<string, string>>): void {
  for (const [evidence, expected] of Object.entries(cases))
    assert.equal(said(evidence, text), expected, evidence);
}

describe('lines', () => {
  it('are counted from 1, to the last that has text', () => {
    check('one\ntwo\nthree\n', {
      'x.txt#L1': 'found one',
      'x.txt#L2-L3': 'found two\nthree',
      'x.txt#L3-L2': 'found two\nthree',
      'x.txt#L3-L4': 'found three\n',
      'x.txt#L5': 'missing line 5 (the file has 3 lines)',
      'x.txt#L2-L9': 'missing line 9 (the file has 3 lines) -> L2-L3',
      'x.txt#L3-L9': 'missing line 9 (the file has 3 lines) -> L3',
      'x.txt#L0': 'missing line 0 (lines are counted from 1)',
      'x.txt#L999999999': 'missing line 999999999 (the file has 3 lines)',
    });
    check('one', { 'x.py#L1': 'found one', 'x.py#L2': 'missing line 2 (the file has 1 line)' });
    check('', { 'x.py#L1': 'missing line 1 (the file is empty)' });
  });

  it('end as editors end them', () => {
    check('a\r\nb\rc\nd\u2028e', {
      'x#L2-L4': 'found b\rc\nd\u2028e',
      'x#L5': 'missing line 5 (the file has 4 lines)',
    });
  });

  it('are found exactly where they are', () => {
    const line = fc.string({ unit: fc.constantFrom('a', 'b', '\u{1F389}') });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), fc.nat(12), fc.nat(12), (lines, a, b) => {
        const [first, last] = [Math.min(a, b), Math.max(a, b)];
        const text = lines.join('\n');
        const expected = lines.slice(first, last + 1).join('\n');
        const found = said(`x#L${first + 1}-L${last + 1}`, text);
        if (text !== '' && last < lines.length) assert.equal(found, `found ${expected}`);
        else assert.match(found, /^missing /);
      }),
    );
  });
});

describe('ids in HTML', () => {
  it('are found', () => {
    check(
      '<!-- <p id="no"> --><h1 ID="Top">x</h1>\n<a name=old href="y"></a><p title="a > b" id=\'results\'>',
      {
        'r.html#Top': 'found <h1 ID="Top">',
        'r.htm#old': 'found <a name=old href="y">',
        'r.html#results': 'found <p title="a > b" id=\'results\'>',
        'r.html#result': 'missing the id "result" -> results',
        'r.html#no': 'missing the id "no"',
      },
    );
  });

  it('may be made by a script', () =>
    check('<p id="a"><script src="x.js"></script>', { 'r.html#chart': 'unknown' }));

  it('may stand in a form that is not read', () =>
    check('<p title="a < b" id="chart">', { 'r.html#chart': 'unknown' }));
});

describe('symbols and tests in Python', () => {
  const TEXT = `import pytest
from helpers import test_shared
LIMIT = 0.03
limits: dict[str, float] = {}

@pytest.mark.parametrize('group', ['a', 'b'])
def test_parity(group):
    assert gap(group) < LIMIT

class TestModel:
    def test_auc(self):
        pass

    class TestInner:
        def test_deep(self): ...

class TestMore(TestModel):
    pass

class TestPlain(object):
    pass

# def test_removed(): pass
if True:
    async def test_conditional(): ...
`;
  it('are found by their names', () => {
    check(TEXT, {
      't.py::test_parity': 'found test_parity',
      't.py::test_parity[a]': 'found test_parity',
      't.py::TestModel': 'found TestModel',
      't.py::TestModel::test_auc': 'found test_auc',
      't.py::TestModel::TestInner::test_deep': 'found test_deep',
      't.py::test_conditional': 'found test_conditional',
      't.py#TestModel.test_auc': 'found test_auc',
      't.py#TestModel::test_auc': 'found test_auc',
      't.py#LIMIT': 'found LIMIT',
      't.py#limits': 'found limits',
    });
  });

  it('are missing with the nearest', () => {
    check(TEXT, {
      't.py::test_parety': 'missing the test "test_parety" -> test_parity',
      't.py::TestModel::test_auk': 'missing the test "TestModel::test_auk" -> TestModel::test_auc',
      't.py::test_auc': 'missing the test "test_auc" -> TestModel::test_auc',
      't.py::TestModel::test_parity': 'missing the test "TestModel::test_parity" -> test_parity',
      't.py::TestPlain::test_x': 'missing the test "TestPlain::test_x"',
      't.py::test_removed': 'missing the test "test_removed"',
      't.py#Nothing': 'missing "Nothing"',
      't.py#LIMITS_OF_ALL': 'missing "LIMITS_OF_ALL"',
    });
  });

  it('may be brought in, inherited or made', () => {
    check(TEXT, {
      't.py::test_shared': 'unknown',
      't.py::TestMore::test_auc': 'unknown',
      't.py::TestMore::test_other': 'unknown',
      't.py::package.module.function': 'unknown',
    });
    check('from base import *\n', { 't.py::test_x': 'unknown' });
    check('from base import (  # all\n  a, test_x)\n', { 't.py::test_x': 'unknown' });
    check('from parameterized import parameterized\n', { 't.py::test_x_0': 'unknown' });
    check('class TestX(Base[int], metaclass=M):\n  pass\n', { 't.py::TestX::test_y': 'unknown' });
    check('def test_a(): ...\n', { 't.py::test_b': 'missing the test "test_b" -> test_a' });
    check('x ='.repeat(400_000), { 't.py::test_b': 'unknown' });
  });
});

describe('tests and symbols in JavaScript and TypeScript', () => {
  const TEXT = `import { describe, it } from 'vitest';
// it('is commented out', () => {});
const text = "it('is in a string', () => {})";
export const LIMIT = 3;
export class Model<T> { private auc = 0; score(x: T): number { return this.auc / 2; } }
describe('fairness', () => {
  describe("by gender", () => {
    it('keeps the gap small', async () => { expect(/it\\('no/.test('x')).toBe(true); });
    it.only(\`says "no" plainly\`, () => {});
  });
  it.each([[1, 2], [3, 4]])('adds %i and %i', (a, b) => {});
  test.each<Case<number>>\`a | b\${1}\`('subtracts $a.x', () => {});
  for (const name of names) it(\`handles \${name} well\`, () => {});
  test.skipIf(isWindows())('works on Unix', () => {});
});
test('stands alone', () => {});
`;
  it('are found by their titles', () => {
    check(TEXT, {
      'x.test.ts::fairness::by gender::keeps the gap small': "found 'keeps the gap small'",
      'x.test.ts::fairness::keeps the gap small': "found 'keeps the gap small'",
      'x.test.ts#keeps the gap small': "found 'keeps the gap small'",
      'x.test.ts#fairness > by gender > keeps the gap small': "found 'keeps the gap small'",
      'x.test.ts#fairness by gender keeps the gap small': "found 'keeps the gap small'",
      'x.test.ts::by gender': 'found "by gender"',
      'x.test.ts#says "no" plainly': 'found `says "no" plainly`',
      'x.test.ts#adds %i and %i': "found 'adds %i and %i'",
      'x.test.ts#adds 1 and 2': "found 'adds %i and %i'",
      'x.test.ts#subtracts 7': "found 'subtracts $a.x'",
      'x.test.ts#handles Bo well': 'found `handles ${name} well`',
      'x.test.ts#works on Unix': "found 'works on Unix'",
      'x.test.ts#stands alone': "found 'stands alone'",
    });
  });

  it('are missing with the nearest', () => {
    check(TEXT, {
      'x.test.ts#keeps the gap smal': 'missing the test "keeps the gap smal" -> keeps the gap small',
      'x.test.ts::by gender::stands alone': 'missing the test "by gender::stands alone"',
      'x.test.ts::is commented out': 'missing the test "is commented out"',
      'x.test.ts#is in a string': 'missing the test "is in a string"',
      'x.test.ts::fairness::by gender::keeps the gap smal':
        'missing the test "fairness::by gender::keeps the gap smal" -> fairness::by gender::keeps the gap small',
    });
  });

  it('may be computed or unreadable', () => {
    check("describe('a', () => { for (const c of cases) it(c.title, run); });", { 'x.ts::a::b': 'unknown' });
    check("it(`${a}`, run); it('b', run);", { 'x.ts::c': 'unknown' });
    check("it.each(rows)('%s', run); it('b', run);", { 'x.ts::c': 'unknown' });
    check("it('a', () => {", { 'x.ts::b': 'unknown' });
    check("it('a', () => { render(<p>Don't</p>); });", { 'x.tsx::b': 'unknown', 'x.tsx::a': "found 'a'" });
    check("scenario('a', run); it('b', run)", { 'x.ts::a': 'unknown' });
    check('export const a = 1;', { 'x.ts::a test': 'unknown' });
  });

  it('are found in the manner of each runner', () => {
    const sources: Readonly<Record<string, string>> = {
      "suite('a', function () { test('b', function (done) {}) })": 'mocha tdd',
      "test.describe('a', () => { test('b', async ({ page }) => {}) })": 'Playwright',
      "test.describe.parallel('a', () => { test.fixme('b', () => {}) })": 'Playwright',
      "fdescribe('a', () => { xit('b') })": 'Jasmine',
      "QUnit.module('a', () => { QUnit.test('b', assert => {}) })": 'QUnit',
      "describe('a', { concurrency: true }, () => { it('b', { skip: true }, () => {}) })": 'node:test',
      "test('a', t => { t.test('b', () => {}) }); describe('a', () => { it('b') })": 'node:test',
      "describe.each([1])('a', () => { it.concurrent('b', run) })": 'jest',
      "describe('a', () => { it('b' , () => { x = y / 2; s = `${`it('c')`}/`; }) })": 'nested templates',
      'describe(\'\\u0061\', () => { it("\\x62", run) })': 'escapes',
      "describe('a', () => { if (x) { it('b', () => ({ re: /[/'\"]/g })) } })": 'regular expressions',
      "#!/usr/bin/env bun\ndescribe('a', () => { it('b', run) })": 'a script',
    };
    for (const [source, runner] of Object.entries(sources)) {
      assert.match(said('x.ts::a::b', source), /^found /, runner);
      assert.match(said('x.ts::a::c', source), /^missing /, runner);
    }
  });

  it('is no test what only reads like one', () => {
    check("it('a', run); pattern.test('b'); function test(c) {} function it() {} x.it('d', run);", {
      'x.ts::a': "found 'a'",
      'x.ts::b': 'unknown',
      'x.ts::e': 'missing the test "e"',
    });
  });

  it('are symbols otherwise', () => {
    check(TEXT, {
      'x.ts#LIMIT': 'found LIMIT',
      'x.ts#Model': 'found Model',
      'x.ts#Model.score': 'found score',
      'x.ts#Model.auc': 'found auc',
      'x.ts#Modle': 'missing "Modle" -> Model',
    });
    check('export function evaluate() {}\nexport { a as b };\nconst { c } = d;', {
      'x.js#evaluate': 'found evaluate',
      'x.js#evalute': 'missing "evalute" -> evaluate',
      'x.js#b': 'unknown',
      'x.js#c': 'unknown',
    });
    check("export * from './y';", { 'x.js#a': 'unknown' });
  });
});

describe('places in a notebook', () => {
  const text = JSON.stringify({
    cells: [
      { cell_type: 'markdown', id: 'intro', source: ['# Results of 2026\n', 'text'] },
      { cell_type: 'code', id: 'ab12cd34', source: 'def parity():\n  return LIMIT', outputs: [] },
      { cell_type: 'code', source: ['%matplotlib inline\n', 'x = 1'] },
    ],
    metadata: { kernelspec: { language: 'python' } },
    nbformat: 4,
  });
  it('are cells by id and by number, headings and functions', () => {
    const first = `found ${JSON.stringify({ cell_type: 'markdown', id: 'intro', source: ['# Results of 2026\n', 'text'] })}`;
    const second =
      'found {"cell_type":"code","id":"ab12cd34","source":"def parity():\\n  return LIMIT","outputs":[]}';
    check(text, {
      'n.ipynb#intro': first,
      'n.ipynb#cell-1': first,
      'n.ipynb#results-of-2026': first,
      'n.ipynb#Results-of-2026': first,
      'n.ipynb#cell-2': second,
      'n.ipynb#ab12cd34': second,
      'n.ipynb#parity': second,
      'n.ipynb#cell-4': 'missing "cell-4" (there are 3 cells, counted from 1)',
      'n.ipynb#cell-0': 'missing "cell-0" (there are 3 cells, counted from 1)',
      'n.ipynb#ab12cd35': 'missing the cell "ab12cd35" -> ab12cd34',
      'n.ipynb#LIMIT': 'unknown',
      'n.ipynb#/cells/0/id': 'found "intro"',
    });
  });

  it('cannot be known in a broken one', () => {
    for (const broken of ['', '{', '[]', '{"cells": 1}', 'null', text.slice(0, -2)]) {
      check(broken, { 'n.ipynb#cell-1': 'unknown' });
    }
    check('{"worksheets":[{"cells":[{"cell_type":"code","input":["x=1"],"language":"python"}]}]}', {
      'n.ipynb#cell-1': 'found {"cell_type":"code","input":["x=1"],"language":"python"}',
    });
  });
});

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

  it('is answered soon for hostile text', () => {
    const texts: Readonly<Record<string, string>> = {
      'x.ts::a': '('.repeat(1_000_000),
      'x.ts::b': '`${'.repeat(400_000),
      'x.ts::c': "it('".repeat(400_000),
      'x.ts::d': 'it<'.repeat(600_000),
      'x.ts::e': 'a / b '.repeat(300_000),
      'x.ts::f': '/a'.repeat(900_000),
      'x.ts::g': 'it.each`${1}`'.repeat(100_000),
      'x.ts::h': "describe('a', () => { ".repeat(80_000),
      'x.ts#i': 'const i2 = {'.repeat(100_000),
      'x.py::a': '('.repeat(900_000),
      'x.py::b': 'class b('.repeat(100_000),
      'x.py::c': ' '.repeat(900_000),
      'x.py#d': `${' '.repeat(50)}d\n`.repeat(15_000),
      'x.html#a': '<p id='.repeat(300_000),
      'x.json#/a': '['.repeat(5_000_000),
      'x.json#/b': '"'.repeat(5_000_000),
      'x.json#/c': `"${'\\'.repeat(5_000_000)}`,
      'x.json#/d': '/**/'.repeat(2_000_000),
      'x.json#/e': `{${'"e":1,'.repeat(900_000)}"f":1}`,
      'x.yaml#/a': '['.repeat(500_000),
      'x.yaml#/b': 'a: &a [*a]\n'.repeat(2_000),
    };
    for (const [evidence, text] of Object.entries(texts)) {
      const before = performance.now();
      answer(evidence, text);
      const took = performance.now() - before;
      assert.ok(took < 5000, `${took} ms for ${evidence}`);
    }
  });
});
