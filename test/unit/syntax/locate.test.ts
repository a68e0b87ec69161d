import assert from 'node:assert/strict';
import { parse } from '../../../server/src/syntax/index';
import type { Locus } from '../../../server/src/syntax/types';

const MARKER = '<|>';

function at(marked: string): Locus & { readonly replaced: string } {
  const offset = marked.indexOf(MARKER);
  assert.ok(offset >= 0, 'the text has a cursor');
  const text = marked.replace(MARKER, '');
  const locus = parse(text).locate(offset);
  assert.equal(
    text.slice(locus.replace.start, offset),
    locus.prefix,
    'prefix is what stands before the cursor',
  );
  assert.ok(locus.replace.end >= offset && locus.replace.end <= text.length);
  return { ...locus, replaced: text.slice(locus.replace.start, locus.replace.end) };
}

function expect(
  marked: string,
  kind: Locus['at'],
  route: Locus['route'],
  replaced: string,
  more: Partial<Locus> = {},
) {
  const locus = at(marked);
  assert.deepEqual(
    { at: locus.at, route: locus.route, replaced: locus.replaced },
    { at: kind, route, replaced },
    JSON.stringify(marked),
  );
  for (const [name, value] of Object.entries(more)) assert.deepEqual(locus[name as keyof Locus], value, name);
}

