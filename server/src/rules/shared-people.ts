/** Which roles are known of people, and who is meant where one is named. */
import type { Organization } from '../model/build';
import { isPlaceholder } from '../model/scalars';
import { findPerson, hasRole } from '../model/people';

export { isSamePerson, nameOf } from '../model/people';

/** Has the organization said of anybody that they may accept risks? */
export const namesRiskApprovers = (organization: Organization | undefined): boolean =>
  organization?.people?.items.some((each) => hasRole(each, 'risk-approver')) ?? false;

/**
 * May this person accept risks? Undefined where that is not known: somebody who is not listed, or listed without roles
 * in an organization that gives the role to nobody.
 */
export function mayAcceptRisks(organization: Organization | undefined, text: string): boolean | undefined {
  const person = isPlaceholder(text) ? undefined : findPerson(organization, text);
  if (!person) return undefined;
  // Top management gives the role, so it has what comes with it.
  if (hasRole(person, 'risk-approver') || hasRole(person, 'top-management')) return true;
  return namesRiskApprovers(organization) || person.roles ? false : undefined;
}
