/** Objectives that are late: not reached by their day, or without the result that was due. */
import { tr } from '../l10n/tr';
import { asBlock, type AnyNode } from '../model/located';
import { standingOf, type Objective } from '../model/objective';
import type { GradingContext } from './context';
import type { Grade } from './grade';
import type { SectionRule } from './requirement';
import { select } from './select';

/** What the rule says of its items; the format makes them so. */
const isObjective = (node: AnyNode): node is AnyNode & Objective =>
  node.node === 'block' && node.place.route.at(-2) === 'objectives';

function whyLate(objective: Objective, date: string): string | undefined {
  const standing = standingOf(objective, date);
  if (!standing) return undefined;
  const name = tr('objective {0}', objective.id?.value ?? '').trim();
  const { due, reached, next } = standing;
  if (due !== undefined && due < date && !reached)
    return tr('{0} was to be reached by {1}, and no result meets its target.', name, due);
  return next && next.on < date ? tr('{0}: the next result was due on {1}.', name, next.on) : undefined;
}

/** One grade for each that is late; the others are graded as what is written of them. */
export const gradeObjectives = (rule: SectionRule, { subject, date }: GradingContext): readonly Grade[] =>
  rule.objective === true
    ? select(asBlock(subject.body), rule.at).flatMap((node): Grade[] => {
        const message = isObjective(node) ? whyLate(node, date) : undefined;
        const { place } = node;
        return message === undefined
          ? []
          : [{ standing: 'overdue', reasons: [{ message, place }], gaps: [], place }];
      })
    : [];
