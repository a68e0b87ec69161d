import { tr } from '../l10n/tr';
import { defineRule } from './rule';

export const assessmentSystemMismatch = defineRule({
  id: 'assessment-system-mismatch',
  group: 'impact-assessment',
  severity: 'warning',
  basis: 'format',
  requirement: 'A.5.3',
  summary: 'A card points to the impact assessment of another system.',
  why: 'An assessment says what one system does to people. It cannot stand in for another.',
  help: 'Point `impactAssessment` to the assessment of this system, or correct `system` in the assessment.',
  message: 'This is the impact assessment of {other}, not of {id}. Point to the one of this system.',
  on: 'system',
  check: ({ own, uri, inventoryOnly }, report, { snapshot }) => {
    const { id, impactAssessment } = own;
    if (inventoryOnly || !id || !impactAssessment) return;
    const resolved = snapshot.resolve(impactAssessment.value, uri);
    if (resolved.kind !== 'file') return;
    const systems = snapshot.assessments
      .filter((entry) => entry.uri === resolved.uri)
      .map((entry) => entry.body.system);
    const [first] = systems;
    // A system nobody knows is a slip in the assessment, and found there.
    const isOther = systems.every(
      (system) =>
        system !== undefined &&
        system.value !== id.value &&
        snapshot.lookup('system', system.value, resolved.uri) !== undefined,
    );
    if (!first || !isOther) return;
    report(
      { place: impactAssessment.place, part: 'value' },
      {
        args: { other: first.value, id: id.value },
        related: [{ place: first.place, part: 'value', message: tr('The system it assesses.') }],
      },
    );
  },
});
