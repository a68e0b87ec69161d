/** Which record of an approval counts, and what is to be said of who wrote it. */
import { linkedOrganization } from '../workspace/snapshot';
import type { Organization } from '../model/build';
import { findPerson, isSamePerson } from '../model/people';
import type { Day } from '../model/scalars';
import type { Approvable } from './approvable';
import type { LockEntry } from './entry';
import type { LockRecord } from './format';

/** A record, and what is to be said of it beside whether it holds. */
export interface Recorded {
  readonly record: LockRecord;
  /** Of the lock it stands in. */
  readonly lock: string;
  /** Did somebody approve what they made or answer for themselves? */
  readonly isSelfAttested: boolean;
  /** Was it approved by somebody else than the file names? */
  readonly isByOther: boolean;
  /** The address `people` gives for who approved, where the record was written under another. */
  readonly expectedEmail?: string;
}

export const organizationOf = ({ organization }: Approvable): Organization | undefined =>
  linkedOrganization(organization);

/** The day a record was written, in UTC. */
export const dayOf = ({ recordedOn }: Pick<LockRecord, 'recordedOn'>): Day => recordedOn.slice(0, 10);

const isBy = (approvable: Approvable, by: string, person: string): boolean =>
  isSamePerson(organizationOf(approvable), by, person);

/**
 * The record that counts. Where the file names who approves, only that person renews their word: the newest of theirs,
 * if there is one, else the newest of anybody.
 */
export function newestOf(approvable: Approvable, oldestFirst: readonly LockRecord[]): LockRecord | undefined {
  const [principal] = approvable.named;
  const theirs = principal && oldestFirst.filter(({ by }) => isBy(approvable, by, principal.who.value));
  return theirs?.at(-1) ?? oldestFirst.at(-1);
}

/** The address `people` gives for who approved, where the record was written under another. */
export function expectedEmail(approvable: Approvable, { by, email }: LockEntry): string | undefined {
  const expected = findPerson(organizationOf(approvable), by)?.email?.value;
  const isOther =
    expected !== undefined && email !== undefined && expected.toLowerCase() !== email.toLowerCase();
  return isOther ? expected : undefined;
}

/** @param lock URI of the lock the record stands in */
export function describeRecord(approvable: Approvable, record: LockRecord, lock: string): Recorded {
  const { named, answerable } = approvable;
  const [principal] = named;
  const expected = expectedEmail(approvable, record);
  return {
    record,
    lock,
    isSelfAttested: answerable.some((person) => isBy(approvable, record.by, person)),
    isByOther: principal !== undefined && !isBy(approvable, record.by, principal.who.value),
    ...(expected === undefined ? {} : { expectedEmail: expected }),
  };
}
