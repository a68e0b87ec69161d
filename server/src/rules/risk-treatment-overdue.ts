import { has } from '../model/located';
import { defineRule } from './rule';
import { dayOf, reportDue } from './shared-due';
import { asksForMore, clocksStopped } from './shared-subject';

export const riskTreatmentOverdue = defineRule({
  id: 'risk-treatment-overdue',
  group: 'risk',
  severity: 'warning',
  basis: 'standard',
  requirement: '8.3',
  summary: 'The day by which a risk was to be treated has passed.',
  why: 'Until treatment is done the risk is as large as it ever was.',
  help: 'Finish the treatment and set `done`, or agree on a new `due` with whoever accepts risks.',
  message: {
    overdue: 'Treatment of risk {id} was due on {on}. Set `done`, or agree on a new day.',
    soon: 'Treatment of risk {id} is due on {on}.',
  },
  on: 'risk',
  check: ({ risk, subject }, report, outlook) => {
    const { treatment, id } = risk;
    if (!asksForMore(subject) || clocksStopped(subject) || !id || !treatment?.due) return;
    if (has(treatment, 'done')) return;
    reportDue(report, dayOf(treatment.due), outlook, {
      place: treatment.due.place,
      args: { id: id.value },
      absent: true,
    });
  },
});
