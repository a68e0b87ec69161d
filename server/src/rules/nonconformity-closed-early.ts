import { tr } from '../l10n/tr';
import { has } from '../model/located';
import { defineRule } from './rule';
import { asksForMore } from './shared-subject';

export const nonconformityClosedEarly = defineRule({
  id: 'nonconformity-closed-early',
  group: 'management-cycle',
  severity: 'info',
  basis: 'standard',
  requirement: '10.2',
  summary: 'A nonconformity is closed, but an action is not done or not checked for its effect.',
  why: 'Closing says that it will not happen again. That is known once an action is done and was seen to work.',
  help: 'Set `done` and `effective` of each action, or open the nonconformity again.',
  message:
    '{id} is closed, but not every action is done and found to have worked. Set `done` and `effective`.',
  on: 'organization',
  check: (organization, report) => {
    if (!asksForMore(organization)) return;
    for (const { id, status, actions } of organization.body.nonconformities?.items ?? []) {
      if (status?.value !== 'closed') continue;
      const open = (actions?.items ?? []).filter(
        (action) => !has(action, 'done') || !has(action, 'effective'),
      );
      if (open.length === 0) continue;
      report(
        { place: status.place, part: 'value' },
        {
          args: { id: id?.value ?? tr('This nonconformity') },
          absent: true,
          related: open.map((action) => ({
            place: action.what?.place ?? action.place,
            part: action.what ? ('value' as const) : ('key' as const),
            message: has(action, 'done') ? tr('Done, but not found to have worked.') : tr('Not done.'),
          })),
        },
      );
    }
  },
});
