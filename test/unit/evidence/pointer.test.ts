import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pointerText, pointerTokens, valueAt, type PointerAnswer } from '../../../server/src/evidence';
import { assertInside, said, textAt } from './support/find';

const at = (fileName: string, text: string, pointer: string): PointerAnswer =>
  valueAt(fileName, text, pointerTokens(pointer));

/** `number 0.870`, `missing` or `unknown`. */
function short(answer: PointerAnswer): string {
  return answer.kind === 'value' ? `${answer.type} ${answer.source}` : answer.kind;
}

const JSON_TEXT = `{
  // written by a tool that likes comments
  "auc": 0.870, "rows": 1e3, "n": -0.0, "worst": NaN, "top": Infinity,
  "gap": {"gender": 2.10E-2, "": 1, "a/b": 2, "m~n": 3, "\\u00e9": 4},
  "folds": [0.86, [true, null], {"x": "0.880 \\"quoted\\""}], /* end */
  "__proto__": 5, "constructor": {"name": 6},
}`;

const YAML_TEXT = `# report
auc: 0.870
version: 1.10
rows: 0x1F
worst: .nan
day: 2026-03-20
4.10: key
gap:
  gender: 2.10E-2
  "a/b": 'two'
folds: [0.86, [true, ~], {x: "0.880"}]
base: &base {a: 1}
same: *base
empty:
text: |
  two
  lines
`;

