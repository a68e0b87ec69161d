/** Documents that have an approval of their own: who cites one relies on that approval. */
import type { Value } from '../model/located';
import type { OrganizationLink } from '../workspace/snapshot';
import { keyOf, type ReadingContext } from './approvable';

/** Keys of the approvals whose document is the file, nearest first. */
export function approvalsOfDocument(
  { snapshot }: ReadingContext,
  organization: OrganizationLink,
  file: string,
): readonly string[] {
  if (organization.kind !== 'found') return [];
  const { uri, body } = organization;
  const id = body.id?.value;
  if (id === undefined) return [];
  const isFile = (document: Value<string> | undefined): boolean => {
    const resolved = document && snapshot.resolve(document.value, uri);
    return resolved?.kind === 'file' && resolved.uri === file;
  };
  return [
    ...(isFile(body.policy?.document) ? [keyOf(uri, `${id}:policy`)] : []),
    ...(isFile(body.treatmentPlan?.document) ? [keyOf(uri, `${id}:treatmentPlan`)] : []),
  ];
}
