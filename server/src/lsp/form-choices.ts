/** What the inputs of new systems and assessments offer: people, and words of the format with what they mean. */
import { fieldAt, type Kind } from '../schema';
import type { Organization } from '../model/build';
import { isPlaceholder } from '../model/scalars';
import type { Choice } from '../protocol';
import { linkedOrganization, type Snapshot } from '../workspace/snapshot';
import { folderOf, isWithin } from '../workspace/uri';

/** Whose people a file or folder names: the organization its system belongs to, else the nearest above. */
export function organizationFor({ systems, organizations }: Snapshot, uri: string): Organization | undefined {
  const system = systems.find((each) => each.uri === uri && !each.inventoryOnly);
  if (system) return linkedOrganization(system.organization);
  const [nearest] = organizations
    .filter((each) => isWithin(uri, folderOf(each.uri)) || uri === folderOf(each.uri))
    .sort((a, b) => folderOf(b.uri).length - folderOf(a.uri).length);
  return nearest?.body;
}

/** Those with a role first; each by id, else by name. */
export function peopleOf(organization: Organization | undefined, role: string): readonly Choice[] {
  const people = (organization?.people?.items ?? []).flatMap(({ id, name, roles }) => {
    const value = id?.value ?? name?.value;
    if (value === undefined || isPlaceholder(value)) return [];
    const said = roles?.items.map((each) => each.value) ?? [];
    return [{ value, label: name?.value ?? value, description: said.join(', '), fits: said.includes(role) }];
  });
  return people
    .sort((a, b) => Number(b.fits) - Number(a.fits))
    .map(({ value, label, description }) => ({ value, label, description }));
}

/** The words a key may have, in the order of the format. */
export function wordsAt(kind: Kind, route: readonly (string | number)[]): readonly Choice[] {
  const shape = fieldAt(kind, route)?.shape;
  return shape?.is === 'choice'
    ? Object.entries(shape.values).map(([value, detail]) => ({ value, label: value, detail }))
    : [];
}

/** What a key is for, in a sentence. */
export const docOf = (kind: Kind, ...route: readonly (string | number)[]): string =>
  fieldAt(kind, route)?.doc ?? '';
