/** "Used by 4 systems", above the profiles, suppliers and people of an organization. */
import { tr } from '../../l10n/tr';
import type { Artefact } from '../../model/build';
import type { Definition, Reference } from '../../model/problems';
import type { EntityKind } from '../../schema/field';
import type { OrganizationEntry, Snapshot, SystemEntry } from '../../workspace/snapshot';
import { locationOf } from '../tree/locate';
import type { Lens } from './types';

const SHARED: ReadonlySet<EntityKind> = new Set<EntityKind>(['profile', 'supplier', 'person']);

const keyOf = (kind: EntityKind, id: string): string => `${kind} ${id}`;

export function usedLenses(snapshot: Snapshot, artefact: Artefact): readonly Lens[] {
  const organization = snapshot.organizations.find((entry) => entry.artefact === artefact);
  const shared = artefact.definitions.filter(({ of }) => SHARED.has(of));
  if (!organization || shared.length === 0) return [];
  const uses = usesOf(organization);
  return shared.flatMap((definition) =>
    lens(snapshot, definition, uses.get(keyOf(definition.of, definition.id))),
  );
}

function lens(
  snapshot: Snapshot,
  { place }: Definition,
  uses: readonly Reference[] | undefined,
): readonly Lens[] {
  const range = snapshot.rangeOf(place, 'key');
  // Nobody uses everybody: not to be named is no news.
  if (!range || !uses || uses.length === 0) return [];
  const [first] = uses;
  return [
    {
      range,
      title: tr(uses.length === 1 ? 'Used by 1 system' : 'Used by {0} systems', uses.length),
      reveal: () => first && locationOf(snapshot, first.place),
    },
  ];
}

/** By kind and id of what the organization defines: the first place that names it, of each system that does. */
function usesOf(organization: OrganizationEntry): ReadonlyMap<string, readonly Reference[]> {
  const uses = new Map<string, Reference[]>();
  for (const system of organization.systems)
    for (const [key, reference] of namedBy(organization, system)) {
      const list = uses.get(key);
      if (list) list.push(reference);
      else uses.set(key, [reference]);
    }
  return uses;
}

/** What a system names itself, in its card and its assessments, and through its profile. */
function namedBy(organization: OrganizationEntry, system: SystemEntry): ReadonlyMap<string, Reference> {
  const { artefact } = organization;
  const profile = system.own.profile?.value;
  const parts = [
    ...(system.inventoryOnly
      ? [outward(artefact, (route) => isBelow(route, system.own.place.route))]
      : [outwardOf(system.artefact)]),
    ...system.assessments.map((entry) => outwardOf(entry.artefact)),
    ...(profile === undefined ? [] : [outward(artefact, (route) => isBelow(route, ['profiles', profile]))]),
  ];
  const named = new Map<string, Reference>();
  for (const part of parts)
    for (const [key, reference] of part) if (!named.has(key)) named.set(key, reference);
  return named;
}

const isBelow = (route: Reference['place']['route'], top: Reference['place']['route']): boolean =>
  top.every((step, index) => route[index] === step);

/** By file as it was read: an edit makes that of one file anew. */
const kept = new WeakMap<Artefact, ReadonlyMap<string, Reference>>();

function outwardOf(artefact: Artefact): ReadonlyMap<string, Reference> {
  let named = kept.get(artefact);
  if (!named) {
    const own = new Set(artefact.definitions.map(({ of, id }) => keyOf(of, id)));
    named = new Map([...outward(artefact, () => true)].filter(([key]) => !own.has(key)));
    kept.set(artefact, named);
  }
  return named;
}

/** The first reference to each thing that organizations share. */
function outward(
  artefact: Artefact,
  isMeant: (route: Reference['place']['route']) => boolean,
): ReadonlyMap<string, Reference> {
  const named = new Map<string, Reference>();
  for (const reference of artefact.references)
    for (const kind of reference.to) {
      const key = keyOf(kind, reference.id);
      if (SHARED.has(kind) && !named.has(key) && isMeant(reference.place.route)) named.set(key, reference);
    }
  return named;
}
