import assert from 'node:assert/strict';
import fc from 'fast-check';
import { check, said } from './support/find';

describe('lines', () => {
  it('are counted from 1, to the last that has text', () => {
    check('one\ntwo\nthree\n', {
      'x.txt#L1': 'found one',
      'x.txt#L2-L3': 'found two\nthree',
      'x.txt#L3-L2': 'found two\nthree',
      'x.txt#L3-L4': 'found three\n',
      'x.txt#L5': 'missing line 5 (the file has 3 lines)',
      'x.txt#L2-L9': 'missing line 9 (the file has 3 lines) -> L2-L3',
      'x.txt#L3-L9': 'missing line 9 (the file has 3 lines) -> L3',
      'x.txt#L0': 'missing line 0 (lines are counted from 1)',
      'x.txt#L999999999': 'missing line 999999999 (the file has 3 lines)',
    });
    check('one', { 'x.py#L1': 'found one', 'x.py#L2': 'missing line 2 (the file has 1 line)' });
    check('', { 'x.py#L1': 'missing line 1 (the file is empty)' });
  });

  it('end as editors end them', () => {
    check('a\r\nb\rc\nd\u2028e', {
      'x#L2-L4': 'found b\rc\nd\u2028e',
      'x#L5': 'missing line 5 (the file has 4 lines)',
    });
  });

  it('are found exactly where they are', () => {
    const line = fc.string({ unit: fc.constantFrom('a', 'b', '\u{1F389}') });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), fc.nat(12), fc.nat(12), (lines, a, b) => {
        const [first, last] = [Math.min(a, b), Math.max(a, b)];
        const text = lines.join('\n');
        const expected = lines.slice(first, last + 1).join('\n');
        const found = said(`x#L${first + 1}-L${last + 1}`, text);
        if (text !== '' && last < lines.length) assert.equal(found, `found ${expected}`);
        else assert.match(found, /^missing /);
      }),
    );
  });
});

describe('ids in HTML', () => {
  it('are found', () => {
    check(
      '<!-- <p id="no"> --><h1 ID="Top">x</h1>\n<a name=old href="y"></a><p title="a > b" id=\'results\'>',
      {
        'r.html#Top': 'found <h1 ID="Top">',
        'r.htm#old': 'found <a name=old href="y">',
        'r.html#results': 'found <p title="a > b" id=\'results\'>',
        'r.html#result': 'missing the id "result" -> results',
        'r.html#no': 'missing the id "no"',
      },
    );
  });

  it('may be made by a script', () =>
    check('<p id="a"><script src="x.js"></script>', { 'r.html#chart': 'unknown' }));

  it('may stand in a form that is not read', () =>
    check('<p title="a < b" id="chart">', { 'r.html#chart': 'unknown' }));
});

describe('places in a notebook', () => {
  const text = JSON.stringify({
    cells: [
      { cell_type: 'markdown', id: 'intro', source: ['# Results of 2026\n', 'text'] },
      { cell_type: 'code', id: 'ab12cd34', source: 'def parity():\n  return LIMIT', outputs: [] },
      { cell_type: 'code', source: ['%matplotlib inline\n', 'x = 1'] },
    ],
    metadata: { kernelspec: { language: 'python' } },
    nbformat: 4,
  });
  it('are cells by id and by number, headings and functions', () => {
    const first = `found ${JSON.stringify({ cell_type: 'markdown', id: 'intro', source: ['# Results of 2026\n', 'text'] })}`;
    const second =
      'found {"cell_type":"code","id":"ab12cd34","source":"def parity():\\n  return LIMIT","outputs":[]}';
    check(text, {
      'n.ipynb#intro': first,
      'n.ipynb#cell-1': first,
      'n.ipynb#results-of-2026': first,
      'n.ipynb#Results-of-2026': first,
      'n.ipynb#cell-2': second,
      'n.ipynb#ab12cd34': second,
      'n.ipynb#parity': second,
      'n.ipynb#cell-4': 'missing "cell-4" (there are 3 cells, counted from 1)',
      'n.ipynb#cell-0': 'missing "cell-0" (there are 3 cells, counted from 1)',
      'n.ipynb#ab12cd35': 'missing the cell "ab12cd35" -> ab12cd34',
      'n.ipynb#LIMIT': 'unknown',
      'n.ipynb#/cells/0/id': 'found "intro"',
    });
  });

  it('cannot be known in a broken one', () => {
    for (const broken of ['', '{', '[]', '{"cells": 1}', 'null', text.slice(0, -2)]) {
      check(broken, { 'n.ipynb#cell-1': 'unknown' });
    }
    check('{"worksheets":[{"cells":[{"cell_type":"code","input":["x=1"],"language":"python"}]}]}', {
      'n.ipynb#cell-1': 'found {"cell_type":"code","input":["x=1"],"language":"python"}',
    });
  });
});
