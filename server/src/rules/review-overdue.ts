import { addDuration, parseDuration } from '../model/scalars';
import { defineRule } from './rule';
import { dayOf, reportDue } from './shared-due';
import { asksForMore } from './shared-subject';

export const reviewOverdue = defineRule({
  id: 'review-overdue',
  group: 'management-cycle',
  severity: 'warning',
  basis: 'standard',
  requirement: '9.3.1',
  summary: 'The next management review is overdue, or coming due.',
  why: 'Top management looks at the management system at planned intervals. How often is your own plan: `every`.',
  help: 'Hold the review, then add it under `managementReviews` with its day, inputs and decisions.',
  message: {
    overdue: 'After this management review the next was due on {on}. Hold it and add it to the list.',
    soon: 'After this management review the next is due on {on}.',
  },
  on: 'organization',
  check: (organization, report, outlook) => {
    if (!asksForMore(organization)) return;
    const reviews = (organization.body.managementReviews?.items ?? [])
      .flatMap((review) => {
        const on = dayOf(review.date);
        return review.date && on !== undefined ? [{ on, place: review.date.place, every: review.every }] : [];
      })
      .sort((a, b) => (a.on < b.on ? 1 : -1));
    // A review that lies ahead is a plan, but says how often they are held as well as any.
    const newest = reviews.find(({ on }) => on <= outlook.date);
    const every = parseDuration(
      (newest?.every ?? reviews.find((review) => review.every)?.every)?.value ?? '',
    );
    if (!newest || !every) return;
    reportDue(report, addDuration(newest.on, every), outlook, { place: newest.place, since: newest.on });
  },
});
