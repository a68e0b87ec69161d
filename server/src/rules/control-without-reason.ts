import { tr } from '../l10n/tr';
import { PLACEHOLDER } from '../fixes/scalar';
import { addKey } from '../fixes/yaml';
import { has } from '../model/located';
import { isControl, rowOf } from '../verdict/place-of-row';
import { organizationEntryOf } from '../verdict/evaluate';
import { defineRule } from './rule';
import { capital, isForOrganization, keyOfRow, leavesOut, overriddenBy, statusOf } from './shared-soa';
import { asksForMore } from './shared-subject';

export const controlWithoutReason = defineRule({
  id: 'control-without-reason',
  group: 'soa',
  severity: 'warning',
  basis: 'standard',
  requirement: '6.1.3',
  summary: 'A control is included and no row says why.',
  why: 'A Statement of Applicability gives the reason for each control it includes, as well as for each it leaves out. Controls are chosen because a risk, a law or a contract calls for them.',
  help: 'Add `why`: risks (`{risks: [R1]}`), a law, a contract, or a sentence.',
  message: {
    plain: '{id} is included, but nothing says why. Add `why`: a risk, a law, a contract or a sentence.',
    override:
      '{origin} leaves {id} out, and this card includes it without saying why. Add `why`: a risk, a law, a contract or a sentence.',
  },
  on: 'row',
  check: ({ id, row, subject, profile }, report, { snapshot }) => {
    // The clauses bind every organization; they need no reason.
    if (!isControl(id) || !asksForMore(subject) || row.status === undefined || leavesOut(row)) return;
    if (has(row, 'why') || isForOrganization(subject, id)) return;
    if (subject.kind === 'system') {
      // The reason may stand in the profile, or once for all systems in the organization's row.
      if (subject.organization.kind === 'unreachable') return;
      const organization = organizationEntryOf(snapshot, subject);
      const rows = [rowOf(subject, id), organization && rowOf(organization, id)];
      if (rows.some((each) => each && !leavesOut(each) && has(each, 'why'))) return;
    }
    if (profile !== undefined) {
      const organizations = rowOf(subject, id);
      if (organizations && !leavesOut(organizations) && has(organizations, 'why')) return;
    }
    const overridden = profile === undefined ? overriddenBy(subject, id) : undefined;
    report(keyOfRow(row), {
      message: overridden ? 'override' : 'plain',
      args: { id, origin: capital(overridden?.name ?? '') },
      requirement: id,
      absent: true,
      related: overridden ? [{ ...statusOf(overridden.row), message: tr('{0} is left out here.', id) }] : [],
      data: { row: row.place },
    });
  },
  fixes: ({ data }, { snapshot }) =>
    addKey(snapshot, data.row, 'why', PLACEHOLDER, tr('Add a reason to fill in')),
});
