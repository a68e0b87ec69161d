import { clocksRun } from '../verdict/settle';
import { defineRule } from './rule';
import { dayOf, reportDue } from './shared-due';
import { isForOrganization, isRequirement } from './shared-soa';
import { asksForMore } from './shared-subject';

export const plannedOverdue = defineRule({
  id: 'planned-overdue',
  group: 'soa',
  severity: 'warning',
  basis: 'standard',
  summary: 'The day a control or clause was planned for has passed, and it is still planned.',
  why: 'A plan whose day has passed counts as overdue: the Statement of Applicability promises something that is not in place.',
  help: 'Put it in place and change `status`, with evidence, or agree on a later `due`.',
  message: {
    overdue: '{id} was planned for {on}, which has passed. Put it in place, or set a later day.',
    soon: '{id} is planned for {on}.',
  },
  on: 'row',
  check: ({ id, row, subject }, report, outlook) => {
    if (!asksForMore(subject) || row.status?.value !== 'planned' || !row.due) return;
    // An id that is no requirement is reported as such: its row counts for nothing, whatever its day.
    if (!isRequirement(id) || isForOrganization(subject, id) || !clocksRun(subject, id)) return;
    reportDue(report, dayOf(row.due), outlook, { place: row.due.place, args: { id }, requirement: id });
  },
});
