import { tr } from '../l10n/tr';
import { has } from '../model/located';
import { addDuration, isPlaceholder } from '../model/scalars';
import { addKey } from '../fixes/yaml';
import { defineRule } from './rule';
import { dayOf } from './shared-due';
import { asksForMore } from './shared-subject';

/** Finding out why takes a while. */
const TIME_TO_FIND_OUT = { count: 30, unit: 'day' } as const;

export const nonconformityWithoutCause = defineRule({
  id: 'nonconformity-without-cause',
  group: 'management-cycle',
  severity: 'warning',
  basis: 'standard',
  requirement: '10.2',
  summary: 'Something did not conform, and nobody has written down why.',
  why: 'Without the cause an action only mends what is seen, and it happens again.',
  help: 'Ask why until the answer is something you can change, and write it in `rootCause`.',
  message: 'Nonconformity {id} has no cause yet. Add `rootCause`: why could it happen?',
  on: 'organization',
  check: (organization, report, { date }) => {
    if (!asksForMore(organization)) return;
    for (const nonconformity of organization.body.nonconformities?.items ?? []) {
      const { id, found, status } = nonconformity;
      if (!id || isPlaceholder(id.value) || has(nonconformity, 'rootCause')) continue;
      const since = dayOf(found);
      const isNew = since === undefined || addDuration(since, TIME_TO_FIND_OUT) >= date;
      // Who acts or closes before knowing why has skipped a step, however new it is.
      if (isNew && status?.value !== 'closed' && !has(nonconformity, 'actions')) continue;
      report(
        { place: id.place, part: 'value' },
        { args: { id: id.value }, absent: true, data: { block: nonconformity.place } },
      );
    }
  },
  fixes: ({ data }, { snapshot }) =>
    addKey(snapshot, data.block, 'rootCause', 'TODO', tr('Add the cause, to fill in')),
});
