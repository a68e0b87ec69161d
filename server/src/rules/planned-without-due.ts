import { tr } from '../l10n/tr';
import { PLACEHOLDER } from '../fixes/scalar';
import { addKey } from '../fixes/yaml';
import { has } from '../model/located';
import { rowOf } from '../verdict/place-of-row';
import { defineRule } from './rule';
import { isForOrganization, isRequirement, statusOf } from './shared-soa';
import { asksForMore } from './shared-subject';

export const plannedWithoutDue = defineRule({
  id: 'planned-without-due',
  group: 'soa',
  severity: 'info',
  basis: 'reading',
  summary: 'A control is planned, and no day says for when.',
  why: 'A plan without a day is never late, so nobody is reminded. With one, the editor stays quiet until it has passed.',
  help: 'Add `due` with a day.',
  message: '{id} is planned without a day. Add `due`, so that somebody is reminded.',
  on: 'row',
  check: ({ id, row, subject, profile }, report) => {
    if (!asksForMore(subject) || row.status?.value !== 'planned') return;
    // An id that is no requirement is reported as such: its row counts for nothing, whatever else it lacks.
    if (!isRequirement(id)) return;
    if (has(row, 'due') || isForOrganization(subject, id)) return;
    if (profile === undefined && has(rowOf(subject, id), 'due')) return;
    report(statusOf(row), { args: { id }, requirement: id, absent: true, data: { row: row.place } });
  },
  fixes: ({ data }, { snapshot }) =>
    addKey(snapshot, data.row, 'due', PLACEHOLDER, tr('Add a day to fill in')),
});
