/** Whose verdicts a file is about. */
import { tr, translatable } from '../l10n/tr';
import type { Artefact } from '../model/build';
import type { Snapshot, Subject } from '../workspace/snapshot';

/** The organization or system an artefact describes; for an assessment, the system it belongs to. */
export function subjectOf(snapshot: Snapshot, artefact: Artefact): Subject | undefined {
  switch (artefact.kind) {
    case 'organization':
      return snapshot.organizations.find((entry) => entry.artefact === artefact);
    case 'system':
      return snapshot.systems.find((entry) => entry.artefact === artefact);
    case 'impact-assessment':
      return snapshot.systems.find((system) =>
        system.assessments.some((assessment) => assessment.artefact === artefact),
      );
    default:
      return undefined;
  }
}

/** Its name in words, from the file; the id where it has none. */
export const nameOf = (subject: Subject): string => subject.body.name?.value ?? subject.id;

const KIND_WORDS = {
  organization: translatable('Organization'),
  system: translatable('AI system'),
  assessment: translatable('Impact assessment'),
} as const;

/** What it is, in words. */
export const kindWord = ({ kind }: { readonly kind: keyof typeof KIND_WORDS }): string =>
  tr(KIND_WORDS[kind]);
