import { createAssessment } from '../fixes/new-assessment';
import { below } from '../model/located';
import { defineRule } from './rule';
import { lacksAssessment } from './shared-missing-assessment';

export const impactAssessmentMissing = defineRule({
  id: 'impact-assessment-missing',
  group: 'impact-assessment',
  severity: 'warning',
  basis: 'standard',
  requirement: 'A.5.4',
  summary: 'A system is being built or used and has no impact assessment.',
  why: 'An impact assessment looks at what the system does to people and society before it is built further. Most other answers follow from it.',
  help: 'Create `impact-assessment.yaml` beside the card and link it under `impactAssessment`. If an assessment exists in another form, link that file.',
  message:
    'This system has no impact assessment yet, though it has reached the stage {stage}. Create one, or link one that exists under `impactAssessment`.',
  on: 'system',
  check: (system, report, { snapshot }) => {
    if (!lacksAssessment(system, snapshot)) return;
    report(
      { place: below(system.own, 'impactAssessment'), part: 'key' },
      {
        args: { stage: system.reached ?? '' },
        absent: true,
        data: { card: system.own.place },
      },
    );
  },
  fixes: ({ data: { card } }, { snapshot }) => createAssessment(snapshot, card),
});
