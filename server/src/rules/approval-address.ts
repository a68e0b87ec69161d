import { organizationOf } from '../lock/recorded';
import { nameOf } from '../model/people';
import { defineRule } from './rule';
import { wordAt } from './shared-approvals';

export const approvalAddress = defineRule({
  id: 'approval-address',
  group: 'evidence',
  severity: 'info',
  basis: 'reading',
  summary: 'An approval was recorded under another e-mail address than `people` gives for who approved.',
  why: 'Somebody else may have recorded it in their name. That can be fine, and an auditor will ask.',
  help: 'Ask the person whether they approved. If so, have them record it themselves, or correct the address in `people`.',
  message:
    'The approval by {by} was recorded under {email}, but `people` gives {expected}. Ask {by}, or correct the address.',
  on: 'approval',
  check: ({ approvable, state }, report, { date, snapshot }) => {
    if (!('recorded' in state)) return;
    const { record, expectedEmail } = state.recorded;
    if (expectedEmail === undefined || record.effective > date) return;
    report(wordAt(snapshot, approvable.place), {
      args: {
        by: nameOf(organizationOf(approvable), record.by),
        email: record.email ?? '',
        expected: expectedEmail,
      },
    });
  },
});
