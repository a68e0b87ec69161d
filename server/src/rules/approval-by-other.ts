import { organizationOf } from '../lock/recorded';
import { findPerson, nameOf } from '../model/people';
import { isPersonId } from '../model/read-scalar';
import { defineRule } from './rule';

export const approvalByOther = defineRule({
  id: 'approval-by-other',
  group: 'evidence',
  severity: 'info',
  basis: 'reading',
  summary: 'The file names one person as who approved, the approvals record another.',
  why: 'An auditor who asks the person named will hear that it was somebody else.',
  help: 'Name who did approve, or have the person named record the approval.',
  message: {
    known:
      'The file names {named} here, but the approval of {date} was recorded by {by}. Name {by}, or have {named} record it.',
    unknown:
      'The file names {named} here, but the approval of {date} was recorded by {by}, who is not in `people`. Have {named} record it, or add {by} to `people`.',
  },
  on: 'approval',
  check: ({ approvable, state }, report, { date }) => {
    if (!('recorded' in state) || !state.recorded.isByOther) return;
    const { record } = state.recorded;
    const [principal] = approvable.named;
    // Whoever owns a row answers for it; anybody may have looked at it.
    if (!principal || principal.as === 'owner' || record.effective > date) return;
    const organization = organizationOf(approvable);
    const name = (person: string): string => nameOf(organization, person);
    const isKnown = !isPersonId(record.by) || findPerson(organization, record.by) !== undefined;
    report(
      { place: principal.who.place, part: 'value' },
      {
        message: isKnown ? 'known' : 'unknown',
        args: { named: name(principal.who.value), by: name(record.by), date: record.effective },
      },
    );
  },
});
