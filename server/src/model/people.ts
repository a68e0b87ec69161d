/** Who is meant where a person is named. */
import type { Organization } from './build';
import { isPersonId } from './read-scalar';
import { isPlaceholder } from './scalars';

export type Person = NonNullable<Organization['people']>['items'][number];

/** The entry of `people` that a text names, by id or by full name. */
export const findPerson = (organization: Organization | undefined, text: string): Person | undefined =>
  organization?.people?.items.find((person) => person.id?.value === text) ??
  organization?.people?.items.find((person) => !isPersonId(text) && person.name?.value === text);

export const hasRole = (person: Person | undefined, role: string): boolean =>
  person?.roles?.items.some((each) => each.value === role) ?? false;

/** Do two texts name the same person? Placeholders name nobody. */
export function isSamePerson(organization: Organization | undefined, a: string, b: string): boolean {
  if (isPlaceholder(a) || isPlaceholder(b)) return false;
  const known = findPerson(organization, a);
  return known ? known === findPerson(organization, b) : a === b;
}

/** Full name where it is known. */
export const nameOf = (organization: Organization | undefined, text: string): string =>
  findPerson(organization, text)?.name?.value ?? text;
