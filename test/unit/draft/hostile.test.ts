/** Whatever files say, a draft is a card: YAML that reads back, in the format, with nothing invented. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import type { CodeFacts, Signal } from '../../../server/src/code';
import { draftCard } from '../../../server/src/draft';
import { build } from '../../../server/src/model/build';
import { parse } from '../../../server/src/syntax';
import type { DraftInput } from '../../../server/src/draft/types';

const AT = { start: { line: 3, character: 0 }, end: { line: 3, character: 5 } };

const NASTY = [
  '__proto__', 'constructor', 'toString', 'a: b', "it's", '"quoted"', '#', '- x', '\n', '\r\n', '\t', '\u0000', '\u001b[31m',
  '\u202e', '\u2028', '\ud800', '{{ name }}', '${x}', '..', '../../etc/passwd', '/abs', 'C:\\x', 'TODO', 'null', '1.0',
  '*', '&a', '<<', '---', '😀', 'https://user:secret@host/x?token=secret', 's3://bucket/key', ' ', 'https://a/'.padEnd(5_000, 'b'),
]; // prettier-ignore

const word = fc.oneof(
  fc.constantFrom(...NASTY, 'bert-base-uncased', 'acme/model', 'models/a.pkl', 'data/x.csv'),
  fc.string({ unit: 'binary', maxLength: 30 }),
);
const words = fc.array(word, { maxLength: 4 });
/** Quoted as often as not, so that both readable and broken files come. */
const scalar = fc.oneof(
  word,
  word.map((each) => JSON.stringify(each)),
);

const readme = fc
  .tuple(scalar, scalar, scalar, scalar, fc.array(scalar, { maxLength: 3 }), fc.boolean())
  .map(([license, base, metric, value, datasets, closed]) => ({
    path: 'README.md',
    text: [
      '---',
      `license: ${license}`,
      `base_model: ${base}`,
      `__proto__: ${base}`,
      `datasets: [${datasets.join(', ')}]`,
      'model-index:',
      `- name: ${license}`,
      '  results:',
      `  - dataset: {type: ${base}}`,
      `    metrics: [{type: ${metric}, value: ${value}}, {type: f1, value: 0.5}]`,
      closed ? '---' : '',
      '# Title',
    ].join('\n'),
  }));
const packageJson = fc.dictionary(word, word, { maxKeys: 4 }).map((dependencies) => ({
  path: 'package.json',
  text: JSON.stringify({
    name: Object.keys(dependencies)[0],
    version: 1,
    dependencies: { openai: '^4', ...dependencies },
  }),
}));
const pyproject = fc.tuple(scalar, fc.array(scalar, { maxLength: 3 })).map(([name, dependencies]) => ({
  path: 'pyproject.toml',
  text: `[project]\nname = ${name}\ndependencies = [${dependencies.join(', ')}]\n[tool.poetry.dependencies]\ntorch = ${name}\n`,
}));
const anyFile = fc
  .tuple(
    fc.constantFrom(
      'README.md',
      'requirements.txt',
      'environment.yml',
      'dvc.yaml',
      'a.dvc',
      'm/MLmodel',
      'LICENSE',
      'pyproject.toml',
      'package.json',
      'setup.cfg',
      'setup.py',
      'Pipfile',
      'uv.lock',
      'package-lock.json',
      'pnpm-lock.yaml',
      'Dockerfile',
      'compose.yaml',
    ),
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(
          fc.constantFrom(
            'stages:',
            ' outs:',
            '  - path: ',
            'deps:',
            'flavors:',
            '\n',
            ' sklearn:',
            'torch==',
            'FROM pytorch/',
            'RUN pip install ',
            'setup(install_requires=[',
            '[[package]]\nname = ',
            'version = ',
            '[',
            '{',
            '"',
            "'",
            ...NASTY,
          ),
          { maxLength: 40 },
        )
        .map((parts) => parts.join('')),
    ),
  )
  .map(([path, text]) => ({ path, text }));

