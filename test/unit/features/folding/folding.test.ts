import assert from 'node:assert/strict';
import { foldsIn } from '../../../../server/src/features/folding';

/** Folds as "first-last", 0-based. */
const folds = (text: string): readonly string[] =>
  foldsIn(text).map(({ startLine, endLine, kind }) => `${startLine}-${endLine}${kind ? ` ${kind}` : ''}`);

describe('folding', () => {
  it('folds sections, entries and what is in them, up to their last line with content', () =>
    assert.deepEqual(
      folds('controls:\n  A.2.2:\n    status: planned\n\n  A.2.3:\n    status: planned\n\nowner: bo\n'),
      ['0-5', '1-2', '4-5'],
    ));

  it('folds a list in the column of its key', () =>
    assert.deepEqual(folds('risks:\n- id: R1\n  what: x\n- id: R2\n  what: y\nowner: bo\n'), [
      '0-4',
      '1-2',
      '3-4',
    ]));

  it('folds comments of several lines, not one', () =>
    assert.deepEqual(folds('# one\nid: x\n# two\n# three\nname: y\n'), ['2-3 comment']));

  it('takes a # in a block scalar for text', () =>
    assert.deepEqual(folds('purpose: |\n  # heading\n  # heading\n  text\nname: y\n'), ['0-3']));

  it('takes the text of a block scalar for text, however it looks', () =>
    assert.deepEqual(
      folds('limitations:\n  - |\n    a:\n      b\n  - >- # why\n    c:\n      d\nname: y\n'),
      ['0-6', '1-3', '4-6'],
    ));

  it('leaves the closing bracket of a flow collection to be seen', () =>
    assert.deepEqual(folds('code: [\n  a,\n  b\n]\nname: y\n'), ['0-2']));

  it('folds documents of a file, and never across them', () =>
    assert.deepEqual(folds('---\nuse:\n  a: b\n---\nuse:\n  a: b\n'), ['0-2', '1-2', '3-5', '4-5']));

  it('folds regions, but none that crosses an entry', () => {
    assert.deepEqual(folds('# region People\nid: x\nname: y\n# endregion\n'), ['0-3 region']);
    assert.deepEqual(folds('# region\nuse:\n  a: b\n  # endregion\n  c: d\n'), ['0-3 region']);
  });

  it('keeps what is folded while a line above does not parse', () => {
    const below = 'controls:\n  A.2.2:\n    status: planned\n';
    assert.deepEqual(folds(`name: "unclosed\n${below}`).slice(-2), ['1-3', '2-3']);
  });

  it('counts lines that end with CR and LF as one', () =>
    assert.deepEqual(folds('use:\r\n  intended: [a]\r\n  users: [b]\r\nid: x\r\n'), ['0-2']));

  it('keeps the outermost where a client shows no more', () =>
    assert.deepEqual(
      foldsIn('a:\n  b:\n    c: d\ne:\n  f:\n    g: h\n', 2).map(({ startLine }) => startLine),
      [0, 3],
    ));
});
