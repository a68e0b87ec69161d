/** What can be approved where somebody stands in a file, and by whom. */
import { tr } from '../../l10n/tr';
import type { Approvable } from '../../lock/approvable';
import { organizationOf } from '../../lock/recorded';
import { approvalsOf, type ApprovalState } from '../../lock/state';
import { approvablesOf } from '../../lock/subjects';
import { isSamePerson } from '../../model/people';
import type { Range } from '../../syntax/types';
import type { AssessmentEntry, Snapshot, Subject } from '../../workspace/snapshot';
import { proposedFor, type Who } from './who';

export interface Offer {
  readonly approvable: Approvable;
  readonly who: Who;
  readonly title: string;
}

const isIn = (uri: string, entry: Subject | AssessmentEntry): boolean =>
  entry.uri === uri || (entry.kind === 'system' && entry.assessments.some((each) => each.uri === uri));

/** What can be approved in a file. Looks at what is written there only: a cursor moves more often than a card. */
export function approvablesOfFile(snapshot: Snapshot, uri: string): readonly Approvable[] {
  const { organizations, systems, assessments } = snapshot;
  const found = new Map<string, Approvable>();
  for (const entry of [...organizations, ...systems, ...assessments])
    if (isIn(uri, entry))
      for (const each of approvablesOf(entry))
        if (each.uri === uri && !found.has(each.key)) found.set(each.key, each);
  return [...found.values()];
}

/** Whatever of it still stands where it did. */
export const approvableAt = (snapshot: Snapshot, uri: string, part: string): Approvable | undefined =>
  approvablesOfFile(snapshot, uri).find((each) => each.part === part);

/** Where an approval is offered: on the line that relies on it, never on all the lines below it. */
export function lineOf(snapshot: Snapshot, { place }: Approvable): Range | undefined {
  const whole = snapshot.rangeOf(place, 'entry');
  if (whole && whole.start.line === whole.end.line) return whole;
  const { start } = snapshot.rangeOf(place, 'key') ?? whole ?? {};
  return start && { start, end: { line: start.line, character: Number.MAX_SAFE_INTEGER } };
}

const isBefore = (a: Range['start'], b: Range['start']): boolean =>
  a.line < b.line || (a.line === b.line && a.character < b.character);
const holds = (outer: Range, inner: Range): boolean =>
  !isBefore(inner.start, outer.start) && !isBefore(outer.end, inner.end);
const touches = (a: Range, b: Range): boolean => !isBefore(a.end, b.start) && !isBefore(b.end, a.start);

/** Of what stands in one another, the innermost: who points at a piece of evidence does not mean its row. */
export function approvablesAt(snapshot: Snapshot, uri: string, range: Range): readonly Approvable[] {
  const here = approvablesOfFile(snapshot, uri).flatMap((approvable) => {
    const line = lineOf(snapshot, approvable);
    return line && touches(line, range) ? [{ approvable, line }] : [];
  });
  return here
    .filter((each) => !here.some((other) => other !== each && holds(each.line, other.line)))
    .map(({ approvable }) => approvable);
}

const isFreshBy = (approvable: Approvable, state: ApprovalState, { by }: Who): boolean =>
  state.kind === 'fresh' && isSamePerson(organizationOf(approvable), state.recorded.record.by, by);

/** @param what of several things on one line, which is meant */
const titleOf = (isAgain: boolean, { name }: Who, what: string | undefined): string =>
  isAgain
    ? what === undefined
      ? tr('Approve again as {0}', name)
      : tr('Approve {0} again as {1}', what, name)
    : what === undefined
      ? tr('Record the approval by {0} in aims.lock', name)
      : tr('Record the approval of {0} by {1} in aims.lock', what, name);

/** One for each person it names; none for whose approval is recorded and holds. */
export function offersFor(snapshot: Snapshot, approvables: readonly Approvable[]): readonly Offer[] {
  return approvables.flatMap((approvable) => {
    const state = approvalsOf(snapshot).stateOf(approvable);
    const what = approvables.length > 1 ? approvable.title : undefined;
    return proposedFor(approvable)
      .filter((who) => !isFreshBy(approvable, state, who))
      .map((who) => ({ approvable, who, title: titleOf(state.kind === 'changed', who, what) }));
  });
}
