import { tr, translatable } from '../l10n/tr';
import { addSection } from '../fixes/section';
import { isPlace } from '../fixes/yaml';
import { hasRole } from '../model/people';
import { requirements } from '../verdict/requirements.generated';
import { titleOf } from '../verdict/requirement';
import type { RequirementResult } from '../verdict/types';
import type { OrganizationEntry } from '../workspace/snapshot';
import { defineRule } from './rule';
import { isDue } from './shared-controls';
import { asksForMore } from './shared-subject';

interface Step {
  readonly clause: string;
  /** The section that answers the clause. */
  readonly key: string;
  /** Of a list of people: the role somebody in it has to have. */
  readonly role?: string;
  readonly says: string;
}

/** What all the rest builds on, in the order in which it is sensibly written. */
const STEPS: readonly Step[] = [
  { clause: '4.3', key: 'scope', says: translatable('`scope` (which AI it is about)') },
  {
    clause: '5.1',
    key: 'people',
    role: 'top-management',
    says: translatable('somebody under `people` with the role `top-management` (who decides)'),
  },
  {
    clause: '5.3',
    key: 'people',
    role: 'aims-responsible',
    says: translatable(
      'somebody under `people` with the role `aims-responsible` (who looks after this file)',
    ),
  },
  { clause: '5.2', key: 'policy', says: translatable('`policy` (where your rules for AI are written)') },
  { clause: '6.1.2', key: 'risk', says: translatable('`risk` (how you judge what may go wrong)') },
];

/** As many as somebody takes in at once. */
const SHOWN = 2;

/** Is it begun? What is half-written, or only held open, is for other rules to say. */
const isBegun = ({ body, artefact }: OrganizationEntry, { key, role }: Step): boolean =>
  role === undefined
    ? artefact.yaml.has([key])
    : (body.people?.items ?? []).some((person) => hasRole(person, role));

/** Steps that neither a section nor a row under `clauses` answers. */
function stepsLeft(organization: OrganizationEntry, results: readonly RequirementResult[]): readonly Step[] {
  const open = new Set(
    results
      .filter(({ verdict, answered }) => verdict === 'missing' && !answered)
      .map(({ requirement }) => requirement.id),
  );
  return STEPS.filter((step) => open.has(step.clause) && !isBegun(organization, step));
}

export const organizationIncomplete = defineRule({
  id: 'organization-incomplete',
  group: 'life-cycle',
  severity: 'info',
  basis: 'reading',
  summary: 'An organization file lacks what all the rest builds on.',
  why: 'Scope, people, policy and the way risks are judged come first: cards, reviews and audits refer to them. The rest of the management system can wait until they stand.',
  help: 'Add what is named, one after the other. With `target: managed` the editor then names all else that is missing.',
  message: {
    one: 'A good next step here: {first}. {missing} of {due} requirements on the organization have nothing yet; the others can wait.',
    many: 'Good next steps here: {first}, then {second}. {missing} of {due} requirements on the organization have nothing yet; the others can wait.',
  },
  on: 'organization',
  check: (organization, report, context) => {
    // Who asks for more is told by `clauses-missing` and `requirement-due`.
    if (asksForMore(organization)) return;
    const { results } = context.verdicts(organization);
    const steps = stepsLeft(organization, results);
    const [first, second] = steps.slice(0, SHOWN).map(({ says }) => tr(says));
    if (first === undefined) return;
    const due = results.filter(isDue);
    const { place } = organization.body;
    report(
      { place, part: 'key' },
      {
        message: second === undefined ? 'one' : 'many',
        args: {
          first,
          second: second ?? '',
          missing: due.filter(({ verdict }) => verdict === 'missing').length,
          due: due.length,
        },
        absent: true,
        data: { body: place, clauses: steps.slice(0, SHOWN).map(({ clause }) => clause) },
      },
    );
  },
  fixes: ({ data: { body, clauses } }, { snapshot }) => {
    if (!isPlace(body) || !Array.isArray(clauses)) return [];
    return clauses.flatMap((clause) => {
      const requirement = requirements.find(({ id, level }) => level === 'organization' && id === clause);
      return requirement
        ? addSection(snapshot, body, requirement, tr('Add {0}, to fill in', titleOf(requirement.id)))
        : [];
    });
  },
});
