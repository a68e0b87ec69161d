import { tr } from '../l10n/tr';
import { duenessOf } from '../model/calendar';
import { reviewClock } from '../verdict/clocks';
import { defineRule } from './rule';
import { reviewables } from './shared-reviews';

export const evidenceStale = defineRule({
  id: 'evidence-stale',
  group: 'evidence',
  severity: 'warning',
  basis: 'standard',
  summary: 'Evidence was to be looked at again by a day that has passed, or that comes soon.',
  why: 'What was right a year ago may not be now. How often somebody looks is your own plan: `reviewEvery` of the evidence, its row, the system or the organization.',
  help: 'Look whether it still holds. If so, write the day and who looked (`reviewed`, `by`), or record it with `aims attest`; if not, renew it.',
  message: {
    'overdue-reviewed':
      'Last reviewed on {since}; with a review every {every} the next was due on {on}. Look again, then renew `reviewed` and `by`.',
    'overdue-effective':
      'In effect since {since} and not reviewed since; with a review every {every} one was due on {on}. Look at it, then add `reviewed` and `by`.',
    'overdue-approved':
      'Approved on {since}; with a review every {every} one was due on {on}. Look again, then record it anew with `aims attest`.',
    'soon-reviewed': 'Last reviewed on {since}; with a review every {every} the next is due on {on}.',
    'soon-effective': 'In effect since {since}; with a review every {every} one is due on {on}.',
    'soon-approved': 'Approved on {since}; with a review every {every} one is due on {on}.',
  },
  on: 'row',
  check: (target, report, context) => {
    for (const { item, long, word, row, context: grading } of reviewables(target, context)) {
      // That it changed, or may have, is said already.
      if (word && word.kind !== 'holds') continue;
      const clock = reviewClock(grading, row, long, word);
      if (!clock) continue;
      const { set, since, every, on } = clock;
      const dueness = duenessOf(on, context, since);
      if (dueness === 'later') continue;
      const day = set === 'approved' ? undefined : long?.[set];
      const isElsewhere = every !== long?.reviewEvery;
      report(
        { place: (day ?? long?.path ?? long?.url ?? long?.ref ?? item).place, part: 'value' },
        {
          message: `${dueness}-${set}`,
          ...(dueness === 'soon' ? { severity: 'info' as const } : {}),
          args: { since, every: every.value, on },
          due: on,
          requirement: target.id,
          related: isElsewhere
            ? [
                {
                  place: every.place,
                  part: 'value',
                  message: tr('How often is declared here: every {0}.', every.value),
                },
              ]
            : [],
        },
      );
    }
  },
});
