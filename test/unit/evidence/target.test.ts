import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseTarget, pointerText, pointerTokens, type Part } from '../../../server/src/evidence';

const name = (text: string): Part => ({ kind: 'name', name: text });
const lines = (first: number, last = first): Part => ({ kind: 'lines', first, last });
const test = (...names: string[]): Extract<Part, { kind: 'test' }> => ({ kind: 'test', names });

describe('what is written as evidence', () => {
  const files: Readonly<Record<string, [path: string, part?: Part]>> = {
    'docs/ai-policy.md': ['docs/ai-policy.md'],
    '/docs/ai-policy.md ': ['/docs/ai-policy.md'],
    'docs/x.md#': ['docs/x.md'],
    'docs/x.md#results-of-2026': ['docs/x.md', name('results-of-2026')],
    'docs/x.md#a::b': ['docs/x.md', name('a::b')],
    'docs/x.md#l10': ['docs/x.md', name('l10')],
    'src/a.py#L10': ['src/a.py', lines(10)],
    'src/a.py#L10-L20': ['src/a.py', lines(10, 20)],
    'src/a.py#L20-10': ['src/a.py', lines(10, 20)],
    'src/a.py#L10C5-L12C1': ['src/a.py', lines(10, 12)],
    'r/eval.json#/gap/gender': ['r/eval.json', { kind: 'pointer', tokens: ['gap', 'gender'] }],
    'r/eval.json#/a~1b/~0/': ['r/eval.json', { kind: 'pointer', tokens: ['a/b', '~', ''] }],
    'r/eval.yaml#/0': ['r/eval.yaml', { kind: 'pointer', tokens: ['0'] }],
    'tests/x.py::test_a': ['tests/x.py', test('test_a')],
    'x.py::test_a': ['x.py', test('test_a')],
    'tests/x.py::TestA::test_b': ['tests/x.py', test('TestA', 'test_b')],
    'tests/x.py::TestA::test_b[a::b-1]': ['tests/x.py', { ...test('TestA', 'test_b'), parameter: 'a::b-1' }],
    'tests/x.py::test_b[]': ['tests/x.py', { ...test('test_b'), parameter: '' }],
    'tests/x.py::test_b[a#b]': ['tests/x.py', { ...test('test_b'), parameter: 'a#b' }],
    'tests/x.py::': ['tests/x.py'],
    'tests/x.py::TestA::': ['tests/x.py', test('TestA')],
    'tests/x.py#TestA::test_b': ['tests/x.py', test('TestA', 'test_b')],
    'tests/x.py#test_b[1]': ['tests/x.py', { ...test('test_b'), parameter: '1' }],
    'src/x.py#Class.method': ['src/x.py', name('Class.method')],
    'test/x.test.ts::sums up::adds [1, 2]': ['test/x.test.ts', test('sums up', 'adds [1, 2]')],
    'test/x.test.ts#adds two': ['test/x.test.ts', name('adds two')],
    'nb/a.ipynb#cell-3': ['nb/a.ipynb', name('cell-3')],
    'notes: 2026.md': ['notes: 2026.md'],
    '../other/x.md#a': ['../other/x.md', name('a')],
  };
  for (const [text, [path, part]] of Object.entries(files)) {
    it(text, () =>
      assert.deepEqual(parseTarget(text), part ? { kind: 'file', path, part } : { kind: 'file', path }),
    );
  }

  it('takes the part from the anchor of the long form', () => {
    const cases: [path: string, anchor: string, part: Part | undefined][] = [
      ['docs/x.md', 'results', name('results')],
      ['docs/x.md', '#results', name('results')],
      ['docs/x.md', ' ', undefined],
      ['docs/x.md#results', 'results', name('results')],
      ['docs/x.md#results', '', name('results')],
      ['tests/x.py', 'TestA::test_b', test('TestA', 'test_b')],
      ['tests/x.py', '::test_b', test('test_b')],
      ['test/x.test.ts', 'suite::title', test('suite', 'title')],
      ['r/eval.json', '/auc', { kind: 'pointer', tokens: ['auc'] }],
      ['src/a.py', 'L3', lines(3)],
    ];
    for (const [path, anchor, part] of cases) {
      const target = parseTarget(path, anchor);
      assert.deepEqual(target.kind === 'file' ? target.part : target, part, `${path} ${anchor}`);
    }
    assert.equal(parseTarget('docs/x.md#results', 'methods').kind, 'malformed');
  });

  it('knows addresses and revisions', () => {
    const cases: Readonly<Record<string, string>> = {
      'https://example.org/a#b': 'url',
      'HTTP://example.org': 'url',
      'https://user@[::1]:8080/x?y': 'url',
      'https://bücher.example/ä': 'url',
      's3://bucket/key': 'url',
      'https://': 'malformed',
      'https:///path': 'malformed',
      'https://exa mple.org': 'malformed',
      'https://host:port/': 'malformed',
      'file:///etc/passwd': 'malformed',
      'file:x': 'malformed',
      'vscode://x/y': 'malformed',
      'command://x': 'malformed',
      'C:\\x\\y.md': 'malformed',
      'c:/x/y.md': 'malformed',
      '\\\\server\\share': 'malformed',
      '//server/share': 'malformed',
      'git:v2.3.0': 'git name',
      'git:release/2026-03': 'git name',
      'git:0a1b2c3': 'git commit',
      'git:0a1b2c': 'git name',
      'GIT:8c490810a1b2c3d4e5f60718293a4b5c6d7e8f90': 'git commit',
      'git:': 'malformed',
      'git:--upload-pack=x': 'malformed',
      'git:a..b': 'malformed',
      'git:HEAD~1': 'malformed',
      'git:HEAD^': 'malformed',
      'git:v1:path': 'malformed',
      'git:x.lock': 'malformed',
      'git:a b': 'malformed',
      '': 'malformed',
      '   ': 'malformed',
      '#heading': 'malformed',
      '::test': 'malformed',
      'docs/x\0.md': 'malformed',
      'docs/\u001b[31m.md': 'malformed',
    };
    for (const [text, kind] of Object.entries(cases)) {
      const target = parseTarget(text);
      assert.equal(target.kind === 'git' ? `git ${target.form}` : target.kind, kind, text);
    }
  });

  it('answers whatever is written, and keeps the path as it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.option(fc.string(), { nil: undefined }),
        (text, anchor) => {
          const target = parseTarget(text, anchor);
          if (target.kind === 'file') assert.ok(text.trim().startsWith(target.path) && target.path !== '');
          if (target.kind === 'malformed') assert.ok(target.reason.endsWith('.'));
        },
      ),
    );
  });

  it('reads back every pointer it writes', () => {
    const token = fc.string({ unit: fc.constantFrom('a', '~', '/', '0', '1', 'é', '') });
    fc.assert(
      fc.property(fc.array(token), (tokens) => assert.deepEqual(pointerTokens(pointerText(tokens)), tokens)),
    );
  });
});
