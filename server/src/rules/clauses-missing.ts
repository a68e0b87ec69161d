import { tr } from '../l10n/tr';
import { addSection } from '../fixes/section';
import { isPlace } from '../fixes/yaml';
import { requirements } from '../verdict/requirements.generated';
import type { Requirement } from '../verdict/requirement';
import { titleOf } from '../verdict/requirement';
import { isControl } from '../verdict/place-of-row';
import type { OrganizationEntry } from '../workspace/snapshot';
import type { RuleContext } from './rule';
import { defineRule } from './rule';

/** The key to fill in for a clause: a section of its own, or a row. */
const keyFor = ({ id, sections, rollUp }: Requirement): string =>
  rollUp === true || !sections[0] ? `clauses."${id}"` : (sections[0].at.split(/[.[]/)[0] ?? '');

/** Clauses that neither the organization nor any of its systems has a word on. */
function unanswered(organization: OrganizationEntry, context: RuleContext): readonly Requirement[] {
  const bySystems = new Set(
    organization.systems.flatMap((system) =>
      context
        .verdicts(system)
        .results.flatMap(({ requirement, answered }) => (answered ? [requirement.id] : [])),
    ),
  );
  return context
    .verdicts(organization)
    .results.filter(
      ({ requirement, verdict, answered }) =>
        !isControl(requirement.id) && verdict === 'missing' && !answered,
    )
    .map(({ requirement }) => requirement)
    .filter(({ id, rollUp }) => rollUp !== true || !bySystems.has(id));
}

/** Clauses named in the message. */
const SHOWN = 6;

export const clausesMissing = defineRule({
  id: 'clauses-missing',
  group: 'life-cycle',
  severity: 'warning',
  basis: 'standard',
  summary: 'Clauses of the standard that nothing in the organization file answers.',
  why: 'The clauses 4 to 10 are the management system itself: scope, policy, roles, planning, audits, reviews. None of them can be left out.',
  help: 'Add the section each clause names, or a row for it under `clauses` with evidence.',
  message: {
    one: 'Nothing answers clause {clauses}. Add it.',
    many: 'Nothing answers {count} clauses: {clauses}. Add what is named for each.',
  },
  on: 'organization',
  check: (organization, report, context) => {
    if (organization.target !== 'managed') return;
    const { body } = organization;
    const missing = unanswered(organization, context);
    if (missing.length === 0) return;
    const named = missing.slice(0, SHOWN).map((each) => `${each.id} (\`${keyFor(each)}\`)`);
    const more = missing.length - named.length;
    report(
      { place: body.place, part: 'key' },
      {
        message: missing.length === 1 ? 'one' : 'many',
        args: {
          count: missing.length,
          clauses: named.join(', ') + (more > 0 ? tr(' and {0} more', more) : ''),
        },
        absent: true,
        data: { body: body.place, ids: missing.map(({ id }) => id) },
      },
    );
  },
  fixes: ({ data: { body, ids } }, { snapshot }) => {
    if (!isPlace(body) || !Array.isArray(ids)) return [];
    return requirements
      .filter(({ id, level }) => level === 'organization' && ids.includes(id))
      .flatMap((requirement) =>
        addSection(snapshot, body, requirement, tr('Add {0}, to fill in', titleOf(requirement.id))),
      );
  },
});
