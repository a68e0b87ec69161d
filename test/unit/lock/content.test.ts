import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { contentOf, type Content, digestOf } from '../../../server/src/lock/content';
import { asBlock } from '../../../server/src/model/located';
import { build } from '../../../server/src/model/build';
import { parse } from '../../../server/src/syntax';

/** Canonical content of a card or assessment written below its head. */
const contentOfYaml = (yaml: string, omit: readonly string[] = []): string => {
  const { artefacts } = build('file:///w/aims.yaml', parse(yaml));
  const body = artefacts[0]?.body;
  assert.ok(body, yaml);
  return contentOf(asBlock(body), { omit });
};
const system = (rest: string, omit?: readonly string[]): string =>
  contentOfYaml(`aims: 1\nkind: system\nid: a\n${rest}`, omit);

const sha = (data: string | Uint8Array): string =>
  `sha256:${createHash('sha256').update(data).digest('hex')}`;

describe('content: what spelling does not change', () => {
  const plain = system(
    'purpose: Score loans.\nversion: 1.10\nuse: {intended: [Loans, Cards], users: [Officers]}\n',
  );

  it('is JSON with sorted keys and no space', () => {
    assert.equal(
      plain,
      '{"aims":"1","id":"a","kind":"system","purpose":"Score loans.","use":{"intended":["Loans","Cards"],"users":["Officers"]},"version":"1.10"}',
    );
  });

  for (const [what, yaml] of [
    [
      'order of keys',
      'use: {users: [Officers], intended: [Loans, Cards]}\nversion: 1.10\npurpose: Score loans.\n',
    ],
    [
      'comments',
      '# why\npurpose: Score loans. # what\nversion: 1.10\nuse:\n  # x\n  intended: [Loans, Cards]\n  users: [Officers]\n',
    ],
    [
      'quotes',
      `"purpose": 'Score loans.'\nversion: "1.10"\nuse: {"intended": ["Loans", 'Cards'], users: [Officers]}\n`,
    ],
    [
      'block style',
      'purpose: Score\n  loans.\nversion: 1.10\nuse:\n  intended:\n    - Loans\n    - Cards\n  users: [\n    Officers\n  ]\n',
    ],
    [
      'folded text',
      'purpose: >\n  Score\n  loans.\n\nversion: 1.10\nuse: {intended: [Loans, Cards], users: [Officers]}\n',
    ],
    [
      'CRLF',
      'purpose: Score loans.\r\nversion: 1.10\r\nuse: {intended: [Loans, Cards], users: [Officers]}\r\n',
    ],
    [
      'empty values, unknown keys and keys of the user',
      'purpose: Score loans.\nowner:\nx-note: 1\nversion: 1.10\nuse: {intended: [Loans, Cards], users: [Officers], x-y: 2, oversight: ~}\n',
    ],
    [
      'anchors',
      'purpose: &p Score loans.\nversion: 1.10\nuse: {intended: [Loans, Cards], users: [Officers]}\n',
    ],
  ] as const)
    it(what, () => assert.equal(system(yaml), plain));

  it('order in a list whose items have ids', () => {
    assert.equal(
      system('datasets: [{id: b}, {id: a, source: x}]'),
      system('datasets: [{id: a, source: x}, {id: b}]'),
    );
  });

  it('spelling of true and false', () => {
    assert.equal(
      system('datasets: [{id: a, personalData: True}]'),
      system('datasets: [{id: a, personalData: true}]'),
    );
  });
});

describe('content: what changes it', () => {
  for (const [what, a, b] of [
    ['a word', 'purpose: Score loans.', 'purpose: Score loan.'],
    ['a digit written', 'version: 1.10', 'version: 1.1'],
    [
      'precision of a number',
      'models: [{id: m, metrics: [{name: auc, value: 0.87}]}]',
      'models: [{id: m, metrics: [{name: auc, value: 0.870}]}]',
    ],
    ['a value against none', 'datasets: [{id: a, personalData: false}]', 'datasets: [{id: a}]'],
    ['text against a truth value', 'purpose: "true"', 'datasets: [{id: a, personalData: true}]'],
    ['order of what has no id', 'use: {intended: [Loans, Cards]}', 'use: {intended: [Cards, Loans]}'],
    ['where a text stands', 'use: {intended: [Loans]}', 'use: {outOfScope: [Loans]}'],
    ['how texts are cut', 'use: {intended: ["a, b"]}', 'use: {intended: [a, b]}'],
    ['the key of a row', 'controls: {A.6.2.4: {status: planned}}', 'controls: {A.6.2.5: {status: planned}}'],
  ] as const)
    it(what, () => assert.notEqual(system(a), system(b)));

  it('changes with any change of a value and with nothing else', () => {
    const leaf = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => text.trim() !== '');
    const card = fc.record(
      {
        purpose: leaf,
        version: leaf,
        role: fc.uniqueArray(fc.constantFrom('developer', 'provider', 'user'), { minLength: 1 }),
        use: fc.record({ intended: fc.array(leaf), users: fc.array(leaf) }, { requiredKeys: [] }),
        datasets: fc.uniqueArray(fc.record({ id: fc.stringMatching(/^[a-z]{1,5}$/), source: leaf }), {
          selector: ({ id }) => id,
        }),
      },
      { requiredKeys: [], noNullPrototype: true },
    );
    const yaml = (value: object, options: object): string =>
      stringify({ aims: 1, kind: 'system', id: 'a', ...value }, options);
    const shuffled = (value: object): object => Object.fromEntries(Object.entries(value).reverse());
    // Trimmed: white space around a text is spelling.
    const meaning = (value: object): string =>
      JSON.stringify(value, (_, each: unknown) =>
        typeof each === 'string'
          ? each.trim()
          : Array.isArray(each) && each.every((item) => typeof item === 'object')
            ? [...(each as { id: string }[])].sort((a, b) => (a.id < b.id ? -1 : 1))
            : typeof each === 'object' && each !== null && !Array.isArray(each)
              ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
              : each,
      );
    fc.assert(
      fc.property(card, card, (a, b) => {
        const content = contentOfYaml(yaml(a, {}));
        assert.equal(
          contentOfYaml(yaml(shuffled(a), { collectionStyle: 'flow', defaultStringType: 'QUOTE_DOUBLE' })),
          content,
        );
        assert.equal(contentOfYaml(yaml(b, {})) === content, meaning(a) === meaning(b));
      }),
      { numRuns: 100 },
    );
  });
});

describe('content: what is left out', () => {
  it('keys, keys below keys, keys in every item of a list and every entry of a dictionary', () => {
    const yaml =
      'owner: amara\nrisks: [{id: R1, what: x, treatment: {option: accept, accepted: {by: dana}}}]\n' +
      'controls: {A.6.2.4: {status: implemented, owner: bo}}';
    assert.equal(
      system(yaml, ['owner', 'risks.treatment.accepted', 'controls.*.owner']),
      '{"aims":"1","controls":{"A.6.2.4":{"status":"implemented"}},"id":"a","kind":"system","risks":[{"id":"R1","treatment":{"option":"accept"},"what":"x"}]}',
    );
  });
});

describe('digests', () => {
  it('of content: of its canonical text', () => {
    assert.equal(
      digestOf(
        new Map<string, Content>([
          ['b', ['x', true]],
          ['a', 'ä'],
        ]),
      ),
      sha('{"a":"ä","b":["x",true]}'),
    );
  });
});
