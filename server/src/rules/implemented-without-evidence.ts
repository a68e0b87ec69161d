import { tr } from '../l10n/tr';
import { PLACEHOLDER } from '../fixes/scalar';
import { oneEdit, insertInList, isPlace } from '../fixes/yaml';
import { below, has } from '../model/located';
import { rowOf } from '../verdict/place-of-row';
import { defineRule } from './rule';
import { isForOrganization, statusOf } from './shared-soa';
import { asksForMore } from './shared-subject';

export const implementedWithoutEvidence = defineRule({
  id: 'implemented-without-evidence',
  group: 'soa',
  severity: 'warning',
  basis: 'standard',
  summary: 'A control is said to be in place and nothing shows it.',
  why: 'An auditor asks to see it. A row that says `implemented` without evidence is a claim nobody can check.',
  help: 'Name a file, a test, a record or a page under `evidence`, or change the status to `planned` with a day.',
  message: '{id} is said to be in place, but nothing shows it. Add `evidence`: a file, a test or a record.',
  on: 'row',
  check: ({ id, row, subject, profile }, report, context) => {
    if (!asksForMore(subject) || row.status?.value !== 'implemented') return;
    // A profile gives reason and method; the evidence is each system's, and a row without it is reported there.
    if (profile !== undefined || isForOrganization(subject, id)) return;
    const merged = rowOf(subject, id) ?? row;
    const isWritten =
      has(merged, 'evidence') && (merged.evidence === undefined || merged.evidence.written > 0);
    if (isWritten) return;
    // Only the verdict knows whether a section of the file shows it instead.
    const result = context.verdicts(subject).results.find(({ requirement }) => requirement.id === id);
    if (result?.verdict !== 'missing' || !result.gaps.some(({ lacks }) => lacks?.includes('evidence')))
      return;
    report(statusOf(row), {
      args: { id },
      requirement: id,
      absent: true,
      data: { evidence: below(row, 'evidence') },
    });
  },
  fixes: ({ data: { evidence } }, { snapshot }) =>
    isPlace(evidence)
      ? oneEdit(
          tr('Add evidence to fill in'),
          evidence.uri,
          insertInList(snapshot, evidence, [PLACEHOLDER]),
          {
            preferred: true,
          },
        )
      : [],
});
