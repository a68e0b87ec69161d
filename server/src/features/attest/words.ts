/** Approvals in words, for editors. */
import type { Approvable } from '../../lock/approvable';
import { organizationOf, type Recorded } from '../../lock/recorded';
import type { ApprovalState } from '../../lock/state';
import { nameOf } from '../../model/people';
import type { Day } from '../../model/scalars';

const byAndWhen = (approvable: Approvable, { record }: Recorded): string =>
  `approved by ${nameOf(organizationOf(approvable), record.by)} on ${record.effective}`;

/** `not recorded`, `approved by Dana Reyes on 2026-02-10`. */
export function stateWords(approvable: Approvable, state: ApprovalState): string {
  switch (state.kind) {
    case 'unrecorded':
      return 'not recorded';
    case 'unknown':
      return 'recorded, but whether it still holds cannot be checked';
    case 'outdated':
      return `${byAndWhen(approvable, state.recorded)}, before what the file says now`;
    case 'fresh':
      return byAndWhen(approvable, state.recorded);
    case 'changed':
      return `${byAndWhen(approvable, state.recorded)}, changed since`;
  }
}

/**
 * What was recorded, to whoever asked for it.
 * @param date the day the workspace is judged at
 */
export function recordedWords(approvable: Approvable, recorded: Recorded, date: Day): string {
  const { record, isSelfAttested, expectedEmail } = recorded;
  const name = nameOf(organizationOf(approvable), record.by);
  return [
    `Recorded: ${approvable.title}, ${byAndWhen(approvable, recorded)}. A record, not a signature.`,
    ...(isSelfAttested ? [`Self-attested: ${name} made it or answers for it.`] : []),
    ...(expectedEmail === undefined ? [] : [`Written as ${record.email ?? ''}, not as ${expectedEmail}.`]),
    ...(record.effective > date
      ? [`It counts from ${record.effective}; the workspace is judged at ${date}.`]
      : []),
  ].join(' ');
}
