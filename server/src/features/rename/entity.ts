/** The thing an id under a cursor names, and everywhere its id is given. */
import { isPlaceholder } from '../../model/scalars';
import { placeKey, type Place } from '../../model/located';
import type { Definition, Reference } from '../../model/problems';
import type { EntityKind } from '../../schema/field';
import type { Snapshot, SystemEntry } from '../../workspace/snapshot';
import { cursorAt, pointedAt } from '../cursor';
import type { DocumentPosition } from '../annotation';

/** One thing with an id. What a profile and a card both describe under one id is one thing in two places. */
export interface Entity {
  readonly of: EntityKind;
  readonly id: string;
  /** Where the id is given; never empty. */
  readonly definitions: readonly Place[];
}

/** The place of an id, as written under a cursor. */
export interface IdAt {
  readonly place: Place;
  readonly part: 'key' | 'value';
  readonly id: string;
}

/** @returns undefined where no id stands */
export function idAt(snapshot: Snapshot, { uri, position }: DocumentPosition): IdAt | undefined {
  const cursor = cursorAt(snapshot, uri, position);
  const pointed = cursor && pointedAt(cursor);
  if (!pointed || isPlaceholder(pointed.text)) return undefined;
  const { part, route, text } = pointed;
  return { place: { uri, document: cursor.yaml.index, route }, part, id: text };
}

/** @returns undefined where what stands there names nothing that a file of the workspace defines */
export function entityAt(snapshot: Snapshot, { place, part, id }: IdAt): Entity | undefined {
  const artefact = snapshot.files.get(place.uri)?.artefacts[place.document];
  const key = placeKey(place);
  const own = artefact?.definitions.find((each) => placeKey(each.place) === key && partOf(each) === part);
  if (own) return entity(snapshot, own);
  const reference = artefact?.references.find((each) => placeKey(each.place) === key && each.id === id);
  const meant = part === 'value' && reference ? meantBy(snapshot, reference) : undefined;
  return meant && entity(snapshot, meant);
}

/** Names of profiles are keys; all other ids are values. */
export const partOf = ({ of }: Pick<Definition, 'of'>): 'key' | 'value' =>
  of === 'profile' ? 'key' : 'value';

/** What a reference names: of the kinds it may name, the first that is there. */
export const meantBy = (snapshot: Snapshot, { to, id, place }: Reference): Definition | undefined =>
  to.map((kind) => snapshot.lookup(kind, id, place.uri)).find((found) => found !== undefined);

function entity(snapshot: Snapshot, definition: Definition): Entity {
  const { of, id } = definition;
  const same = of === 'system' ? systemsNamed(snapshot, definition) : mergedWith(snapshot, definition);
  const places = new Map([definition, ...same].map(({ place }) => [placeKey(place), place]));
  return { of, id, definitions: [...places.values()] };
}

/** A card and the entries of inventories that stand for it. Two cards of one id are two systems. */
function systemsNamed(snapshot: Snapshot, { id, place }: Definition): readonly Definition[] {
  const all = [...snapshot.files.values()].flatMap(({ artefacts }) =>
    artefacts.flatMap(({ definitions }) =>
      definitions.filter((each) => each.of === 'system' && each.id === id),
    ),
  );
  const isEntry = (each: Definition): boolean => each.place.route.length > 1;
  const cards = all.filter((each) => !isEntry(each));
  if (cards.length < 2) return all;
  const system = snapshot.systems.find(({ own }) => own.id && placeKey(own.id.place) === placeKey(place));
  const home = system?.organization.kind === 'found' ? system.organization.uri : undefined;
  return all.filter((each) => isEntry(each) && each.place.uri === home);
}

/** What a profile and its cards say of one id is put together: they have to keep the same one. */
function mergedWith(snapshot: Snapshot, definition: Definition): readonly Definition[] {
  const shared = sharedSection(definition);
  if (!shared) return [];
  const { uri, document } = definition.place;
  const own = (system: SystemEntry): boolean =>
    system.uri === uri && system.artefact.document === document && !system.inventoryOnly;
  const profiles = new Set(
    shared.profile === undefined
      ? snapshot.systems.filter(own).flatMap((system) => profileOf(system) ?? [])
      : [profileKey(uri, shared.profile)],
  );
  const isSame = (each: Definition): boolean => each.of === definition.of && each.id === definition.id;
  const inProfiles = snapshot.organizations.flatMap((organization) =>
    organization.artefact.definitions.filter((each) => {
      const { profile, section } = sharedSection(each) ?? {};
      return (
        isSame(each) &&
        section === shared.section &&
        profile !== undefined &&
        profiles.has(profileKey(organization.uri, profile))
      );
    }),
  );
  // Cards share nothing with each other but through their profile.
  if (inProfiles.length === 0) return [];
  const inCards = snapshot.systems
    .filter((system) => profiles.has(profileOf(system) ?? ''))
    .flatMap(({ artefact }) =>
      artefact.definitions.filter((each) => isSame(each) && sharedSection(each)?.section === shared.section),
    );
  return [...inProfiles, ...inCards];
}

const profileKey = (uri: string, name: string): string => `${uri} ${name}`;

const profileOf = ({ organization, own }: SystemEntry): string | undefined =>
  organization.kind === 'found' && own.profile ? profileKey(organization.uri, own.profile.value) : undefined;

/** The list a definition stands in, of a card or of a profile: `risks`, `datasets`. */
function sharedSection({
  place: { route },
}: Definition): { readonly section: string; readonly profile?: string } | undefined {
  const [top, ...rest] = route;
  const [first, second] = rest;
  if (typeof top !== 'string') return undefined;
  if (top !== 'profiles') return route.length === 3 ? { section: top } : undefined;
  return route.length === 5 && typeof first === 'string' && typeof second === 'string'
    ? { section: second, profile: first }
    : undefined;
}
