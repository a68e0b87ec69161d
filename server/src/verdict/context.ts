/** What grading needs beside the evidence itself. */
import { revisionIn } from '../evidence';
import type { Place } from '../model/located';
import type { Day, Duration } from '../model/scalars';
import { nextInSeries } from '../model/calendar';
import type { Snapshot, Subject } from '../workspace/snapshot';
import type { Existence } from '../workspace/host';

export interface GradingContext {
  readonly snapshot: Snapshot;
  readonly subject: Subject;
  /** The day everything is judged at. */
  readonly date: Day;
  /** False at retirement for what does not apply there: review clocks have stopped. */
  readonly clocksRun: boolean;
}

/** Whether the file a path names is there, or the revision of the repository. URLs are never fetched: `url`. */
export function targetOf(
  context: GradingContext,
  text: string,
  place: Place,
): Existence | 'url' | 'revision' {
  const revision = revisionIn(text);
  if (revision !== undefined) {
    const isThere = context.snapshot.git.hasRevision(revision, place.uri);
    return isThere === undefined ? 'unknown' : isThere ? 'revision' : 'missing';
  }
  const resolved = context.snapshot.resolve(text, place.uri);
  return resolved.kind === 'url' ? 'url' : context.snapshot.exists(resolved);
}

/**
 * The day by which a review or a result has to come again, and whether it has passed.
 * @param days earlier ones, in any order
 * @returns undefined where there is no day to count from
 */
export function runsOut(
  context: GradingContext,
  days: readonly Day[],
  every: Duration,
): { readonly on: Day; readonly over: boolean } | undefined {
  const on = nextInSeries(days, every);
  return on === undefined ? undefined : { on, over: context.clocksRun && on < context.date };
}

/** Is what a finding would call absent in a part of the file that was read whole? */
export function isReadable(context: GradingContext, place: Place): boolean {
  const document = context.snapshot.files.get(place.uri)?.parsed.documents[place.document];
  return document?.wholeAt(place.route.slice(0, 1)) ?? false;
}
