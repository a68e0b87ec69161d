/** What the editor offers in a comment for AIMS: completion, hover, and the way to the row and back. */
import assert from 'node:assert/strict';
import { completeAnnotation } from '../../../server/src/features/completion/annotation';
import { hover } from '../../../server/src/features/hover';
import { requirementHover } from '../../../server/src/features/hover/standalone';
import { MARKDOWN } from '../../../server/src/features/markup';
import { definitionsAt, referencesAt } from '../../../server/src/features/navigate';
import { treeChildren } from '../../../server/src/features/tree';
import type { CodePlace } from '../../../server/src/code/types';
import { DAY, ROOT, openWorkspace } from '../../support/workspace';
import { completeIn, hoverIn, openAtCursor } from '../../support/cursor';

const card = (rest = '', id = 's', name = 'Scorer'): string =>
  `aims: 1\nkind: system\nid: ${id}\nname: ${name}\nlifecycle: {stage: verification-validation}\n${rest}`;
const ROW =
  'controls:\n  A.6.2.4: {status: implemented, why: Needed, evidence: [docs/v.md#results, https://x.example/1]}\n';
const TEST = 'def test_gap(): ...\n';

describe('completion in a comment for AIMS', () => {
  it('offers the word, then the controls', async () => {
    for (const comment of ['# aims:<|>', '# aims: <|>', '# aims: ev<|>']) {
      const completed = await completeIn({ 'aims.yaml': card(), 'a.py': `${comment}\n${TEST}` });
      assert.deepEqual(completed.labels, ['evidence'], comment);
      assert.equal(completed.take('evidence'), `# aims: evidence \n${TEST}`, comment);
    }
    for (const comment of ['<|>', 'A<|>', 'A.6.<|>', 'A.6.<|>2']) {
      const completed = await completeIn({
        'aims.yaml': card(),
        'a.py': `# aims: evidence ${comment}\n${TEST}`,
      });
      assert.equal(completed.take('A.6.2.4'), `# aims: evidence A.6.2.4\n${TEST}`, comment);
    }
  });

  it('what the system still owes comes first; what is left out, or asked of the organization, is not offered', async () => {
    const { labels, result } = await completeIn({
      'aims.yaml': card(
        'controls:\n  A.6.2.4: {status: not-applicable, why: Bought}\n  A.6.2.2: {status: planned, due: 2027-01-01, why: x}\n',
      ),
      'a.ts': '// aims: evidence <|>\nexport function f() {}\n',
    });
    assert.equal(labels.includes('A.6.2.4'), false);
    assert.equal(labels.includes('A.2.2'), false);
    const notYetDue = labels.indexOf('A.6.2.6');
    assert.ok(labels.indexOf('A.6.2.2') < notYetDue && labels.indexOf('A.7.4') < notYetDue, labels.join());
    const item = result?.items.find(({ label }) => label === 'A.7.4');
    assert.deepEqual([item?.detail, item?.requirement], ['Quality of data for AI systems', 'A.7.4']);
  });

  it('offers nothing in the text, in other comments, and in code', async () => {
    for (const code of [
      '# aims: evidence A.6.2.4 pari<|>ty',
      '# aims: to be fast <|>',
      '# ai<|>ms: x',
      '# see aims: <|>',
      'x = "# aims: <|>"',
      '# aims: evidence\nx<|>',
    ])
      assert.deepEqual(
        (await completeIn({ 'aims.yaml': card(), 'a.py': `${code}\n# aims:\n${TEST}` })).labels,
        [],
        code,
      );
  });

  it('in a notebook looks at the cell it is in', async () => {
    const source = ['# aims: evidence A.6.2.4 one\n', 'def f(): ...'];
    const notebook = JSON.stringify({
      nbformat: 4,
      metadata: {},
      cells: [['# aims: \n', 'def g(): ...'], source].map((lines) => ({ cell_type: 'code', source: lines })),
    });
    const { snapshot } = await openWorkspace({ 'aims.yaml': card(), 'a.ipynb': notebook });
    const options = {
      snapshot,
      date: DAY,
      markup: MARKDOWN,
      snippets: true,
      rules: [],
      found: () => [],
      list: () => Promise.resolve([]),
      read: () => Promise.resolve(undefined),
    };
    const at = (cell: number) =>
      completeAnnotation(options, { uri: `${ROOT}/a.ipynb`, position: { line: 0, character: 8 }, cell });
    assert.deepEqual(
      at(0)?.items.map(({ label }) => label),
      ['evidence'],
    );
    assert.deepEqual(
      at(1)?.items.map(({ label }) => label),
      ['evidence'],
    );
    assert.equal(at(2), undefined);
  });
});

