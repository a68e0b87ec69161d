/** What rules about cards ask of their organization: worked out for the first card that asks, not for each of a thousand. */
import type { OrganizationEntry, Snapshot } from '../workspace/snapshot';
import type { RuleContext } from './rule';

type OfOrganization<T> = (organization: OrganizationEntry, context: RuleContext) => T;

/** The same answer as long as snapshot and day are the same. */
export function oncePerOrganization<T>(compute: OfOrganization<T>): OfOrganization<T> {
  const known = new WeakMap<Snapshot, Map<string, { readonly answer: T }>>();
  return (organization, context) => {
    const { snapshot, date } = context;
    const answers = known.get(snapshot) ?? new Map<string, { readonly answer: T }>();
    known.set(snapshot, answers);
    const { uri, document } = organization.artefact;
    const key = JSON.stringify([date, uri, document]);
    const found = answers.get(key) ?? { answer: compute(organization, context) };
    answers.set(key, found);
    return found.answer;
  };
}
