/** The Statement of Applicability as the rules about it see it: an organization's rows together with its systems'. */
import { catalogue } from '../catalogue';
import { below, type Place } from '../model/located';
import { organizationEntryOf } from '../verdict/evaluate';
import { rowOf } from '../verdict/place-of-row';
import type { ControlRow } from '../verdict/row';
import type { Snapshot, Subject } from '../workspace/snapshot';

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

/** A row further up that a row of a card takes the place of. */
export interface Overridden {
  readonly row: ControlRow;
  /** `the profile tabular`, `the organization`. */
  readonly origin: string;
}

/** Does the row leave its control out, with or without a reason? */
export const leavesOut = (row: ControlRow): boolean => row.status?.value === 'not-applicable';

/**
 * The row whose word a card's own row turns round: the profile's, else the organization's, where one includes the control
 * and the other leaves it out.
 */
export function overriddenBy(subject: Subject, id: string): Overridden | undefined {
  if (subject.kind === 'organization' || subject.organization.kind !== 'found') return undefined;
  const own = subject.own.controls?.entries.get(id);
  const { profiles, controls } = subject.organization.body;
  const name = subject.own.profile?.value;
  const profile = name === undefined ? undefined : profiles?.entries.get(name);
  const rows = [
    { row: profile?.controls?.entries.get(id), origin: `the profile ${name ?? ''}` },
    { row: controls?.entries.get(id), origin: 'the organization' },
  ];
  const nearest = rows.flatMap(({ row, origin }) => (row?.status ? [{ row, origin }] : []))[0];
  return own?.status && nearest && leavesOut(own) !== leavesOut(nearest.row) ? nearest : undefined;
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
