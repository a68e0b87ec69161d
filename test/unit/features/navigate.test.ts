/** From a control or an id, wherever it is named, to where it stands, and to everything else that names it. */
import assert from 'node:assert/strict';
import type { CodePlace } from '../../../server/src/code/types';
import { definitionsAt, referencesAt } from '../../../server/src/features/navigate';
import { openAtCursor } from '../../support/cursor';
import { ROOT } from '../../support/workspace';

const FILES = {
  'aims.yaml': `aims: 1
kind: organization
id: o
controls:
  A.6.2.4: {status: implemented, why: Needed, evidence: [plan.md]}
`,
  'plan.md': '# Plan\n',
  's/aims.yaml': `aims: 1
kind: system
id: s
controls:
  A.6.2.4: {status: implemented, why: We test}
  A.5.2: {status: planned, due: 2027-01-01, why: As A.6.2.4 finds out}
risks:
  - {id: R1, what: Bias, treatment: {option: reduce, controls: [A.5.2, A.6.2.4]}}
`,
  's/impact-assessment.yaml': `aims: 1
kind: impact-assessment
id: IA
system: s
impacts:
  - {id: I1, what: Loss, measures: [{what: Gate, control: A.6.2.4}]}
`,
  's/a.py': '# aims: evidence A.6.2.4 parity\ndef test_gap(): ...\n',
  's/b.ts': '/** aims: evidence A.6.2.4 parity */\nexport const f = () => 1;\n',
  'other/aims.yaml': 'aims: 1\nkind: system\nid: other\ncontrols:\n  A.6.2.4: {status: planned}\n',
  'other/c.py': '# aims: evidence A.6.2.4 other\ndef f(): ...\n',
};

const ROWS = ['s/aims.yaml:4:2', 'aims.yaml:4:2'];
const OTHERS = [
  's/a.py:0:0',
  's/b.ts:0:0',
  'plan.md:0:0',
  's/aims.yaml:5:52',
  's/aims.yaml:7:71',
  's/impact-assessment.yaml:5:58',
];

const shown = (places: readonly CodePlace[]): readonly string[] =>
  places.map(({ uri, range: { start } }) => `${uri.slice(ROOT.length + 1)}:${start.line}:${start.character}`);

/** Puts the cursor into the words at a place of a file. */
function at(path: keyof typeof FILES, words: string): ReturnType<typeof openAtCursor> {
  const marked = FILES[path].replace(words, words.replace('6.2', '6.<|>2'));
  return openAtCursor({ ...FILES, [path]: marked });
}

describe('the way from a control', () => {
  for (const [path, words] of [
    ['s/aims.yaml', '  A.6.2.4: {'],
    ['s/aims.yaml', 'As A.6.2.4 finds'],
    ['s/aims.yaml', 'A.5.2, A.6.2.4]'],
    ['s/impact-assessment.yaml', 'control: A.6.2.4'],
    ['s/a.py', 'evidence A.6.2.4'],
    ['s/b.ts', 'evidence A.6.2.4'],
  ] as const)
    it(`in "${words.trim()}" of ${path} leads to the rows, and to every other place of the system`, async () => {
      const { snapshot, ...there } = await at(path, words);
      assert.deepEqual(shown(definitionsAt(snapshot, there)), ROWS);
      assert.deepEqual(shown(referencesAt(snapshot, there, false)), OTHERS);
      assert.deepEqual(shown(referencesAt(snapshot, there, true)), [...ROWS, ...OTHERS]);
    });

  it('in the organization leads to its row, and to every system', async () => {
    const { snapshot, ...there } = await at('aims.yaml', '  A.6.2.4: {');
    assert.deepEqual(shown(definitionsAt(snapshot, there)), ['aims.yaml:4:2']);
    const places = shown(referencesAt(snapshot, there, false));
    for (const place of [...OTHERS, 'other/c.py:0:0']) assert.ok(places.includes(place), places.join('\n'));
  });
});

const NAMED = {
  'aims.yaml': `aims: 1
kind: organization
id: acme
people:
  - {id: bo, name: Bo Lind}
profiles:
  tabular:
    datasets:
      - {id: shared, source: warehouse}
`,
  's/aims.yaml': `aims: 1
kind: system
id: s
profile: tabular
owner: bo
models:
  - {id: m, metrics: [{name: auc, value: 0.9, dataset: shared}]}
datasets:
  - {id: shared, license: ours}
risks:
  - {id: R1, what: Bias, owner: bo, from: [I1]}
`,
  's/impact-assessment.yaml': `aims: 1
kind: impact-assessment
id: IA
system: s
assessor: bo
impacts:
  - {id: I1, what: Loss, measures: [{what: Gate, risk: R1}]}
`,
};

describe('the way from an id', () => {
  const go = async (path: keyof typeof NAMED, marked: string): ReturnType<typeof openAtCursor> =>
    openAtCursor({ ...NAMED, [path]: NAMED[path].replace(marked.replace('<|>', ''), marked) });

  it('leads to the person, and to all they answer for, whichever name one starts from', async () => {
    for (const [path, marked] of [
      ['s/aims.yaml', 'owner: b<|>o'],
      ['s/impact-assessment.yaml', 'assessor: b<|>o'],
      ['aims.yaml', 'id: b<|>o'],
    ] as const) {
      const { snapshot, ...there } = await go(path, marked);
      assert.deepEqual(shown(definitionsAt(snapshot, there)), ['aims.yaml:4:9']);
      assert.deepEqual([...shown(referencesAt(snapshot, there, false))].sort(), [
        's/aims.yaml:10:32',
        's/aims.yaml:4:7',
        's/impact-assessment.yaml:4:10',
      ]);
      assert.equal(referencesAt(snapshot, there, true).length, 4);
    }
  });

  it('crosses files: from a risk to the impact it comes from, from an assessment to its system', async () => {
    const impact = await go('s/aims.yaml', 'from: [I<|>1]');
    assert.deepEqual(shown(definitionsAt(impact.snapshot, impact)), ['s/impact-assessment.yaml:6:9']);
    const system = await go('s/impact-assessment.yaml', 'system: <|>s');
    assert.deepEqual(shown(definitionsAt(system.snapshot, system)), ['s/aims.yaml:2:4']);
  });

  it('leads to both places where a card adds to what its profile says', async () => {
    const { snapshot, ...there } = await go('s/aims.yaml', 'dataset: sha<|>red');
    assert.deepEqual([...shown(definitionsAt(snapshot, there))].sort(), [
      'aims.yaml:8:13',
      's/aims.yaml:8:9',
    ]);
  });

  it('leads nowhere from what names nothing here', async () => {
    for (const marked of ['what: Bi<|>as', 'kind: sys<|>tem', 'lice<|>nse: ours']) {
      const { snapshot, ...there } = await go('s/aims.yaml', marked);
      assert.deepEqual(
        [...definitionsAt(snapshot, there), ...referencesAt(snapshot, there, true)],
        [],
        marked,
      );
    }
  });
});
