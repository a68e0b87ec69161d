/** What the tests compare the frameworks with, in one form for the catalogue and the fact files. */
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

export interface FrameworkDigest {
  /** Subcategory or heading: its title, and the requirements it touches. */
  readonly nist: Readonly<Record<string, readonly [title: string, ...touches: string[]]>>;
  /** `A.2.2 Art. 17 supporting high: 17(1)(a), 17(1)(m)`. */
  readonly aiActControls: readonly string[];
  /** `5.3 Art. 17: 17(1)(m)`. */
  readonly aiActClauses: readonly string[];
  readonly aiActArticles: Readonly<Record<string, string>>;
  /** First days for Annex III and Annex I systems, by article. */
  readonly highRiskDates: Readonly<Record<string, readonly [annexIII: string, annexI: string | null]>>;
  readonly transparencyDate: string;
  readonly timeline: readonly string[];
  readonly annexIII: readonly string[];
  /** `4.1: 4.1 Understanding … | 4.1 Understanding …` */
  readonly sharedClauses: readonly string[];
  /** `A.2.2 A.5.1 Policies for information security` */
  readonly sharedControls: readonly string[];
  readonly operation: readonly string[];
  readonly guides: readonly string[];
}

const ROOT = new URL('../../../', import.meta.url);
const FACTS = new URL('../shared/facts/', ROOT);

export const FRAMEWORK_DIGEST = JSON.parse(
  readFileSync(new URL('test/fixtures/catalogue/frameworks.json', ROOT), 'utf8'),
) as FrameworkDigest;

export const hasFrameworkFacts = (): boolean => existsSync(FACTS);

interface Labelled {
  id: string;
  label: string;
}
interface Titled {
  id: string;
  title: string;
}
interface AiActFacts {
  timeline: { date: string; what: string }[];
  annex_iii: { point: string; area: string; uses: string[] }[];
  articles: (Titled & {
    applies: { annex_iii_high_risk?: string; annex_i_high_risk?: string; general?: string };
  })[];
  control_pairs: { control: string; article: string; points: string[]; fit: string; confidence: string }[];
  clause_pairs: { clause: string; article: string; points: string }[];
}

const read = (file: string): unknown => parse(readFileSync(new URL(file, FACTS), 'utf8'));

function nistOfFacts(): FrameworkDigest['nist'] {
  const { functions } = read('nist-ai-rmf.yaml') as {
    functions: (Labelled & { categories: (Labelled & { subcategories: Labelled[] })[] })[];
  };
  const { pairs } = read('crosswalk-42001-nist.yaml') as {
    pairs: { nist: string; iso: string; confidence: string }[];
  };
  const entries = functions.flatMap((each) => [
    each,
    ...each.categories.flatMap((category) => [category, ...category.subcategories]),
  ]);
  return Object.fromEntries(
    entries.map(({ id, label }) => [
      id,
      [
        label,
        ...pairs
          .filter(({ nist }) => nist === id)
          .map(({ iso, confidence }) => (confidence === 'high' ? iso : `${iso} ${confidence}`)),
      ],
    ]),
  );
}

function aiActOfFacts(): Pick<
  FrameworkDigest,
  | 'aiActControls'
  | 'aiActClauses'
  | 'aiActArticles'
  | 'highRiskDates'
  | 'transparencyDate'
  | 'timeline'
  | 'annexIII'
> {
  const facts = read('crosswalk-42001-eu-ai-act.yaml') as AiActFacts;
  return {
    aiActControls: facts.control_pairs
      .map((p) => `${p.control} ${p.article} ${p.fit} ${p.confidence}: ${p.points.join(', ')}`)
      .sort(),
    // The system as a whole beside Art. 17 is no pair of a requirement: a note of the article says it.
    aiActClauses: facts.clause_pairs
      .filter(({ clause }) => clause !== '4-10')
      .map((p) => `${p.clause} ${p.article}: ${p.points}`)
      .sort(),
    aiActArticles: Object.fromEntries(facts.articles.map(({ id, title }) => [id, title])),
    highRiskDates: Object.fromEntries(
      facts.articles.flatMap(({ id, applies }) =>
        applies.annex_iii_high_risk === undefined
          ? []
          : [[id, [applies.annex_iii_high_risk, applies.annex_i_high_risk ?? null]]],
      ),
    ),
    transparencyDate: facts.articles.find(({ id }) => id === 'Art. 50')?.applies.general ?? '',
    timeline: facts.timeline.map(({ date, what }) => `${date} ${what}`),
    annexIII: facts.annex_iii.flatMap(({ area, point, uses }) =>
      uses.map((use) => `${point} ${area}: ${use.replace(/^\([a-z]\) /, '')}`),
    ),
  };
}

function sharedOfFacts(): Pick<FrameworkDigest, 'sharedClauses' | 'sharedControls' | 'operation'> {
  const facts = read('integrations.yaml') as {
    clause_map: { iso42001: Titled; iso27001: Titled | null; iso9001_2015: Titled | null }[];
    annex_a_overlap: { control: string; iso27001: Titled[] }[];
    iso9001_operation_links: { iso9001: string; controls: string[] }[];
  };
  const shown = (entry: Titled | null): string => (entry ? `${entry.id} ${entry.title}` : '-');
  return {
    sharedClauses: facts.clause_map.map(
      (each) => `${each.iso42001.id}: ${shown(each.iso27001)} | ${shown(each.iso9001_2015)}`,
    ),
    sharedControls: facts.annex_a_overlap
      .flatMap(({ control, iso27001 }) => iso27001.map((each) => `${control} ${each.id} ${each.title}`))
      .sort(),
    operation: facts.iso9001_operation_links
      .flatMap(({ iso9001, controls }) => controls.map((control) => `${control} ${iso9001}`))
      .sort(),
  };
}

/** Left out: what has an entry of its own, and the European adoption of ISO/IEC 42001 itself. */
const NO_GUIDES = ['ISO/IEC 27001:2022', 'ISO 9001:2026', 'EN ISO/IEC 42001:2026'];

function guidesOfFacts(): readonly string[] {
  const { standards } = read('related-standards.yaml') as {
    standards: { ref: string; title: string; supports: string[] }[];
  };
  return standards
    .filter(({ ref }) => !NO_GUIDES.includes(ref))
    .map(({ ref, title, supports }) => {
      // Neither `certification` nor clause 3 (terms) is a requirement.
      const ids = supports.filter((id) => /^(?:A\.)?\d+(?:\.\d+)*$/.test(id) && id !== '3');
      return `${ref} ${title}: ${ids.join(' ')}`;
    });
}

export const digestOfFrameworkFacts = (): FrameworkDigest => ({
  nist: nistOfFacts(),
  ...aiActOfFacts(),
  ...sharedOfFacts(),
  guides: guidesOfFacts(),
});
