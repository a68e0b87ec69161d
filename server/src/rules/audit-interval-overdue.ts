import { nextInSeries } from '../model/calendar';
import { has } from '../model/located';
import { parseDuration } from '../model/scalars';
import { defineRule } from './rule';
import { areDaysKnown, heldAudits } from './shared-audit';
import { dayOf, reportDue } from './shared-due';
import { asksForMore } from './shared-subject';

export const auditIntervalOverdue = defineRule({
  id: 'audit-interval-overdue',
  group: 'management-cycle',
  severity: 'warning',
  basis: 'standard',
  requirement: '9.2.1',
  summary: 'The next internal audit is overdue, or coming due with none planned.',
  why: 'Internal audits come again at planned intervals. How often is your own plan: `every` of an audit.',
  help: 'Add the next audit with its day in `planned`, and `performed` once it was held; or set `every` to what you mean to keep.',
  message: {
    overdue: 'After internal audit {id} the next was due on {on}. Hold it, then add it to the list.',
    soon: 'After internal audit {id} the next is due on {on}. Add it with the day it is planned for.',
  },
  on: 'organization',
  check: (organization, report, outlook) => {
    const { internalAudits } = organization.body;
    if (!asksForMore(organization) || !internalAudits || !areDaysKnown(internalAudits)) return;
    const held = heldAudits(internalAudits.items, outlook.date);
    const newest = held.at(-1);
    const every = newest?.audit.every ?? internalAudits.items.find((audit) => audit.every)?.every;
    const interval = parseDuration(every?.value ?? '');
    if (!newest?.audit.performed || !interval) return;
    const due = nextInSeries(
      held.map(({ on }) => on),
      interval,
    );
    const planned = internalAudits.items
      .flatMap((audit) => (has(audit, 'performed') ? [] : (dayOf(audit.planned) ?? [])))
      .sort()[0];
    // A plan whose day has passed is a finding of its own; one that keeps to the interval is none.
    const isPlanned =
      planned !== undefined && due !== undefined && (planned < outlook.date || planned <= due);
    if (isPlanned) return;
    reportDue(report, due, outlook, {
      place: newest.audit.performed.place,
      since: newest.on,
      args: { id: newest.audit.id?.value ?? '' },
    });
  },
});
