/** Entries of `lifecycle.history`: which stage was entered, by whose approval, on what ground. */
import type { AiSystem } from '../model/build';
import { has } from '../model/located';
import { isPlaceholder } from '../model/scalars';
import type { RequirementResult } from '../verdict/types';

export type Step = NonNullable<NonNullable<AiSystem['lifecycle']>['history']>['items'][number];

/** A.6.2.5 asks for the gate before deployment; `deployment-without-gate` speaks for it. */
export const isDeploymentGate = ({ requirement }: RequirementResult): boolean => requirement.id === 'A.6.2.5';

/** Entries of the history for a stage, in file order; a system can enter one again. */
export const stepsInto = ({ lifecycle }: AiSystem, stage: string): readonly Step[] =>
  (lifecycle?.history?.items ?? []).filter((step) => step.stage?.value === stage);

/** Which of gate and approval a step lacks. A placeholder is reported as one, so it does not lack here. */
export const lacksOf = (step: Step): readonly string[] =>
  ['gate', 'approvedBy'].filter((key) => !has(step, key));

/** Does the step name something to look at, and not only a placeholder? */
export const hasGate = (step: Step): boolean => step.gate !== undefined && !isPlaceholder(step.gate.value);

/** Are all entries readable, so that one that is not there is really missing? */
export const knowsHistory = ({ lifecycle }: AiSystem): boolean => {
  if (!has(lifecycle, 'history')) return true;
  const { history } = lifecycle ?? {};
  return (
    history !== undefined &&
    history.items.length === history.written &&
    history.items.every((step) => step.stage)
  );
};
