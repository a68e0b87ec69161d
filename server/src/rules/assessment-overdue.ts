import { defineRule } from './rule';
import { currentSystem, isDraft } from './shared-assessment';
import { dayOf, reportDue } from './shared-due';
import { clocksStopped } from './shared-subject';

export const assessmentOverdue = defineRule({
  id: 'assessment-overdue',
  group: 'impact-assessment',
  severity: 'warning',
  basis: 'standard',
  requirement: '8.4',
  summary: 'The next look at an impact assessment is overdue, or coming due.',
  why: 'People, data and use change. An assessment nobody has looked at again since says little about today.',
  help: 'Go through the assessment again, set `performed`, have it approved and plan the next look in `nextReview`.',
  message: {
    overdue: 'This assessment was to be looked at again by {on}. Go through it, then set a new `nextReview`.',
    soon: 'This assessment is to be looked at again by {on}.',
  },
  on: 'assessment',
  check: (target, report, outlook) => {
    const system = currentSystem(target);
    const { nextReview } = target.body;
    if (!system || !nextReview || clocksStopped(system) || isDraft(target.body)) return;
    reportDue(report, dayOf(nextReview), outlook, { place: nextReview.place });
  },
});
