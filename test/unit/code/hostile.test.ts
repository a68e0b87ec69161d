import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyseCode } from '../../../server/src/code/index';
import { parse } from '../../../server/src/code/flow/read';
import { READING } from '../../../server/src/code/python';
import { LIBRARY_CASES } from './support/cases';
import { factsOf, signalsOf } from './support/read';

const IMPORT = 'import torch, whisper\n';
const CALL = '\nwhisper.load_model("tiny")\n';

describe('any text', () => {
  const texts: Readonly<Record<string, string>> = {
    'open parentheses': '('.repeat(100_000),
    'calls in calls': 'f('.repeat(30_000),
    brackets: `x = ${'['.repeat(50_000)}`,
    'a chain of members': `a${'.b'.repeat(50_000)}()`,
    'a chain of calls': `a${'.b()'.repeat(30_000)}`,
    'a sum': `x = 1${'+1'.repeat(50_000)}`,
    lambdas: 'lambda:'.repeat(20_000),
    indents: Array.from({ length: 1500 }, (_, depth) => `${' '.repeat(depth)}if x:\n`).join(''),
    'closing brackets': ')]}('.repeat(10_000),
    'format strings': "f'{".repeat(10_000),
    words: 'a b c '.repeat(5_000),
    'a comment with a gap': `# aims: evidence${' '.repeat(100_000)}x`,
    'one long line': `x = [${'"a",'.repeat(100_000)}]`,
    'control characters': Array.from({ length: 2000 }, (_, at) =>
      String.fromCharCode((at * 7919) % 300),
    ).join(''),
    'a class that is its own base': 'class A(A): ...\nclass B(C): ...\nclass C(B): ...\nB().x().y',
    'a function that calls itself': 'def f(x): return f(f)(x).a()\nx = f(f)\nx = x(x)',
    'a variable that grows': 'x = torch.a\n' + 'x = x.b()\n'.repeat(5_000),
    'names of Object.prototype':
      'constructor.fit()\n__proto__.x()\nx = toString\nhasOwnProperty()\nfrom constructor import __proto__\n__proto__.fit()',
  };
  for (const [name, text] of Object.entries(texts)) {
    it(`survives ${name}`, () => {
      const facts = factsOf(IMPORT + text);
      assert.deepEqual(facts.signals, []);
    });
  }

  it('sees quickly that a text imports nothing it knows', () => {
    for (const text of [
      'import '.repeat(50_000),
      `import${' '.repeat(50_000)}x`,
      `/*${'*'.repeat(100_000)}x aims-`,
      ` * ${' '.repeat(100_000)}x aims:`,
    ])
      assert.deepEqual(factsOf(text).signals, []);
  });

  it('reads on behind what it cannot understand', () => {
    for (const text of [
      'print "hello"',
      'exec "x" in d',
      'except X, e:',
      'x = `y`',
      'def f(:',
      'x = = 1',
      'raise E, "m"',
      'class A',
      '😀 = 1',
    ]) {
      assert.deepEqual(signalsOf(`${IMPORT}${text}${CALL}`), ['model-load whisper.load_model <tiny>'], text);
    }
  });

  it('says so where a file is too long', () => {
    assert.ok(factsOf(`${IMPORT}x = [${'1,'.repeat(600_000)}]`).unreadable);
  });

  it('gives up where the time is over', () => {
    const text = 'a b c '.repeat(5_000);
    assert.equal(parse(text, READING, Date.now() - 1), undefined);
    assert.ok(parse(text, READING, Date.now() + 60_000));
  });

  it('gives ranges inside the text for any mixture of pieces, and the same facts twice', () => {
    const pieces = fc.constantFrom(
      ...LIBRARY_CASES.slice(0, 30).map(
        ({ path, code }) => `import ${path.replace(/\.\w+$/, '')}\n${code.replaceAll('$', path)}\n`,
      ),
      'def f(self, x: int = 3, *a, **k):\n',
      '  ',
      '\n',
      '\r',
      '\r\n',
      '(',
      ')',
      '[',
      '"',
      "'''",
      ':',
      ',',
      '=',
      ' for x in y ',
      ' if ',
      'class A(B):\n',
      'self.x = ',
      'return ',
      'lambda x: ',
      '😀',
      '\u2028',
      '\0',
      'with a as b:\n',
      'import ',
      'from . import *\n',
      'yield ',
      'global x\n',
      ' as ',
      '{',
      '**',
    );
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 25 }).map((each) => each.join('')),
        (text) => {
          const facts = factsOf(text);
          assert.deepEqual(facts, factsOf(text));
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

  it('survives every prefix of real code', () => {
    const text = LIBRARY_CASES.slice(0, 12)
      .map(({ path, code }) => `import ${path}\n${code.replaceAll('$', path)}`)
      .join('\n');
    for (let end = 0; end <= text.length; end += 3) factsOf(text.slice(0, end));
  });

  it('knows its languages by the end of the name alone', () => {
    assert.equal(analyseCode('file:///a.pyi', IMPORT), undefined);
    assert.equal(analyseCode('file:///a.yaml', IMPORT), undefined);
    assert.equal(analyseCode('untitled:A.PY', IMPORT)?.language, 'python');
    assert.equal(analyseCode('vscode-notebook:/a.ipynb?x#y', '{}')?.language, 'notebook');
  });

  it('does not parse a file that imports no library it knows, unless asked for what it defines', () => {
    const text = 'import os\ndef test_it(): ...\n';
    assert.equal(analyseCode('a.py', text)?.symbols, undefined);
    assert.deepEqual(
      analyseCode('a.py', text, 'all')?.symbols?.map(({ name }) => name),
      ['test_it'],
    );
  });
});
