import assert from 'node:assert/strict';
import { aiActArticles, type AiActArticle } from '../../../server/src/catalogue/frameworks';
import { answering, dutiesOf, listedFrameworks, pointsOf } from '../../../server/src/frameworks';
import type { SystemEntry } from '../../../server/src/workspace/snapshot';
import { openWorkspace } from '../../support/workspace';

async function systemOf(act: string, organization = ''): Promise<SystemEntry> {
  const { snapshot } = await openWorkspace({
    ...(organization === '' ? {} : { 'aims.yaml': organization }),
    's/aims.yaml': `aims: 1\nkind: system\nid: s\n${act === '' ? '' : `euAiAct: {${act}}\n`}`,
  });
  const [system] = snapshot.systems;
  assert.ok(system);
  return system;
}

/** `Art. 26 2027-12-02`, with `!` where only a change of design binds. */
const owed = async (act: string): Promise<string[]> =>
  dutiesOf(await systemOf(act)).map(
    ({ article, from, onChangeOnly }) => `${article.id} ${from}${onChangeOnly ? '!' : ''}`,
  );

const LITERACY = 'Art. 4 2025-02-02';

describe('duties of the EU AI Act', () => {
  it('of a high-risk system depend on the role', async () => {
    const provider = await owed('role: [provider], tier: high-risk, annexIII: ["5(b)"]');
    assert.ok(provider.includes('Art. 9 2027-12-02') && provider.includes('Art. 72 2027-12-02'));
    assert.ok(!provider.some((each) => /Art\. (?:26|27|50|53) /.test(each)));
    const deployer = await owed(
      'role: [deployer], deployerKind: private, tier: high-risk, annexIII: ["5(b)"]',
    );
    assert.deepEqual(deployer, [LITERACY, 'Art. 26 2027-12-02', 'Art. 27 2027-12-02']);
  });

  it('of a product of Annex I come later, and without a fundamental rights impact assessment', async () => {
    assert.deepEqual(
      await owed(
        'role: [deployer], deployerKind: public, tier: high-risk, annexI: Medical Devices Regulation',
      ),
      [LITERACY, 'Art. 26 2028-08-02'],
    );
    const both = await owed('role: [deployer], tier: high-risk, annexI: Toys, annexIII: ["4(a)"]');
    assert.ok(both.includes('Art. 26 2027-12-02'));
  });

  it('of Art. 27 bind public deployers, and private ones for credit and insurance alone', async () => {
    const has27 = async (kind: string, point: string): Promise<boolean> =>
      (
        await owed(`role: [deployer], deployerKind: ${kind}, tier: high-risk, annexIII: ["${point}"]`)
      ).includes('Art. 27 2027-12-02');
    assert.deepEqual(
      await Promise.all([
        has27('private', '5(c)'),
        has27('private', '4(a)'),
        // No letter: which of the four it is, is not known.
        has27('private', '5'),
        has27('public', '4(a)'),
        has27('public-service', '5'),
        has27('public', '2'),
      ]),
      [true, false, false, true, true, false],
    );
  });

  it('of a system that was on the market before bind once it changes; for public authorities from a day of their own', async () => {
    const act = 'role: [deployer], tier: high-risk, annexIII: ["4(a)"], placedOn: 2026-04-09';
    assert.ok((await owed(act)).includes('Art. 26 2027-12-02!'));
    assert.ok((await owed(`${act}, deployerKind: public`)).includes('Art. 26 2030-08-02'));
    const onTheDay = act.replace('2026-04-09', '2027-12-02');
    assert.ok((await owed(onTheDay)).includes('Art. 26 2027-12-02'));
  });

  it('of transparency and of general-purpose models stand beside the tier', async () => {
    assert.deepEqual(await owed('role: [deployer], tier: minimal, transparency: true'), [
      LITERACY,
      'Art. 50 2026-08-02',
    ]);
    assert.ok((await owed('role: [provider], gpai: true')).includes('Art. 53 2025-08-02'));
    assert.ok(
      (await owed('role: [provider], gpai: true, placedOn: 2025-01-01')).includes('Art. 53 2027-08-02'),
    );
  });

  it('are none that are known where role, point or block is missing', async () => {
    assert.deepEqual(await owed(''), []);
    assert.deepEqual(await owed('tier: high-risk, annexIII: ["5(b)"]'), []);
    assert.deepEqual(await owed('role: [importer], tier: high-risk, annexIII: ["5(b)"]'), []);
    assert.deepEqual(await owed('role: [provider], tier: high-risk'), [LITERACY]);
    assert.deepEqual(await owed('role: [provider], tier: high-risk, annexIII: ["9(z)"]'), [LITERACY]);
    assert.deepEqual(await owed('role: [provider], tier: hihg-risk, annexIII: ["5(b)"]'), [LITERACY]);
  });

  it('count a listed use as high-risk where no tier is said', async () => {
    assert.ok((await owed('role: [provider], annexIII: ["5(b)"]')).includes('Art. 12 2027-12-02'));
    assert.deepEqual(pointsOf((await systemOf('annexIII: [5b, "3", "12"]')).body.euAiAct!), ['5(b)', '3']);
  });
});

describe('what answers an article', () => {
  const article = (id: string): AiActArticle => {
    const found = aiActArticles().find((each) => each.id === id);
    assert.ok(found);
    return found;
  };

  it('is what fits it directly, where that is sure', () => {
    assert.deepEqual(answering(article('Art. 12')), ['A.6.2.8']);
    assert.deepEqual(answering(article('Art. 50')), ['A.8.5']);
  });

  it('is all that is at least medium, where nothing direct is sure', () => {
    assert.deepEqual(answering(article('Art. 18')), ['7.5', 'A.6.2.7']);
    assert.equal(answering(article('Art. 9'))[0], 'A.6.2.4');
    // A.3.2 is of low confidence.
    assert.ok(!answering(article('Art. 14')).includes('A.3.2'));
  });
});

describe('frameworks that count', () => {
  const ids = async (act: string, organization?: string): Promise<string[]> =>
    listedFrameworks(await systemOf(act, organization)).map(({ id }) => id);

  it('are those the organization lists and we know', async () => {
    const organization = (line: string): string => `aims: 1\nkind: organization\nid: nw\n${line}\n`;
    assert.deepEqual(await ids('', organization('frameworks: [iso-9001-2015, soc2, nist-ai-rmf]')), [
      'iso-9001-2015',
      'nist-ai-rmf',
    ]);
    assert.deepEqual(await ids('tier: minimal', organization('name: NW')), []);
  });

  it('are the AI Act alone for a card without an organization that has such a block', async () => {
    assert.deepEqual(await ids('tier: minimal'), ['eu-ai-act']);
    assert.deepEqual(await ids(''), []);
  });
});
