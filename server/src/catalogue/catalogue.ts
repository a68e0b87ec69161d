import { annexC, clauses, controls, creditRoles, groups, impactAssessment, stages } from './data.generated';
import type {
  AnnexCEntry,
  Clause,
  Control,
  ControlGroup,
  ControlObjective,
  CreditRole,
  ImpactAssessmentGuide,
  ImpactDimension,
  Stage,
} from './types';

/**
 * The facts of ISO/IEC 42001 and its neighbours that everything else reads. Maps keep the order of the standard and take
 * any text as key, since keys come from what people typed.
 */
export interface Catalogue {
  readonly controls: ReadonlyMap<string, Control>;
  readonly groups: ReadonlyMap<string, ControlGroup>;
  /** Objective statements of Annex A by their own id (`A.2.1`, `A.6.1.1`). */
  readonly objectives: ReadonlyMap<string, ControlObjective>;
  readonly clauses: ReadonlyMap<string, Clause>;
  /** The 32 clauses with no clause below: those that get a verdict. */
  readonly leafClauses: readonly Clause[];
  readonly annexC: ReadonlyMap<string, AnnexCEntry>;
  /** From inception to retirement. */
  readonly stages: readonly Stage[];
  readonly dimensions: readonly ImpactDimension[];
  readonly impactAssessment: ImpactAssessmentGuide;
  readonly creditRoles: readonly CreditRole[];
}

const byId = <T extends { readonly id: string }>(entries: readonly T[]): ReadonlyMap<string, T> =>
  new Map(entries.map((entry) => [entry.id, entry]));

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

/** The one catalogue. Its data are frozen: whoever needs them changed takes a copy. */
export const catalogue: Catalogue = Object.freeze({
  controls: byId(deepFreeze(controls)),
  groups: byId(deepFreeze(groups)),
  objectives: byId(groups.flatMap((group) => group.objectives)),
  clauses: byId(deepFreeze(clauses)),
  leafClauses: Object.freeze(clauses.filter((clause) => clause.leaf)),
  annexC: byId(deepFreeze(annexC)),
  stages: deepFreeze(stages),
  dimensions: impactAssessment.dimensions,
  impactAssessment: deepFreeze(impactAssessment),
  creditRoles: deepFreeze(creditRoles),
});
