import { tr } from '../l10n/tr';
import type { Artefact, ImpactAssessment, Organization } from '../model/build';
import type { Value } from '../model/located';
import { defineRule, type Severity } from './rule';
import { dayOf } from './shared-due';

interface Pair {
  readonly earlier: Value<string> | undefined;
  readonly later: Value<string> | undefined;
  readonly message: string;
  readonly requirement?: string;
  readonly severity?: Severity;
}

const ofAssessment = ({ performed, approvedOn }: ImpactAssessment): readonly Pair[] => [
  { earlier: performed, later: approvedOn, message: 'approved', requirement: '8.4' },
];

const ofOrganization = ({ certification, nonconformities }: Organization): readonly Pair[] => [
  { earlier: certification?.initialDecisionOn, later: certification?.expires, message: 'expires' },
  {
    earlier: certification?.initialDecisionOn,
    later: certification?.recertification,
    message: 'recertification',
  },
  ...(nonconformities?.items ?? []).flatMap(({ found, actions }) =>
    (actions?.items ?? []).flatMap(({ done, effective }): readonly Pair[] => [
      { earlier: done, later: effective, message: 'effective', requirement: '10.2' },
      // Not an error: what was mended at once may have been written down later.
      { earlier: found, later: done ?? effective, message: 'found', requirement: '10.2', severity: 'info' },
    ]),
  ),
];

/** Days of which the second cannot come before the first. */
function pairsOf({ kind, body }: Artefact): readonly Pair[] {
  if (kind === 'organization') return ofOrganization(body);
  return kind === 'impact-assessment' ? ofAssessment(body) : [];
}

export const daysOutOfOrder = defineRule({
  id: 'days-out-of-order',
  group: 'management-cycle',
  severity: 'error',
  basis: 'format',
  summary: 'Two days of the management cycle or of an assessment stand in an order that cannot be.',
  why: 'One of the two is a slip of the pen, and whatever is counted from it is wrong.',
  help: 'Compare with the record and correct the one that is wrong.',
  message: {
    expires: 'The certificate ends on {later}, before the decision of {earlier}. Correct one of the two.',
    recertification:
      'The recertification of {later} comes before the first decision of {earlier}. Correct one of the two.',
    effective: 'Found to have worked on {later}, before it was done on {earlier}. Correct one of the two.',
    found:
      'Mended on {later}, before it was found on {earlier}. If {earlier} is when it was written down, set `found` to the day it was noticed.',
    approved:
      'Approved on {later}, before the assessment was carried out on {earlier}. Correct one of the two.',
  },
  on: 'document',
  check: ({ artefact }, report) => {
    for (const { earlier, later, message, requirement, severity } of pairsOf(artefact)) {
      const [first, second] = [dayOf(earlier), dayOf(later)];
      if (!earlier || !later || first === undefined || second === undefined || second >= first) continue;
      report(
        { place: later.place, part: 'value' },
        {
          message,
          requirement,
          ...(severity ? { severity } : {}),
          args: { earlier: first, later: second },
          related: [{ place: earlier.place, part: 'value', message: tr('The day it would come before.') }],
        },
      );
    }
  },
});