describe('hover in a comment for AIMS', () => {
  it('says of the control what the card’s hover says', async () => {
    const files = { 'aims.yaml': card(ROW), 'a.py': `# aims: evidence A.6.2<|>.4 parity\n${TEST}` };
    const inCode = await hoverIn(files);
    assert.ok(inCode);
    assert.deepEqual(inCode.range, { start: { line: 0, character: 17 }, end: { line: 0, character: 24 } });
    const inCard = await hoverIn({
      'aims.yaml': card(ROW).replace('  A.6.2.4', '  A.6.2<|>.4'),
      'a.py': `# aims: evidence A.6.2.4 parity\n${TEST}`,
    });
    assert.equal(inCode.text, inCard?.text);
    assert.match(inCode.text, /a\.py::test\\_gap, named in the code/);
  });

  it('says how each system stands that covers the file', async () => {
    const found = await hoverIn({
      'a.aims.yaml': card('', 'a', 'First'),
      'b.aims.yaml': card('controls:\n  A.6.2.4: {status: not-applicable, why: Bought}\n', 'b', 'Second'),
      'a.py': `# aims: evidence A.6.2.<|>4 parity\n${TEST}`,
    });
    assert.match(found?.text ?? '', /Here:\*\* partial \(First\)/);
    assert.match(found?.text ?? '', /Here:\*\* not applicable \(Second\)/);
  });

  it('says of the word what the comment is about', async () => {
    for (const [code, said] of [
      [`# aims: evi<|>dence A.6.2.4 x\n${TEST}`, /About `test_gap`\. Covered by the card of Scorer/],
      ['# aims: evi<|>dence A.6.2.4 x\n', /About this file/],
      [`def f():\n    # aims: evi<|>dence A.6.2.4 x\n    pass\n`, /Nothing follows/],
    ] as const)
      assert.match((await hoverIn({ 'aims.yaml': card(), 'a.py': code }))?.text ?? '', said);
    assert.match(
      (await hoverIn({ 'a.py': `# aims: evi<|>dence A.6.2.4 x\n${TEST}` }))?.text ?? '',
      /No card covers/,
    );
  });

  it('is silent elsewhere in it, and in comments that are not ours', async () => {
    for (const comment of [
      '# aims: evidence A.6.2.4 par<|>ity',
      '# aims: to be f<|>ast',
      '# ai<|>ms: evidence A.6.2.4',
    ])
      assert.equal(await hoverIn({ 'aims.yaml': card(), 'a.py': `${comment}\n${TEST}` }), undefined, comment);
  });

  it('documents a control that is offered, with the standing of the card that covers the code', async () => {
    const { snapshot } = await openWorkspace({ 'aims.yaml': card(), 'a.py': `# aims: evidence \n${TEST}` });
    assert.match(
      requirementHover(snapshot, DAY, `${ROOT}/a.py`, 'A.6.2.4', true) ?? '',
      /missing \(Scorer\)/,
    );
  });
});

