import type { Organization } from '../model/build';
import type { Value } from '../model/located';
import { defineRule } from './rule';
import { dayOf } from './shared-due';

interface Pair {
  readonly earlier: Value<string> | undefined;
  readonly later: Value<string> | undefined;
  readonly message: string;
  readonly requirement?: string;
}

/** Days of which the second cannot come before the first. */
const pairs = ({ certification, nonconformities }: Organization): readonly Pair[] => [
  { earlier: certification?.initialDecisionOn, later: certification?.expires, message: 'expires' },
  {
    earlier: certification?.initialDecisionOn,
    later: certification?.recertification,
    message: 'recertification',
  },
  ...(nonconformities?.items ?? []).flatMap(({ actions }) =>
    (actions?.items ?? []).map(({ done, effective }) => ({
      earlier: done,
      later: effective,
      message: 'effective',
      requirement: '10.2',
    })),
  ),
];

export const daysOutOfOrder = defineRule({
  id: 'days-out-of-order',
  group: 'management-cycle',
  severity: 'error',
  basis: 'format',
  summary: 'Two days of the management cycle stand in an order that cannot be.',
  why: 'One of the two is a slip of the pen, and whatever is counted from it is wrong.',
  help: 'Compare with the record and correct the one that is wrong.',
  message: {
    expires: 'The certificate ends on {later}, before the decision of {earlier}. Correct one of the two.',
    recertification:
      'The recertification of {later} comes before the first decision of {earlier}. Correct one of the two.',
    effective: 'Found to have worked on {later}, before it was done on {earlier}. Correct one of the two.',
  },
  on: 'organization',
  check: ({ body }, report) => {
    for (const { earlier, later, message, requirement } of pairs(body)) {
      const [first, second] = [dayOf(earlier), dayOf(later)];
      if (!earlier || !later || first === undefined || second === undefined || second >= first) continue;
      report(
        { place: later.place, part: 'value' },
        {
          message,
          requirement,
          args: { earlier: first, later: second },
          related: [{ place: earlier.place, part: 'value', message: 'The day it would come before.' }],
        },
      );
    }
  },
});
