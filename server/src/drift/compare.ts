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
import { ownMakings } from './own';
import { summaryOf } from './summary';
import { codeOf } from './system-code';
import type { Use, What } from './use';

export interface UseAt {
  readonly entry: CodeEntry;
  readonly use: Use;
}

/** Something the code uses and no card that covers the code names: one cause, however often it is used. */
export interface NotOnCard {
  readonly what: What;
  /** Where it is used, in order of files and lines. Never empty. */
  readonly uses: readonly [UseAt, ...UseAt[]];
}

interface Sections {
  readonly models: Section<CardModel>;
  readonly datasets: Section<CardDataset>;
}

/** All that a system's code uses, tests and examples left out, with what its card says. */
export interface Compared extends Sections {
  /** Files the card covers, tests and examples included. */
  readonly entries: readonly CodeEntry[];
  readonly uses: readonly UseAt[];
  readonly notOnCard: readonly NotOnCard[];
}

/** One thing, whoever's name stands before it. */
const causeOf = ({ use: { what, names } }: UseAt): string => `${what} ${names[0].key} ${names[0].tag ?? ''}`;

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

function compare(snapshot: Snapshot, system: SystemEntry, entries: readonly CodeEntry[]): Compared {
  const own = sectionsOf(snapshot, system);
  const isMade = ownMakings(entries.map(({ facts }) => summaryOf(facts)));
  const decided = new Map<string, boolean>();
  const isMissing = ({ entry: { coveredBy }, use }: UseAt): boolean => {
    // Where several cards cover a file, the first speaks for them all.
    if (coveredBy[0] !== system) return false;
    const others = coveredBy.slice(1);
    const key = others.length === 0 ? use.id : `${use.id} ${others.map(({ id }) => id).join(' ')}`;
    let answer = decided.get(key);
    if (answer === undefined) {
      const cards = [own, ...others.map((each) => sectionsOf(snapshot, each))];
      answer = !isMade(use) && cards.every((card) => isForeign(use, card));
      decided.set(key, answer);
    }
    return answer;
  };
  const uses = entries
    .filter(({ silent }) => !silent)
    .flatMap((entry) => summaryOf(entry.facts).uses.map((use) => ({ entry, use })));
  const causes = [...groupBy(uses.filter(isMissing), causeOf).values()];
  return {
    ...own,
    entries,
    uses,
    notOnCard: causes.flatMap(([first, ...others]) =>
      first ? [{ what: first.use.what, uses: [first, ...others] }] : [],
    ),
  };
}

const compared = new WeakMap<SystemEntry, Compared>();

/** Kept while neither the card nor any file it covers is another. */
export function comparedOf(snapshot: Snapshot, system: SystemEntry): Compared {
  const entries = codeOf(snapshot, system);
  const before = compared.get(system);
  if (before?.entries === entries || (before && isSameList(before.entries, entries))) return before;
  const now = compare(snapshot, system, entries);
  compared.set(system, now);
  return now;
}

const isSameList = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((each, index) => each === other[index]);

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