describe('the way from a comment to the row and back', () => {
  const FILES = {
    'aims.yaml': card(ROW),
    'docs/v.md': '# Plan\n\n# Results\n',
    'a.py': `# aims: evidence A.6.2.4 parity\n${TEST}`,
    'b.ts':
      '// aims: evidence A.6.2.4 parity\nexport const f = () => 1;\n// aims: evidence A.7.4 other\nexport const g = 1;\n',
  };
  const atCursor = (path: keyof typeof FILES, text: string) => openAtCursor({ ...FILES, [path]: text });
  const shown = (places: readonly CodePlace[]): readonly string[] =>
    places.map(
      ({ uri, range: { start } }) => `${uri.slice(ROOT.length + 1)}:${start.line}:${start.character}`,
    );

  it('leads from the control to its row', async () => {
    const { snapshot, ...at } = await atCursor('a.py', FILES['a.py'].replace('A.6', 'A<|>.6'));
    assert.deepEqual(shown(definitionsAt(snapshot, at)), ['aims.yaml:6:2']);
  });

  it('leads to the organization’s row where the card has none, and nowhere where nobody has', async () => {
    const files = {
      'aims.yaml': `aims: 1\nkind: organization\nid: o\n${ROW}`,
      's/aims.yaml': card(),
      's/a.py': FILES['a.py'].replace('A.6', 'A<|>.6'),
    };
    const { snapshot, ...at } = await openAtCursor(files);
    assert.deepEqual(shown(definitionsAt(snapshot, at)), ['aims.yaml:4:2']);
    const { snapshot: bare, ...there } = await openAtCursor({
      ...files,
      'aims.yaml': 'aims: 1\nkind: organization\n',
    });
    assert.deepEqual(definitionsAt(bare, there), []);
  });

  it('leads from the row, and from the comment, to everything that shows it', async () => {
    const evidence = ['a.py:0:0', 'b.ts:0:0', 'docs/v.md:2:0', 'aims.yaml:6:76'];
    for (const [path, marked] of [
      ['aims.yaml', card(ROW).replace('  A.6.2.4', '  A.6<|>.2.4')],
      ['a.py', FILES['a.py'].replace('A.6', 'A<|>.6')],
    ] as const) {
      const { snapshot, ...at } = await atCursor(path, marked);
      assert.deepEqual(shown(referencesAt(snapshot, at, false)), evidence);
      assert.deepEqual(shown(referencesAt(snapshot, at, true)), ['aims.yaml:6:2', ...evidence]);
      assert.deepEqual(shown(definitionsAt(snapshot, at)), ['aims.yaml:6:2']);
    }
  });

  it('leads nowhere from anything else', async () => {
    for (const [path, marked] of [
      ['a.py', FILES['a.py'].replace('parity', 'par<|>ity')],
      ['a.py', FILES['a.py'].replace('test_gap', 'test<|>_gap')],
      ['aims.yaml', card(ROW).replace('status', 'sta<|>tus')],
      ['aims.yaml', `${card(ROW)}  A.99.1<|>: {}\n`],
    ] as const) {
      const { snapshot, ...at } = await atCursor(path, marked);
      assert.deepEqual([...definitionsAt(snapshot, at), ...referencesAt(snapshot, at, true)], [], marked);
    }
  });

  it('is a click in the tree', async () => {
    const { snapshot } = await openWorkspace(FILES);
    const walk = (node?: string): readonly string[] =>
      treeChildren(snapshot, () => DAY, node === undefined ? {} : { node }).flatMap(
        ({ id, kind, location }) =>
          kind === 'item' ? (location ? [`${location.uri}:${location.range.start.line}`] : []) : walk(id),
      );
    const clicks = walk();
    assert.ok(clicks.includes(`${ROOT}/a.py:0`) && clicks.includes(`${ROOT}/b.ts:0`), clicks.join('\n'));
  });

  it('does not take code for a card', async () => {
    const { snapshot } = await openWorkspace(FILES);
    assert.equal(hover(snapshot, DAY, `${ROOT}/a.py`, { line: 1, character: 5 }, true), undefined);
  });
});
