import { tr } from '../l10n/tr';
import { PLACEHOLDER } from '../fixes/scalar';
import { addKey } from '../fixes/yaml';
import { below, has } from '../model/located';
import { isControl, rowOf } from '../verdict/place-of-row';
import { isNoReason, type ControlRow } from '../verdict/row';
import { defineRule } from './rule';
import { capital, isForOrganization, leavesOut, overriddenBy, statusOf } from './shared-soa';
import { asksForMore } from './shared-subject';

/** A risk calls for a control; a law or contract may as well give the task to somebody else. */
const isOnlyRisk = ({ why }: ControlRow): boolean =>
  why?.node === 'block' && has(why, 'risks') && !['law', 'contract', 'text'].some((key) => has(why, key));

const isEmpty = ({ why }: ControlRow): boolean =>
  why?.node === 'block' ? why.keys.size === 0 : why !== undefined && isNoReason(why.value);

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
    risk: '{id} is left out because of a risk, but a risk calls for a control. Say in a sentence (`text`) why it is not needed.',
  },
  on: 'row',
  check: ({ id, row, subject, profile }, report) => {
    if (!isControl(id) || !asksForMore(subject) || !leavesOut(row) || isForOrganization(subject, id)) return;
    if (isOnlyRisk(row))
      report(
        { place: below(row, 'why'), part: 'key' },
        { message: 'risk', severity: 'info', args: { id }, requirement: id },
      );
    if (has(row, 'why') && !isEmpty(row)) return;
    // In a profile the row is all there is; in a card the profile's reason for leaving it out counts.
    if (profile === undefined && !isEmpty(row) && has(rowOf(subject, id), 'why')) return;
    const overridden = profile === undefined ? overriddenBy(subject, id) : undefined;
    report(statusOf(row), {
      message: overridden ? 'override' : 'plain',
      args: { id, origin: capital(overridden?.name ?? '') },
      requirement: id,
      absent: true,
      related: overridden ? [{ ...statusOf(overridden.row), message: tr('{0} is included here.', id) }] : [],
      data: isEmpty(row) ? {} : { row: row.place },
    });
  },
  fixes: ({ data }, { snapshot }) =>
    addKey(snapshot, data.row, 'why', PLACEHOLDER, tr('Add a reason to fill in')),
});
