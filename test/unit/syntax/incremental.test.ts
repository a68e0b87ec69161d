import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from '../../../server/src/syntax/index';
import type { ParsedDocument } from '../../../server/src/syntax/types';
import { applyTo, assertSound, describeFile, edits, fixture, FIXTURES, yamlish, type Edit } from './support';

/** Applies edits one by one, each to the result of the one before, and compares with a fresh read every time. */
function assertSameAsFresh(start: string, changes: readonly Edit[]): void {
  let file: ParsedDocument = parse(start);
  for (const change of changes) {
    const text = applyTo(file.text, change);
    file = parse(text, file);
    assert.deepEqual(describeFile(file), describeFile(parse(text)));
    assertSound(file);
  }
}

describe('parse after an edit', () => {
  for (const { name, text } of FIXTURES) {
    it(`equals a fresh parse, for any edits of ${name}`, () => {
      fc.assert(
        fc.property(edits, (changes) => assertSameAsFresh(text, changes)),
        { numRuns: 250 },
      );
    }).timeout(60_000);

    it(`equals a fresh parse with ${name} typed from start to end`, () => {
      let file = parse('');
      for (let length = 1; length <= text.length; length++) {
        file = parse(text.slice(0, length), file);
        if (length % 7 === 0) assert.deepEqual(describeFile(file), describeFile(parse(file.text)));
      }
      assert.deepEqual(describeFile(file), describeFile(parse(text)));
    }).timeout(60_000);
  }

  it('equals a fresh parse, for any edits of any text', () => {
    fc.assert(fc.property(yamlish, edits, assertSameAsFresh), { numRuns: 3000 });
  }).timeout(60_000);

  it('equals a fresh parse when one text replaces another', () => {
    fc.assert(
      fc.property(yamlish, yamlish, (before, after) => {
        assert.deepEqual(describeFile(parse(after, parse(before))), describeFile(parse(after)));
      }),
      { numRuns: 1000 },
    );
  }).timeout(60_000);

  it('gives the very same result for the same text', () => {
    const file = parse(fixture('system.yaml'));
    assert.equal(parse(fixture('system.yaml'), file), file);
  });

  it('keeps the nodes of entries the edit did not touch', () => {
    const text = fixture('system.yaml');
    const before = parse(text);
    const after = parse(text.replace('status: planned', 'status: partial'), before);
    const [old, now] = [before.documents[0]!, after.documents[0]!];
    for (const { key } of old.blocks) {
      const same = old.node([key.text]) === now.node([key.text]);
      assert.equal(same, key.text !== 'controls' || old.node([key.text]) === undefined, key.text);
    }
    for (const id of ['A.6.2.4', 'A.7.5'])
      assert.equal(old.node(['controls', id]), now.node(['controls', id]), id);
    assert.notEqual(old.node(['controls', 'A.6.2.6']), now.node(['controls', 'A.6.2.6']));
    assert.equal(
      old.blocks.find((b) => b.key.text === 'risks'),
      now.blocks.find((b) => b.key.text === 'risks'),
    );
  });

  it('keeps them when entries above come and go, and while a line is half typed', () => {
    const text = fixture('system.yaml');
    let file = parse(text);
    const id = (): unknown => file.documents[0]!.node(['controls', 'A.7.5']);
    const risk = (): unknown => file.documents[0]!.node(['risks', 0]);
    const before = [id(), risk()];
    for (const insert of [
      '  ',
      '  A',
      '  A.5',
      '  A.5.2:',
      '  A.5.2: {',
      '  A.5.2: {status',
      '  A.5.2: {status: x}',
      '  A.5.2: "',
    ]) {
      file = parse(text.replace('controls:\n', `controls:\n${insert}\n`), file);
      assert.deepEqual([id() === before[0], risk() === before[1]], [true, true], insert);
    }
    file = parse(text.replace('kind: system\n', 'kind: system\now\n'), file);
    assert.deepEqual([id() === before[0], risk() === before[1]], [true, true]);
  });

  it('keeps equal nodes of a document that is always read whole', () => {
    const text = fixture('shared-values.yaml');
    const before = parse(text).documents[0]!;
    const after = parse(text.replace('status: planned', 'status: partial'), parse(text, undefined));
    const kept = parse(text.replace('status: planned', 'status: partial'), parse(text)).documents[0]!;
    assert.deepEqual(kept.blocks, after.documents[0]!.blocks);
    const first = parse(text);
    const second = parse(text.replace('status: planned', 'status: partial'), first).documents[0]!;
    assert.equal(second.node(['controls', 'A.6.2.4']), first.documents[0]!.node(['controls', 'A.6.2.4']));
    assert.equal(second.node(['people']), first.documents[0]!.node(['people']));
    assert.notEqual(second.node(['controls']), before.node(['controls']));
  });

  it('counts lines and columns as LSP does, before and after edits', () => {
    const texts = fc.array(fc.constantFrom('a', '\n', '\r', '\r\n', '\u2028', '🙂', ' '), { maxLength: 30 });
    fc.assert(
      fc.property(
        texts.map((t) => t.join('')),
        edits,
        (start, changes) => {
          let file = parse(start);
          for (const change of changes) {
            file = parse(applyTo(file.text, change), file);
            const model = TextDocument.create('file:///a', 'yaml', 0, file.text);
            for (let offset = -1; offset <= file.text.length + 1; offset++) {
              const position = file.positionAt(offset);
              assert.deepEqual(position, model.positionAt(offset));
              assert.equal(file.offsetAt(position), model.offsetAt(position));
            }
            for (const position of [
              { line: 0, character: 99 },
              { line: 99, character: 0 },
              { line: 1, character: 2 },
            ]) {
              assert.equal(file.offsetAt(position), model.offsetAt(position));
            }
          }
        },
      ),
    );
  });
});
