/** What grading needs beside the evidence itself. */
import type { Place } from '../model/located';
import type { Day, Duration } from '../model/scalars';
import { addDuration } from '../model/scalars';
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

/** Whether the file a path names is there. URLs are never fetched: `url`. */
export function targetOf(context: GradingContext, text: string, place: Place): Existence | 'url' {
  const resolved = context.snapshot.resolve(text, place.uri);
  return resolved.kind === 'url' ? 'url' : context.snapshot.exists(resolved);
}

/** The day a review runs out, and whether it has. */
export function runsOut(
  context: GradingContext,
  since: Day,
  every: Duration,
): { readonly on: Day; readonly over: boolean } {
  const on = addDuration(since, every);
  return { on, over: context.clocksRun && on < context.date };
}

/** Is what a finding would call absent in a part of the file that was read whole? */
export function isReadable(context: GradingContext, place: Place): boolean {
  const document = context.snapshot.files.get(place.uri)?.parsed.documents[place.document];
  return document?.wholeAt(place.route.slice(0, 1)) ?? false;
}
