import assert from 'node:assert/strict';
import { check, said } from './support/find';

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
    check("test.use(options); test.beforeEach(start); test.setTimeout(5); it('a', run);", {
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
