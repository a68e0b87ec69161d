import { catalogue } from '../catalogue';
import { below } from '../model/located';
import { isPlace } from '../fixes/yaml';
import { addControlRow } from '../fixes/treatment-row';
import type { Snapshot, Subject } from '../workspace/snapshot';
import { organizationEntryOf } from '../verdict/evaluate';
import { defineRule } from './rule';
import { asksForMore, isReadWhole } from './shared-subject';

/** Subjects whose rows of the Statement of Applicability a treatment of this subject may rely on. */
function answering(snapshot: Snapshot, subject: Subject): readonly Subject[] {
  if (subject.kind === 'organization') return [subject, ...subject.systems];
  const organization = organizationEntryOf(snapshot, subject);
  return organization ? [subject, organization] : [subject];
}

export const treatmentControlNotInSoa = defineRule({
  id: 'treatment-control-not-in-soa',
  group: 'risk',
  severity: 'warning',
  basis: 'standard',
  requirement: '6.1.3',
  summary: 'A risk is treated by a control that has no row in the Statement of Applicability.',
  why: 'Controls are selected because risks need them. A control that treats a risk but is listed nowhere has no owner and no evidence.',
  help: 'Add a row for the control under `controls` with its status and the risk as the reason.',
  message: 'Risk {id} is treated by {control} ({title}), which has no row under `controls`. Add one.',
  on: 'risk',
  check: ({ risk, subject }, report, { snapshot }) => {
    if (!asksForMore(subject) || !risk.id) return;
    if (subject.kind === 'system' && subject.organization.kind === 'unreachable') return;
    const subjects = answering(snapshot, subject);
    if (subjects.some(({ body }) => !isReadWhole(snapshot, below(body, 'controls')))) return;
    for (const control of risk.treatment?.controls?.items ?? []) {
      const entry = catalogue.controls.get(control.value);
      if (!entry || subjects.some(({ body }) => body.controls?.written.has(control.value))) continue;
      const home = entry.scope === 'organization' ? (subjects.at(-1) ?? subject) : subject;
      // A card alone: the organization's controls may be answered where we cannot look.
      if (entry.scope === 'organization' && subject.kind === 'system' && home === subject) continue;
      report(
        { place: control.place, part: 'value' },
        {
          args: { id: risk.id.value, control: control.value, title: entry.title },
          requirement: control.value,
          data: {
            body: (home.kind === 'system' ? home.own : home.body).place,
            control: control.value,
            risk: risk.id.value,
          },
        },
      );
    }
  },
  fixes: ({ data }, { snapshot }) =>
    isPlace(data.body) ? addControlRow(snapshot, data.body, String(data.control), String(data.risk)) : [],
});
