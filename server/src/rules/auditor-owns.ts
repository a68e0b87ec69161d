import { tr } from '../l10n/tr';
import { defineRule } from './rule';
import { ownedAndCovered, type Audit } from './shared-audit';
import { dayOf } from './shared-due';
import { nameOf } from './shared-people';
import { asksForMore } from './shared-subject';

const SHOWN = 3;
const MOST_RELATED = 20;

/** Audits that lie ahead and the last one held. Earlier ones cannot be changed, and people may have owned other things. */
function audits(all: readonly Audit[]): readonly Audit[] {
  const held = all.filter((audit) => dayOf(audit.performed) !== undefined);
  const last = [...held].sort((a, b) =>
    (dayOf(a.performed) ?? '') < (dayOf(b.performed) ?? '') ? 1 : -1,
  )[0];
  return all.filter((audit) => !audit.keys.has('performed') || audit === last);
}

const listed = (things: readonly string[]): string =>
  things.length > SHOWN
    ? tr('{0} and {1} more', things.slice(0, SHOWN).join(', '), things.length - SHOWN)
    : things.join(', ');

export const auditorOwns = defineRule({
  id: 'auditor-owns',
  group: 'management-cycle',
  severity: 'warning',
  basis: 'standard',
  requirement: '9.2.2',
  summary: 'An internal auditor answers for what the audit covers.',
  why: 'Nobody sees the gaps in their own work. Auditors are chosen so that the audit is impartial.',
  help: 'Let somebody else audit that part, or take it out of `covers` of this audit and plan another for it.',
  message: '{name} audits what they own: {things}. Let somebody else audit that part.',
  on: 'organization',
  check: (organization, report) => {
    if (!asksForMore(organization)) return;
    for (const audit of audits(organization.body.internalAudits?.items ?? [])) {
      if (!audit.auditor) continue;
      const owned = ownedAndCovered(organization, audit, audit.auditor.value);
      if (owned.length === 0) continue;
      report(
        { place: audit.auditor.place, part: 'value' },
        {
          args: {
            name: nameOf(organization.body, audit.auditor.value),
            things: listed(owned.map(({ what }) => what)),
          },
          related: owned.slice(0, MOST_RELATED).map(({ what, place }) => ({
            place,
            part: 'value' as const,
            message: tr('Owner of {0}.', what),
          })),
        },
      );
    }
  },
});
