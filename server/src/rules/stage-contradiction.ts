import { tr } from '../l10n/tr';
import { stageOrder } from '../catalogue';
import { parseDay } from '../model/scalars';
import { defineRule } from './rule';
import { knowsHistory, type Step } from './shared-gates';
import { asksForMore } from './shared-subject';

const dayOf = ({ date }: Step): string | undefined => parseDay(date?.value ?? '');

/** Does each entry of a list name a later stage than the one before it? */
const climbs = (steps: readonly Step[]): boolean =>
  steps.every(({ stage }, index) => {
    const before = steps[index - 1]?.stage;
    const [last, own] = [before && stageOrder(before.value), stage && stageOrder(stage.value)];
    return own !== undefined && (index === 0 || (last !== undefined && own > last));
  });

/**
 * The first entry that is neither later than those before it nor, in a list written newest first, earlier. A list that
 * goes up the stages while its days go back is not written newest first, unless the system went back and is there now.
 */
function outOfOrder(steps: readonly Step[], now: string | undefined): readonly [Step, Step] | undefined {
  const dated = steps.filter((step) => dayOf(step) !== undefined);
  const pairs = dated.slice(1).map((step, index) => [dated[index] ?? step, step] as const);
  const rising = pairs.filter(([a, b]) => (dayOf(a) ?? '') < (dayOf(b) ?? ''));
  const falling = pairs.filter(([a, b]) => (dayOf(a) ?? '') > (dayOf(b) ?? ''));
  if (rising.length === 0 && falling.length === pairs.length && climbs(dated))
    return now === undefined || now === dated[0]?.stage?.value ? undefined : falling[0];
  if (rising.length === 0 || falling.length === 0) return undefined;
  return rising.length >= falling.length ? falling[0] : rising[0];
}

export const stageContradiction = defineRule({
  id: 'stage-contradiction',
  group: 'life-cycle',
  severity: 'info',
  basis: 'reading',
  summary: 'The stage of a system and the history of its stages do not fit together.',
  why: 'The stage decides what is due. If it and its history tell two stories, one of them is out of date.',
  help: 'Correct the day or the stage, or add the entry that is missing.',
  message: {
    order:
      'The step into {stage} is dated {date}, out of order with the entry before it. Correct the day or move the entry.',
    future: 'The step into {stage} is dated {date}, which is still ahead. List stages once they are entered.',
    never:
      'The stage is {stage}, but `history` has no entry for it. Add one with its day, or correct the stage.',
  },
  on: 'system',
  check: (system, report, { date: today }) => {
    const { lifecycle } = system.own;
    const steps = lifecycle?.history?.items ?? [];
    if (!lifecycle || system.inventoryOnly || !knowsHistory(system.own)) return;
    for (const step of steps) {
      const day = dayOf(step);
      if (step.date && day !== undefined && day > today)
        report(
          { place: step.date.place, part: 'value' },
          { message: 'future', args: { stage: step.stage?.value ?? '', date: day } },
        );
    }
    const [earlier, step] = outOfOrder(steps, lifecycle.stage?.value) ?? [];
    if (earlier?.date && step?.date)
      report(
        { place: step.date.place, part: 'value' },
        {
          message: 'order',
          args: { stage: step.stage?.value ?? '', date: step.date.value },
          related: [{ place: earlier.date.place, part: 'value', message: tr('The entry before it.') }],
        },
      );
    const { stage } = lifecycle;
    // A history that is only begun contradicts nothing: it is asked for once more than the basics are.
    const entered = steps.some((each) => (dayOf(each) ?? '9999') <= today);
    if (stage && asksForMore(system) && entered && !steps.some((each) => each.stage?.value === stage.value))
      report(
        { place: stage.place, part: 'value' },
        { message: 'never', args: { stage: stage.value }, absent: true },
      );
  },
});
