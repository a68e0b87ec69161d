import { addDuration, parseDuration } from '../model/scalars';
import { defineRule } from './rule';
import { dayOf, reportDue } from './shared-due';
import { asksForMore } from './shared-subject';

export const governingBodyOverdue = defineRule({
  id: 'governing-body-overdue',
  group: 'management-cycle',
  severity: 'info',
  basis: 'practice',
  requirement: '5.1',
  summary: 'The governing body was to look at AI again, and that day has passed or comes soon.',
  why: 'ISO/IEC 38507, which is guidance, has the board or its like answer for the use of AI. How often it looks is your own plan: `governingBody.reviewEvery`.',
  help: 'Report to the body, then set `reviewed` to the day it looked; or set `reviewEvery` to what you mean to keep.',
  message: {
    overdue:
      'After this day the governing body was to look at AI again by {on}. Report to it, then set `reviewed`.',
    soon: 'After this day the governing body is to look at AI again by {on}.',
  },
  on: 'organization',
  check: (organization, report, outlook) => {
    const { governingBody } = organization.body;
    const since = dayOf(governingBody?.reviewed);
    const every = parseDuration(governingBody?.reviewEvery?.value ?? '');
    if (!asksForMore(organization) || !governingBody?.reviewed || since === undefined || !every) return;
    reportDue(report, addDuration(since, every), outlook, { place: governingBody.reviewed.place, since });
  },
});
