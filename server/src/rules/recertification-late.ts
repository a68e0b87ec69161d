import { tr } from '../l10n/tr';
import { defineRule } from './rule';
import { dayOf } from './shared-due';
import { asksForMore } from './shared-subject';

export const recertificationLate = defineRule({
  id: 'recertification-late',
  group: 'management-cycle',
  severity: 'warning',
  basis: 'reading',
  summary: 'The recertification came, or is planned, after the certificate expired.',
  why: 'Recertification is decided before the certificate runs out. In between there is none to show.',
  help: 'Agree with the certification body on what the gap means, then record the new last day in `expires`.',
  message: {
    was: 'Recertified on {on}, after the certificate had expired on {expires}. In between there was none.',
    planned:
      'Recertification is planned for {on}, after the certificate expires on {expires}. Move it forward.',
  },
  on: 'organization',
  check: (organization, report, { date }) => {
    const { certification } = organization.body;
    const on = dayOf(certification?.recertification);
    const expires = dayOf(certification?.expires);
    if (!asksForMore(organization) || !certification?.recertification || on === undefined) return;
    if (expires === undefined || on <= expires) return;
    // Once it has expired, that is the finding.
    if (on > date && expires < date) return;
    report(
      { place: certification.recertification.place, part: 'value' },
      {
        message: on <= date ? 'was' : 'planned',
        args: { on, expires },
        related: certification.expires
          ? [
              {
                place: certification.expires.place,
                part: 'value',
                message: tr('Last day of the certificate.'),
              },
            ]
          : [],
      },
    );
  },
});
