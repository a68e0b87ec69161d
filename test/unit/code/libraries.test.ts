import assert from 'node:assert/strict';
import { PYTHON } from '../../../server/src/code/signals';
import { SIGNALS } from '../../../server/src/code/signals.generated';
import { LIBRARY_CASES, untestedLines, type LibraryCase } from './support/cases';
import { factsOf } from './support/read';

const VARIANTS: Readonly<Record<string, (path: string) => { lines: string; name: string }>> = {
  import: (path) => ({ lines: `import ${parent(path)}`, name: path }),
  'import as': (path) => ({ lines: `import os, ${parent(path)} as lib`, name: `lib.${last(path)}` }),
  'from import': (path) => ({ lines: `from ${parent(path)} import other, ${last(path)}`, name: last(path) }),
  'from import as': (path) => ({
    lines: `from ${parent(path)} import (\n    ${last(path)} as it,\n)`,
    name: 'it',
  }),
  'guarded import': (path) => ({
    lines: `try:\n    from ${parent(path)} import ${last(path)}\nexcept ImportError:\n    ${last(path)} = None`,
    name: last(path),
  }),
};

describe('signals of each library', () => {
  for (const each of LIBRARY_CASES) {
    for (const [variant, write] of Object.entries(VARIANTS)) {
      it(`${each.library}: ${each.code.replaceAll('\n', '; ').replaceAll('$', each.path)}, ${variant}`, () => {
        const { lines, name } = write(each.path);
        expectSignal(each, `${lines}\n${each.code.replaceAll('$', name)}\n`);
      });
    }
    it(`${each.library}: ${each.path} imported inside a function`, () => {
      const body = `from ${parent(each.path)} import ${last(each.path)}\n${each.code.replaceAll('$', last(each.path))}`;
      expectSignal(each, `async def run(m, X, y):\n    ${body.replaceAll('\n', '\n    ')}\n`);
    });
  }

  it('has a case for every line of signals.yaml', () => {
    const untested = untestedLines(PYTHON, SIGNALS.python.calls, () => {
      for (const { path, code } of LIBRARY_CASES)
        factsOf(`import ${parent(path)}\n${code.replaceAll('$', path)}\n`);
    });
    assert.deepEqual(untested, []);
  });

  it('takes no call of an unknown library of the same shape for a signal', () => {
    for (const each of LIBRARY_CASES) {
      const code = each.code.replaceAll('$', `unknown_library.${last(each.path)}`);
      if (/chat\.completions|messages\.create/.test(code)) continue;
      assert.deepEqual(factsOf(`import unknown_library\n${code}\n`).signals, [], code);
    }
  });
});

function expectSignal(expected: LibraryCase, text: string): void {
  if (expected.kind === 'none') {
    assert.deepEqual(factsOf(text).signals, []);
    return;
  }
  const found = factsOf(text).signals.find(
    ({ kind, target }) => kind === expected.kind && target === expected.target,
  );
  assert.ok(found, `nothing found in:\n${text}`);
  assert.equal(found.library, expected.library);
  assert.equal(found.provider, expected.provider);
}

function parent(path: string): string {
  return path.slice(0, path.lastIndexOf('.'));
}

function last(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
