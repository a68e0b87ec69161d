import assert from 'node:assert/strict';
import { hoverIn } from '../../support/cursor';

const ORGANIZATION = `aims: 1
kind: organization
id: nw
name: NW
people:
  - {id: dana, name: Dana Reyes, roles: [top-management]}
`;

const text = async (card: string, others: Readonly<Record<string, string>> = {}): Promise<string> =>
  (
    await hoverIn({
      'aims.yaml': ORGANIZATION,
      ...others,
      's/aims.yaml': `aims: 1\nkind: system\nid: s\n${card}`,
    })
  )?.text ?? '';

describe('hover', () => {
  it('of a control says what it asks, where it stands, what to do, what auditors accept', async () => {
    const found = await text(
      'lifecycle: {stage: design-development}\ncontrols:\n  A.7<|>.5: {status: implemented}\n',
    );
    assert.match(found, /^\*\*A\.7\.5 Data provenance\*\*/);
    assert.match(found, /\*\*Here:\*\* missing \(s\)\. Said to be in place, but no evidence is named/);
    assert.match(found, /\*\*Do next:\*\*/);
    assert.match(found, /\*\*Auditors usually accept:\*\*\n- /);
    assert.match(found, /from the stage design-development on\. That is our reading/);
    assert.match(found, /B\.7\.5/);
    assert.match(found, /No certification, no legal advice/);
  });

  it('of a control that is answered says no more what to do next', async () => {
    const row =
      'lifecycle: {stage: design-development}\ncontrols:\n  A.4.2<|>: {status: implemented, why: Needed, evidence: [EVIDENCE]}\n';
    const dated = await text(
      row.replace('EVIDENCE', '{ref: DMS-1, heldBy: bo, reviewed: 2026-09-20, by: Bo Lind}'),
    );
    assert.match(dated, /\*\*Here:\*\* attested/);
    assert.doesNotMatch(dated, /Do next/);
    assert.match(await text(row.replace('EVIDENCE', 'https://example.org/x')), /\*\*Do next:\*\*/);
  });

  it('of a control works wherever its id is written', async () => {
    for (const card of [
      'controls:\n  A.6.2.4: {why: Needed for A.7<|>.5 too}',
      'risks:\n  - {id: R1, treatment: {controls: [A.7.<|>5]}}',
      'purpose: "as A.7.5<|> asks"',
      'controls:\n  "<|>A.7.5": {status: planned}',
    ])
      assert.match(await text(card), /A\.7\.5 Data provenance/, card);
  });

  it('covers just the id in running text', async () => {
    const found = await hoverIn({
      'aims.yaml': 'aims: 1\nkind: system\nid: s\npurpose: see A.7<|>.5 there\n',
    });
    assert.deepEqual(found?.range, {
      start: { line: 3, character: 13 },
      end: { line: 3, character: 18 },
    });
  });

  it('of a control of the organization says so in a card, and how it stands there', async () => {
    assert.match(await text('controls:\n  A.2.2<|>: {status: planned}'), /\*\*Here:\*\* missing \(NW\)/);
  });

  it('in the organization file counts how its systems stand', async () => {
    const card = 'aims: 1\nkind: system\nid: s\nname: S\nlifecycle: {stage: design-development}\n';
    const found = await hoverIn({
      'aims.yaml': `${ORGANIZATION}controls:\n  A.7.5<|>: {status: planned}\n`,
      's/aims.yaml': card,
    });
    assert.match(found?.text ?? '', /asked of each AI system: 1 missing\.\n\n- S: missing/);
  });

  it('of a clause, as key and in a list', async () => {
    const clause = await hoverIn({
      'aims.yaml': `${ORGANIZATION}clauses:\n  "7.<|>3": {status: implemented}\n`,
    });
    assert.match(clause?.text ?? '', /^\*\*Clause 7\.3 Awareness\*\*/);
    const covered = await hoverIn({
      'aims.yaml': `${ORGANIZATION}internalAudits: [{id: AU, covers: ["9.2<|>"]}]\n`,
    });
    assert.match(covered?.text ?? '', /Clause 9\.2 /);
  });

  it('of a stage says what is due from there on', async () => {
    const found = await text('lifecycle: {stage: deploy<|>ment}');
    assert.match(found, /^\*\*Stage 4 of 8: Deployment\*\*/);
    assert.match(found, /Due from here on\*\* \(our reading/);
    assert.match(found, /- A\.6\.2\.5 /);
  });

  it('of a control about others says what to do where there are none', async () => {
    for (const id of ['A.10.3', 'A.10.4']) {
      const found = await text(
        `lifecycle: {stage: design-development}\ncontrols:\n  ${id.slice(0, 4)}<|>${id.slice(4)}: {}\n`,
      );
      assert.match(found, /Do next:.*that row is `not-applicable` with a `why`/, id);
    }
  });

  it('of a key says what it is, what it takes and what it is evidence for', async () => {
    const key = await text('datasets:\n  - {id: d, prov<|>enance: x.md}');
    assert.match(key, /^\*\*provenance\*\*/);
    assert.match(key, /Takes a path/);
    assert.match(await text('dat<|>asets: []'), /Evidence for A\.4\.3 Data resources/);
    assert.match(await text('contributors: [{person: x, cr<|>edit: []}]'), /`software`: writing the code/);
    assert.match(await text('cont<|>ributors: []'), /nothing is checked against it yet/);
  });

  it('of an id says who or what it names, across files', async () => {
    assert.match(
      await text('owner: da<|>na'),
      /Person dana\*\*: Dana Reyes\n\n- roles: top-management\n- Answers for s\n\nIn `\.\.\/aims\.yaml`/,
    );
    assert.match(
      await text('risks: [{id: R1, what: Bias}]\ncontrols:\n  A.7.5: {why: {risks: [R<|>1]}}'),
      /Risk R1\*\*: Bias/,
    );
  });

  it('of a path says whether it is there', async () => {
    assert.match(await text('userInformation: docs/g<|>uide.md'), /There is no such file/);
    assert.match(
      await text('userInformation: docs/g<|>uide.md', { 's/docs/guide.md': '' }),
      /The file is there/,
    );
    assert.match(await text('userInformation: ../../../etc/pass<|>wd'), /leads out of the workspace/);
  });

  it('of a day says how far it is from the day everything is judged at', async () => {
    assert.match(
      await text('lifecycle: {history: [{stage: inception, date: 2026-10-<|>31}]}'),
      /1 day before 2026-11-01/,
    );
  });

  it('of a day says what falls due because of it, and what is overdue', async () => {
    const row = (day: string): string =>
      `lifecycle: {stage: design-development}\ncontrols:\n  A.4.2: {status: implemented, why: Needed, reviewEvery: 6 months, evidence: [{ref: DMS-1, heldBy: bo, reviewed: ${day}, by: Bo Lind}]}\n`;
    assert.match(await text(row('2026-09-<|>20')), /Due on 2027-03-20 \(in 4 months\):\*\* Last reviewed/);
    assert.match(await text(row('2026-03-<|>20')), /Overdue since 2026-09-20 \(6 weeks ago\):\*\* /);
  });

  describe('of figures', () => {
    const metric = (value: string, must = "'>= 0.85'"): string =>
      `models: [{id: m, metrics: [{name: auc, value: ${value}, must: ${must}, source: eval.json#/auc}]}]`;
    const report = { 's/eval.json': '{"auc": 0.8712}' };

    it('holds a metric against its source and what it must reach', async () => {
      const found = await text(metric('0.8<|>7'), report);
      assert.match(found, /Metric auc\*\*: 0\\?\.87/);
      assert.match(found, /0\.85: it is\./);
      assert.match(found, /`eval\.json#\/auc`: 0\\?\.8712 stands there, which agrees/);
    });

    it('says where it misses, differs, or cannot be compared', async () => {
      const other = await text(metric('0.<|>81'), report);
      assert.match(other, /it is not\./);
      assert.match(other, /which is another figure/);
      assert.match(await text(metric('0.<|>81')), /no single figure could be read there/);
    });

    it('holds results against the alert or target', async () => {
      const monitor = (value: string): string =>
        `monitoring: [{id: drift, alert: '> 0.2', results: [{date: 2026-10-01, value: ${value}}]}]`;
      assert.match(await text(monitor('0.<|>3')), /Result of drift\*\*: crosses the alert/);
      assert.match(await text(monitor('0.<|>1')), /does not cross the alert/);
      assert.match(
        await text(monitor('0.1').replace('> 0.2', '> 0<|>.2')),
        /Alert of drift\*\*: the newest result, 0\\?\.1 on 2026-10-01, does not cross/,
      );
    });
  });

  it('of evidence says whether its part is there and what it counts as', async () => {
    const row = (evidence: string): string =>
      `lifecycle: {stage: design-development}\ncontrols:\n  A.7.5: {status: implemented, why: Needed, evidence: [${evidence}]}\n`;
    const files = { 's/docs/a.md': '# One\n\n## Results\n' };
    const found = await text(row('docs/a<|>.md#results'), files);
    assert.match(found, /The file is there\.\n\nThe part is in it, at line 3\./);
    assert.match(found, /Counts for A\.7\.5 as:\*\* partial\. .*nobody dated a look at it/);
    assert.match(
      await text(row('docs/a<|>.md#result'), files),
      /does not have the heading .*Close: `results`/,
    );
    const anchor = row('{path: docs/a.md, anchor: res<|>ults, reviewed: 2026-10-01, by: dana}');
    assert.match(await text(anchor, files), /at line 3[^]*as:\*\* attested/);
  });

  it('of a placeholder as evidence says what it counts as, and of no file', async () => {
    const row = (value: string): string =>
      `lifecycle: {stage: design-development}\ncontrols:\n  A.7.5: {status: planned, why: Needed, evidence: [${value}]}\n`;
    for (const value of ['TO<|>DO', 'TO<|>DO what shows it', '{path: TO<|>DO}']) {
      const found = await text(row(value));
      assert.match(found, /^\*\*Counts for A\.7\.5 as:\*\* missing\./, value);
      assert.doesNotMatch(found, /could not be found out|no such file/, value);
    }
    assert.equal(await text('models: [{id: m, artifact: TO<|>DO}]\n'), '');
  });

  it('of a file that a build makes says that it may lie elsewhere', async () => {
    const elsewhere =
      /There is no such file here\. If a build makes it or it is kept elsewhere, that is fine\./;
    assert.match(await text('models: [{id: m, artifact: model.job<|>lib}]\n'), elsewhere);
    assert.match(await text('datasets: [{id: d, file: tra<|>in.csv}]\n'), elsewhere);
    assert.match(await text('userInformation: docs/gu<|>ide.md\n'), /There is no such file\./);
  });

  it('of a person says what they answer for and approved', async () => {
    const found = await text('owner: da<|>na\nrisks: [{id: R1, owner: dana}]');
    assert.match(found, /Answers for s, R1/);
  });

  it('of a person named in full says the same as of the id', async () => {
    assert.match(await text('owner: Dana <|>Reyes\n'), /^\*\*Person dana\*\*: Dana Reyes[^]*top-management/);
    assert.equal(await text('owner: Ada <|>Palmer\n'), '', 'whom the list does not know');
  });

  it('of a model says where code uses it', async () => {
    const code =
      "from transformers import pipeline\npipe = pipeline('summarization', model='facebook/bart-large-cnn')\n";
    const card = (id: string): string => `models: [{id: ${id}, basedOn: {name: facebook/bart-large-cnn}}]\n`;
    const found = await text(card('summ<|>ary'), { 's/run.py': code });
    assert.match(found, /basedOn: facebook\/bart-large-cnn/);
    assert.match(found, /Used in code once, first in `s\/run\.py:2`/);
    assert.doesNotMatch(await text(card('summ<|>ary')), /Used in code/);
  });

  it('of a call in code says which model it is and whether the card names it', async () => {
    const at = async (model: string): Promise<string> =>
      (
        await hoverIn({
          'aims.yaml': `aims: 1\nkind: system\nid: s\nname: Sum\nmodels: [{id: summary, basedOn: {name: ${model}}}]\n`,
          'run.py':
            "from transformers import pipeline\npipe = pipe<|>line('summarization', model='facebook/bart-large-cnn')\n",
        })
      )?.text ?? '';
    assert.match(
      await at('facebook/bart-large-cnn'),
      /Model facebook\/bart-large-cnn[^]*On the card of Sum: model `summary`/,
    );
    assert.match(await at('gpt2'), /Not found on the card of Sum/);
  });

  it('of a digest says whether the file is the one', async () => {
    const digest = `sha256:${'0'.repeat(64)}`;
    const card = `models: [{id: m, artifact: m.bin, digest: 'sha<|>${digest.slice(3)}'}]`;
    assert.match(await text(card), /SHA-256 digest of `m\.bin`\.\n\nThe file is not in this workspace/);
    assert.match(await text(card.replace('artifact: m.bin, ', '')), /No file is named beside it/);
  });

  it('of a word of the risk scale says its rank and the level', async () => {
    const scale =
      'risk: {likelihood: [rare, likely], severity: [minor, major], levels: [low, high], matrix: {rare: {minor: low, major: low}, likely: {minor: low, major: high}}, acceptUpTo: low}\n';
    const found = await hoverIn({
      'aims.yaml': `${ORGANIZATION}${scale}risks: [{id: R1, likelihood: likely, severity: ma<|>jor}]\n`,
    });
    assert.match(found?.text ?? '', /\*\*major\*\*: 2 of 2 .*severity \(minor, major\)/);
    assert.match(found?.text ?? '', /the risk is \*\*high\*\*; accepted without a named person up to low/);
  });

  it('of a word rated before there are scales says where it commonly stands, and why there is no level', async () => {
    const risk = (word: string): string => `risks: [{id: R1, likelihood: ${word}, severity: major}]\n`;
    const found = await text(risk('poss<|>ible'));
    assert.match(
      found,
      /^\*\*possible\*\*: 3 of 5 on a common scale of likelihood \(rare, unlikely, possible,/,
    );
    assert.match(found, /no level of risk is worked out from it\..*under `risk`/);
    assert.match(await text(risk('so<|>metimes')), /^No organization file sets your own scales yet/);
    assert.equal(await text(risk('TO<|>DO')), '');
    assert.equal(await text(`organization: https://example.org/aims.yaml\n${risk('poss<|>ible')}`), '');
  });

  it('is silent on what it cannot explain', async () => {
    for (const card of [
      'na<|>: ',
      'name: Cre<|>dit',
      '# A.7<|>.5',
      '<|>\n',
      'owner: nob<|>ody',
      'x-mine: A<|>',
    ])
      assert.equal(await text(card), '', card);
  });

  it('keeps text of files from becoming markup', async () => {
    const hostile = '<img src=x> [a](command:evil) `c` **b** https://evil.example www.evil.example a@b.c';
    const found = await hoverIn({
      'aims.yaml': `aims: 1\nkind: organization\nid: nw\npeople: [{id: eve, name: "${hostile}"}]\npolicy: {approvedBy: e<|>ve}\n`,
    });
    const shown = found?.text ?? '';
    assert.match(shown, /evil/);
    assert.doesNotMatch(shown, /<img|(?<!\\)\[a|(?<!\\)`c|(?<!\\)\*\*b|https:\/\/evil|www\.evil|a@b/);
  });

  it('has no markup for clients that show none', async () => {
    const found = await hoverIn(
      { 'aims.yaml': 'aims: 1\nkind: system\nid: s\ncontrols:\n  A.7.5<|>: {status: planned}\n' },
      false,
    );
    assert.match(found?.text ?? '', /^A\.7\.5 Data provenance\n/);
    assert.doesNotMatch(found?.text ?? '', /[*`]/);
  });

  it('never throws, wherever the cursor is and however the text is cut', async () => {
    const card =
      'aims: 1\nkind: system\nid: s\ncontrols:\n  A.7.5: {why: {risks: [R1]}, evidence: [a#b]}\nrisks:\n  - id: "R1\n';
    for (let at = 0; at <= card.length; at++)
      await hoverIn({ 'aims.yaml': `${card.slice(0, at)}<|>${at % 2 ? card.slice(at) : ''}` });
  });
});
