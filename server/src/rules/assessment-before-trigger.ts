import { tr } from '../l10n/tr';
import type { Place } from '../model/located';
import { parseDay, type Day } from '../model/scalars';
import type { SystemEntry } from '../workspace/snapshot';
import { defineRule } from './rule';
import { currentSystem, isDraft } from './shared-assessment';
import { capital } from './shared-soa';
import { clocksStopped } from './shared-subject';
import { recordedTriggers } from './shared-triggers';

interface Trigger {
  readonly what: string;
  readonly on: Day;
  readonly place: Place;
  /** By that day, not on it: a record tells what was there when it was written. */
  readonly isRecorded?: true;
}

/** What the card itself dates, of the changes the assessment asks to be redone for. */
function datedChanges({ body }: SystemEntry, asked: ReadonlySet<string>): readonly Trigger[] {
  const incidents = asked.has('incident') ? (body.incidents?.items ?? []) : [];
  const steps = asked.has('stage-entered') ? (body.lifecycle?.history?.items ?? []) : [];
  return [
    ...incidents.map(({ id, date }) => ({ what: tr('incident {0}', id?.value ?? '').trim(), date })),
    ...steps.map(({ stage, date }) => ({ what: tr('stage {0}', stage?.value ?? '').trim(), date })),
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
  message: {
    dated: 'This assessment is from {performed}, before {what} on {on}, and asks to be redone then.',
    recorded:
      'This assessment is from {performed}. By {on} {what}; by its own word that takes a new assessment, not only an approval.',
  },
  on: 'assessment',
  check: (target, report, { date, snapshot }) => {
    const system = currentSystem(target);
    const { performed, reassessWhen } = target.body;
    const since = parseDay(performed?.value ?? '');
    if (!system || !performed || since === undefined || isDraft(target.body) || clocksStopped(system)) return;
    const asked = new Set(
      reassessWhen?.items.flatMap((item) => (item.node === 'value' ? item.value : [])) ?? [],
    );
    const dated = datedChanges(system, asked).filter(({ on }) => on > since && on <= date);
    const recorded = recordedTriggers(snapshot, system, target, since, date);
    const [first, ...others] = [
      ...dated,
      ...recorded.map((each): Trigger => ({ ...each, isRecorded: true })),
    ].sort((a, b) => (a.on < b.on ? -1 : 1));
    if (!first) return;
    report(
      { place: performed.place, part: 'value' },
      {
        message: first.isRecorded ? 'recorded' : 'dated',
        args: { performed: since, what: first.what, on: first.on },
        related: [first, ...others].map(({ what, on, place, isRecorded }) => ({
          place,
          part: 'value',
          message: capital(isRecorded ? tr('{0} by {1}.', what, on) : `${what}, ${on}.`),
        })),
      },
    );
  },
});
