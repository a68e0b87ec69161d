/** Hover of a control or clause: what it asks, where it stands here, what to do next, what auditors accept. */
import { tr, translatable } from '../../l10n/tr';
import { catalogue, firstStageDue, type Clause, type Control } from '../../catalogue';
import { dutiesOf, listedFrameworks } from '../../frameworks';
import { requirements } from '../../verdict/requirements.generated';
import { crosswalk } from '../frameworks/crosswalk';
import { paragraphs } from '../markup';
import type { EntryContext } from './context';
import { originOf } from './origin';
import { isOpen, standingOf } from './standing';

const ASKED_OF = {
  organization: translatable('Asked of the organization.'),
  'ai-system': translatable('Asked of each AI system; the organization’s row can give reason and method.'),
  both: translatable(
    'The organization can answer for all its systems; a system with a row of its own overrides it.',
  ),
} as const;

/** The footer of every text that could be taken for advice. */
const NO_ADVICE = translatable('In our own words. No certification, no legal advice.');

export function controlHover(context: EntryContext, control: Control): string {
  const { markup } = context;
  const objective = catalogue.objectives.get(control.objective);
  return paragraphs(
    markup.bold(`${control.id} ${control.title}`),
    markup.prose(control.asks),
    ...standings(context, control.id),
    origin(context, control.id),
    isOpen(context, control.id) ? `${markup.bold(tr('Do next:'))} ${markup.prose(control.doNow)}` : undefined,
    `${markup.bold(tr('Auditors usually accept:'))}\n${markup.bullets(control.auditors.map(markup.prose))}`,
    `${markup.bold(tr('Due:'))} ${dueInWords(control)} ${tr(ASKED_OF[control.scope])}`,
    control.confusedWith && `${markup.bold(tr('Not to be confused:'))} ${markup.prose(control.confusedWith)}`,
    elsewhere(context, control.id),
    markup.italic(
      `${tr('Guidance')}: ${control.guidanceId}.${objective ? tr(' Objective {0}: {1}', objective.id, tr(objective.aim)) : ''} ${tr(NO_ADVICE)}`,
    ),
  );
}

const standings = (context: EntryContext, id: string): readonly (string | undefined)[] =>
  [context.subject, ...(context.others ?? [])].map((subject) => standingOf({ ...context, subject }, id));

function origin({ markup, subject }: EntryContext, id: string): string | undefined {
  const words = subject && originOf(subject, id);
  return words === undefined ? undefined : markup.text(words);
}

/** The frameworks the organization lists; nothing where it lists none. */
function elsewhere({ markup, subject }: EntryContext, id: string): string | undefined {
  if (!subject) return undefined;
  return crosswalk(markup, id, listedFrameworks(subject), subject.kind === 'system' ? dutiesOf(subject) : []);
}

function dueInWords(control: Control): string {
  if (control.scope === 'organization') return tr('always.');
  const stage = firstStageDue(control.id);
  return stage
    ? tr('from the stage {0} on. That is our reading: the standard sets no stage.', stage.id)
    : tr('at no stage by itself.');
}

export function clauseHover(context: EntryContext, clause: Clause): string {
  const { markup } = context;
  const parts = clause.children.flatMap((id) => {
    const child = catalogue.clauses.get(id);
    return child ? [`${child.id} ${child.title}`] : [];
  });
  const from = requirements.find((entry) => entry.id === clause.id && entry.level === 'system')?.from;
  return paragraphs(
    markup.bold(tr('Clause {0} {1}', clause.id, clause.title)),
    markup.prose(clause.asks),
    standingOf(context, clause.id),
    isOpen(context, clause.id) ? `${markup.bold(tr('Do next:'))} ${markup.prose(clause.doNow)}` : undefined,
    `${markup.bold(tr('Auditors usually accept:'))}\n${markup.bullets(clause.auditors.map(markup.prose))}`,
    parts.length > 0 ? `${markup.bold(tr('Its parts:'))}\n${markup.bullets(parts)}` : undefined,
    from && tr('{0} for a system from the stage {1} on. That is our reading.', markup.bold(tr('Due:')), from),
    clause.controls.length > 0
      ? `${markup.bold(tr('Controls that help:'))} ${clause.controls.join(', ')}.`
      : undefined,
    elsewhere(context, clause.id),
    markup.italic(tr(NO_ADVICE)),
  );
}
