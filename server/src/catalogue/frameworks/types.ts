/** Other frameworks beside ISO/IEC 42001, and how their parts relate to its clauses and controls. */

/** How sure we are of a pair; its framework's `source` says of whom it comes. */
export type Confidence = 'high' | 'medium' | 'low';

/** `direct`: it asks for much the same; `supporting`: it helps. Not every source says. */
export type Fit = 'direct' | 'supporting';

/** What pairs of a framework mean: they touch one subject, share one text, relate as we read them, or guide. */
export type Reading = 'touches' | 'shares' | 'relates' | 'guides';

/** A framework that an organization can list under `frameworks`. */
export interface Framework {
  readonly id: string;
  readonly title: string;
  /** What it is, in our own words. */
  readonly what: string;
  /** Edition, state or what to beware of. */
  readonly status?: string;
  /** Where its pairs come from. */
  readonly source: string;
  readonly url?: string;
  /** Day the facts were last checked, as YYYY-MM-DD. */
  readonly asOf: string;
  readonly reading: Reading;
}

/** A part of a framework with an id of its own: a subcategory, article, clause or control; a guide as a whole. */
export interface FrameworkItem {
  readonly framework: string;
  readonly id: string;
  readonly title: string;
  readonly pairs: readonly Pair[];
}

/** One way from a framework to ISO/IEC 42001. */
export interface Pair {
  /** A clause at any depth, a control, or a heading of Annex A such as A.6.2. */
  readonly requirement: string;
  readonly confidence: Confidence;
  readonly fit?: Fit;
  /** Which points of the article. */
  readonly points?: string;
}

/** A pair seen from ISO/IEC 42001. */
export interface Relation extends Pair {
  readonly item: FrameworkItem;
}

/** A subcategory of NIST AI RMF, with the headings above it. */
export interface NistSubcategory extends FrameworkItem {
  readonly category: string;
  readonly function: string;
}

export type AiActRole = 'provider' | 'deployer';
/** To which systems a duty applies; `related`: owed with another article or on an occasion only, so never asked for. */
export type AiActScope =
  'literacy' | 'prohibited' | 'high-risk' | 'fria' | 'transparency' | 'gpai' | 'gpai-systemic' | 'related';

/** An article of the EU AI Act that somebody owes. */
export interface AiActArticle extends FrameworkItem {
  readonly asks: string;
  readonly holders: readonly AiActRole[];
  readonly applies: AiActScope;
  readonly note?: string;
}

/** First days on which duties bind, as YYYY-MM-DD. */
export interface AiActDates {
  readonly literacy: string;
  readonly prohibited: string;
  /** `public`: systems for public authorities that were on the market before. */
  readonly highRisk: { readonly annexIII: string; readonly annexI: string; readonly public: string };
  readonly transparency: string;
  /** `older`: models on the market before `from`. */
  readonly gpai: { readonly from: string; readonly older: string };
}

export interface AiActTier {
  readonly id: string;
  readonly what: string;
}

/** A listed use: `5(b)`, or `2` where the point has no letters. */
export interface AnnexIIIPoint {
  readonly id: string;
  readonly area: string;
  readonly what: string;
}

/**
 * The forms in which `data.generated.ts` holds the facts: tables whose rows are texts with `|` between the cells, and
 * pairs as the data file writes them, joined with `; `. A third smaller than objects, and expanded when asked for.
 */
export type Row = string;
export interface RawTable {
  readonly framework: Framework;
  /** id | title | pairs; headings of NIST AI RMF have no pairs. */
  readonly items: readonly Row[];
}
export interface RawShared extends RawTable {
  /** Ids that exist and share no requirement, with blanks between. */
  readonly more: string;
}
export interface RawAiAct {
  readonly framework: Framework;
  readonly dates: AiActDates;
  /** date | what */
  readonly timeline: readonly Row[];
  readonly tiers: readonly AiActTier[];
  /** id | area | what */
  readonly annexIII: readonly Row[];
  /** id | title | asks | holders | applies | note | pairs */
  readonly articles: readonly Row[];
}
export interface RawGuides {
  readonly source: string;
  readonly asOf: string;
  /** id | reference | title | what | status | pairs */
  readonly standards: readonly Row[];
}
