import assert from 'node:assert/strict';
import { placeInNotebook } from '../../../server/src/evidence';

const lineOf = (text: string, cell: number, line: number): string | undefined => {
  const range = placeInNotebook(text, cell, line);
  return range && text.split('\n')[range.start.line]?.trim();
};

describe('the place of a line of a cell in the text of its notebook', () => {
  const cell = { cell_type: 'code', source: ['x = 1\n', 'y = 2\n', 'z'] };
  const pretty = (content: object): string => JSON.stringify(content, null, 1);

  it('is the line of the file that holds it', () => {
    const text = pretty({ nbformat: 4, cells: [{ cell_type: 'markdown', source: ['# A'] }, cell] });
    assert.equal(lineOf(text, 1, 1), '"y = 2\\n",');
  });

  it('is the source, or the cell, where lines have no place of their own', () => {
    const whole = pretty({ nbformat: 4, cells: [{ ...cell, source: 'x = 1\ny = 2\n' }] });
    assert.match(lineOf(whole, 0, 1) ?? '', /^"source": "x = 1/);
    const old = pretty({ nbformat: 3, worksheets: [{ cells: [{ cell_type: 'code', input: ['x'] }] }] });
    assert.equal(lineOf(old, 0, 0), '{');
    assert.equal(placeInNotebook(old, 0, 0)?.start.line, 5);
  });

  it('is none where there is no such cell, or no notebook', () => {
    assert.equal(placeInNotebook(pretty({ cells: [cell] }), 1, 0), undefined);
    assert.equal(placeInNotebook('{', 0, 0), undefined);
  });
});
