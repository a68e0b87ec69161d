import assert from 'node:assert/strict';
import { parse } from '../../../server/src/syntax/index';
import type { SyntaxProblemCode } from '../../../server/src/syntax/types';
import { assertSound } from './support';

/** The problems of a text, as `code` and the marked text. */
function problems(text: string): [SyntaxProblemCode, string][] {
  const file = parse(text);
  assertSound(file);
  return file.problems.map((p) => [p.code, text.slice(p.span.start, p.span.end)]);
}

function messages(text: string): string[] {
  return parse(text).problems.map((p) => p.message);
}

const CARD =
  'aims: 1\nkind: system\nid: a\ncontrols:\n  A.6.2.4:\n    status: planned\n  A.7.4:\n    status: planned\nname: x\n';

describe('syntax problems', () => {
  it('stay in the entry they are in', () => {
    const text = CARD.replace('id: a', 'id: "a');
    assert.deepEqual(problems(text), [['syntax', '"a']]);
    const document = parse(text).documents[0]!;
    assert.deepEqual(
      document.blocks.map((b) => [b.key.text, b.complete]),
      [
        ['aims', true],
        ['kind', true],
        ['id', false],
        ['controls', true],
        ['name', true],
      ],
    );
    assert.equal(document.complete, false);
    assert.equal(document.wholeAt([]), false);
    assert.equal(document.wholeAt(['controls', 'A.7.4']), true);
  });

  it('stay in the entry one level down', () => {
    const text = CARD.replace('status: planned', 'status: {x');
    assert.equal(problems(text).length, 1);
    const document = parse(text).documents[0]!;
    assert.equal(document.wholeAt(['controls']), false);
    assert.equal(document.wholeAt(['controls', 'A.6.2.4']), false);
    assert.equal(document.wholeAt(['controls', 'A.7.4']), true);
    assert.deepEqual(
      document.node(['controls', 'A.7.4']),
      parse(CARD).documents[0]!.node(['controls', 'A.7.4']),
    );
    assert.equal(document.has(['name']), true);
  });

  it('are one for a key half typed', () => {
    for (const text of [
      CARD.replace('name: x', 'name'),
      CARD.replace('kind: system\n', 'kind: system\now\n'),
    ]) {
      assert.equal(problems(text).length, 1);
      assert.match(messages(text)[0] ?? '', /colon is missing/);
    }
    const inside = CARD.replace('  A.7.4:', '  A.5\n  A.7.4:');
    assert.deepEqual(problems(inside), [['unfinished-key', 'A.5']]);
    assert.equal(parse(inside).documents[0]!.has(['controls', 'A.5']), false);
    const first = CARD.replace('  A.6.2.4:', '  A.5\n  A.6.2.4:');
    assert.deepEqual(problems(first), [['unfinished-key', 'A.5']]);
  });

  it('say in plain words what to do', () => {
    const said: [string, RegExp][] = [
      ['a: "x\nb: 1\n', /quote is opened/],
      ['a: [x\nb: 1\n', /bracket is opened/],
      ['a: [x y: {]\n', /bracket/],
      ['a: {b: 1 c: 2}\n', /./],
      ['a: [1 2, "x" "y"]\n', /comma is missing/],
      ['a: b: c\n', /second colon/],
      ['a:\n\t- b\n', /tab/i],
      ['a: @x\n', /cannot start with/],
      ['a: `x`\n', /cannot start with/],
      ['a: %x\n', /cannot start with/],
      ['a: "\\q"\n', /backslash/],
      ['a:\n    b: 1\n  c: 2\n', /indent|column|does not fit/i],
      ['a: *.py\n', /starts with \*/],
      ['a: x\n  b: 1\n', /colon/],
      ["a: 'it's'\n", /already ended/],
      ['a: - b\n', /line of its own/],
      ['a: ]\n', /bracket|fit/],
      ['a: | text\n  b\n', /Behind \| or >/],
      ['a: [x,, y]\n', /comma too many/],
      ['- a\nb: 1\n', /already ended/],
    ];
    for (const [text, pattern] of said) {
      const all = messages(text);
      assert.ok(all.length > 0, `${JSON.stringify(text)} has a problem`);
      assert.match(all[0] ?? '', pattern, text);
      for (const message of all) {
        assert.ok(!/token|scalar|mapping|implicit|flow|node/i.test(message), message);
        assert.match(message, /[.?]$/);
      }
    }
  });

  it('are shown where the slip is', () => {
    const shown: [string, string][] = [
      ['a:\n    b: 1\n  c: 2\n', 'c'],
      ['a:\n\t- b\n', '-'],
      ['a: {b: [c}\nd: 1\n', '[c}'],
      ["a: 'b\n  c\nd: 1\n", "'b"],
    ];
    for (const [text, expected] of shown) assert.equal(problems(text)[0]?.[1], expected, text);
  });

  it('name the line of the first of two equal keys, also after it moved', () => {
    const text = 'aims: 1\nowner: a\nrisks:\n  - id: R1\n    id: R2\nowner: b\n';
    assert.deepEqual(problems(text), [
      ['duplicate-key', 'id'],
      ['duplicate-key', 'owner'],
    ]);
    assert.match(messages(text)[0] ?? '', /^Line 4 already has the key "id"/);
    assert.match(messages(text)[1] ?? '', /^Line 2 already has the key "owner"/);
    const moved = parse(`# new\n${text}`, parse(text)).problems.map((p) => p.message);
    assert.match(moved[0] ?? '', /^Line 5 /);
    assert.match(moved[1] ?? '', /^Line 3 /);
    const document = parse(text).documents[0]!;
    assert.equal((document.node(['owner']) as { text: string }).text, 'a');
    assert.equal(document.blocks.find((b) => b.key.text === 'owner')?.complete, false);
  });

  it('compare keys without quotes and as Unicode text', () => {
    assert.deepEqual(problems('a:\n  "b": 1\n  b: 2\n'), [['duplicate-key', 'b']]);
    assert.deepEqual(problems('caf\u00e9: 1\ncafe\u0301: 2\n'), [['duplicate-key', 'cafe\u0301']]);
    assert.deepEqual(problems('a: {x: 1, x: 2}\n'), [['duplicate-key', 'x']]);
    assert.equal(parse('caf\u00e9: 1\n').documents[0]!.has(['cafe\u0301']), true);
  });

  it('report a merge conflict once and trust nothing in the file', () => {
    const text = CARD.replace('name: x\n', '<<<<<<< HEAD\nname: "x\n=======\nname: y\n>>>>>>> other\n');
    assert.deepEqual(problems(text), [['conflict-markers', '<<<<<<< HEAD']]);
    const document = parse(text).documents[0]!;
    assert.equal(document.complete, false);
    assert.ok(document.blocks.length > 3 && document.blocks.every((b) => !b.complete));
    assert.equal(document.has(['id']), true);
    assert.deepEqual(problems('a: 1\n>>>>>>> rest of a conflict\n'), [
      ['conflict-markers', '>>>>>>> rest of a conflict'],
    ]);
    assert.deepEqual(problems('a: |\n  <<<<<<< HEAD\n  text about merging\n'), []);
  });

  it('refuse tags that only a program could build', () => {
    assert.deepEqual(problems("a: !!js/function 'x'\nb: 1\n"), [['tag', '!!js/function']]);
    const document = parse("a: !!js/function 'x'\nb: 1\n").documents[0]!;
    assert.equal(document.node(['a']), undefined);
    assert.equal(document.blocks[0]?.complete, false);
    assert.equal(document.blocks[1]?.complete, true);
    assert.deepEqual(problems('a: !!str 1\nb: !!map {c: 1}\nc: ! x\n'), []);
  });

  it('warn of YAML 1.1 and read 1.2 all the same', () => {
    const text = '%YAML 1.1\n---\na: no\n';
    assert.deepEqual(problems(text), [['yaml-version', '%YAML 1.1']]);
    assert.deepEqual(parse(text).documents[0]!.node(['a']), {
      kind: 'scalar',
      type: 'string',
      text: 'no',
      style: 'plain',
    });
    assert.deepEqual(problems('%YAML 1.2\n---\na: no\n'), []);
  });

  it('show invisible characters that change what is read', () => {
    assert.deepEqual(problems('a: x\u202e y\nb: 1 # \u2066c\n'), [
      ['bidi-text', '\u202e'],
      ['bidi-text', '\u2066'],
    ]);
    assert.match(messages('a: x\u202e y\n')[0] ?? '', /\\u202E/);
    assert.deepEqual(problems('# \u202e only a comment\na: 1\n'), [['bidi-text', '\u202e']]);
    assert.deepEqual(problems('ow\u200bner: x\n'), [['lookalike', 'ow\u200bner']]);
    assert.deepEqual(problems('controls:\n  \u0410.6.2.4: x\n'), [['lookalike', '\u0410.6.2.4']]);
    assert.deepEqual(problems('owner: amar\u0430\n'), [['lookalike', 'amar\u0430']]);
    const fine = [
      'name: "Оценка риска"',
      'name: А1',
      'what: نرم\u200cافزار',
      'icon: 👩\u200d💻',
      'what: Text mit Οmega und mehr',
      'name: сор',
    ];
    for (const text of fine) assert.deepEqual(problems(`${text}\n`), [], text);
    for (const text of fine) assert.equal(parse(`${text}\n`).documents[0]!.complete, true);
  });

  it('say that a file is not text', () => {
    const utf16 = 'aims: 1\nkind: "system\n'.replace(/./gs, '$&\0');
    assert.deepEqual(problems(utf16), [['not-text', '\0']]);
    assert.deepEqual(problems('name: Caf\ufffd\nid: x\n'), [['not-text', '\ufffd']]);
    assert.equal(parse('name: Caf\ufffd\nid: x\n').documents[0]!.has(['id']), true);
  });

  it('resolve aliases and merges with the place of the alias', () => {
    const text = 'base: &b {owner: tom, every: [1, 2]}\nuse:\n  <<: *b\n  owner: mira\nlist: [*b]\n';
    assert.deepEqual(problems(text), []);
    const document = parse(text).documents[0]!;
    const value = (...route: (string | number)[]): unknown => {
      const node = document.node(route);
      return node?.kind === 'scalar' ? node.text : node?.kind;
    };
    assert.equal(value('use', 'owner'), 'mira');
    assert.equal(value('use', 'every', 1), '2');
    assert.equal(value('list', 0, 'owner'), 'tom');
    const spot = document.span(['list', 0, 'every', 1], 'value')!;
    assert.equal(text.slice(spot.start, spot.end), '*b');
    const merged = document.span(['use', 'every'], 'key')!;
    assert.equal(text.slice(merged.start, merged.end), '*b');
  });

  it('follow an anchor that is set twice', () => {
    const document = parse('a: &x 1\nb: &y [*x]\nc: &x 2\nd: *y\ne: *x\n').documents[0]!;
    assert.deepEqual(document.node(['d']), document.node(['b']));
    assert.equal((document.node(['e']) as { text: string }).text, '2');
  });
});
