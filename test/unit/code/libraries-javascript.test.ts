import assert from 'node:assert/strict';
import { JAVASCRIPT } from '../../../server/src/code/signals';
import { SIGNALS } from '../../../server/src/code/signals.generated';
import { JAVASCRIPT_CASES, untestedLines, type JavaScriptCase } from './support/cases';
import { javascriptFactsOf } from './support/read';

type Write = (module: string, name: string) => { lines: string; name: string };

const VARIANTS: Readonly<Record<string, Write>> = {
  import: (module, name) =>
    name === 'default'
      ? { lines: `import Lib, { type Other } from '${module}';`, name: 'Lib' }
      : { lines: `import other, {\n  type X,\n  ${name},\n} from "${module}"`, name },
  'import as': (module, name) => ({ lines: `import { ${name} as it } from '${module}'`, name: 'it' }),
  'import all': (module, name) => ({ lines: `import * as all from '${module}'`, name: `all.${name}` }),
  'dynamic import': (module, name) => ({
    lines: `const { ${name}: it } = await import('${module}')`,
    name: 'it',
  }),
  require: (module, name) =>
    name === 'default'
      ? { lines: `const Lib = require('${module}');`, name: 'Lib' }
      : { lines: `const { ${name} } = require("${module}")`, name },
  address: (module, name) => ({
    lines: `import { ${name} as it } from 'https://esm.sh/${module.replace(/^((?:@[^/]*\/)?[^/]*)/, '$1@1.2.3-beta.4')}'`,
    name: 'it',
  }),
  npm: (module, name) => ({ lines: `import { ${name} as it } from 'npm:${module}'`, name: 'it' }),
};

describe('signals of each library of JavaScript', () => {
  for (const each of JAVASCRIPT_CASES) {
    for (const [variant, write] of Object.entries(VARIANTS)) {
      it(`${each.library}: ${each.code.replaceAll('$', each.name)}, ${variant}`, () => {
        const { lines, name } = write(each.module, each.name);
        expectSignal(each, `${lines}\n${each.code.replaceAll('$', name)}\n`);
      });
    }
    it(`${each.library}: ${each.name} of ${each.module} inside a function of TypeScript`, () => {
      const { lines, name } = write(each);
      const body = each.code.replaceAll('$', name).replaceAll('; ', ';\n    ');
      expectSignal(
        each,
        `${lines}\nexport class Service<T extends object> {\n  async ask(@Body() x: T): Promise<void> {\n    ${body}\n  }\n}\n`,
      );
    });
  }

  it('has a case for every line of signals.yaml', () => {
    const untested = untestedLines(JAVASCRIPT, SIGNALS.javascript.calls, () => {
      for (const each of JAVASCRIPT_CASES) {
        const { lines, name } = write(each);
        javascriptFactsOf(`${lines}\n${each.code.replaceAll('$', name)}\n`);
      }
    });
    assert.deepEqual(untested, []);
  });

  it('has a case for every library of signals.yaml', () => {
    const tested = new Set(JAVASCRIPT_CASES.map(({ library }) => library));
    assert.deepEqual(
      [...JAVASCRIPT.libraries].filter((library) => !tested.has(library)),
      [],
    );
  });

  it('takes no call of an unknown library of the same shape for a signal', () => {
    const told = SIGNALS.javascript.conventions.map(({ method = '' }) => method.split('.').at(-2) ?? method);
    for (const each of JAVASCRIPT_CASES) {
      const code = each.code.replaceAll('$', 'lib');
      if (told.some((method) => code.includes(method))) continue;
      assert.deepEqual(
        javascriptFactsOf(`import { lib } from 'unknown-library'\n${code}\n`).signals,
        [],
        code,
      );
    }
  });
});

function write(each: JavaScriptCase): { lines: string; name: string } {
  const as = VARIANTS.import;
  assert.ok(as);
  return as(each.module, each.name);
}

function expectSignal(expected: JavaScriptCase, text: string): void {
  const { signals } = javascriptFactsOf(text);
  if (expected.kind === 'none') {
    assert.deepEqual(signals, [], text);
    return;
  }
  const found = signals.filter(({ kind }) => kind === expected.kind).at(-1);
  assert.ok(found, `nothing found in:\n${text}`);
  assert.equal(found.target, expected.target, text);
  assert.equal(found.library, expected.library);
  assert.equal(found.provider, expected.provider);
}
