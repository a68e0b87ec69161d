/** The code a card covers against what the card names. */
import type { CodeEntry, Snapshot, SystemEntry } from '../workspace/snapshot';
import { groupBy } from '../workspace/group-by';
import {
  datasetsOnCard,
  isOnCard,
  modelsOnCard,
  type CardDataset,
  type CardModel,
  type Section,
} from './card';
import { codeIndex, loud, together, type At, type CodeIndex } from './code-index';
import { ownMakings } from './own';
import { codeOf } from './system-code';
import type { Use, What } from './use';

export interface UseAt {
  readonly entry: CodeEntry;
  readonly use: Use;
}

/** Where something is used, in order of files and lines, as far as anybody reads on. Never empty. */
export type Uses = readonly [UseAt, ...UseAt[]];

/** Something the code uses and no card that covers the code names: one cause, however often it is used. */
export interface NotOnCard {
  readonly what: What;
  readonly uses: Uses;
}

interface Sections {
  readonly models: Section<CardModel>;
  readonly datasets: Section<CardDataset>;
}

export interface Compared extends Sections {
  readonly code: CodeIndex;
  readonly notOnCard: readonly NotOnCard[];
}

/** One thing, whoever's name stands before it. */
const causeOf = ({ what, names: [name] }: Use): string => `${what} ${name.key} ${name.tag ?? ''}`;

/** A file of the workspace may be one of the card's models that does not say where its file is. */
const mayBeFileOfCard = ({ items }: Section<CardModel>): boolean => items.some(({ item }) => !item.artifact);

const standsInFolderOf = (text: string, artifact: string): boolean =>
  text.includes(artifact.replace(/^\.?\//, '').replace(/\/$/, ''));

/** Is it known that a card names no such thing? */
function isForeign(use: Use, { models, datasets }: Sections): boolean {
  const section: Section<unknown> = use.what === 'model' ? models : datasets;
  if (!section.whole || use.known === 'elsewhere' || isOnCard(use, section)) return false;
  if (use.known === 'public') return true;
  // A file of data may have been made from any of the card's data sets.
  if (use.what === 'dataset') return datasets.items.length === 0 && datasets.texts.length === 0;
  if (mayBeFileOfCard(models)) return false;
  return !models.items.some(({ item }) => item.artifact && standsInFolderOf(use.text, item.artifact.value));
}

const sectionsOf = (snapshot: Snapshot, system: SystemEntry): Sections => ({
  models: modelsOnCard(snapshot, system),
  datasets: datasetsOnCard(snapshot, system),
});

/** More places than anybody reads help nobody. */
const MOST_USES = 50;

/** Places as uses; undefined where there is none. */
export function usesAt(places: readonly At[]): Uses | undefined {
  const [first, ...others] = places
    .slice(0, MOST_USES)
    .flatMap(({ entry, mark }) => (mark.use ? [{ entry, use: mark.use }] : []));
  return first && [first, ...others];
}

function missing(
  snapshot: Snapshot,
  system: SystemEntry,
  code: CodeIndex,
  own: Sections,
): readonly NotOnCard[] {
  const isMade = ownMakings(code);
  // Where several cards cover a file, the first speaks for them all, and each of them may name it.
  const isOurs = ({ entry: { coveredBy } }: At, use: Use): boolean =>
    coveredBy[0] === system &&
    coveredBy.slice(1).every((other) => isForeign(use, sectionsOf(snapshot, other)));
  const foreign = [...code.byId.values()].flatMap((places) => {
    const use = places[0]?.mark.use;
    if (!use || isMade(use) || !isForeign(use, own)) return [];
    return [{ cause: causeOf(use), places: loud(places).filter((at) => isOurs(at, use)) }];
  });
  return [...groupBy(foreign, ({ cause }) => cause).values()].flatMap((same) => {
    const uses = usesAt(together(same.map(({ places }) => places)));
    return uses ? [{ what: uses[0].use.what, uses }] : [];
  });
}

const compared = new WeakMap<SystemEntry, Compared>();

/** Kept while neither the card nor any file it covers is another. */
export function comparedOf(snapshot: Snapshot, system: SystemEntry): Compared {
  const before = compared.get(system);
  const entries = codeOf(snapshot, system);
  if (before?.code.entries === entries) return before;
  const code = codeIndex(entries, before?.code);
  const own = sectionsOf(snapshot, system);
  const now: Compared = { ...own, code, notOnCard: missing(snapshot, system, code, own) };
  compared.set(system, now);
  return now;
}

/** Computes once for all files of a system, and again when the card or one of them is another. */
export function perSystem<T extends object>(
  compute: (snapshot: Snapshot, system: SystemEntry) => T,
): (snapshot: Snapshot, system: SystemEntry) => T {
  const kept = new WeakMap<Compared, T>();
  return (snapshot, system) => {
    const key = comparedOf(snapshot, system);
    let result = kept.get(key);
    if (!result) kept.set(key, (result = compute(snapshot, system)));
    return result;
  };
}
