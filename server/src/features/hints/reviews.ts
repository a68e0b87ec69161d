/** When evidence has to be looked at again: by the clock that verdicts go by. */
import type { AimsFile, Artefact } from '../../model/build';
import { rowsIn, type LongEvidence, type Row } from '../../model/rows';
import type { Day } from '../../model/scalars';
import type { TextSpan } from '../../syntax/types';
import { wordOn } from '../../verdict/approval';
import { reviewClock } from '../../verdict/clocks';
import type { GradingContext } from '../../verdict/context';
import { rowOf } from '../../verdict/place-of-row';
import { clocksRun } from '../../verdict/settle';
import type { Snapshot } from '../../workspace/snapshot';
import { subjectOf } from '../subject';

/**
 * @param within only of rows that touch this stretch of the text
 * @returns the day of the next review, by the offset of the day it counts from
 */
export function nextReviews(
  snapshot: Snapshot,
  date: Day,
  file: AimsFile,
  within: TextSpan,
): ReadonlyMap<number, Day> {
  const found = new Map<number, Day>();
  for (const artefact of file.artefacts)
    for (const row of rowsIn(artefact)) {
      const span = artefact.yaml.span(row.place.route, 'entry');
      if (!span || span.end < within.start || span.start > within.end) continue;
      for (const { start, on } of ofRow(snapshot, date, artefact, row)) found.set(start, on);
    }
  return found;
}

function ofRow(
  snapshot: Snapshot,
  date: Day,
  artefact: Artefact,
  row: Row,
): readonly { readonly start: number; readonly on: Day }[] {
  const subject = subjectOf(snapshot, artefact);
  const id = String(row.place.route.at(-1));
  // Rows of profiles and additional controls are no rows of the subject: nothing judges their clocks.
  const judged = subject && rowOf(subject, id);
  if (!subject || judged?.place !== row.place || !clocksRun(subject, id)) return [];
  const context: GradingContext = { snapshot, subject, date, clocksRun: true };
  return (row.evidence?.items ?? []).flatMap((item) => {
    if (item.node !== 'block') return [];
    const word = wordOn(context, item.place, ['evidence']) ?? wordOn(context, row.place, ['row']);
    if (word && word.kind !== 'holds') return [];
    const clock = reviewClock(context, judged, item, word);
    const start = clock && startOfDay(artefact, item, clock.set);
    return clock && start !== undefined ? [{ start, on: clock.on }] : [];
  });
}

/** Where the day stands that the clock counts from; undefined where it stands in a record. */
function startOfDay(
  { yaml }: Artefact,
  item: LongEvidence,
  set: 'reviewed' | 'effective' | 'approved',
): number | undefined {
  const day = set === 'approved' ? undefined : item[set];
  const span = day && yaml.span(day.place.route, 'value');
  return span && (span.end - span.start > day.source.length ? span.start + 1 : span.start);
}
