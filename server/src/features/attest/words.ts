/** Approvals in words, for editors. */
import { tr } from '../../l10n/tr';
import type { Approvable } from '../../lock/approvable';
import { organizationOf, type Recorded } from '../../lock/recorded';
import type { ApprovalState } from '../../lock/state';
import { nameOf } from '../../model/people';
import type { Day } from '../../model/scalars';

const byAndWhen = (approvable: Approvable, { record }: Recorded): string =>
  tr('approved by {0} on {1}', nameOf(organizationOf(approvable), record.by), record.effective);

/** `not recorded`, `approved by Dana Reyes on 2026-02-10`. */
export function stateWords(approvable: Approvable, state: ApprovalState): string {
  switch (state.kind) {
    case 'unrecorded':
      return tr('not recorded');
    case 'unknown':
      return tr('recorded, but whether it still holds cannot be checked');
    case 'outdated':
      return tr('{0}, before what the file says now', byAndWhen(approvable, state.recorded));
    case 'fresh':
      return byAndWhen(approvable, state.recorded);
    case 'changed':
      return tr('{0}, changed since', byAndWhen(approvable, state.recorded));
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
    tr('Recorded: {0}, {1}. A record, not a signature.', approvable.title, byAndWhen(approvable, recorded)),
    ...(isSelfAttested ? [tr('Self-attested: {0} made it or answers for it.', name)] : []),
    ...(expectedEmail === undefined
      ? []
      : [tr('Written as {0}, not as {1}.', record.email ?? '', expectedEmail)]),
    ...(record.effective > date
      ? [tr('It counts from {0}; the workspace is judged at {1}.', record.effective, date)]
      : []),
  ].join(' ');
}
