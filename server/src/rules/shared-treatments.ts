/** Which treatments of risks rely on a control that has no row in the Statement of Applicability. */
import { catalogue, type Control } from '../catalogue';
import { below, type Value } from '../model/located';
import { organizationEntryOf } from '../verdict/evaluate';
import type { Snapshot, Subject } from '../workspace/snapshot';
import type { Risk } from './rule';
import { asksForMore, isReadWhole } from './shared-subject';

export interface RowlessTreatment {
  readonly risk: Risk;
  readonly control: Value<string>;
  readonly entry: Control;
  /** In whose file the row belongs. */
  readonly home: Subject;
}

/** Subjects whose rows of the Statement of Applicability a treatment of this subject may rely on. */
function answering(snapshot: Snapshot, subject: Subject): readonly Subject[] {
  if (subject.kind === 'organization') return [subject, ...subject.systems];
  const organization = organizationEntryOf(snapshot, subject);
  return organization ? [subject, organization] : [subject];
}

/** Empty where only the basics are asked for, or a row may stand in a part that cannot be read. */
export function rowlessTreatments(snapshot: Snapshot, subject: Subject): readonly RowlessTreatment[] {
  if (!asksForMore(subject)) return [];
  if (subject.kind === 'system' && (subject.inventoryOnly || subject.organization.kind === 'unreachable'))
    return [];
  const risks = (subject.kind === 'system' ? subject.own : subject.body).risks?.items ?? [];
  if (!risks.some(({ treatment }) => treatment?.controls)) return [];
  const subjects = answering(snapshot, subject);
  if (subjects.some(({ body }) => !isReadWhole(snapshot, below(body, 'controls')))) return [];
  return risks.flatMap((risk) =>
    (risk.treatment?.controls?.items ?? []).flatMap((control) => {
      const entry = catalogue.controls.get(control.value);
      if (!risk.id || !entry || subjects.some(({ body }) => body.controls?.written.has(control.value)))
        return [];
      const home = entry.scope === 'organization' ? (subjects.at(-1) ?? subject) : subject;
      // A card alone: the organization's controls may be answered where we cannot look.
      if (entry.scope === 'organization' && subject.kind === 'system' && home === subject) return [];
      return [{ risk, control, entry, home }];
    }),
  );
}

/** Controls that a treatment is found to miss, so that nothing else need say that they have no row. */
export const missedByTreatments = (snapshot: Snapshot, subjects: readonly Subject[]): ReadonlySet<string> =>
  new Set(
    subjects.flatMap((subject) => rowlessTreatments(snapshot, subject)).map(({ control }) => control.value),
  );
