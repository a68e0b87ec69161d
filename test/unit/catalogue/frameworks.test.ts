import assert from 'node:assert/strict';
import { catalogue } from '../../../server/src/catalogue';
import {
  aiActArticles,
  aiActDates,
  aiActTiers,
  aiActTimeline,
  annexIIIPoints,
  findAnnexIIIPoints,
  findFramework,
  findItems,
  frameworks,
  hasClause,
  itemsByFramework,
  nearAnnexIIIPoints,
  nearItems,
  nistSubcategories,
  parseServed,
  relationsOf,
  suggestFramework,
  type FrameworkItem,
  type Pair,
} from '../../../server/src/catalogue/frameworks';
import { FRAMEWORK_DIGEST, digestOfFrameworkFacts, hasFrameworkFacts } from './framework-facts';

const itemsOf = (framework: string): readonly FrameworkItem[] => itemsByFramework().get(framework) ?? [];
const isControl = ({ requirement }: Pair): boolean => requirement.startsWith('A.');
const AI_ACT = 'eu-ai-act';

describe('catalogue: facts of other frameworks', () => {
  it('keeps the digest equal to the fact files where they lie beside the clone', () => {
    assert.equal(FRAMEWORK_DIGEST.aiActControls.length, 102);
    if (hasFrameworkFacts()) assert.deepEqual(FRAMEWORK_DIGEST, digestOfFrameworkFacts());
  });

  it('has the 72 subcategories of NIST AI RMF with the 280 pairs of its crosswalk', () => {
    assert.equal(nistSubcategories().length, 72);
    assert.equal(nistSubcategories().flatMap(({ pairs }) => pairs).length, 280);
    const written = Object.fromEntries(
      itemsOf('nist-ai-rmf').map(({ id, title, pairs }) => [
        id,
        [
          title,
          ...pairs.map(({ requirement, confidence }) =>
            confidence === 'high' ? requirement : `${requirement} ${confidence}`,
          ),
        ],
      ]),
    );
    assert.deepEqual(written, FRAMEWORK_DIGEST.nist);
  });

  it('says which headings a subcategory stands under', () => {
    const [first] = nistSubcategories();
    assert.deepEqual(
      [first?.id, first?.category, first?.function],
      [
        'GOVERN 1.1',
        'GOVERN 1 Risk policies and processes in place',
        'GOVERN Culture, policies, roles and accountability for AI risk',
      ],
    );
  });

  it('has the pairs of the EU AI Act, each with its points, fit and confidence', () => {
    const pairs = aiActArticles().flatMap(({ id, pairs: own }) => own.map((pair) => ({ id, ...pair })));
    assert.deepEqual(
      pairs
        .filter(isControl)
        .map((p) => `${p.requirement} ${p.id} ${p.fit ?? ''} ${p.confidence}: ${p.points ?? ''}`)
        .sort(),
      FRAMEWORK_DIGEST.aiActControls,
    );
    assert.deepEqual(
      pairs
        .filter((pair) => !isControl(pair))
        .map((p) => `${p.requirement} ${p.id}: ${p.points ?? ''}`)
        .sort(),
      FRAMEWORK_DIGEST.aiActClauses,
    );
  });

  it('has the articles and dates of the EU AI Act', () => {
    const titles = new Map(aiActArticles().map(({ id, title }) => [id, title]));
    for (const [id, title] of Object.entries(FRAMEWORK_DIGEST.aiActArticles))
      assert.equal(titles.get(id), title);
    const { annexIII, annexI } = aiActDates.highRisk;
    for (const [id, dates] of Object.entries(FRAMEWORK_DIGEST.highRiskDates))
      assert.deepEqual(dates, [annexIII, id === 'Art. 27' ? null : annexI], id);
    assert.equal(aiActDates.transparency, FRAMEWORK_DIGEST.transparencyDate);
    assert.equal(annexIII, catalogue.impactAssessment.fria.appliesFrom);
    assert.deepEqual(
      aiActTimeline().map(({ date, what }) => `${date} ${what}`),
      FRAMEWORK_DIGEST.timeline,
    );
    const days = new Set(aiActTimeline().map(({ date }) => date));
    const { literacy, prohibited, highRisk, transparency, gpai } = aiActDates;
    for (const day of [
      literacy,
      prohibited,
      ...Object.values(highRisk),
      transparency,
      ...Object.values(gpai),
    ])
      assert.ok(days.has(day), day);
  });

  it('has the listed uses of Annex III', () => {
    assert.deepEqual(
      annexIIIPoints().map(({ id, area, what }) => `${id.replace(/\(.*/, '')} ${area}: ${what}`),
      FRAMEWORK_DIGEST.annexIII,
    );
    assert.deepEqual(
      annexIIIPoints()
        .map(({ id }) => id)
        .slice(0, 6),
      ['1(a)', '1(b)', '1(c)', '2', '3(a)', '3(b)'],
    );
  });

  it('maps the clauses that ISO/IEC 27001 and ISO 9001 share, and the controls of 27001', () => {
    const partner = (framework: string, id: string): string => {
      const [item] = itemsOf(framework).filter(({ pairs }) =>
        pairs.some(({ requirement }) => requirement === id),
      );
      return item ? `${item.id} ${item.title}` : '-';
    };
    assert.deepEqual(
      catalogue.leafClauses.map(
        ({ id }) => `${id}: ${partner('iso-27001-2022', id)} | ${partner('iso-9001-2015', id)}`,
      ),
      FRAMEWORK_DIGEST.sharedClauses,
    );
    const ofControls = (framework: string): string[] =>
      itemsOf(framework)
        .flatMap((item) =>
          item.pairs.filter(isControl).map((pair) => `${pair.requirement} ${item.id} ${item.title}`),
        )
        .sort();
    assert.deepEqual(ofControls('iso-27001-2022'), FRAMEWORK_DIGEST.sharedControls);
    assert.deepEqual(ofControls('iso-9001-2015'), FRAMEWORK_DIGEST.operation);
  });

  it('has the standards around ISO/IEC 42001', () => {
    const guides = [...frameworks().values()].filter(({ reading }) => reading === 'guides');
    assert.deepEqual(
      guides.flatMap(({ id }) =>
        itemsOf(id).map(
          (item) => `${item.id} ${item.title}: ${item.pairs.map(({ requirement }) => requirement).join(' ')}`,
        ),
      ),
      FRAMEWORK_DIGEST.guides,
    );
  });

  it('says of every framework where its pairs come from and when that was checked', () => {
    for (const { source, asOf, what } of frameworks().values()) {
      assert.match(asOf, /^\d{4}-\d{2}-\d{2}$/);
      assert.ok(source.length > 20 && what.length > 10);
    }
  });

  it('is frozen', () => {
    for (const items of itemsByFramework().values())
      for (const item of items) assert.ok(Object.isFrozen(item) && Object.isFrozen(item.pairs), item.id);
    assert.ok(Object.isFrozen(aiActDates) && Object.isFrozen(aiActTiers));
  });

  it('uses plain words', () => {
    const filler =
      /\b(?:ensur\w*|leverag\w*|seamless\w*|holistic\w*|utili[sz]\w*|facilitat\w*|in order to|shall)\b/i;
    for (const { asks, note = '' } of aiActArticles()) assert.doesNotMatch(`${asks} ${note}`, filler);
    for (const { what, status = '' } of frameworks().values())
      assert.doesNotMatch(`${what} ${status}`, filler);
  });
});

