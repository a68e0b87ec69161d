import assert from 'node:assert/strict';
import { completeIn, hoverIn } from '../../support/cursor';

const ORGANIZATION = (frameworks: string, rest = ''): string =>
  `aims: 1\nkind: organization\nid: nw\nname: NW\ntarget: managed\nframeworks: [${frameworks}]\n${rest}`;
const CARD = 'aims: 1\nkind: system\nid: s\nlifecycle: {stage: operation-monitoring}\n';
const PROVIDER = 'euAiAct: {role: [provider], tier: high-risk, annexIII: ["5(b)"]}\n';

const inCard = async (frameworks: string, card: string): Promise<string> =>
  (await hoverIn({ 'aims.yaml': ORGANIZATION(frameworks), 's/aims.yaml': CARD + card }))?.text ?? '';
const inOrganization = async (text: string): Promise<string> =>
  (await hoverIn({ 'aims.yaml': text }))?.text ?? '';

describe('hover: other frameworks', () => {
  const row = 'controls:\n  A.6.2.8<|>: {status: planned}\n';

  it('of a control shows the frameworks the organization lists, with source and day, and no other', async () => {
    const text = await inCard('nist-ai-rmf, iso-27001-2022', row);
    assert.match(text, /NIST AI RMF 1\.0: touches the same as MEASURE 2\.4, MEASURE 2\.6, MEASURE 3\.2/);
    assert.match(
      text,
      /ISO\/IEC 27001:2022: shares its subject with A\.5\.28, .*A\.8\.15.*\(low confidence\)/,
    );
    assert.match(text, /hosted by NIST \(2026-09-21\)/);
    assert.doesNotMatch(text, /AI Act|ISO 9001/);
  });

  it('of a control says nothing of frameworks where none is listed', async () => {
    assert.doesNotMatch(await inCard('', row), /other frameworks|NIST|AI Act/);
    const lone = await hoverIn({ 'aims.yaml': CARD + row });
    assert.doesNotMatch(lone?.text ?? '', /other frameworks/);
  });

  it('of a control says which duties the system owes, and from when', async () => {
    const text = await inCard('eu-ai-act', PROVIDER + row);
    assert.match(text, /Art\. 12, Art\. 19, Art\. 26 \(direct\); Art\. 17 \(supporting, medium confidence\)/);
    assert.match(text, /owed for this system: Art\. 12, Art\. 17, Art\. 19 from 2027-12-02/);
    assert.doesNotMatch(await inCard('eu-ai-act', row), /owed for this system/);
  });

  it('of a clause says that its evidence can be kept once', async () => {
    const text = await inOrganization(
      ORGANIZATION('iso-27001-2022, iso-9001-2015', 'clauses:\n  "10.1<|>": {status: planned}\n'),
    );
    assert.match(text, /`serves: \["iso-27001-2022:10\.1", "iso-9001-2015:10\.3"\]`/);
  });

  it('of a framework says what it is, how current, and what nothing touches here', async () => {
    const nist = await inOrganization(ORGANIZATION('nist<|>-ai-rmf'));
    assert.match(nist, /^\*\*NIST AI RMF 1\.0\*\*/);
    assert.match(nist, /\*\*Here:\*\* nothing touches GOVERN 1\.1, /);
    assert.match(nist, /as of 2026-09-21/);
    assert.match(await inOrganization(ORGANIZATION('eu-ai<|>-act')), /- 2027-12-02: Chapter III/);
    assert.match(await inOrganization(ORGANIZATION('iso-9001<|>-2015')), /Superseded by ISO 9001:2026/);
    assert.match(await inOrganization(ORGANIZATION('iso-42<|>005')), /A\.5\.4 .*\(medium confidence\)/);
  });

  it('of a point of Annex III, however it is written', async () => {
    for (const point of ['5<|>(b)', '5<|>b', 'Annex III <|>point 5(b)'])
      assert.match(
        await inCard('eu-ai-act', `euAiAct: {annexIII: ["${point}"]}`),
        /Annex III 5\(b\): Essential private services[^]*creditworthiness[^]*from 2027-12-02/,
      );
  });

  it('of the tier lists what the system owes', async () => {
    const text = await inCard(
      'eu-ai-act',
      'euAiAct: {role: [deployer], tier: high<|>-risk, annexIII: ["4(a)"], placedOn: 2026-04-09}',
    );
    assert.match(text, /Art\. 4 AI literacy: since 2025-02-02/);
    assert.match(text, /Art\. 26 [^:]*: from 2027-12-02, once its design changes significantly/);
    assert.doesNotMatch(text, /Art\. 27|Art\. 9 /);
  });

  it('of what evidence serves names the clause', async () => {
    const served = (text: string): string =>
      `controls:\n  A.6.2.8: {evidence: [{path: a.md, serves: ["${text}"]}]}`;
    assert.match(
      await inCard('iso-27001-2022', served('iso-27001<|>-2022:A.8.15')),
      /\*\*A\.8\.15 Logging\*\*[^]*A\.6\.2\.8/,
    );
    assert.match(
      await inCard('iso-9001-2015', served('iso-9001<|>-2015:9.9')),
      /ISO 9001:2015 has no 9\\?\.9/,
    );
    assert.match(await inCard('', served('iso-9001<|>-2015:9.1')), /does not list this framework/);
  });
});

describe('completion: other frameworks', () => {
  it('offers frameworks and points of Annex III', async () => {
    const organization = 'aims: 1\nkind: organization\nid: nw\n';
    const { labels } = await completeIn({ 'aims.yaml': `${organization}frameworks: [<|>]\n` });
    assert.ok(labels.includes('nist-ai-rmf') && labels.includes('iso-23894'));
    const points = await completeIn({ 'aims.yaml': `${CARD}euAiAct:\n  annexIII: [<|>]\n` });
    assert.ok(points.labels.includes('5(b)') && points.labels.includes('2'));
  });

  it('offers what evidence may serve: of listed frameworks, what relates to the row first', async () => {
    const row = 'controls:\n  A.6.2.8:\n    evidence:\n      - {path: a.md, serves: [<|>]}\n';
    const at = (frameworks: string): ReturnType<typeof completeIn> =>
      completeIn({ 'aims.yaml': ORGANIZATION(frameworks), 's/aims.yaml': CARD + row });
    const offered = await at('iso-27001-2022, iso-42005');
    assert.equal(offered.labels[0], 'iso-27001-2022:A.5.28');
    assert.ok(offered.labels.includes('iso-27001-2022:9.1'));
    assert.ok(!offered.labels.some((label) => label.startsWith('iso-9001') || label.startsWith('iso-42005')));
    assert.match(offered.take('iso-27001-2022:A.8.15'), /serves: \["iso-27001-2022:A\.8\.15"\]/);
    assert.deepEqual((await at('')).labels, []);
  });
});
