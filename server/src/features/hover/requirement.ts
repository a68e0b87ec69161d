/** Hover of a control or clause: what it asks, where it stands here, what to do next, what auditors accept. */
import { catalogue, firstStageDue, type Clause, type Control } from '../../catalogue';
import { dutiesOf, listedFrameworks } from '../../frameworks';
import { requirements } from '../../verdict/requirements.generated';
import { crosswalk } from '../frameworks/crosswalk';
import { paragraphs } from '../markup';
import type { EntryContext } from './context';
import { originOf } from './origin';
import { isOpen, standingOf } from './standing';

const ASKED_OF = {
  organization: 'Asked of the organization.',
  'ai-system': 'Asked of each AI system; the organization’s row can give reason and method.',
  both: 'The organization can answer for all its systems; a system with a row of its own overrides it.',
} as const;

/** The footer of every text that could be taken for advice. */
const NO_ADVICE = 'In our own words. No certification, no legal advice.';

export function controlHover(context: EntryContext, control: Control): string {
  const { markup } = context;
  const objective = catalogue.objectives.get(control.objective);
  return paragraphs(
    markup.bold(`${control.id} ${control.title}`),
    markup.prose(control.asks),
    ...standings(context, control.id),
    origin(context, control.id),
    isOpen(context, control.id) ? `${markup.bold('Do next:')} ${markup.prose(control.doNow)}` : undefined,
    `${markup.bold('Auditors usually accept:')}\n${markup.bullets(control.auditors.map(markup.prose))}`,
    `${markup.bold('Due:')} ${dueInWords(control)} ${ASKED_OF[control.scope]}`,
    control.confusedWith && `${markup.bold('Not to be confused:')} ${markup.prose(control.confusedWith)}`,
    elsewhere(context, control.id),
    markup.italic(
      `Guidance: ${control.guidanceId}.${objective ? ` Objective ${objective.id}: ${objective.aim}` : ''} ${NO_ADVICE}`,
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
  if (control.scope === 'organization') return 'always.';
  const stage = firstStageDue(control.id);
  return stage
    ? `from the stage ${stage.id} on. That is our reading: the standard sets no stage.`
    : 'at no stage by itself.';
}

export function clauseHover(context: EntryContext, clause: Clause): string {
  const { markup } = context;
  const parts = clause.children.flatMap((id) => {
    const child = catalogue.clauses.get(id);
    return child ? [`${child.id} ${child.title}`] : [];
  });
  const from = requirements.find((entry) => entry.id === clause.id && entry.level === 'system')?.from;
  return paragraphs(
    markup.bold(`Clause ${clause.id} ${clause.title}`),
    markup.prose(clause.asks),
    standingOf(context, clause.id),
    isOpen(context, clause.id) ? `${markup.bold('Do next:')} ${markup.prose(clause.doNow)}` : undefined,
    `${markup.bold('Auditors usually accept:')}\n${markup.bullets(clause.auditors.map(markup.prose))}`,
    parts.length > 0 ? `${markup.bold('Its parts:')}\n${markup.bullets(parts)}` : undefined,
    from && `${markup.bold('Due:')} for a system from the stage ${from} on. That is our reading.`,
    clause.controls.length > 0
      ? `${markup.bold('Controls that help:')} ${clause.controls.join(', ')}.`
      : undefined,
    elsewhere(context, clause.id),
    markup.italic(NO_ADVICE),
  );
}
