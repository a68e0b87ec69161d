import { has } from '../model/located';
import { defineRule } from './rule';
import { dayOf, reportDue } from './shared-due';
import { asksForMore } from './shared-subject';

export const certificateExpired = defineRule({
  id: 'certificate-expired',
  group: 'management-cycle',
  severity: 'warning',
  basis: 'reading',
  summary: 'The certificate of the management system has expired, or does within thirty days.',
  why: 'Whoever still shows an expired certificate claims something that is no longer so.',
  help: 'Record the recertification and the new last day, or remove `certification`.',
  message: {
    overdue: 'The certificate expired on {on}. Record the recertification, or stop relying on it.',
    soon: 'The certificate expires on {on}, and no recertification is recorded.',
  },
  on: 'organization',
  check: (organization, report, { date }) => {
    const { certification } = organization.body;
    if (!asksForMore(organization) || !certification?.expires) return;
    const recertified = dayOf(certification.recertification);
    // After a recertification this last day is that of the old certificate.
    if (has(certification, 'recertification') && (recertified === undefined || recertified <= date)) return;
    reportDue(report, dayOf(certification.expires), date, { place: certification.expires.place });
  },
});
