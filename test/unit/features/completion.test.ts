import assert from 'node:assert/strict';
import { completeIn, type CompletedAt } from '../../support/cursor';

const ORGANIZATION = `aims: 1
kind: organization
id: nw
people:
  - {id: dana, name: Dana Reyes}
  - {id: bo, name: Bo Lind}
risk: {likelihood: [rare, likely], severity: [minor, major], levels: [low, high]}
suppliers: [{id: bureau, provides: Scores}]
profiles: {tabular: {role: [developer]}}
`;
const HEAD = 'aims: 1\nkind: system\nid: s\n';

const at = (card: string, snippets = true): Promise<CompletedAt> =>
  completeIn({ 'aims.yaml': ORGANIZATION, 's/docs/guide.md': '', 's/aims.yaml': HEAD + card }, snippets);

const taken = async (card: string, label: string, snippets = true): Promise<string> =>
  (await at(card, snippets)).take(label).slice(HEAD.length);

describe('completion', () => {
  describe('of keys', () => {
    it('offers those of the block, without what is there, and first what is missing', async () => {
      const { labels } = await at('lifecycle: {stage: design-development}\n<|>');
      for (const there of ['aims', 'kind', 'id', 'lifecycle']) assert.ok(!labels.includes(there));
      assert.ok(labels.indexOf('impactAssessment') < labels.indexOf('version'));
      assert.ok(labels.indexOf('version') < labels.indexOf('contributors'));
    });

    it('works on a word half typed, in a block and in braces', async () => {
      assert.equal(await taken('ow<|>', 'owner'), 'owner: ');
      assert.equal(await taken('use: {int<|>}', 'intended'), 'use: {intended: [<|>]}');
      assert.equal(await taken('use:\n  int<|>', 'intended'), 'use:\n  intended: [<|>]');
      assert.equal(
        await taken('risks:\n  - id: R1\n    tre<|>\n', 'treatment'),
        'risks:\n  - id: R1\n    treatment:\n      <|>\n',
      );
      assert.equal(await taken('risks:\n  - <|>', 'id'), 'risks:\n  - id: ');
      assert.equal(await taken('risks:\n  <|>', 'id'), 'risks:\n  - id: ');
      assert.equal(await taken('<|>', 'risks'), 'risks:\n  - <|>');
    });

    it('changes a key and leaves its value', async () => {
      assert.equal(await taken('nam<|>es: Scoring', 'name'), 'name: Scoring');
    });

    it('gives plain text to clients without snippets', async () => {
      assert.equal(await taken('use: {int<|>}', 'intended', false), 'use: {intended: []}');
    });

    it('has the documentation of the key', async () => {
      const { result } = await at('<|>');
      const datasets = result?.items.find(({ label }) => label === 'datasets');
      assert.match(datasets?.documentation ?? '', /Evidence for A\.4\.3/);
    });
  });

  describe('of values', () => {
    it('offers the words of a choice', async () => {
      assert.equal(await taken('lifecycle: {stage: dep<|>}', 'deployment'), 'lifecycle: {stage: deployment}');
      assert.equal(await taken('role: [developer, <|>]', 'provider'), 'role: [developer, provider]');
      assert.equal(await taken('role: <|>', 'provider'), 'role: [provider]');
      assert.equal(await taken('role:<|>', 'provider'), 'role: [provider]');
      assert.equal(await taken('role:\n  <|>', 'provider'), 'role:\n  - provider');
      assert.equal(await taken('role:\n  - <|>', 'provider'), 'role:\n  - provider');
    });

    it('offers people, risks, suppliers, profiles by id', async () => {
      const people = await at('owner: <|>');
      assert.deepEqual(people.labels, ['dana', 'bo']);
      assert.equal(people.result?.items[0]?.detail, 'Dana Reyes');
      assert.deepEqual((await at('risks: [{id: R1}]\ncontrols:\n  A.7.5: {why: {risks: [<|>]}}')).labels, [
        'R1',
      ]);
      assert.ok((await at('suppliers: [<|>]')).labels.includes('bureau'));
      assert.deepEqual((await at('profile: <|>')).labels, ['tabular']);
    });

    it('offers the names in use where no list of people is reachable, those of the file first', async () => {
      const files = {
        'a/aims.yaml':
          'aims: 1\nkind: system\nid: a\nowner: Bo Lind\nrisks: [{id: R1, owner: nobody-known}]\n',
        's/aims.yaml': `${HEAD}owner: Dana Reyes\nrisks:\n  - {id: R1, owner: TODO who}\n  - {id: R2, owner: <|>}\n`,
      };
      const { result, labels } = await completeIn(files, true);
      assert.deepEqual(labels, ['Dana Reyes', 'Bo Lind']);
      assert.equal(result?.items.length, 2);
      assert.deepEqual((await at('owner: Amara Okafor\nrisks: [{id: R1, owner: <|>}]')).labels, [
        'dana',
        'bo',
      ]);
    });

    it('offers the words of the organization’s own scale', async () => {
      assert.deepEqual((await at('risks:\n  - {id: R1, severity: <|>}')).labels, ['minor', 'major']);
    });

    it('offers a common scale where the organization has set none', async () => {
      const risk = (key: string): string => `${HEAD}risks:\n  - {id: R1, ${key}: <|>}`;
      const alone = await completeIn({ 'aims.yaml': risk('severity') });
      assert.deepEqual(alone.labels, ['negligible', 'minor', 'moderate', 'major', 'critical']);
      assert.match(alone.result?.items[0]?.detail ?? '', /^common scale; .* under `risk`$/);
      const bare = await completeIn({
        'aims.yaml': 'aims: 1\nkind: organization\nid: nw\n',
        's/aims.yaml': risk('likelihood'),
      });
      assert.deepEqual(bare.labels, ['rare', 'unlikely', 'possible', 'likely', 'almost-certain']);
    });

    it('offers no common scale beside the organization’s own, nor where that cannot be read', async () => {
      const card = 'risks:\n  - {id: R1, severity: <|>}';
      const partly = await completeIn({
        'aims.yaml': 'aims: 1\nkind: organization\nid: nw\nrisk: {likelihood: [rare, likely]}\n',
        's/aims.yaml': HEAD + card,
      });
      assert.deepEqual(partly.labels, []);
      assert.deepEqual((await at(`organization: https://example.org/aims.yaml\n${card}`)).labels, []);
    });

    it('offers today, durations, true and false', async () => {
      assert.deepEqual((await at('lifecycle: {history: [{stage: inception, date: <|>}]}')).labels, [
        '2026-11-01',
      ]);
      assert.ok((await at('reviewEvery: <|>')).labels.includes('6 months'));
      assert.deepEqual((await at('datasets: [{id: d, personalData: <|>}]')).labels, ['true', 'false']);
    });

    it('offers files one step at a time', async () => {
      assert.equal(await taken('userInformation: do<|>', 'docs/'), 'userInformation: docs/');
      assert.equal(await taken('userInformation: docs/g<|>', 'guide.md'), 'userInformation: docs/guide.md');
      assert.equal(
        await taken('userInformation: ../s/docs/<|>', 'guide.md'),
        'userInformation: ../s/docs/guide.md',
      );
      assert.equal(
        await taken('userInformation: /s/docs/<|>', 'guide.md'),
        'userInformation: /s/docs/guide.md',
      );
      for (const nowhere of [
        '../../../etc/<|>',
        'https://<|>',
        'https://example.org/a#<|>',
        'docs/guide.md#<|>',
        'C:/<|>',
      ])
        assert.deepEqual((await at(`userInformation: ${nowhere}`)).labels, [], nowhere);
    });

    describe('of parts of files', () => {
      const files = {
        'docs/a.md': '# One\n\n## Results of 2026\n',
        'docs/p.html': '<h1 id="top">Top</h1>',
        'eval.json': '{"auc": 0.87, "gap": {"gender": 0.02}, "rows": [1]}',
        'test_a.py':
          'class TestA:\n    def test_x(self): ...\n    def helper(self): ...\ndef test_y(): ...\n',
        'a.test.ts': "describe('gate', () => { it('holds: always', () => {}); it('opens', () => {}); });\n",
        'n.ipynb': JSON.stringify({
          nbformat: 4,
          metadata: {},
          cells: [{ cell_type: 'markdown', source: ['# Data'] }],
        }),
      };
      const offered = async (card: string): Promise<CompletedAt> =>
        completeIn({ ...files, 'aims.yaml': HEAD + card });
      const labelsAt = async (value: string): Promise<readonly string[]> =>
        (await offered(`controls:\n  A.7.5: {evidence: [${value}]}`)).labels;

      it('lists headings, ids, tests, symbols, cells and values', async () => {
        assert.deepEqual(await labelsAt('docs/a.md#<|>'), ['one', 'results-of-2026']);
        assert.deepEqual(await labelsAt('docs/p.html#<|>'), ['top']);
        assert.deepEqual(await labelsAt('test_a.py::<|>'), ['TestA::test_x', 'test_y']);
        assert.deepEqual(await labelsAt('test_a.py#<|>'), [
          'TestA',
          'TestA.test_x',
          'TestA.helper',
          'test_y',
        ]);
        assert.deepEqual(await labelsAt('n.ipynb#<|>'), ['cell-1', 'data']);
        assert.ok((await labelsAt('a.test.ts::<|>')).includes('gate::opens'));
        assert.deepEqual(await labelsAt('none.md#<|>'), []);
      });

      it('lists values one step at a time, with what they are', async () => {
        const source = 'models: [{id: m, metrics: [{name: auc, source: eval.json#<|>}]}]';
        const found = await offered(source);
        assert.deepEqual(found.labels, ['/auc', '/gap/', '/rows/']);
        assert.equal(found.result?.items[0]?.detail, '0.87');
        assert.match(found.take('/auc'), /source: eval\.json#\/auc}/);
        const below = await offered(source.replace('#<|>', '#/gap/ge<|>'));
        assert.match(below.take('/gap/gender'), /source: eval\.json#\/gap\/gender}/);
        assert.deepEqual((await offered(source.replace('#<|>', '#/rows/<|>'))).labels, ['/rows/0']);
      });

      it('replaces the part alone, in quotes and half typed too', async () => {
        const row = 'controls:\n  A.7.5:\n    evidence:\n      - ';
        const half = await offered(`${row}docs/a.md#res<|>`);
        assert.ok(half.take('results-of-2026').endsWith('- docs/a.md#results-of-2026'));
        const quoted = await offered(`${row}"docs/a.md#<|>"`);
        assert.ok(quoted.take('results-of-2026').endsWith('- "docs/a.md#results-of-2026"'));
      });

      it('quotes the whole where plain YAML cannot hold the title of a test', async () => {
        const found = await offered('controls:\n  A.7.5:\n    evidence:\n      - a.test.ts::<|>');
        assert.ok(found.take('gate::holds: always').endsWith('- "a.test.ts::gate::holds: always"'));
        const item = found.result?.items.find(({ label }) => label.startsWith('gate::holds'));
        assert.equal(item?.filterText, 'a.test.ts::gate::holds: always');
      });

      it('lists them for an anchor beside its path', async () => {
        const found = await offered('controls:\n  A.7.5: {evidence: [{path: docs/a.md, anchor: <|>}]}');
        assert.deepEqual(found.labels, ['one', 'results-of-2026']);
        assert.match(found.take('one'), /anchor: one}/);
      });

      it('offers the figure at its source as the value of a metric', async () => {
        const card = 'models: [{id: m, metrics: [{name: auc, source: eval.json#/auc, value: <|>}]}]';
        assert.match((await offered(card)).take('0.87'), /value: 0\.87}/);
      });
    });

    it('offers models that code uses and no card names', async () => {
      const found = await completeIn({
        'aims.yaml': `${HEAD}models: [{id: m, basedOn: {name: <|>}}]`,
        'run.py':
          "from transformers import pipeline\npipeline('summarization', model='facebook/bart-large-cnn')\n",
      });
      assert.deepEqual(found.labels, []);
      const other = await completeIn({
        'aims.yaml': `${HEAD}models: [{id: m, basedOn: {name: gpt2}}, {id: n, basedOn: {name: <|>gpt2}}]`,
        'run.py':
          "from transformers import pipeline\npipeline('summarization', model='facebook/bart-large-cnn')\n",
      });
      assert.deepEqual(other.labels, ['facebook/bart-large-cnn']);
    });

    it('offers the next id, and days ahead for what is to come', async () => {
      assert.deepEqual((await at('risks: [{id: R1}, {id: R2}, {id: <|>}]')).labels, ['R3']);
      assert.deepEqual((await at('risks: [{id: <|>}]')).labels, ['R1']);
      const due = await at('risks: [{id: R1, treatment: {due: <|>}}]');
      assert.equal(due.labels[1], '2027-02-01');
      assert.equal(due.result?.items[1]?.detail, 'in 3 months');
    });

    it('leaves out what the list has, and offers first the risk a control treats', async () => {
      assert.deepEqual((await at('resources: {people: [dana, <|>]}')).labels, ['bo']);
      assert.deepEqual((await at('resources: {people: [da<|>na]}')).labels, ['dana', 'bo']);
      assert.ok(!(await at('role: [developer, <|>]')).labels.includes('developer'));
      const risks = 'risks: [{id: R1}, {id: R2, treatment: {controls: [A.7.5]}}]\n';
      assert.deepEqual((await at(`${risks}controls: {A.7.5: {why: {risks: [<|>]}}}`)).labels, ['R2', 'R1']);
    });

    it('offers to hold a text open while somebody types, so that no editor offers words at random', async () => {
      assert.deepEqual((await at('purpose: Sco<|>')).labels, ['TODO']);
      assert.deepEqual((await at('purpose: Scores of app<|>')).labels, ['TODO']);
      assert.equal((await at('purpose: TO<|>')).take('TODO').endsWith('purpose: TODO'), true);
    });

    it('holds a text open only for who writes TODO, never for a line that ends with a word like it', async () => {
      const hidden = async (body: string): Promise<readonly unknown[]> =>
        (await at(body)).result?.items.map(({ isHidden }) => isHidden) ?? [];
      for (const typed of ['TO', 'TOD', 'TODO'])
        assert.deepEqual(await hidden(`purpose: ${typed}<|>`), [undefined], typed);
      for (const body of [
        'purpose: t<|>',
        'purpose: to<|>',
        'purpose: tod<|>',
        'purpose: To<|>',
        'purpose: T<|>',
        'purpose: what we want TO<|>',
        'purpose: |\n  what we want\n  to<|>',
        'use: {intended: [to<|>]}',
      ])
        for (const isHidden of await hidden(body)) assert.ok(isHidden, body);
    });

    it('offers over a TODO what belongs there, and takes the whole of it away', async () => {
      const risk = (value: string): string => `risks:\n  - {id: R1, severity: ${value}}`;
      assert.deepEqual((await at(risk('TODO<|>'))).labels, ['TODO', 'minor', 'major']);
      assert.equal(await taken(risk('TODO<|>'), 'major'), risk('major'));
      assert.equal(await taken(risk('TODO<|> how bad'), 'major'), risk('major'));
      assert.equal(await taken('owner: TODO<|> who answers # by Friday', 'dana'), 'owner: dana # by Friday');
      assert.equal(await taken('role: TODO<|>', 'provider'), 'role: [provider]');
      assert.equal(await taken('role: ["TODO<|>"]', 'provider'), 'role: ["provider"]');
      assert.equal(await taken('role:\n  - <|>TODO\n', 'provider'), 'role:\n  - provider\n');
      assert.equal(await taken('userInformation: TODO<|>', 'docs/'), 'userInformation: docs/');
      assert.ok((await at('controls: {A.7.5: {due: TODO<|>}}')).labels.includes('2026-12-01'));
    });

    it('gives an editor that filters by what stands before the cursor the placeholder to hold it against', async () => {
      const { result } = await at('risks:\n  - {id: R1, severity: TODO ask<|> Bo}');
      assert.deepEqual(
        result?.items.map(({ label, filterText }) => (filterText ?? label).startsWith('TODO ask')),
        [true, true, true],
      );
      const before = await at('risks:\n  - {id: R1, severity: <|>TODO}');
      assert.deepEqual(before.labels, ['minor', 'major']);
    });

    it('offers patterns for all code of a folder, also behind a list that is empty', async () => {
      assert.deepEqual((await at('code: [<|>]')).labels.slice(0, 2), ['docs/**', 'docs/']);
      assert.equal(await taken('code: [<|>]', 'docs/**'), 'code: [docs/**]');
      assert.equal(await taken('code: []<|>', 'docs/**'), 'code: [docs/**]');
      assert.equal(await taken('code:\n  - <|>', 'docs/**'), 'code:\n  - docs/**');
      assert.ok(!(await at('userInformation: <|>')).labels.includes('docs/**'));
    });

    it('goes on behind a key where there is something to offer, and only there', async () => {
      const goesOn = async (card: string, key: string): Promise<boolean | undefined> =>
        (await at(card)).result?.items.find(({ label }) => label === key)?.opensNext;
      assert.equal(await goesOn('<|>', 'risks'), true);
      assert.equal(await goesOn('risks:\n  - <|>', 'affects'), true);
      assert.equal(await goesOn('<|>', 'owner'), true);
      assert.equal(await goesOn('<|>', 'controls'), true);
      assert.equal(await goesOn('<|>', 'purpose'), false);
      assert.equal(await goesOn('ow<|>: dana', 'owner'), false, 'only the key is typed anew');
      const nobody = await completeIn({ 'aims.yaml': `${HEAD}<|>` });
      assert.equal(nobody.result?.items.find(({ label }) => label === 'owner')?.opensNext, false);
    });

    it('offers what shows something first, and AIMS files last, unless one is wanted', async () => {
      const files = {
        'impact-assessment.yaml': 'aims: 1\nkind: impact-assessment\nid: IA\nsystem: s\n',
        'README.md': '',
        'docs/a.md': '',
        'src/a.py': '',
        'tests/test_a.py': '',
      };
      const offered = async (card: string): Promise<readonly string[]> =>
        (await completeIn({ ...files, 'aims.yaml': HEAD + card })).labels;
      assert.deepEqual(await offered('controls: {A.6.2.4: {evidence: [<|>]}}'), [
        'docs/',
        'tests/',
        'README.md',
        'src/',
        'impact-assessment.yaml',
        'aims.yaml',
      ]);
      assert.equal((await offered('impactAssessment: <|>'))[0], 'impact-assessment.yaml');
    });

    it('offers nothing in free text and in comments', async () => {
      for (const card of ['purpose: <|>', 'purpose: Scores of <|>', '# owner: <|>', 'name: x # <|>'])
        assert.deepEqual((await at(card)).labels, [], card);
    });
  });

  describe('of controls and clauses', () => {
    it('offers those due and without a row first, those with a row not at all', async () => {
      const { labels } = await at(
        'lifecycle: {stage: design-development}\ncontrols:\n  A.7.4: {status: planned}\n  <|>',
      );
      assert.equal(labels.filter((label) => label.startsWith('A.')).length, 37);
      assert.ok(!labels.includes('A.7.4'));
      assert.ok(labels.indexOf('A.7.5') < labels.indexOf('A.6.2.5'));
    });

    it('puts in a row to fill in', async () => {
      assert.match(
        await taken('controls:\n  A.7<|>', 'A.7.5'),
        /^controls:\n {2}A\.7\.5:\n {4}status: planned<\|>\n {4}why: TODO\n {4}owner: TODO\n {4}due: TODO\n/,
      );
      assert.match(await taken('controls:\n  A.7<|>', 'A.7.5', false), /\n {4}status: planned\n/);
      assert.equal(await taken('controls: {<|>}', 'A.7.5'), 'controls: {A.7.5: {status: <|>}}');
      assert.equal(
        await taken('risks: [{id: R1, treatment: {controls: [A.<|>]}}]', 'A.7.5'),
        'risks: [{id: R1, treatment: {controls: [A.7.5]}}]',
      );
    });

    it('quotes clause numbers, which YAML would take for numbers', async () => {
      const found = await completeIn({ 'aims.yaml': `${ORGANIZATION}clauses:\n  <|>` });
      assert.match(
        found.take('7.3'),
        /\n {2}"7\.3":\n {4}status: planned<\|>\n {4}owner: TODO\n {4}due: TODO\n/,
      );
      const audits = await completeIn({
        'aims.yaml': `${ORGANIZATION}internalAudits: [{id: A, covers: ["9<|>"]}]`,
      });
      assert.match(audits.take('9.2'), /covers: \["9\.2"\]/);
    });
  });

  describe('of an empty file', () => {
    it('offers whole files, the one that fits the name first', async () => {
      assert.equal((await completeIn({ 'aims.yaml': '<|>' })).labels[0], 'aims-system');
      const assessment = await completeIn({ 'impact-assessment.yaml': '# ours\n<|>' });
      assert.equal(assessment.labels[0], 'aims-impact-assessment');
      assert.match(assessment.take('aims-impact-assessment'), /^# ours\naims: 1\nkind: impact-assessment\n/);
    });

    it('then the kinds', async () => {
      const kinds = await completeIn({ 'aims.yaml': 'aims: 1\nkind: <|>\n' });
      assert.deepEqual(kinds.labels, ['organization', 'system', 'impact-assessment']);
      assert.deepEqual((await completeIn({ 'aims.yaml': 'aims: 1\n<|>' })).labels, ['kind']);
    });
  });

  it('is silent in files that are not ours', async () => {
    assert.equal((await completeIn({ 'compose.yaml': 'services:\n  <|>' })).result, undefined);
  });

  it('never throws, wherever the cursor is and however the text is cut', async () => {
    const card = `${HEAD}role: [developer]\ncontrols:\n  A.7.5: {why: {risks: [R1]}, evidence: [docs/a#b]}\nrisks:\n  - id: "R1\n    owner:\n`;
    for (let cut = 0; cut <= card.length; cut++)
      await completeIn({ 'aims.yaml': `${card.slice(0, cut)}<|>${cut % 2 ? card.slice(cut) : ''}` });
  });
});
