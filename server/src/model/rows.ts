/** Rows of the Statement of Applicability and of clauses, wherever a file can have them. */
import type { Artefact, Organization } from './build';

type Rows = NonNullable<Organization['controls']>;
export type Row = Rows['entries'] extends ReadonlyMap<string, infer R> ? R : never;

export type EvidenceItem = NonNullable<Row['evidence']>['items'][number];
/** Evidence with its review, as opposed to a mere path. */
export type LongEvidence = Extract<EvidenceItem, { readonly node: 'block' }>;

/** Every row written in a document: its own, those of clauses, and those of its profiles. In the order of the file within each. */
export function rowsIn(artefact: Artefact): readonly Row[] {
  if (artefact.kind === 'system') return [...(artefact.body.controls?.entries.values() ?? [])];
  if (artefact.kind !== 'organization') return [];
  const { controls, clauses, additionalControls, profiles } = artefact.body;
  const ofProfiles = [...(profiles?.entries.values() ?? [])].map((profile) => profile.controls);
  return [controls, clauses, additionalControls, ...ofProfiles].flatMap((rows) => [
    ...(rows?.entries.values() ?? []),
  ]);
}
