import type { Place } from '../model/located';
import { parseDay, type Day } from '../model/scalars';
import type { SystemEntry } from '../workspace/snapshot';
import { defineRule } from './rule';
import { currentSystem, isDraft } from './shared-assessment';
import { clocksStopped } from './shared-subject';

interface Trigger {
  readonly what: string;
  readonly on: Day;
  readonly place: Place;
}

/** What the card itself dates, of the changes the assessment asks to be redone for. */
function datedChanges({ body }: SystemEntry, asked: ReadonlySet<string>): readonly Trigger[] {
  const incidents = asked.has('incident') ? (body.incidents?.items ?? []) : [];
  const steps = asked.has('stage-entered') ? (body.lifecycle?.history?.items ?? []) : [];
  return [
    ...incidents.map(({ id, date }) => ({ what: `incident ${id?.value ?? ''}`.trim(), date })),
    ...steps.map(({ stage, date }) => ({ what: `stage ${stage?.value ?? ''}`.trim(), date })),
  ].flatMap(({ what, date }) => {
    const on = parseDay(date?.value ?? '');
    return date && on !== undefined ? [{ what, on, place: date.place }] : [];
  });
}

export const assessmentBeforeTrigger = defineRule({
  id: 'assessment-before-trigger',
  group: 'impact-assessment',
  severity: 'warning',
  basis: 'standard',
  requirement: '8.4',
  summary: 'Something happened after the impact assessment that calls for a new one, by its own word.',
  why: 'The assessment names in `reassessWhen` what calls for a new look. It happened, and the look is older.',
  help: 'Go through the assessment again and set `performed`; or take the trigger out of `reassessWhen` if it asks too much.',
  message: 'This assessment is from {performed}, before {what} on {on}, and asks to be redone then.',
  on: 'assessment',
  check: (target, report, { date }) => {
    const system = currentSystem(target);
    const { performed, reassessWhen } = target.body;
    const since = parseDay(performed?.value ?? '');
    if (!system || !performed || since === undefined || isDraft(target.body) || clocksStopped(system)) return;
    const asked = new Set(
      reassessWhen?.items.flatMap((item) => (item.node === 'value' ? item.value : [])) ?? [],
    );
    const [first, ...others] = datedChanges(system, asked)
      .filter(({ on }) => on > since && on <= date)
      .sort((a, b) => (a.on < b.on ? -1 : 1));
    if (!first) return;
    report(
      { place: performed.place, part: 'value' },
      {
        args: { performed: since, what: first.what, on: first.on },
        related: [first, ...others].map(({ what, on, place }) => ({
          place,
          part: 'value',
          message: `${what.charAt(0).toUpperCase()}${what.slice(1)}, ${on}.`,
        })),
      },
    );
  },
});
