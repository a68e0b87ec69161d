/** Revisions: the one the card pins against the one the code asks for. */
import { isPlaceholder } from '../model/scalars';
import { groupBy } from '../workspace/group-by';
import { itemsOf, type CardModel, type Section } from './card';
import { loud, together } from './code-index';
import { comparedOf, perSystem, usesAt, type Uses } from './compare';
import { parseName, type Name } from './name';
import type { Use } from './use';

export interface Unpinned {
  readonly model: CardModel;
  readonly pinned: string;
  /** The revision the code names; undefined where it takes the newest. */
  readonly other: string | undefined;
  readonly uses: Uses;
}

/** Names that move on: to pin one of them is to pin nothing. */
const MOVING = /^(?:main|master|head|latest|default|dev|newest)$/i;
const HEX = /^[0-9a-f]{7,40}$/i;
const digits = (text: string): string => text.replace(/\D/g, '');

/** What the card pins: its revision, else the day of a snapshot in the name. */
function pinOf({ basedOn }: CardModel): string | undefined {
  const revision = basedOn?.revision?.value;
  if (revision !== undefined) return MOVING.test(revision) || isPlaceholder(revision) ? undefined : revision;
  return basedOn?.name && parseName(basedOn.name.value)?.dated;
}

/** A short commit is the same as the long one it begins, and a day is one however it is written. */
function isSameRevision(one: string, other: string): boolean {
  const [a, b] = [one.trim().toLowerCase(), other.trim().toLowerCase()];
  if (a === b) return true;
  if (HEX.test(a) && HEX.test(b)) return a.startsWith(b) || b.startsWith(a);
  return a.replace(/^v/, '') === b.replace(/^v/, '') || (digits(a).length >= 3 && digits(a) === digits(b));
}

/** The revision a call asks for: `newest`, its name, or undefined where that is not known. */
function askedOf({ signal, names: [name] }: Use, pin: string): { readonly name?: string } | undefined {
  if (signal.kind !== 'ai-api-call') {
    if (!signal.revision || signal.revision.is === 'unknown') return undefined;
    return signal.revision.is === 'named' ? { name: signal.revision.name } : {};
  }
  // Hosted models carry the snapshot in their name; what else may be pinned of them no call can ask for.
  if (name.dated !== undefined) return { name: name.dated };
  return isDay(pin) || namesSnapshot(pin, name) ? {} : undefined;
}

const isDay = (text: string): boolean => /^\d{4}-?\d{2}-?\d{2}$|^\d{4}$|^00\d$/.test(text.trim());
const namesSnapshot = (text: string, { key }: Name): boolean => {
  const named = parseName(text);
  return named?.dated !== undefined && named.key === key;
};

/** The card's pin that a use does not keep; undefined where it keeps one, or that is not known. */
function brokenPin(use: Use, models: Section<CardModel>): Omit<Unpinned, 'uses'> | undefined {
  const broken = itemsOf(use, models)
    .filter(({ basedOn }) => basedOn)
    .map((model) => {
      const pinned = pinOf(model);
      const asks = pinned === undefined ? undefined : askedOf(use, pinned);
      if (pinned === undefined || !asks) return undefined;
      const isKept = asks.name !== undefined && isSameRevision(asks.name, pinned);
      return isKept ? undefined : { model, pinned, other: asks.name };
    });
  // Two entries of the same name may pin two revisions: one that fits is enough.
  return broken.includes(undefined) ? undefined : broken[0];
}

/** One for each model and revision that the code asks for instead of the pinned one. */
export const unpinned = perSystem((snapshot, system): readonly Unpinned[] => {
  const { models, code } = comparedOf(snapshot, system);
  if (!models.items.some(({ item }) => pinOf(item) !== undefined)) return [];
  const broken = [...code.byId.values()].flatMap((places) => {
    const use = places[0]?.mark.use;
    const pin = use?.what === 'model' && use.known === 'public' ? brokenPin(use, models) : undefined;
    return pin ? [{ ...pin, places: loud(places) }] : [];
  });
  const causes = groupBy(
    broken,
    ({ model, pinned, other }) => `${pinned} ${other ?? ''} ${model.id?.value ?? ''}`,
  );
  return [...causes.values()].flatMap((same) => {
    const uses = usesAt(together(same.map(({ places }) => places)));
    const [first] = same;
    return first && uses ? [{ model: first.model, pinned: first.pinned, other: first.other, uses }] : [];
  });
});
