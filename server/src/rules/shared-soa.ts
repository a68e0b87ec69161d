/** The Statement of Applicability as the rules about it see it: an organization's rows together with its systems'. */
import { catalogue } from '../catalogue';
import { below, type Place } from '../model/located';
import { organizationEntryOf } from '../verdict/evaluate';
import { rowOf } from '../verdict/place-of-row';
import type { ControlRow } from '../verdict/row';

import type { Snapshot, Subject } from '../workspace/snapshot';

export { leavesOut, overriddenBy } from '../verdict/origin';

/** Is the id one of Annex A's controls, or a clause that is met by itself? Rows of other ids count for nothing. */
export const isRequirement = (id: string): boolean =>
  catalogue.controls.has(id) || catalogue.clauses.get(id)?.leaf === true;

/** The row that counts here: the subject's own, else the organization's. */
export function rowFor(snapshot: Snapshot, subject: Subject, id: string): ControlRow | undefined {
  const own = rowOf(subject, id);
  if (own || subject.kind === 'organization') return own;
  const organization = organizationEntryOf(snapshot, subject);
  return organization && rowOf(organization, id);
}

/** Does a row in a card count for nothing, because only the organization answers for the control? */
export const isForOrganization = (subject: Subject, id: string): boolean =>
  subject.kind === 'system' &&
  subject.organization.kind === 'found' &&
  catalogue.controls.get(id)?.scope === 'organization';

/** `The organization`, at the beginning of a sentence. */
export const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** Where a row's key stands. */
export const keyOfRow = (row: ControlRow): { readonly place: Place; readonly part: 'key' } => ({
  place: row.place,
  part: 'key',
});

/** Where a row says its status, else its key. */
export const statusOf = (row: ControlRow): { readonly place: Place; readonly part: 'value' | 'key' } =>
  row.status ? { place: below(row, 'status'), part: 'value' } : keyOfRow(row);
