import { tr } from '../l10n/tr';
import { below, has } from '../model/located';
import { insertInList, isPlace, oneEdit } from '../fixes/yaml';
import { organizationOf } from './shared-subject';
import type { Subject } from '../workspace/snapshot';
import type { Risk } from './rule';
import { defineRule } from './rule';
import type { ControlRow } from '../verdict/row';

/** Risks a row gives as its reason. */
const citedBy = ({ why }: ControlRow) => (why?.node === 'block' ? (why.risks?.items ?? []) : []);

/** The risk an id names here: the subject's own, else the organization's. */
const riskNamed = (subject: Subject, id: string): Risk | undefined =>
  [...(subject.body.risks?.items ?? []), ...(organizationOf(subject)?.risks?.items ?? [])].find(
    (risk) => risk.id?.value === id,
  );

export const inclusionRiskMismatch = defineRule({
  id: 'inclusion-risk-mismatch',
  group: 'soa',
  severity: 'warning',
  basis: 'standard',
  requirement: '6.1.3',
  summary: 'A control is included because of a risk whose treatment does not name it.',
  why: 'The Statement of Applicability and the treatment of risks tell the same story from two ends. Where they differ, nobody knows whether the control treats the risk.',
  help: 'Add the control to `treatment.controls` of the risk, or give another reason.',
  message:
    '{id} is included because of risk {risk}, whose treatment does not name it. Add it there, or give another reason here.',
  on: 'row',
  check: ({ id, row, subject }, report) => {
    if (row.status?.value === 'not-applicable') return;
    for (const cited of citedBy(row)) {
      const treatment = riskNamed(subject, cited.value)?.treatment;
      if (!treatment || (has(treatment, 'controls') && !treatment.controls)) continue;
      const controls = treatment.controls;
      if (
        controls &&
        (controls.items.length < controls.written || controls.items.some(({ value }) => value === id))
      )
        continue;
      report(
        { place: cited.place, part: 'value' },
        {
          args: { id, risk: cited.value },
          requirement: id,
          related: [
            { place: treatment.place, part: 'key', message: tr('The treatment of {0}.', cited.value) },
          ],
          data: { controls: below(treatment, 'controls'), id, risk: cited.value },
        },
      );
    }
  },
  fixes: ({ data: { controls, id, risk } }, { snapshot }) =>
    isPlace(controls)
      ? oneEdit(
          tr('Add {0} to the treatment of {1}', String(id), String(risk)),
          controls.uri,
          insertInList(snapshot, controls, [String(id)]),
        )
      : [],
});
