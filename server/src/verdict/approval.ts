/** What the approvals record adds to a grade: that what was approved is still what it was, or no longer. */
import { tr } from '../l10n/tr';
import { organizationOf } from '../lock/recorded';
import { approvalsOf, type RecordedApproval } from '../lock/state';
import type { ApprovalKind } from '../lock/entry';
import { nameOf } from '../model/people';
import type { Place } from '../model/located';
import type { Day } from '../model/scalars';
import type { GradingContext } from './context';
import type { Grade, Standing } from './grade';
import type { Reason } from './types';

/** An approval in effect at the day, whose subject is what it was. */
export interface Holding {
  readonly kind: 'holds';
  /** Full name of who approved. */
  readonly by: string;
  readonly on: Day;
  /** Who approved answers for it themselves: a word that is dated, and no second pair of eyes. */
  readonly isSelf: boolean;
  /** For a reason, as a sentence. */
  readonly message: string;
}

export type Word = Holding | { readonly kind: 'suspect' | 'unknown'; readonly message: string };

/** @param date a record later than this day says nothing yet */
export function wordOf({ approvable, state }: RecordedApproval, date: Day): Word | undefined {
  switch (state.kind) {
    case 'unrecorded':
    case 'outdated':
      return undefined;
    case 'unknown':
      return {
        kind: 'unknown',
        message: tr(
          'An approval of {0} is recorded; whether it still holds cannot be checked.',
          approvable.title,
        ),
      };
    case 'changed':
      return state.since > date ? undefined : { kind: 'suspect', message: state.reason };
    case 'fresh': {
      const { record, isSelfAttested } = state.recorded;
      if (record.effective > date) return undefined;
      const by = nameOf(organizationOf(approvable), record.by);
      const self = isSelfAttested ? tr(', who also answers for it,') : '';
      return {
        kind: 'holds',
        by,
        on: record.effective,
        isSelf: isSelfAttested,
        message: tr(
          'Approved by {0}{1} on {2}, and unchanged since that was recorded.',
          by,
          self,
          record.effective,
        ),
      };
    }
  }
}

/**
 * What records say, at the day, of what is written at a place.
 * @param kinds approvals of other kinds say nothing here
 */
export function wordOn(
  { snapshot, date }: Pick<GradingContext, 'snapshot' | 'date'>,
  place: Place,
  kinds?: readonly ApprovalKind[],
): Word | undefined {
  const recorded = approvalsOf(snapshot).at(place);
  if (!recorded || (kinds && !kinds.includes(recorded.approvable.kind))) return undefined;
  return wordOf(recorded, date);
}

/** A grade with what records say of the same thing. What is absent stays absent, whoever approved it. */
export function withWord(grade: Grade, word: Word | undefined, place: Place): Grade {
  if (!word) return grade;
  const reason: Reason = { message: word.message, place };
  const reasons = [reason, ...grade.reasons];
  switch (word.kind) {
    case 'suspect':
      return grade.standing === 'unknown' ? grade : { ...grade, standing: 'suspect', reasons };
    case 'unknown':
      return isWhole(grade) ? { ...grade, standing: 'unknown', reasons } : grade;
    case 'holds':
      return isWhole(grade) ? { ...grade, standing: strength(grade, word), reasons: [reason] } : grade;
  }
}

const strength = ({ standing }: Grade, { isSelf }: Holding): Standing =>
  isSelf && standing !== 'verified' ? 'attested' : 'verified';

/** Is everything there that was asked for? */
const isWhole = ({ standing, gaps }: Grade): boolean =>
  gaps.length === 0 && (standing === 'partial' || standing === 'attested' || standing === 'verified');
