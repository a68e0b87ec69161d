import { has } from '../model/located';
import { defineRule } from './rule';
import { dayOf, reportDue } from './shared-due';
import { asksForMore } from './shared-subject';

export const certificateExpired = defineRule({
  id: 'certificate-expired',
  group: 'management-cycle',
  severity: 'warning',
  basis: 'reading',
  summary: 'The certificate of the management system has expired, or is about to.',
  why: 'Whoever still shows an expired certificate claims something that is no longer so.',
  help: 'Record the recertification and the new last day, or remove `certification`.',
  message: {
    overdue: 'The certificate expired on {on}. Record the recertification, or stop relying on it.',
    soon: 'The certificate expires on {on}, and no recertification is recorded.',
  },
  on: 'organization',
  check: (organization, report, outlook) => {
    const { certification } = organization.body;
    if (!certification?.expires || !asksForMore(organization)) return;
    const expires = dayOf(certification.expires);
    const recertification = dayOf(certification.recertification);
    const decision = dayOf(certification.initialDecisionOn);
    // A last day before the decision is a slip, and a finding of its own.
    if (expires === undefined || (decision !== undefined && expires < decision)) return;
    if (has(certification, 'recertification')) {
      // A day nobody can read may be any day. After a recertification this last day is that of the old certificate.
      if (recertification === undefined || recertification <= outlook.date) return;
      // It is planned: until the certificate has expired, only a plan that comes too late is worth a word.
      if (outlook.date <= expires) return;
    }
    reportDue(report, expires, outlook, { place: certification.expires.place });
  },
});