const signal = fc
  .record({
    kind: fc.constantFrom(
      'model-load',
      'dataset-load',
      'ai-api-call',
      'train',
      'save',
      'deploy',
      'track' as const,
    ),
    library: fc.constantFrom('transformers', 'datasets', 'scikit-learn', 'openai', 'torch', 'joblib'),
    callee: fc.constantFrom(
      'transformers.AutoModel.from_pretrained',
      'torch.save',
      'keras.datasets.mnist.load_data',
      '',
    ),
    // Who runs what, the table of library calls says: no file does.
    provider: fc.constantFrom('OpenAI', 'Mistral AI', undefined),
    target: fc.option(word, { nil: undefined }),
    cell: fc.option(fc.nat(9), { nil: undefined }),
  })
  .map(({ provider, target, cell, ...known }): Signal => ({
    ...known,
    range: AT,
    ...(provider === undefined ? {} : { provider }),
    ...(target === undefined ? {} : { target }),
    ...(cell === undefined ? {} : { cell }),
  }));
const code = fc.record({
  path: fc.oneof(
    fc.constant('src/train.py'),
    word.filter((path) => !path.includes('secret')),
  ),
  facts: fc
    .array(signal, { maxLength: 6 })
    .map((signals): CodeFacts => ({ language: 'python', signals, comments: [] })),
});

const input: fc.Arbitrary<DraftInput> = fc.record({
  id: fc.constantFrom('churn', 'bonität', 'a.b-2'),
  folder: word,
  files: fc.array(fc.oneof(readme, packageJson, pyproject, anyFile), { maxLength: 5 }),
  code: fc.array(code, { maxLength: 3 }),
  repository: fc.option(
    fc.record({
      name: fc.option(word, { nil: undefined }),
      userName: fc.option(word, { nil: undefined }),
      tag: fc.record({ name: word, commitsSince: fc.nat(3) }),
    }),
    { nil: undefined },
  ),
  present: words.map((paths) => new Set(paths)),
});

describe('a draft of whatever files say', () => {
  it('is YAML without an error, and a card in the format', () => {
    fc.assert(
      fc.property(input, (given) => {
        const text = draftCard(given);
        if (text === undefined) return;
        const document = parseDocument(text);
        assert.deepEqual([...document.errors, ...document.warnings], [], text);
        const file = build('file:///w/aims.yaml', parse(text));
        assert.deepEqual(
          file.parsed.problems.filter(({ code: problem }) => problem !== 'lookalike'),
          [],
          text,
        );
        assert.deepEqual(
          file.artefacts.flatMap(({ problems }) => problems),
          [],
          text,
        );
        assert.doesNotMatch(text, /secret/, 'no password of an address is told');
        assert.doesNotMatch(text.replaceAll('\n', ''), /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\ufeff]/u);
      }),
      { numRuns: 400 },
    );
  });

  it('gives the same bytes in whatever order files come', () => {
    fc.assert(
      fc.property(input, (given) => {
        const turned = { ...given, files: [...given.files].reverse(), code: [...given.code].reverse() };
        const paths = [...given.files, ...given.code].map(({ path }) => path);
        fc.pre(new Set(paths).size === paths.length);
        assert.equal(draftCard(turned), draftCard(given));
      }),
    );
  });

  it('names what code and files name, and nothing else', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(name, (target) => {
        const facts: CodeFacts = {
          language: 'python',
          comments: [],
          signals: [
            { kind: 'ai-api-call', library: 'openai', callee: 'x', provider: 'OpenAI', target, range: AT },
          ],
        };
        const text = draftCard({ id: 'a', folder: 'a', files: [], code: [{ path: 'a.py', facts }] }) ?? '';
        const { models } = parseDocument(text).toJS() as { models: { basedOn: { name: string } }[] };
        const found = models[0]?.basedOn.name ?? '';
        if (found !== 'TODO') assert.equal(found, target.replace(/\s+/gu, ' ').trim());
      }),
    );
  });
});
