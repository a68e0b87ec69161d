import { tr } from '../l10n/tr';
import { createAssessment } from '../fixes/new-assessment';
import { below } from '../model/located';
import { defineRule } from './rule';
import { lacksAssessment, noneInForce } from './shared-missing-assessment';
import { hasReached, isLeftOut } from './shared-subject';

export const impactAssessmentMissing = defineRule({
  id: 'impact-assessment-missing',
  group: 'impact-assessment',
  severity: 'warning',
  basis: 'standard',
  requirement: 'A.5.4',
  summary: 'A system is being built or used and has no impact assessment.',
  why: 'An impact assessment looks at what the system does to people and society before it is built further. Most other answers follow from it.',
  help: 'Create `impact-assessment.yaml` beside the card and link it under `impactAssessment`. If an assessment exists in another form, link that file.',
  message: {
    none: 'This system has no impact assessment yet, though it has reached the stage {stage}. Create one, or link one that exists under `impactAssessment`.',
    past: 'The impact assessment of this system is {status}, so none is in force, though the stage {stage} is reached. Assess anew, or correct its `status`.',
  },
  on: 'system',
  check: (system, report, { snapshot }) => {
    const place = { place: below(system.own, 'impactAssessment'), part: 'key' as const };
    const stage = system.reached ?? '';
    const [past] = system.assessments;
    if (past && noneInForce(system) && !system.inventoryOnly && !isLeftOut(system, 'A.5.4')) {
      if (!hasReached(system, 'design-development')) return;
      report(place, {
        message: 'past',
        args: { status: past.body.status?.value ?? '', stage },
        absent: true,
        related: [{ place: below(past.body, 'status'), part: 'value', message: tr('Its status.') }],
      });
      return;
    }
    if (!lacksAssessment(system, snapshot)) return;
    report(place, {
      message: 'none',
      args: { stage },
      absent: true,
      data: { card: system.own.place },
    });
  },
  fixes: ({ data: { card } }, { snapshot }) => createAssessment(snapshot, card),
});
