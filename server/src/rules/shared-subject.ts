/** What rules ask of a subject before they speak: how much to ask for, how far a system is, whose organization it is. */
import { stageOrder } from '../catalogue';
import type { Organization } from '../model/build';
import type { Place } from '../model/located';
import { isExcluded } from '../verdict/row';
import type { StageId, Snapshot, Subject, Target } from '../workspace/snapshot';

/** At `inventory` a card shows its three first gaps and contradictions, nothing else. */
export const asksForMore = ({ target }: { readonly target: Target }): boolean => target !== 'inventory';

/** The organization whose scales, people and rows count here; undefined where there is none or it cannot be read. */
export function organizationOf(subject: Subject): Organization | undefined {
  if (subject.kind === 'organization') return subject.body;
  return subject.organization.kind === 'found' ? subject.organization.body : undefined;
}

/** Has the system come this far? False where its stage is not said: then nothing is known to be due. */
export const hasReached = (subject: Subject, stage: StageId): boolean =>
  subject.kind === 'system' &&
  subject.reached !== undefined &&
  (stageOrder(subject.reached) ?? 0) >= (stageOrder(stage) ?? Infinity);

/** At retirement review clocks have stopped. */
export const clocksStopped = (subject: Subject): boolean =>
  subject.kind === 'system' && subject.stage === 'retirement';

/** Was the top-level section at a place read whole? Only then is what it lacks known to be lacking. */
export function isReadWhole(snapshot: Snapshot, place: Place): boolean {
  const document = snapshot.files.get(place.uri)?.parsed.documents[place.document];
  const section = place.route.slice(0, 1);
  return document !== undefined && (document.has(section) ? document.wholeAt(section) : document.complete);
}

/** Is the control left out with a reason, here or by the organization? Then nothing about it is asked. */
export function isLeftOut(subject: Subject, control: string): boolean {
  const own = subject.body.controls?.entries.get(control);
  return isExcluded(own ?? organizationOf(subject)?.controls?.entries.get(control));
}
