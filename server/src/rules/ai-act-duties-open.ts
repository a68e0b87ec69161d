import { tr } from '../l10n/tr';
import { answering, dutiesOf, lists, standingOf, verdictsFor, type Duty } from '../frameworks';
import type { Day } from '../model/scalars';
import { groupBy } from '../workspace/group-by';
import type { SystemEntry } from '../workspace/snapshot';
import { defineRule, type RuleContext } from './rule';
import { whereOfTier } from './shared-ai-act';
import { asksForMore, hasReached } from './shared-subject';

/** Articles named in a message, and controls behind each. */
const MOST_NAMED = 4;
const MOST_CONTROLS = 2;

/** Duties of which all that would answer them is missing. Art. 27 has a rule of its own. */
function openDuties(system: SystemEntry, { snapshot, date }: RuleContext): readonly Duty[] {
  const duties = dutiesOf(system).filter(({ article }) => article.applies !== 'fria');
  if (duties.length === 0) return [];
  const verdicts = verdictsFor(snapshot, system, date);
  return duties.filter(({ article }) => standingOf(answering(article), verdicts) === 'open');
}

const inWords = ({ article }: Duty): string =>
  `${article.id} ${article.title} (${answering(article).slice(0, MOST_CONTROLS).join(', ')})`;

/** `since 2027-12-02 Art. 12 Record-keeping (A.6.2.8), …`; one part for each day. */
function listed(duties: readonly Duty[], today: Day): string {
  const named = duties.slice(0, MOST_NAMED);
  const more = duties.length - named.length;
  const parts = [...groupBy(named, ({ from, onChangeOnly }) => `${from}${onChangeOnly ? '*' : ''}`)].map(
    ([key, group]) => {
      const [from = key, onChange] = key.split('*');
      const when = tr(from <= today ? 'since {0}' : 'from {0}', from);
      return `${when}${onChange === undefined ? '' : tr(', once the design changes significantly,')} ${group.map(inWords).join(', ')}`;
    },
  );
  return parts.join('; ') + (more > 0 ? tr(' and {0} more', more) : '');
}

export const aiActDutiesOpen = defineRule({
  id: 'ai-act-duties-open',
  group: 'frameworks',
  severity: 'warning',
  basis: 'reading',
  summary: 'Duties of the EU AI Act that a system owes, and that nothing here answers.',
  why: 'By role, tier and listed use the card says which articles bind the system, and the dates in force say from when. Nothing that would answer these articles is there yet.',
  help: 'Begin with the control named behind each article; its hover says what to do. Until the day a duty binds this is information. A system that was on the market before is bound only once its design changes significantly. This is our reading of the law and no legal advice.',
  message: {
    due: 'Duties of the EU AI Act that bind now, and that nothing here answers: {duties}.',
    coming: 'Duties of the EU AI Act that nothing here answers yet: {duties}.',
  },
  on: 'system',
  check: (system, report, context) => {
    if (!asksForMore(system) || !lists(system, 'eu-ai-act')) return;
    if (system.reached === undefined || system.stage === 'retirement') return;
    const open = openDuties(system, context);
    if (open.length === 0) return;
    const isInUse = hasReached(system, 'deployment');
    const due = open.filter((duty) => isInUse && !duty.onChangeOnly && duty.from <= context.date);
    const [message, shown, severity] =
      due.length > 0 ? (['due', due, 'warning'] as const) : (['coming', open, 'info'] as const);
    report(whereOfTier(system), { message, severity, args: { duties: listed(shown, context.date) } });
  },
});
