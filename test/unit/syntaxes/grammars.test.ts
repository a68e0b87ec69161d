/** The grammars as VS Code applies them: injected into the real grammars of YAML, Python, TypeScript and Markdown. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';

const require = createRequire(import.meta.url);
const ROOT = new URL('../../../', import.meta.url);

interface Contribution {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo: readonly string[];
}

const manifest = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8')) as {
  readonly contributes: { readonly grammars: readonly Contribution[] };
};
const { grammars } = manifest.contributes;

/** The grammars VS Code ships, by the scope they give a whole file. */
const HOSTS: Readonly<Record<string, string>> = {
  'source.yaml': 'yaml',
  'source.python': 'python',
  'source.js': 'javascript',
  'source.js.jsx': 'jsx',
  'source.ts': 'typescript',
  'source.tsx': 'tsx',
  'text.html.markdown': 'markdown',
};

function pathOf(scope: string): string | undefined {
  const own = grammars.find(({ scopeName }) => scopeName === scope);
  if (own) return new URL(own.path, ROOT).pathname;
  const host = HOSTS[scope];
  return host === undefined ? undefined : require.resolve(`tm-grammars/grammars/${host}.json`);
}

const oniguruma = loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')));

const registry = new Registry({
  onigLib: oniguruma.then(() => ({ createOnigScanner, createOnigString })),
  loadGrammar: (scope) => {
    const path = pathOf(scope);
    return Promise.resolve(path === undefined ? null : parseRawGrammar(readFileSync(path, 'utf8'), path));
  },
  getInjections: (scope) =>
    grammars.filter(({ injectTo }) => injectTo.includes(scope)).map(({ scopeName }) => scopeName),
});

/** The words of a text that a scope of ours colours, as `text:scope`. */
async function coloured(scope: string, text: string): Promise<readonly string[]> {
  const grammar = await registry.loadGrammar(scope);
  assert.ok(grammar, `there is no grammar ${scope}`);
  const found: string[] = [];
  let stack = INITIAL;
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    for (const { startIndex, endIndex, scopes } of tokens) {
      const ours = scopes.findLast((each) => each.endsWith('.aims'));
      if (ours) found.push(`${line.slice(startIndex, endIndex)}:${ours.split('.').at(-2)}`);
    }
    stack = ruleStack;
  }
  return found;
}

/** The innermost scope of the first letter of a word. */
async function scopeOf(scope: string, text: string, word: string): Promise<string | undefined> {
  const grammar = await registry.loadGrammar(scope);
  let stack = INITIAL;
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar!.tokenizeLine(line, stack);
    const at = line.indexOf(word);
    const found =
      at < 0 ? undefined : tokens.find(({ startIndex, endIndex }) => startIndex <= at && at < endIndex);
    if (found) return found.scopes.at(-1);
    stack = ruleStack;
  }
  return undefined;
}

const LINE_COMMENTS = [
  ['source.yaml', '#'],
  ['source.python', '#'],
  ['source.js', '//'],
  ['source.js.jsx', '//'],
  ['source.ts', '//'],
  ['source.tsx', '//'],
] as const;

describe('grammars', () => {
  it('are injected into languages that are there', () => {
    for (const { injectTo } of grammars)
      for (const scope of injectTo) assert.ok(pathOf(scope), `${scope} is tested`);
  });

  it('colour control ids and status words of a card', async () => {
    const card = [
      'controls:',
      '  A.6.2.4: {status: implemented, why: {risks: [R1]}}',
      '  "A.10.3":',
      '    status: not-applicable   # bought',
      'risks:',
      '  - {id: R1, treatment: {option: reduce, controls: [A.5.2, A.6.2.8]}}',
    ].join('\n');
    assert.deepEqual(await coloured('source.yaml', card), [
      'A.6.2.4:control',
      'implemented:verdict',
      'A.10.3:control',
      'not-applicable:verdict',
      'A.5.2:control',
      'A.6.2.8:control',
    ]);
  });

  it('leave the rest of YAML as it is', async () => {
    const text =
      'name: x\nfile: docs/A.6.2.4.md\niso: ISO27001-A.8.15\nversion: A.6.2.4.1\nstatus: planned later\n';
    assert.deepEqual(await coloured('source.yaml', text), []);
    const row = 'A.6.2.4: {status: implemented, owner: amara}';
    assert.equal(await scopeOf('source.yaml', row, 'status'), 'entity.name.tag.yaml');
    assert.equal(await scopeOf('source.yaml', row, 'owner'), 'entity.name.tag.yaml');
    assert.equal(
      await scopeOf('source.yaml', 'status: implemented\nowner: amara', 'owner'),
      'entity.name.tag.yaml',
    );
  });

  it('know nothing but the 38 controls', async () => {
    assert.deepEqual(await coloured('source.yaml', 'a: A.5.1\nb: A.6.2\nc: A.10.5'), []);
  });

  for (const [scope, mark] of LINE_COMMENTS) {
    it(`colour annotations and suppressions in ${scope}`, async () => {
      const text = [
        `${mark} aims: evidence A.6.2.4 parity holds`,
        `${mark} aims-ignore-next-line risks-missing -- agreed with A. until=2026-12-31`,
        `${mark} see A.6.2.4`,
      ].join('\n');
      assert.deepEqual(await coloured(scope, text), [
        'aims::other',
        'evidence:other',
        'A.6.2.4:control',
        'aims-ignore-next-line:other',
        'risks-missing:rule',
        '--:separator',
        'agreed with A.:reason',
        'until=:parameter',
        '2026-12-31:date',
      ]);
    });
  }

  it('colour annotations in block comments, and none in strings', async () => {
    assert.deepEqual(
      await coloured('source.ts', '/* aims: evidence A.6.2.4 */\nconst a = "aims: evidence A.6.2.4";'),
      ['aims::other', 'evidence:other', 'A.6.2.4:control'],
    );
    assert.deepEqual(await coloured('source.python', 'a = "# aims: evidence A.6.2.4"'), []);
  });

  it('colour ids in Markdown, and the verdict said of one in its line or in a table', async () => {
    const table = [
      '| Control | Verdict |',
      '| --- | --- |',
      '| A.6.2.4 Verification | `verified` |',
      '',
      '- A.5.2 is **missing**',
    ];
    assert.deepEqual(await coloured('text.html.markdown', table.join('\n')), [
      'A.6.2.4:control',
      'verified:verdict',
      'A.5.2:control',
      'missing:verdict',
    ]);
    assert.deepEqual(await coloured('text.html.markdown', 'This part is missing and unknown.\n'), []);
    assert.deepEqual(await coloured('text.html.markdown', '```text\nA.6.2.4 missing\n```\n'), []);
  });
});
