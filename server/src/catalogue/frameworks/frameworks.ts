/** The frameworks with their parts, expanded from the compact data once somebody asks. Frozen. */
import { aiAct, guides, iso27001, iso9001, nist } from './data.generated';
import { parsePairs } from './pairs';
import type {
  AiActArticle,
  AiActDates,
  AiActRole,
  AiActScope,
  AiActTier,
  AnnexIIIPoint,
  Framework,
  FrameworkItem,
  NistSubcategory,
  Row,
} from './types';

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};

/** The cells of a row; the generator has seen to it that there are as many as its table has. */
const cellsOf = (row: Row): readonly [string, string, ...string[]] =>
  row.split('|') as [string, string, ...string[]];

function itemOf(framework: Framework, row: Row): FrameworkItem {
  const [id, title, pairs = ''] = cellsOf(row);
  return Object.freeze({ framework: framework.id, id, title, pairs: Object.freeze(parsePairs(pairs)) });
}

const nistItems = once(() => nist.items.map((row) => itemOf(nist.framework, row)));

/** The 72 subcategories. Their ids say where they belong: `GOVERN 1.1` stands under `GOVERN 1`, and that under `GOVERN`. */
export const nistSubcategories = once((): readonly NistSubcategory[] => {
  const titled = (id: string): string =>
    `${id} ${nistItems().find((heading) => heading.id === id)?.title ?? ''}`;
  return nistItems().flatMap((item) => {
    const [category = '', number] = item.id.split('.');
    if (number === undefined) return [];
    const [name = ''] = category.split(' ');
    return Object.freeze({ ...item, category: titled(category), function: titled(name) });
  });
});

export const aiActArticles = once((): readonly AiActArticle[] =>
  aiAct.articles.map((row) => {
    const [id, title, asks = '', holders = '', applies = '', note = '', pairs = ''] = cellsOf(row);
    return Object.freeze({
      ...itemOf(aiAct.framework, `${id}|${title}|${pairs}`),
      asks,
      holders: Object.freeze(holders.split('; ') as AiActRole[]),
      applies: applies as AiActScope,
      ...(note === '' ? {} : { note }),
    });
  }),
);

export const aiActDates: AiActDates = Object.freeze(aiAct.dates);
export const aiActTiers: readonly AiActTier[] = Object.freeze(aiAct.tiers);

export const aiActTimeline = once(() =>
  aiAct.timeline.map((row) => {
    const [date, what] = cellsOf(row);
    return Object.freeze({ date, what });
  }),
);

export const annexIIIPoints = once((): readonly AnnexIIIPoint[] =>
  aiAct.annexIII.map((row) => {
    const [id, area, what = ''] = cellsOf(row);
    return Object.freeze({ id, area, what });
  }),
);

/** Standards that guide: each is one item of its own. */
const guideEntries = once(() =>
  guides.standards.map((row): { readonly framework: Framework; readonly item: FrameworkItem } => {
    const [id, ref, title = '', what = '', status = '', pairs = ''] = cellsOf(row);
    const { source, asOf } = guides;
    const framework = Object.freeze({
      id,
      title: ref,
      what,
      ...(status === '' ? {} : { status }),
      source,
      asOf,
      reading: 'guides' as const,
    });
    // What supports what is our own reading: none of it is sure.
    const supports = parsePairs(pairs).map((pair) => ({ ...pair, confidence: 'medium' as const }));
    return {
      framework,
      item: Object.freeze({ framework: id, id: ref, title, pairs: Object.freeze(supports) }),
    };
  }),
);

/** By the id that stands under `frameworks`; those with a crosswalk of their own first. */
export const frameworks = once(
  (): ReadonlyMap<string, Framework> =>
    new Map(
      [nist, aiAct, iso27001, iso9001, ...guideEntries()].map(({ framework }) => [
        framework.id,
        Object.freeze(framework),
      ]),
    ),
);

/** Every part of every framework, by framework. */
export const itemsByFramework = once(
  (): ReadonlyMap<string, readonly FrameworkItem[]> =>
    new Map<string, readonly FrameworkItem[]>([
      [nist.framework.id, nistItems()],
      [aiAct.framework.id, aiActArticles()],
      ...[iso27001, iso9001].map(
        ({ framework, items }) => [framework.id, items.map((row) => itemOf(framework, row))] as const,
      ),
      ...guideEntries().map(({ framework, item }) => [framework.id, [item]] as const),
    ]),
);

/** Ids of clauses that exist but share no requirement, by framework. */
export const otherIds: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [iso27001, iso9001].map(({ framework, more }) => [framework.id, new Set(more.split(' '))]),
);
