import { tr, translatable } from '../l10n/tr';
import { catalogue } from '../catalogue';
import type { AiSystem } from '../model/build';
import { isFriaUse } from '../frameworks';
import { below, has } from '../model/located';
import { insertInMap, isPlace, oneEdit } from '../fixes/yaml';
import type { SystemEntry } from '../workspace/snapshot';
import { defineRule, type RuleTargets } from './rule';
import { currentSystem, harmsIn, isDraft } from './shared-assessment';
import { hasReached, isReadWhole } from './shared-subject';

/** Roles towards a system that make an organization its deployer in the words of the EU AI Act. */
const DEPLOYING = ['deployer', 'customer', 'user'];

/** Does Art. 27 ask this deployer for an assessment? False where the card does not say enough to know. */
function isOwed({ body, roles }: SystemEntry): boolean {
  const act = body.euAiAct;
  if (!act?.annexIII || (act.tier && act.tier.value !== 'high-risk')) return false;
  const deploys = act.role
    ? act.role.items.some(({ value }) => value.toLowerCase() === 'deployer')
    : DEPLOYING.some((role) => roles.has(role));
  if (!deploys) return false;
  return isFriaUse(act);
}

const FRIA_KEYS = {
  period: translatable('over which time it is used'),
  frequency: translatable('how often it is used'),
  recourse: translatable('how people can complain'),
} as const;

type FriaKey = keyof typeof FRIA_KEYS;

/**
 * Parts the other sections of card and assessment hold, by what is missing. Parties or impacts that are not there at all
 * are missed in every assessment, and found by `assessment-incomplete`.
 */
function otherGaps({ body }: RuleTargets['assessment'], card: AiSystem): readonly string[] {
  const gaps: [boolean, string][] = [
    [
      has(body.uses, 'intended') || has(body, 'scope') || has(card.use, 'intended'),
      tr('what it is used for (`uses`)'),
    ],
    [(body.impacts?.written ?? 0) === 0 || harmsIn(body).length > 0, tr('harms to them (`impacts`)')],
    [has(card.use, 'oversight'), tr('how people watch over it (`use.oversight` in the card)')],
  ];
  return gaps.flatMap(([isThere, what]) => (isThere ? [] : what));
}

export const friaPartsMissing = defineRule({
  id: 'fria-parts-missing',
  group: 'impact-assessment',
  severity: 'warning',
  basis: 'reading',
  requirement: '8.4',
  summary: 'Parts of the fundamental rights impact assessment of the EU AI Act (Art. 27) are missing.',
  why: `From ${catalogue.impactAssessment.fria.appliesFrom} public bodies, private providers of public services and deployers of credit scoring or of life and health insurance pricing have to assess effects on fundamental rights before they use a high-risk system. Most of it stands in the impact assessment already.`,
  help: 'Fill in the parts that are named. Time, frequency and complaints have keys of their own under `fria`. This is no legal advice.',
  message:
    'As deployer you owe a fundamental rights impact assessment from {from} on. Still missing: {parts}.',
  on: 'assessment',
  check: (target, report, { date, snapshot }) => {
    const system = currentSystem(target);
    if (!system || !isOwed(system) || system.stage === 'retirement') return;
    const { fria } = target.body;
    const read = [
      below(system.own, 'use'),
      ...['uses', 'scope', 'parties', 'impacts'].map((key) => below(target.body, key)),
    ];
    if (read.some((place) => !isReadWhole(snapshot, place))) return;
    if (has(target.body, 'fria') && !fria) return;
    const lacking = (Object.keys(FRIA_KEYS) as FriaKey[]).filter((key) => !has(fria, key));
    const parts = [
      ...lacking.map((key) => `${tr(FRIA_KEYS[key])} (\`fria.${key}\`)`),
      ...otherGaps(target, system.body),
    ];
    if (parts.length === 0) return;
    const from = catalogue.impactAssessment.fria.appliesFrom;
    const isDue = date >= from && hasReached(system, 'deployment') && !isDraft(target.body);
    report(
      { place: below(target.body, 'fria'), part: 'key' },
      {
        severity: isDue ? 'warning' : 'info',
        args: { from, parts: parts.join(', ') },
        absent: true,
        data: { body: target.body.place, fria: fria?.place, lacking },
      },
    );
  },
  fixes: ({ data: { body, fria, lacking } }, { snapshot }) => {
    if (!isPlace(body) || !Array.isArray(lacking) || lacking.length === 0) return [];
    const lines = lacking.map((key) => `${String(key)}: TODO`);
    const made = isPlace(fria)
      ? insertInMap(snapshot, fria, lines)
      : insertInMap(snapshot, body, ['fria:', ...lines.map((line) => `  ${line}`)]);
    return oneEdit(tr('Add the parts under fria, to fill in'), body.uri, made, { preferred: true });
  },
});
