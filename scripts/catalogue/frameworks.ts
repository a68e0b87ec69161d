/** Loads the files of server/data/frameworks. */
import { parsePair } from '../../server/src/catalogue/frameworks/pairs';
import type {
  RawAiAct,
  RawGuides,
  RawShared,
  RawTable,
  Row,
} from '../../server/src/catalogue/frameworks/types';
import type { KnownIds } from './known-ids';
import { list, oneOf, optional, record, text, textLike, type Shape } from './shape';
import { CatalogueError, type Source } from './source';

const date = textLike(/^\d{4}-\d{2}-\d{2}$/, 'a date');

/** Pairs in their short form; each leads to something ISO/IEC 42001 has. */
function pairs(known: KnownIds): Shape<readonly string[]> {
  const ids: readonly string[] = [...known.ControlId, ...known.ClauseId, ...known.GroupId, 'A.6.1', 'A.6.2'];
  return list({
    check: (value, path, report) => {
      const pair = typeof value === 'string' ? parsePair(value) : undefined;
      if (!pair) report(path, 'must be a pair, such as `A.6.2.4? direct 9(6)`');
      else if (!ids.includes(pair.requirement)) report(path, `${pair.requirement} is no clause or control`);
    },
  });
}

const framework = record({
  id: text,
  title: text,
  what: text,
  status: optional(text),
  source: text,
  url: optional(text),
  asOf: date,
  reading: oneOf(['touches', 'shares', 'relates', 'guides']),
});

const item = (known: KnownIds) => record({ id: text, title: text, pairs: pairs(known) });

const row = (...cells: readonly (string | readonly string[] | undefined)[]): Row =>
  cells.map((cell) => (typeof cell === 'object' ? cell.join('; ') : (cell ?? ''))).join('|');

/** @throws CatalogueError where a text holds the sign that parts the cells */
function rows(source: Source, made: readonly Row[], cells: number): readonly Row[] {
  const odd = made.find((each) => each.split('|').length !== cells);
  if (odd !== undefined) throw new CatalogueError(`${source.file}: no text may hold a |: ${odd}`);
  return made;
}

export function loadNist(source: Source, known: KnownIds): RawTable {
  const category = record({ id: text, title: text, subcategories: list(item(known), 1) });
  const file = source.read(
    record({
      framework,
      functions: list(record({ id: text, title: text, categories: list(category, 1) })),
    }),
  );
  const items = file.functions.flatMap((each) => [
    row(each.id, each.title, ''),
    ...each.categories.flatMap(({ id, title, subcategories }) => [
      row(id, title, ''),
      ...subcategories.map((entry) => row(entry.id, entry.title, entry.pairs)),
    ]),
  ]);
  return { framework: file.framework, items: rows(source, items, 3) };
}

/** A standard that shares the Harmonized Structure. */
export function loadShared(source: Source, known: KnownIds): RawShared {
  const file = source.read(record({ framework, items: list(item(known)), more: list(text) }));
  const items = file.items.map((entry) => row(entry.id, entry.title, entry.pairs));
  return { framework: file.framework, items: rows(source, items, 3), more: file.more.join(' ') };
}

const SCOPES = [
  'literacy',
  'prohibited',
  'high-risk',
  'fria',
  'transparency',
  'gpai',
  'gpai-systemic',
  'related',
] as const;

const aiActFile = (known: KnownIds) =>
  record({
    framework,
    dates: record({
      literacy: date,
      prohibited: date,
      highRisk: record({ annexIII: date, annexI: date, public: date }),
      transparency: date,
      gpai: record({ from: date, older: date }),
    }),
    timeline: list(record({ date, what: text })),
    tiers: list(record({ id: text, what: text })),
    annexIII: list(record({ point: text, area: text, uses: list(record({ id: text, what: text }), 1) })),
    articles: list(
      record({
        id: text,
        title: text,
        asks: text,
        holders: list(oneOf(['provider', 'deployer']), 1),
        applies: oneOf(SCOPES),
        note: optional(text),
        pairs: optional(pairs(known)),
      }),
    ),
  });

export function loadAiAct(source: Source, known: KnownIds): RawAiAct {
  const file = source.read(aiActFile(known));
  const { framework: about, dates, tiers } = file;
  return {
    framework: about,
    dates,
    timeline: rows(
      source,
      file.timeline.map((entry) => row(entry.date, entry.what)),
      2,
    ),
    tiers,
    annexIII: rows(
      source,
      file.annexIII.flatMap(({ area, uses }) => uses.map((use) => row(use.id, area, use.what))),
      3,
    ),
    articles: rows(
      source,
      file.articles.map(({ id, title, asks, holders, applies, note, pairs: own }) =>
        row(id, title, asks, holders, applies, note, own),
      ),
      7,
    ),
  };
}

export function loadGuides(source: Source, known: KnownIds): RawGuides {
  const standard = record({
    id: text,
    ref: text,
    title: text,
    what: text,
    status: optional(text),
    supports: optional(pairs(known)),
  });
  const file = source.read(record({ source: text, asOf: date, standards: list(standard) }));
  const standards = file.standards.map(({ id, ref, title, what, status, supports }) =>
    row(id, ref, title, what, status, supports),
  );
  return { source: file.source, asOf: file.asOf, standards: rows(source, standards, 6) };
}
