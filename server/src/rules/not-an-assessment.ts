import { tr, translatable } from '../l10n/tr';
import { isPlaceholder } from '../model/scalars';
import type { Snapshot, SystemEntry } from '../workspace/snapshot';
import { defineRule, type Report } from './rule';
import { asksForMore, isLeftOut } from './shared-subject';

const WORDS = { organization: translatable('an organization'), system: translatable('a system') } as const;

/** What the linked file is instead of an assessment; undefined where it is one, or may be one once it can be read. */
function problemOf(
  system: SystemEntry,
  uri: string,
  snapshot: Snapshot,
): Pick<Report, 'message' | 'args' | 'severity'> | undefined {
  const file = snapshot.files.get(uri);
  if (file) {
    const kinds = file.artefacts.flatMap(({ kind }) => kind ?? []);
    const [first] = kinds;
    if (kinds.length < file.artefacts.length || first === undefined) return undefined;
    if (first === 'impact-assessment' || kinds.includes('impact-assessment')) return undefined;
    return { message: 'other', args: { what: tr(WORDS[first]) } };
  }
  if (snapshot.unreadable.has(uri) || snapshot.existence.get(uri) !== 'file') return undefined;
  // Where an assessment was found by its `system`, the link may well be to what is sent around of it.
  if (system.assessments.length > 0 || !asksForMore(system) || isLeftOut(system, 'A.5.4')) return undefined;
  return { message: 'unread', severity: 'info' };
}

export const notAnAssessment = defineRule({
  id: 'not-an-assessment',
  group: 'impact-assessment',
  severity: 'warning',
  basis: 'format',
  requirement: 'A.5.4',
  summary: 'The file under `impactAssessment` is not an impact assessment that can be read.',
  why: 'What an assessment says about people is compared with risks, measures and reviews. Of a file in another form nothing is.',
  help: 'Point to the file with `kind: impact-assessment`. An assessment in another form can stay as evidence of A.5.4; put what it found into an `impact-assessment.yaml`.',
  message: {
    other: 'This file describes {what}, not an impact assessment. Point to the one of this system.',
    unread:
      'Nothing of this file is read: it is not written in this format. Name it as evidence of A.5.4, and put what it found into an `impact-assessment.yaml`.',
  },
  on: 'system',
  check: (system, report, { snapshot }) => {
    const { impactAssessment } = system.own;
    if (system.inventoryOnly || !impactAssessment || isPlaceholder(impactAssessment.value)) return;
    const resolved = snapshot.resolve(impactAssessment.value, system.uri);
    const problem = resolved.kind === 'file' ? problemOf(system, resolved.uri, snapshot) : undefined;
    if (problem) report({ place: impactAssessment.place, part: 'value' }, problem);
  },
});
