import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyseCode, newMemory } from '../../../server/src/code/index';
import { chunksOf as javascriptChunks } from '../../../server/src/code/javascript/chunks';
import { chunksOf as pythonChunks } from '../../../server/src/code/python/chunks';
import { JAVASCRIPT_CASES, LIBRARY_CASES } from './support/cases';

const PYTHON = LIBRARY_CASES.slice(0, 25)
  .map(
    ({ path, code }, at) =>
      `import ${path.replace(/\.\w+$/, '')}\n\n\n@deco\ndef f${at}(x, y=[\n    1,\n]):\n    """Text\ndef no(): ...\n"""\n    ${code.replaceAll('$', path).replaceAll('\n', '\n    ')}\n`,
  )
  .join('\n');

const JAVASCRIPT = JAVASCRIPT_CASES.slice(0, 25)
  .filter(({ name }) => name !== 'default')
  .map(
    ({ module, name, code }, at) =>
      `import { ${name} as x${at} } from '${module}'\n\nexport async function f${at}(a = /["']/) {\n  const t = \`\nfunction no() {}\n\n\${g(\`}\`)}\`\n  ${code.replaceAll('$', `x${at}`)}\n}\n`,
  )
  .join('\n');

const PIECES = [
  'x',
  '(',
  ')',
  '{',
  '}',
  '[',
  '"',
  "'",
  '`',
  '"""',
  '\n',
  '\r\n',
  '\n\n',
  ' ',
  '  ',
  '#',
  '//',
  '/*',
  '*/',
  '\\',
  ':',
  '=',
  ',',
  '${',
  '<',
  '/',
  'def g():\n',
  'class A:\n',
  'export function g() {\n',
  'import ',
  '😀',
  '\t',
  '@d\n',
];

const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 400 })),
    added: fc.array(fc.constantFrom(...PIECES), { maxLength: 3 }).map((each) => each.join('')),
  }),
  { minLength: 1, maxLength: 6 },
);

const TEXTS = { 'a.py': PYTHON, 'a.ts': JAVASCRIPT, 'a.tsx': JAVASCRIPT, 'a.js': JAVASCRIPT };

describe('reading a text again after an edit', () => {
  for (const [name, text] of Object.entries(TEXTS)) {
    it(`gives what reading ${name} anew gives`, () => {
      fc.assert(
        fc.property(edits, (changes) => {
          const memory = newMemory();
          let now = text;
          analyseCode(name, now, 'all', memory);
          for (const { at, removed, added } of changes) {
            const start = Math.floor(at * now.length);
            now = now.slice(0, start) + added + now.slice(start + removed);
            assert.deepEqual(analyseCode(name, now, 'all', memory), analyseCode(name, now, 'all'));
          }
        }),
        { numRuns: 15 },
      );
    });
  }

  it('cuts a text into pieces without losing any of it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        for (const chunksOf of [pythonChunks, javascriptChunks]) {
          const chunks = chunksOf(text);
          assert.equal(chunks.map((each) => each.text).join(''), text);
          for (const each of chunks) assert.ok(text.startsWith(each.text, each.start));
        }
      }),
    );
  });

  it('reads only the piece that was changed', () => {
    for (const [name, text] of [
      ['a.py', PYTHON],
      ['a.ts', JAVASCRIPT],
    ] as const) {
      const memory = newMemory();
      analyseCode(name, text, 'all', memory);
      const before = memory.trees;
      assert.ok(before.size > 20, String(before.size));
      analyseCode(name, text.replace(/\bf7\b/, 'other'), 'all', memory);
      const kept = [...memory.trees.values()].filter((tree) => [...before.values()].includes(tree));
      assert.equal(kept.length, memory.trees.size - 1);
    }
  });
});
