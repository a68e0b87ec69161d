/** The parts an audit programme is made of: clauses 4 to 10, and the groups of Annex A of which a control is in use. */
import { catalogue } from '../catalogue';
import type { OrganizationEntry } from '../workspace/snapshot';
import type { RuleContext } from './rule';

const headOf = (id: string): string => /^(?:A\.)?\d+/.exec(id)?.[0] ?? id;

const CLAUSES: readonly string[] = [...new Set(catalogue.leafClauses.map(({ id }) => headOf(id)))];

/** Ids such as `4` and `A.6`, in the standard's order. */
export function partsInUse(organization: OrganizationEntry, context: RuleContext): readonly string[] {
  const used = new Set(
    [organization, ...organization.systems].flatMap((subject) =>
      context
        .verdicts(subject)
        .results.flatMap(({ requirement, verdict }) =>
          verdict === 'not-applicable' || verdict === 'not-due' || verdict === 'unknown'
            ? []
            : [headOf(requirement.id)],
        ),
    ),
  );
  return [...CLAUSES, ...[...catalogue.groups.keys()].filter((group) => used.has(group))];
}
