/** Which other frameworks count for a subject: those its organization lists. */
import { findFramework, type Framework } from '../catalogue/frameworks';
import type { Organization } from '../model/build';
import type { Subject } from '../workspace/snapshot';

const NONE: readonly Framework[] = [];

const listedBy = (organization: Organization): readonly Framework[] =>
  organization.frameworks?.items.flatMap(({ value }) => findFramework(value) ?? []) ?? NONE;

/**
 * The known frameworks, in the order listed. A card that belongs to no organization can list none; by its `euAiAct` it
 * says that the AI Act matters to it.
 */
export function listedFrameworks(subject: Subject): readonly Framework[] {
  if (subject.kind === 'organization') return listedBy(subject.body);
  const { organization, body } = subject;
  if (organization.kind === 'found') return listedBy(organization.body);
  const act = findFramework('eu-ai-act');
  return organization.kind === 'none' && body.euAiAct && act ? [act] : NONE;
}

export const lists = (subject: Subject, framework: string): boolean =>
  listedFrameworks(subject).some(({ id }) => id === framework);
