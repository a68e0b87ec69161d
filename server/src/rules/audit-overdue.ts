import { has } from '../model/located';
import { defineRule } from './rule';
import { dayOf, reportDue } from './shared-due';
import { asksForMore } from './shared-subject';

export const auditOverdue = defineRule({
  id: 'audit-overdue',
  group: 'management-cycle',
  severity: 'warning',
  basis: 'standard',
  requirement: '9.2.2',
  summary: 'The day an internal audit was planned for has passed, and it was not held.',
  why: 'Audits at planned intervals show whether the management system does what it says. The plan is your own.',
  help: 'Hold the audit and set `performed`, or plan it for another day.',
  message: {
    overdue: 'Internal audit {id} was planned for {on}. Set `performed`, or plan it for another day.',
    soon: 'Internal audit {id} is planned for {on}.',
  },
  on: 'organization',
  check: (organization, report, outlook) => {
    if (!asksForMore(organization)) return;
    for (const audit of organization.body.internalAudits?.items ?? []) {
      if (!audit.planned || has(audit, 'performed')) continue;
      const details = { place: audit.planned.place, args: { id: audit.id?.value ?? '' }, absent: true };
      reportDue(report, dayOf(audit.planned), outlook, details);
    }
  },
});
