/** Who is meant where a person is named, and which roles are known of them. */
import type { Organization } from '../model/build';
import { isPersonId } from '../model/read-scalar';
import { isPlaceholder } from '../model/scalars';

type Person = NonNullable<Organization['people']>['items'][number];

/** The entry of `people` that a text names, by id or by full name. */
export const findPerson = (organization: Organization | undefined, text: string): Person | undefined =>
  organization?.people?.items.find((person) => person.id?.value === text) ??
  organization?.people?.items.find((person) => !isPersonId(text) && person.name?.value === text);

/** Do two texts name the same person? Placeholders name nobody. */
export function isSamePerson(organization: Organization | undefined, a: string, b: string): boolean {
  if (isPlaceholder(a) || isPlaceholder(b)) return false;
  const known = findPerson(organization, a);
  return known ? known === findPerson(organization, b) : a === b;
}

/** Full name where it is known. */
export const nameOf = (organization: Organization | undefined, text: string): string =>
  findPerson(organization, text)?.name?.value ?? text;

const hasRole = (person: Person, role: string): boolean =>
  person.roles?.items.some((each) => each.value === role) ?? false;

/**
 * May this person accept risks? Undefined where that is not known: somebody who is not listed, or listed without roles
 * in an organization that gives the role to nobody.
 */
export function mayAcceptRisks(organization: Organization | undefined, text: string): boolean | undefined {
  const person = findPerson(organization, text);
  if (!person) return undefined;
  if (hasRole(person, 'risk-approver')) return true;
  const inUse = organization?.people?.items.some((each) => hasRole(each, 'risk-approver')) ?? false;
  return inUse || person.roles ? false : undefined;
}
