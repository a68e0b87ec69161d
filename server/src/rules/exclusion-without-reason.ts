import { PLACEHOLDER } from '../fixes/scalar';
import { addKey } from '../fixes/yaml';
import { has } from '../model/located';
import { isControl, rowOf } from '../verdict/place-of-row';
import { defineRule } from './rule';
import { capital, isForOrganization, leavesOut, overriddenBy, statusOf } from './shared-soa';
import { asksForMore } from './shared-subject';

export const exclusionWithoutReason = defineRule({
  id: 'exclusion-without-reason',
  group: 'soa',
  severity: 'warning',
  basis: 'standard',
  requirement: '6.1.3',
  summary: 'A control is left out and nothing says why.',
  why: 'Leaving a control out is normal, as long as the reason is written down. Without one it counts as missing.',
  help: 'Add `why` with a sentence: what about this system makes the control needless.',
  message: {
    plain: '{id} is left out without a reason, so it counts as missing. Add `why`.',
    override:
      '{origin} includes {id}, and this card leaves it out without a reason, so it counts as missing. Add `why`.',
  },
  on: 'row',
  check: ({ id, row, subject, profile }, report) => {
    if (!isControl(id) || !asksForMore(subject) || !leavesOut(row) || has(row, 'why')) return;
    if (isForOrganization(subject, id)) return;
    // In a profile the row is all there is; in a card the profile's reason for leaving it out counts.
    if (profile === undefined && has(rowOf(subject, id), 'why')) return;
    const overridden = profile === undefined ? overriddenBy(subject, id) : undefined;
    report(statusOf(row), {
      message: overridden ? 'override' : 'plain',
      args: { id, origin: capital(overridden?.name ?? '') },
      requirement: id,
      absent: true,
      related: overridden ? [{ ...statusOf(overridden.row), message: `${id} is included here.` }] : [],
      data: { row: row.place },
    });
  },
  fixes: ({ data }, { snapshot }) =>
    addKey(snapshot, data.row, 'why', PLACEHOLDER, 'Add a reason to fill in'),
});