describe('catalogue: relations and names of other frameworks', () => {
  const related = (requirement: string, framework: string): string[] =>
    relationsOf(requirement).flatMap(({ item }) => (item.framework === framework ? [item.id] : []));

  it('finds what relates to a requirement, also through the heading it stands under', () => {
    assert.deepEqual(related('A.10.2', 'nist-ai-rmf'), ['GOVERN 6.1', 'GOVERN 6.2', 'MANAGE 3.1']);
    assert.deepEqual(related('6.3', 'nist-ai-rmf'), []);
    assert.deepEqual(related('10.1', 'iso-9001-2015'), ['10.3']);
    assert.ok(related('7.5.3', AI_ACT).includes('Art. 18'));
    assert.ok(related('A.6.2.4', 'iso-22989').length === 1 && related('A.6.1.2', 'iso-22989').length === 0);
    assert.deepEqual(relationsOf('A.99.9'), []);
  });

  it('finds parts as people write them', () => {
    const found = (text: string): string[] =>
      findItems(text).map(({ framework, id }) => `${framework} ${id}`);
    for (const text of ['GOVERN 1.1', 'govern 1.1', 'Govern-1.1'])
      assert.deepEqual(found(text), ['nist-ai-rmf GOVERN 1.1']);
    for (const text of ['Art. 27', 'art 27', 'Article 27'])
      assert.deepEqual(found(text), ['eu-ai-act Art. 27']);
    // A number alone is a clause of ISO/IEC 42001.
    for (const text of ['9.1', 'A.5.1', '', 'owner']) assert.deepEqual(found(text), []);
    assert.deepEqual(nearItems('GOVRN 1.1'), ['GOVERN 1.1']);
  });

  it('suggests a framework only where its numbers agree', () => {
    for (const [text, id] of Object.entries({
      'iso-9001': 'iso-9001-2015',
      'ISO/IEC 27001:2022': 'iso-27001-2022',
      'nist-airmf': 'nist-ai-rmf',
      'eu-aiact': 'eu-ai-act',
      'iso-42005-2025': 'iso-42005',
    }))
      assert.equal(suggestFramework(text)?.id, id, text);
    for (const text of ['iso-9001-2026', 'iso-27001-2013', 'nist-ai-600-1', 'soc2', 'hipaa', 'x', ''])
      assert.equal(suggestFramework(text), undefined, text);
    assert.equal(findFramework('iso-38507')?.title, 'ISO/IEC 38507:2022');
  });

  it('reads points of Annex III', () => {
    const found = (text: string): string[] => findAnnexIIIPoints(text).map(({ id }) => id);
    for (const text of [
      '5(b)',
      '5b',
      '5 (b)',
      '5.b',
      'Annex III point 5(b)',
      'Annex III, 5(B)',
      'III(5)(b)',
      '5(b): credit scoring',
      '5(b) credit scoring',
    ])
      assert.deepEqual(found(text), ['5(b)'], text);
    for (const text of ['4', '4 Employment']) assert.deepEqual(found(text), ['4(a)', '4(b)'], text);
    for (const text of ['9', '5(e)', '5(b)(c)', 'b', '', '55']) assert.deepEqual(found(text), [], text);
    assert.deepEqual(nearAnnexIIIPoints('4(c)'), ['4(a)', '4(b)']);
    assert.deepEqual(nearAnnexIIIPoints('55(b)'), ['5(b)']);
    assert.deepEqual(nearAnnexIIIPoints('12(q)'), []);
  });

  it('knows which clauses exist, and says nothing of those of standards it does not hold', () => {
    const has = (text: string): boolean | undefined => {
      const served = parseServed(text);
      assert.ok(served, text);
      return hasClause(served);
    };
    for (const text of [
      'iso-9001-2015:9.1',
      'iso-9001-2015: 8.5.1',
      'iso-9001-2015:9.3.2 c)',
      'iso-27001-2022:7.5',
      'iso-27001-2022:A.8.15',
      'eu-ai-act:Art. 27',
      'eu-ai-act:17(1)(a)',
      'eu-ai-act:Annex IV',
      'nist-ai-rmf:MAP 1.1',
      'nist-ai-rmf:GOVERN',
    ])
      assert.equal(has(text), true, text);
    for (const text of [
      'iso-9001-2015:9.9',
      'iso-9001-2015:A.5.1',
      'iso-27001-2022:8.4',
      'iso-27001-2022:A.8.40',
      'eu-ai-act:Art. 200',
      'eu-ai-act:0',
      'nist-ai-rmf:GOVERN 9',
    ])
      assert.equal(has(text), false, text);
    for (const text of ['iso-42005:6.3', 'soc2:CC7.1', 'iso-9001-2026:9.1'])
      assert.equal(has(text), undefined, text);
    for (const text of ['9.1', '', ':9.1', 'iso-9001-2015:', 'iso-9001-2015'])
      assert.equal(parseServed(text), undefined, text);
  });
});
