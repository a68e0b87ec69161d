/** What rules ask of a subject before they speak: how much to ask for, how far a system is, whose organization it is. */
import { stageOrder } from '../catalogue';
import { isExcluded } from '../verdict/row';
import { organizationOf, type StageId, type Subject, type Target } from '../workspace/snapshot';

export { isReadWhole } from '../workspace/read-whole';
export { organizationOf };

/** At `inventory` a card shows its three first gaps and contradictions, nothing else. */
export const asksForMore = ({ target }: { readonly target: Target }): boolean => target !== 'inventory';

/** Has the system come this far? False where its stage is not said: then nothing is known to be due. */
export const hasReached = (subject: Subject, stage: StageId): boolean =>
  subject.kind === 'system' &&
  subject.reached !== undefined &&
  (stageOrder(subject.reached) ?? 0) >= (stageOrder(stage) ?? Infinity);

/** At retirement review clocks have stopped. */
export const clocksStopped = (subject: Subject): boolean =>
  subject.kind === 'system' && subject.stage === 'retirement';

/** Is the control left out with a reason, here or by the organization? Then nothing about it is asked. */
export function isLeftOut(subject: Subject, control: string): boolean {
  const own = subject.body.controls?.entries.get(control);
  return isExcluded(own ?? organizationOf(subject)?.controls?.entries.get(control));
}
