/** What a card says its system is made of, as names that uses in code are compared with. */
import type { AiSystem } from '../model/build';
import { below, has, type List } from '../model/located';
import { isPlaceholder } from '../model/scalars';
import { isReadWhole } from '../workspace/read-whole';
import type { Snapshot, SystemEntry } from '../workspace/snapshot';
import { fileName, isFamilyOf, isMentioned, isSame, parseName, type Name } from './name';
import type { Use } from './use';

export type CardModel = NonNullable<AiSystem['models']>['items'][number];
export type CardDataset = NonNullable<AiSystem['datasets']>['items'][number];

interface Named<T> {
  readonly item: T;
  readonly names: readonly Name[];
}

export interface Section<T> {
  readonly items: readonly Named<T>[];
  /** Texts that may speak of more: where data comes from, tools. */
  readonly texts: readonly string[];
  /** Is this all the card says? Where a part could not be read or holds a place open, nothing is known to be missing. */
  readonly whole: boolean;
}

const namesOf = (text: string): readonly Name[] => {
  const name = parseName(text);
  return name ? [name] : [];
};

/** "GPT-4o and GPT-4o mini (OpenAI)" names three things, and itself. */
const namesIn = (text: string | undefined): readonly Name[] => {
  if (text === undefined) return [];
  const parts = text.split(/,|;|\(|\)|\s+(?:and|or)\s+/);
  return [...new Set([text, ...parts])].flatMap((each) => parseName(each) ?? []);
};

const isOpen = (value: { readonly value: string } | undefined): boolean =>
  value !== undefined && isPlaceholder(value.value);

/** Is the profile a card starts from known? It may name more. */
function knowsProfile(snapshot: Snapshot, { own, organization }: SystemEntry): boolean {
  if (!has(own, 'profile')) return true;
  if (organization.kind !== 'found' || !own.profile) return false;
  const { body } = organization;
  return (
    body.profiles?.entries.has(own.profile.value) === true && isReadWhole(snapshot, below(body, 'profiles'))
  );
}

const isWholeList = (list: List<unknown> | undefined): boolean => !list || list.items.length === list.written;

function isWhole(snapshot: Snapshot, system: SystemEntry, key: 'models' | 'datasets'): boolean {
  const { own } = system;
  return (
    isReadWhole(snapshot, below(own, key)) &&
    (own[key] !== undefined || !has(own, key)) &&
    isWholeList(own[key]) &&
    knowsProfile(snapshot, system)
  );
}

const textsOf = (...lists: readonly (List<{ readonly value: string }> | undefined)[]): readonly string[] =>
  lists.flatMap((list) => list?.items.map(({ value }) => value) ?? []);

/** A base that is begun, but not named, could be any. */
const saysItsBase = (model: CardModel): boolean =>
  model.basedOn ? model.basedOn.name !== undefined && !isOpen(model.basedOn.name) : !has(model, 'basedOn');

export function modelsOnCard(snapshot: Snapshot, system: SystemEntry): Section<CardModel> {
  const { models, resources } = system.body;
  const items = models?.items ?? [];
  return {
    items: items.map((item) => ({
      item,
      names: [
        ...namesIn(item.basedOn?.name?.value),
        ...(item.id ? namesOf(item.id.value) : []),
        ...(item.artifact ? namesOf(fileName(item.artifact.value)) : []),
      ],
    })),
    texts: textsOf(resources?.tools),
    whole:
      isWhole(snapshot, system, 'models') && items.every((model) => saysItsBase(model) && !isOpen(model.id)),
  };
}

export function datasetsOnCard(snapshot: Snapshot, system: SystemEntry): Section<CardDataset> {
  const { datasets, resources } = system.body;
  const items = datasets?.items ?? [];
  return {
    items: items.map((item) => ({
      item,
      names: [
        ...[item.id, item.source].flatMap((each) => (each ? namesOf(each.value) : [])),
        ...(item.file ? namesOf(fileName(item.file.value)) : []),
      ],
    })),
    texts: [
      ...items.flatMap(({ id, source }) => [id, source].flatMap((each) => each?.value ?? [])),
      ...textsOf(resources?.data, resources?.tools),
    ],
    whole: isWhole(snapshot, system, 'datasets') && !items.some(({ id }) => isOpen(id)),
  };
}

/** The items of a card that a use is one of. */
export const itemsOf = <T>({ names }: Use, { items }: Section<T>): readonly T[] =>
  items
    .filter((each) =>
      each.names.some((onCard) => names.some((name) => isSame(name, onCard) || isFamilyOf(onCard, name))),
    )
    .map(({ item }) => item);

/** `mnist` stands in `mnist-train`, a name people give to a part of it. */
const isPartOf = ({ words }: Name, text: string): boolean =>
  isMentioned(words.join(' '), text.split(/[^\p{L}\p{N}]+/u).join(' '));

/** Does the card speak of it anywhere it may? */
export function isOnCard(use: Use, section: Section<unknown>): boolean {
  if (itemsOf(use, section).length > 0) return true;
  return section.texts.some(
    (text) =>
      isMentioned(use.text, text) ||
      (use.what === 'dataset' && use.names.some((name) => isPartOf(name, text))),
  );
}
