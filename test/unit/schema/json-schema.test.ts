/** The generated JSON Schema against the language server: what it refuses, the server reports too. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { parseAllDocuments } from 'yaml';
import { jsonSchema } from '../../../scripts/schema/json-schema';
import { build } from '../../../server/src/model/build';
import { parse } from '../../../server/src/syntax';
import { readFixture } from '../../support/fixture';

const REPOSITORY = join(import.meta.dirname, '../../..');

const validate = new Ajv({ strict: false, allErrors: true }).compile(jsonSchema());

const values = (text: string): readonly unknown[] =>
  parseAllDocuments(text, { logLevel: 'silent' }).map((document) => document.toJS() as unknown);

const refusals = (text: string): readonly string[] =>
  values(text).flatMap((value) =>
    validate(value)
      ? []
      : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`),
  );

const serverProblems = (text: string): number =>
  parse(text).problems.length +
  build('file:///aims.yaml', parse(text)).artefacts.reduce((sum, { problems }) => sum + problems.length, 0);

const read = (pattern: string): readonly (readonly [string, string])[] =>
  globSync(pattern, { cwd: REPOSITORY })
    .sort()
    .map((path) => [path, readFileSync(join(REPOSITORY, path), 'utf8')]);

const card = (...lines: readonly string[]): string =>
  ['aims: 1', 'kind: system', 'id: a', ...lines, ''].join('\n');

describe('the JSON Schema', function () {
  this.timeout(60_000);

  for (const [path, text] of [
    ...read('examples/northwind/{aims.yaml,credit-scoring/{aims,impact-assessment}.yaml}'),
    ...read('test/fixtures/format/every-key/**/*.yaml'),
    ...read('test/fixtures/cli/lone-card/aims.yaml'),
  ])
    it(`accepts ${path}`, () => assert.deepEqual(refusals(text), []));

  it('takes text as written, empty values as missing, and keys of the user', () => {
    const text = card('version: 1.10', 'name:', 'models:', 'x-team: {any: [thing]}', 'controls: {x-own: 1}');
    assert.deepEqual(refusals(text), []);
  });

  const wrong: Readonly<Record<string, string>> = {
    'a key that does not exist': card('onwer: dana'),
    'a kind that does not exist': 'aims: 1\nkind: modle\nid: a\n',
    'no id': 'aims: 1\nkind: system\n',
    'a list where text is meant': card('purpose: [Estimate risk]'),
    'text where a list is meant': card('models: scorer'),
    'a word that is not offered': card('lifecycle: {stage: production}'),
    'a control that does not exist': card('controls: {A.62.4: {status: implemented}}'),
    'a number that is none': card('models: [{id: a, metrics: [{name: auc, value: high}]}]'),
    'a day in another form': card('datasets: [{id: a, collected: {from: 1.1.2026}}]'),
  };
  for (const [name, text] of Object.entries(wrong))
    it(`refuses ${name}, as the server does`, () => {
      assert.notDeepEqual(refusals(text), []);
      assert.ok(serverProblems(text) > 0);
    });

  it('refuses nothing in the fixtures of the rules that the server lets pass', () => {
    const files = read('test/fixtures/rules/*.md')
      .flatMap(([, text]) => readFixture(text).cases.flatMap((each) => each.files))
      .filter(
        ({ path, text }) =>
          /\.ya?ml$/.test(path) && /^aims:/m.test(text) && parse(text).problems.length === 0,
      );
    assert.ok(files.length > 50);
    for (const { text } of files)
      if (refusals(text).length > 0)
        assert.ok(serverProblems(text) > 0, `${refusals(text).join('\n')}\n${text}`);
  });
});
