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
      /Person dana\*\*: Dana Reyes\n\n- roles: top-management\n\nIn `\.\.\/aims\.yaml`/,
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
