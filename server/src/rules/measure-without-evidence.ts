import { tr } from '../l10n/tr';
import { addKeys } from '../fixes/missing-keys';
import { below, has, type Place } from '../model/located';
import type { RuleContext } from './rule';
import { defineRule } from './rule';
import type { SystemEntry } from '../workspace/snapshot';
import { currentSystem, harmsIn, isDraft } from './shared-assessment';

const SHOWN: ReadonlySet<string> = new Set([
  'partial',
  'attested',
  'verified',
  'suspect',
  'overdue',
  'unknown',
]);

/** Is the control a measure belongs to shown by a row or section? Evidence is kept once. */
const isShownBy = (system: SystemEntry, control: string | undefined, context: RuleContext): boolean =>
  control !== undefined &&
  context
    .verdicts(system)
    .results.some(({ requirement, verdict }) => requirement.id === control && SHOWN.has(verdict));

export const measureWithoutEvidence = defineRule({
  id: 'measure-without-evidence',
  group: 'impact-assessment',
  severity: 'info',
  basis: 'reading',
  requirement: 'A.5.4',
  summary: 'A measure against a harm is said to be done, and nothing shows it.',
  why: 'What is left of a harm was judged as if the measure worked. Whoever reads the assessment wants to see that it is there.',
  help: 'Name a file, a test or a page under `evidence` of the measure, or the `control` whose row has the evidence.',
  message: {
    one: 'This measure is said to be done, but nothing shows it. Add `evidence`, or the `control` whose row has it.',
    many: 'This measure and {count} more are said to be done, but nothing shows it. Add `evidence`, or the `control` whose row has it.',
  },
  on: 'assessment',
  check: (target, report, context) => {
    const system = currentSystem(target);
    if (!system || isDraft(target.body)) return;
    const [first, ...others] = harmsIn(target.body)
      .flatMap(({ measures }) => measures?.items ?? [])
      .filter(
        (measure) =>
          measure.status?.value === 'done' &&
          !has(measure, 'evidence') &&
          !isShownBy(system, measure.control?.value, context),
      );
    if (!first) return;
    report(
      { place: below(first, 'status'), part: 'value' },
      {
        message: others.length > 0 ? 'many' : 'one',
        args: { count: others.length },
        absent: true,
        related: others.map((measure) => ({
          place: below(measure, 'status'),
          part: 'value' as const,
          message: tr('Nothing shows this one either.'),
        })),
        data: { measures: [first, ...others].map(({ place }) => place) },
      },
    );
  },
  fixes: ({ uri, data: { measures } }, { snapshot }) =>
    addKeys(
      snapshot,
      uri,
      tr('Add evidence to fill in'),
      (measures as readonly Place[]).map((place) => [place, ['evidence']] as const),
    ),
});
