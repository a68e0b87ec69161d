/** "3 of 5 evidenced", at the top of a card and above its controls. */
import { tr, translatable } from '../../l10n/tr';
import type { Artefact } from '../../model/build';
import type { Place } from '../../model/located';
import type { Day } from '../../model/scalars';
import { WORST_FIRST, type Location } from '../../protocol';
import { evaluateSubject } from '../../verdict/evaluate';
import { isControl } from '../../verdict/place-of-row';
import type { RequirementResult } from '../../verdict/types';
import type { Snapshot } from '../../workspace/snapshot';
import { dueOf, evidenced } from '../evidenced';
import { subjectOf } from '../subject';
import { locationOf } from '../tree/locate';
import { asksForWork, countVerdicts, countsInWords } from '../verdict-words';
import type { Lens } from './types';

const OF_REQUIREMENTS = translatable('{0} of {1} requirements evidenced');
/** So that who reads of controls elsewhere knows how many of these they are. */
const OF_WHICH = translatable('{0} ({1} controls, {2} clauses)');
const OF_CONTROLS = translatable('{0} of {1} controls evidenced');

export function standingLenses(snapshot: Snapshot, date: Day, artefact: Artefact): readonly Lens[] {
  const subject = artefact.kind === 'impact-assessment' ? undefined : subjectOf(snapshot, artefact);
  if (!subject) return [];
  const { results } = evaluateSubject(snapshot, subject, date);
  const { place } = subject.body;
  const ofControls = results.filter(({ requirement }) => isControl(requirement.id));
  return [
    ...lens(snapshot, { ...place, route: ['kind'] }, results, withKinds(results)),
    ...lens(snapshot, { ...place, route: ['controls'] }, ofControls, evidenced(ofControls, OF_CONTROLS)),
  ];
}

function withKinds(results: readonly RequirementResult[]): string | undefined {
  const count = evidenced(results, OF_REQUIREMENTS);
  const due = dueOf(results);
  const controls = due.filter(({ requirement }) => isControl(requirement.id)).length;
  return count && tr(OF_WHICH, count, controls, due.length - controls);
}

function lens(
  snapshot: Snapshot,
  place: Place,
  results: readonly RequirementResult[],
  count: string | undefined,
): readonly Lens[] {
  const range = snapshot.rangeOf(place, 'key');
  if (!range || count === undefined) return [];
  const open = results.filter(({ verdict }) => asksForWork(verdict));
  const left = countsInWords(countVerdicts(open.map(({ verdict }) => verdict)));
  return [
    {
      range,
      title: `${count}${open.length > 0 ? `: ${left}` : ''}`,
      reveal: () => worstOf(snapshot, open),
    },
  ];
}

/** What somebody has to do first. */
function worstOf(snapshot: Snapshot, open: readonly RequirementResult[]): Location | undefined {
  const worst = WORST_FIRST.flatMap((verdict) => open.filter((result) => result.verdict === verdict));
  for (const { place, reasons } of worst) {
    const at = reasons[0]?.code ?? locationOf(snapshot, reasons[0]?.place ?? place);
    if (at) return at;
  }
  return undefined;
}
