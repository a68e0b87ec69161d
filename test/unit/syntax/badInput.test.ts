import assert from 'node:assert/strict';
import { parse } from '../../../server/src/syntax/index';
import type { ParsedDocument } from '../../../server/src/syntax/types';
import { assertSound, describeFile } from './support';

function codes(file: ParsedDocument): string[] {
  return [...new Set(file.problems.map((p) => p.code))];
}

/** Reads a text three ways; each must come to an end and agree. */
function survive(text: string): ParsedDocument {
  const file = parse(text);
  assertSound(file);
  file.locate(Math.floor(text.length / 2));
  file.locate(text.length);
  const typed = parse(text, parse(`x${text}`));
  assert.deepEqual(codes(typed), codes(file));
  return file;
}

describe('bad input', () => {
  it('billion laughs', () => {
    const lines = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 10; i++) {
      const previous = String.fromCharCode(96 + i);
      const name = String.fromCharCode(97 + i);
      lines.push(`${name}: &${name} [${Array(10).fill(`*${previous}`).join(', ')}]`);
    }
    const file = survive(`${lines.join('\n')}\n`);
    assert.deepEqual(codes(file), ['too-large']);
    assert.equal(file.problems.length, 1);
    assert.ok(JSON.stringify(file.documents[0]!.node([])).length < 3_000_000);
  });

  it('billion laughs by merge keys', () => {
    const lines = ['a: &a {k: 1}'];
    for (let i = 1; i < 60; i++)
      lines.push(`a${i}: &a${i} {x: {<<: *a${i === 1 ? '' : i - 1}}, y: {<<: *a${i === 1 ? '' : i - 1}}}`);
    assert.deepEqual(codes(survive(`${lines.join('\n')}\n`)), ['too-large']);
  });

  it('aliases of aliases, a thousand deep', () => {
    const lines = ['a0: &a0 [x]'];
    for (let i = 1; i < 1000; i++) lines.push(`a${i}: &a${i} [*a${i - 1}]`);
    assert.deepEqual(codes(survive(`${lines.join('\n')}\n`)), ['too-large']);
  });

  it('an alias to itself', () => {
    for (const text of [
      'a: &a [*a]\n',
      'a: &a {b: *a}\n',
      'a: &a {<<: *a}\n',
      '&a [*a]\n',
      'a: &a\n  b: {c: *a}\n',
    ]) {
      const file = survive(text);
      assert.deepEqual(codes(file), ['syntax'], text);
      JSON.stringify(file.documents[0]!.node([]));
    }
  });

  it('a thousand open brackets, a hundred times', () => {
    for (const bracket of ['[', '{', '[{']) {
      const line = bracket.repeat(1000);
      assert.deepEqual(codes(survive(line)), ['too-deep']);
      const file = survive(Array(100).fill(`k: ${line}`).join('\n'));
      assert.ok(codes(file).includes('too-deep'));
      assert.equal(file.documents[0]!.complete, false);
    }
  }).timeout(60_000);

  it('nesting at the bound, in pieces and in one go', () => {
    const deep = (n: number): string => '['.repeat(n) + ']'.repeat(n);
    for (const lead of ['', 'x: &a 1\n']) {
      assert.deepEqual(survive(`${lead}a: ${deep(99)}\n`).problems, []);
      assert.deepEqual(codes(survive(`${lead}a: ${deep(100)}\n`)), ['too-deep']);
      assert.deepEqual(survive(`${lead}a:\n  b: ${deep(98)}\n`).problems, []);
      assert.deepEqual(codes(survive(`${lead}a:\n  b: ${deep(99)}\n`)), ['too-deep']);
    }
  });

  it('twenty thousand nested dashes', () => {
    const file = survive(`a: 1\nb:\n  ${'- '.repeat(20_000)}x\nc: 2\n`);
    assert.deepEqual(codes(file), ['too-deep']);
    assert.equal(file.documents[0]!.has(['c']), true);
    assert.equal(file.documents[0]!.blocks.find((b) => b.key.text === 'c')?.complete, true);
  }).timeout(60_000);

  it('a map of forty thousand keys', () => {
    const keys = Array.from({ length: 40_000 }, (_, i) => i);
    const file = survive(`m:\n${keys.map((i) => `  k${i}: ${i}`).join('\n')}\n`);
    assert.deepEqual(file.problems, []);
    assert.equal((file.documents[0]!.node(['m', 'k39999']) as { text: string }).text, '39999');
    const top = survive(keys.map((i) => `k${i}: ${i}`).join('\n'));
    assert.equal(top.documents[0]!.blocks.length, 40_000);
    const flow = survive(`m: {${keys.map((i) => `k${i}: ${i}`).join(', ')}}`);
    assert.equal((flow.documents[0]!.node(['m', 'k1']) as { text: string }).text, '1');
    const same = survive(`m:\n${keys.map(() => '  k: 1').join('\n')}\n`);
    assert.deepEqual(codes(same), ['duplicate-key']);
  }).timeout(60_000);

  it('a file beyond the bound, whatever is in it', () => {
    for (const unit of ['a: 1\n', '[', '"', '- ', '<<<<<<< x\n', '\0']) {
      const file = survive(unit.repeat(Math.ceil(10_000_000 / unit.length)));
      assert.deepEqual(codes(file), ['too-large']);
      assert.equal(file.problems.length, 1);
      assert.equal(file.documents[0]!.blocks.length, 0);
      assert.equal(file.documents[0]!.complete, false);
    }
  }).timeout(60_000);

  it('one line of nearly five megabytes', () => {
    for (const unit of [
      'x',
      'x ',
      ' ',
      '"',
      "'",
      '#',
      'a: ',
      '\t',
      ':',
      '\\',
      '[],',
      '{a: b},',
      '&a ',
      '!t ',
      '\u202e',
      '🙂',
    ]) {
      survive(`a: ${unit.repeat(Math.floor(4_900_000 / unit.length / (unit === 'x' ? 1 : 30)))}\nb: 1\n`);
    }
  }).timeout(300_000);

  it('line ends of every kind', () => {
    const text = 'aims: 1\nid: "x"\nrisks:\n  - id: R1\n    what: |\n      one\n      two\n';
    for (const end of ['\r\n', '\r']) {
      const file = survive(text.replaceAll('\n', end));
      assert.deepEqual(file.problems, []);
      assert.deepEqual(file.documents[0]!.node([]), parse(text).documents[0]!.node([]));
      const span = file.documents[0]!.span(['risks', 0, 'what'], 'key')!;
      assert.deepEqual(file.rangeOf(span), {
        start: { line: 4, character: 4 },
        end: { line: 4, character: 8 },
      });
    }
    const separators = survive('a: x\u2028y\u2029z\nb: 1\n');
    assert.equal((separators.documents[0]!.node(['a']) as { text: string }).text, 'x\u2028y\u2029z');
    assert.equal(separators.rangeOf(separators.documents[0]!.span(['b'], 'key')!).start.line, 1);
  });

  it('a byte order mark', () => {
    const file = survive('\ufeffaims: 1\nid: x\n');
    assert.deepEqual(file.problems, []);
    assert.deepEqual(file.documents[0]!.span(['aims'], 'key'), { start: 1, end: 5 });
    const after = parse('\ufeffaims: 1\nid: xy\n', file);
    assert.deepEqual(describeFile(after), describeFile(parse('\ufeffaims: 1\nid: xy\n')));
    assert.deepEqual(survive('\ufeff').problems, []);
    assert.deepEqual(survive('\ufeff{"a": 1}').documents[0]!.span(['a'], 'key'), { start: 2, end: 5 });
  });

  it('emoji and combining characters count as UTF-16', () => {
    const file = survive('a: {🙂: e\u0301, b: 1}\n');
    const span = file.documents[0]!.span(['a', 'b'], 'key')!;
    assert.deepEqual(file.positionAt(span.start), { line: 0, character: 12 });
  });

  it('keys that objects are born with', () => {
    const keys = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'prototype'];
    const text = `${keys.map((k) => `${k}: {${k}: x}`).join('\n')}\nids: [${keys.join(', ')}]\n`;
    const file = survive(text);
    assert.deepEqual(file.problems, []);
    for (const key of keys) assert.equal((file.documents[0]!.node([key, key]) as { text: string }).text, 'x');
    const empty = parse('a: {}\n').documents[0]!;
    for (const key of keys) assert.equal(empty.has([key]) || empty.has(['a', key]), false, key);
  });

  it('odds and ends', () => {
    const texts = [
      '---\n'.repeat(3000),
      '...\n'.repeat(3000),
      '? '.repeat(3000),
      '? a\n'.repeat(3000),
      ': '.repeat(3000),
      '%YAML 1.1\n'.repeat(3000),
      `${'#'.repeat(100_000)}\n`,
      ' '.repeat(100_000),
      '\n'.repeat(100_000),
      '\t\n'.repeat(30_000),
      'a: *b\n'.repeat(3000),
      '<<: *a\n'.repeat(3000),
      '&a '.repeat(3000),
      '"\n'.repeat(10_000),
      'a: "\n'.repeat(3000),
      '- [\n'.repeat(3000),
      'a: |\n'.repeat(3000),
      '<script>alert(1)</script>: ](command:x)\n',
      'a: \u001b[31mred\u001b[0m =cmd()\n',
    ];
    for (const text of texts) survive(text);
  }).timeout(120_000);
});