describe('values a pointer leads to', () => {
  const cases: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    [JSON_TEXT]: {
      '/auc': 'number 0.870',
      '/rows': 'number 1e3',
      '/n': 'number -0.0',
      '/worst': 'number NaN',
      '/top': 'number Infinity',
      '/gap/gender': 'number 2.10E-2',
      '/gap/': 'number 1',
      '/gap/a~1b': 'number 2',
      '/gap/m~0n': 'number 3',
      '/gap/é': 'number 4',
      '/folds/0': 'number 0.86',
      '/folds/1': 'list [true, null]',
      '/folds/1/0': 'boolean true',
      '/folds/1/1': 'null null',
      '/folds/2/x': 'string 0.880 "quoted"',
      '/__proto__': 'number 5',
      '/constructor/name': 'number 6',
      '': `map ${JSON_TEXT}`,
      '/nothing': 'missing',
      '/folds/3': 'missing',
      '/folds/00': 'missing',
      '/folds/-': 'missing',
      '/folds/1/0/x': 'missing',
      '/toString': 'missing',
    },
    [YAML_TEXT]: {
      '/auc': 'number 0.870',
      '/version': 'number 1.10',
      '/rows': 'number 0x1F',
      '/worst': 'number .nan',
      '/day': 'string 2026-03-20',
      '/4.10': 'string key',
      '/gap/gender': 'number 2.10E-2',
      '/gap/a~1b': 'string two',
      '/folds/0': 'number 0.86',
      '/folds/1/0': 'boolean true',
      '/folds/1/1': 'null ~',
      '/folds/2/x': 'string 0.880',
      '/same/a': 'number 1',
      '/empty': 'null ',
      '/text': 'string two\nlines\n',
      '/gap': 'map gender: 2.10E-2\n  "a/b": \'two\'',
      '/nothing': 'missing',
      '/folds/3': 'missing',
      '/folds/00': 'missing',
      '/auc/x': 'missing',
      '/constructor': 'missing',
    },
  };
  for (const [text, pointers] of Object.entries(cases)) {
    const fileName = text === JSON_TEXT ? 'r.json' : 'r.yaml';
    for (const [pointer, expected] of Object.entries(pointers)) {
      it(`${fileName}#${pointer}`, () => assert.equal(short(at(fileName, text, pointer)), expected));
    }
  }

  it('are numbers as such too', () => {
    const value = (fileName: string, text: string): unknown => {
      const answer = at(fileName, text, '/a');
      return answer.kind === 'value' ? answer.value : answer;
    };
    assert.equal(value('r.json', '{"a": 1e3}'), 1000);
    assert.equal(value('r.json', '{"a": null}'), null);
    assert.equal(value('r.json', '{"a": [1]}'), undefined);
    assert.equal(value('r.yaml', 'a: -.inf'), -Infinity);
    assert.equal(value('r.yaml', 'a: 0o17'), 15);
    assert.equal(value('r.yaml', 'a: "1"'), '1');
    assert.equal(value('r.yaml', 'a: TRUE'), true);
  });

  it('cannot be known in a file that is broken, ambiguous or of another kind', () => {
    const files: readonly [fileName: string, text: string][] = [
      ['r.json', ''],
      ['r.json', '{"a": 1'],
      ['r.json', '{"a": 1}}'],
      ['r.json', '{"a": 1} {}'],
      ['r.json', '{"a": 01}'],
      ['r.json', '{"a": 1 "b": 2}'],
      ['r.json', "{'a': 1}"],
      ['r.json', '{a: 1}'],
      ['r.json', '{"a": 1, "b": "x}'],
      ['r.json', '{"a": 1, "a": 2}'],
      ['r.json', '{"a": 1, "\\u0061": 2}'],
      ['r.json', '{"a": 1, /* }'],
      ['r.json', '['.repeat(2000) + ']'.repeat(2000)],
      ['r.yaml', 'a: 1\na: 2\n'],
      ['r.yaml', 'a: [1\nb: 2\n'],
      ['r.yaml', 'a: 1\n<<<<<<< ours\n'],
      ['r.yaml', 'a: 1\n---\na: 2\n'],
      ['r.yaml', 'a: !!js/function "x"\n'],
      ['r.csv', 'a,1'],
    ];
    for (const [fileName, text] of files)
      assert.equal(short(at(fileName, text, '/a')), 'unknown', text.slice(0, 40));
    assert.equal(short(at('r.yaml', 'a: 1\n---\nb: 2\n', '/b')), 'number 2');
    assert.equal(short(at('r.yaml', '# nothing yet\n', '/a')), 'missing');
    assert.equal(short(at('r.yaml', '- x: 1\n', '/0/x')), 'number 1');
    assert.equal(short(at('r.json', '\uFEFF[1]', '/0')), 'number 1');
    assert.equal(short(at('r.json', '{"a": 1, "b": {"c": 1, "c": 2}}', '/a')), 'number 1');
  });

  it('are named where they are missing, with the nearest', () => {
    const places: Readonly<Record<string, string>> = {
      'r.json#/aux': 'missing the value /aux -> /auc',
      'r.json#/gap/gendr/x': 'missing the value /gap/gendr -> /gap/gender',
      'r.json#/folds/7': 'missing the value /folds/7 (there are 3 items, counted from 0)',
      'r.json#/auc/x': 'missing the value /auc/x',
      'r.json#/nothing/at/all': 'missing the value /nothing',
      'r.json#/gap/gender': 'found 2.10E-2',
    };
    for (const [place, expected] of Object.entries(places)) assert.equal(said(place, JSON_TEXT), expected);
    assert.equal(said('r.yaml#/gap/gendr', YAML_TEXT), 'missing the value /gap/gendr -> /gap/gender');
    assert.equal(
      said('r.yaml#/folds/3', YAML_TEXT),
      'missing the value /folds/3 (there are 3 items, counted from 0)',
    );
    assert.equal(said('r.json#aux', JSON_TEXT), 'unknown');
  });

  it('are all those JSON holds, at their places', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.constantFrom(0, 2), (json, indent) => {
        const root: unknown = JSON.parse(json);
        const text = JSON.stringify(root, undefined, indent);
        for (const { tokens, value } of leaves(root)) {
          const answer = valueAt('x.json', text, tokens);
          assert.ok(answer.kind === 'value', pointerText(tokens));
          if (typeof value !== 'object' || value === null) assert.deepEqual(answer.value, value);
          assertInside(answer.range, text, text);
          assert.deepEqual(JSON.parse(textAt(answer.range, text)), value);
        }
        const beyond = valueAt('x.json', text, ['no such key \u0000']);
        assert.equal(beyond.kind, 'missing');
      }),
    );
  });

  it('are known from no beginning of a file', () => {
    for (let length = 0; length < JSON_TEXT.length - 1; length++) {
      assert.equal(at('r.json', JSON_TEXT.slice(0, length), '/auc').kind, 'unknown', String(length));
    }
  });
});

function* leaves(
  value: unknown,
  tokens: readonly string[] = [],
): Generator<{ tokens: readonly string[]; value: unknown }> {
  yield { tokens, value };
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) yield* leaves(child, [...tokens, key]);
}