describe('locate', () => {
  it('is on a key up to its colon', () => {
    expect('aims: 1\now<|>ner: x\n', 'key', ['owner'], 'owner', { prefix: 'ow' });
    expect('<|>aims: 1\n', 'key', ['aims'], 'aims', { prefix: '' });
    expect('aims<|>: 1\n', 'key', ['aims'], 'aims');
    expect('controls:\n  "A.<|>6.2": {}\n', 'key', ['controls', 'A.6.2'], '"A.6.2"');
    expect('risks:\n  - i<|>d: R1\n', 'key', ['risks', 0, 'id'], 'id');
    expect('risks:\n  - id: R1\n    ow<|>ner: x\n', 'key', ['risks', 0, 'owner'], 'owner', { indent: 4 });
  });

  it('is on a value behind the colon', () => {
    expect('status: dr<|>aft # c\n', 'value', ['status'], 'draft', { prefix: 'dr' });
    expect('status: <|>\nname: x\n', 'value', ['status'], '');
    expect('a:\n  owner:<|>\n', 'value', ['a', 'owner'], '');
    expect('status: "dr<|>aft"\n', 'value', ['status'], 'draft', { prefix: 'dr' });
    expect('status: two words<|>\n', 'value', ['status'], 'two words', { prefix: 'two words' });
    expect('x: [a]\nhref: http://a.b/<|>c\n', 'value', ['href'], 'http://a.b/c');
    expect('status: draft # com<|>ment\n', 'value', ['status'], '');
  });

  it('is on an item behind its dash', () => {
    expect('risks:\n  - <|>\n', 'value', ['risks', 0], '');
    expect('risks:\n  -<|>', 'value', ['risks', 0], '');
    expect('evidence:\n  - a\n  - tests/<|>x.py\n', 'value', ['evidence', 1], 'tests/x.py');
    expect('evidence:\n- a\n- b\n- <|>c\n', 'value', ['evidence', 2], 'c');
    expect(
      'evidence:\n  - a:\n      - x\n      - y\n  # note\n  - b\n\n  - <|>\n',
      'value',
      ['evidence', 2],
      '',
    );
  });

  it('starts a new entry on a blank line, by the column of the cursor', () => {
    const text = 'controls:\n  A.1:\n    status: x\n';
    expect(`${text}<|>`, 'child', [], '', { indent: 0 });
    expect(`${text}  <|>`, 'child', ['controls'], '', { indent: 2 });
    expect(`${text}    <|>`, 'child', ['controls', 'A.1'], '', { indent: 4 });
    expect(`${text}      <|>`, 'child', ['controls', 'A.1'], '', { indent: 4 });
    expect('controls:\n  <|>\n', 'child', ['controls'], '', { indent: 2 });
    expect('controls:\n  <|>\n    A.1: x\n', 'child', ['controls'], '', { indent: 4 });
    expect('controls:\n  <|>\nname: x\n', 'child', ['controls'], '', { indent: 2 });
    expect('<|>', 'child', [], '', { indent: 0 });
    expect('# only a comment\n<|>', 'child', [], '');
  });

  it('starts a new entry of an item below its dash', () => {
    expect('risks:\n  - id: R1\n    <|>\n', 'child', ['risks', 0], '', { indent: 4 });
    expect('risks:\n  - id: R1\n  - id: R2\n    what: x\n    <|>', 'child', ['risks', 1], '', { indent: 4 });
    expect('risks:\n- id: R1\n  <|>', 'child', ['risks', 0], '', { indent: 2 });
    expect('risks:\n  - id: R1\n  <|>', 'child', ['risks'], '', { indent: 2 });
    expect('risks:\n  - id: R1\n    treatment:\n      <|>', 'child', ['risks', 0, 'treatment'], '', {
      indent: 6,
    });
    expect('risks:\n  -\n    <|>', 'child', ['risks', 0], '');
  });

  it('takes a word alone on its line for a key half typed', () => {
    expect('aims: 1\now<|>\nname: x\n', 'child', [], 'ow', { prefix: 'ow', indent: 0 });
    expect('controls:\n  A.6<|>\n  A.7: x\n', 'child', ['controls'], 'A.6', { indent: 2 });
    expect('risks:\n  - id: R1\n    ow<|>\n', 'child', ['risks', 0], 'ow', { indent: 4 });
    expect('a:\n  st<|>\n', 'child', ['a'], 'st');
  });

  it('reads brackets that are not closed yet', () => {
    expect('lifecycle: {sta<|>}\n', 'child', ['lifecycle'], 'sta', { prefix: 'sta', flow: true });
    expect('lifecycle: {sta<|>\n', 'child', ['lifecycle'], 'sta', { flow: true });
    expect('lifecycle: {<|>}\n', 'child', ['lifecycle'], '', { flow: true });
    expect('lifecycle: {stage: <|>}\n', 'value', ['lifecycle', 'stage'], '', { flow: true });
    expect('lifecycle: {stage: de<|>sign, x: y}\n', 'value', ['lifecycle', 'stage'], 'design');
    expect('lifecycle: {st<|>age: design}\n', 'key', ['lifecycle', 'stage'], 'stage');
    expect('lifecycle: {stage: design, <|>}\n', 'child', ['lifecycle'], '');
    expect('role: [a, <|>]\n', 'value', ['role', 1], '', { flow: true });
    expect('role: [a, b<|>c, d]\n', 'value', ['role', 1], 'bc');
    expect('models: [{id: a}, {id: b, ta<|>}]\n', 'child', ['models', 1], 'ta');
    expect('models: [{id: a, uses: [x, "y z<|>"]}]\n', 'value', ['models', 0, 'uses', 1], 'y z');
    expect('models:\n  - {id: a, ta<|>sk: b}\n', 'key', ['models', 0, 'task'], 'task');
    expect('a: {"st<|>x": y}\n', 'key', ['a', 'stx'], 'stx');
    expect('a: {x: y}<|>\n', 'value', ['a'], '{x: y}');
  });

  it('replaces no other line for a quote in brackets that nobody closed', () => {
    expect('suppliers: ["v<|>, x]\nname: x\nid: "y"\n', 'value', ['suppliers', 0], 'v');
    expect("a: { b: 'on<|>e # c\r\nd: 'two'\r\n", 'value', ['a', 'b'], 'one # c');
    expect('a: ["one\n  tw<|>o", x]\n', 'value', ['a', 0], 'two');
  });

  it('reads brackets over several lines', () => {
    expect('models: [\n  {id: a},\n  {id: b,\n    ta<|>},\n]\n', 'child', ['models', 1], 'ta', {
      flow: true,
    });
    expect('models: [\n  a,\n  <|>\n]\n', 'value', ['models', 1], '');
    expect('models:\n  [\n    {id: <|>},\n  ]\n', 'value', ['models', 0, 'id'], '');
    expect('models: [\n  a,\n]\n<|>', 'child', [], '');
    expect('models: [\n  a,\n]\nna<|>me: x\n', 'key', ['name'], 'name');
    expect('{\n  "aims": 1,\n  "ki<|>nd": "system"\n}\n', 'key', ['kind'], 'kind');
  });

  it('is in the value anywhere in a text over several lines', () => {
    expect('what: |\n  one\n  key: not <|>a key\nname: x\n', 'value', ['what'], 'key: not a key');
    expect('what: |\n  one\n  <|>\n  two\n', 'value', ['what'], '');
    expect('what: "one\n  tw<|>o"\n', 'value', ['what'], 'two"');
    expect('what: one\n  tw<|>o\n', 'value', ['what'], 'two');
  });

  it('counts documents and starts each anew', () => {
    const text = 'a:\n  b: 1\n---\n';
    assert.equal(at(`${text}x<|>: 1\n`).document, 1);
    assert.equal(at(`a:\n  <|>b: 1\n---\nx: 1\n`).document, 0);
    expect(`${text}  <|>`, 'child', [], '');
    expect(`${text}x:\n  <|>`, 'child', ['x'], '');
  });

  it('counts a lone carriage return as a line end and skips a byte order mark', () => {
    expect('a: 1\rst<|>\rb: 2', 'child', [], 'st');
    expect('a:\r\n  st<|>\r\n', 'child', ['a'], 'st');
    expect('\ufeffai<|>ms: 1\n', 'key', ['aims'], 'aims');
  });

  it('has an answer for every offset, also outside the text', () => {
    const text = 'a: {b: [\n- "\'\n  c: |\n ]}\n---\n? x\n: - y\n\t- z';
    const parsed = parse(text);
    for (let offset = -1; offset <= text.length + 1; offset++) {
      const { replace } = parsed.locate(offset);
      assert.ok(0 <= replace.start && replace.start <= replace.end && replace.end <= text.length);
    }
  });
});
