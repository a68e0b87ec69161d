import { annexC, clauses, controls, creditRoles, groups, impactAssessment, stages } from './data.generated';
import type {
  AnnexCEntry,
  CatalogueEntry,
  Clause,
  Control,
  ControlGroup,
  ControlObjective,
  CreditRole,
  ImpactAssessmentGuide,
  ImpactDimension,
  Stage,
} from './types';

export type * from './types';
export { allNearest, editDistance, nearest } from './nearest';

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

const stagesById = byId(stages);
const headings = new Map(
  [...catalogue.objectives.values()].map((objective) => [objective.heading, objective]),
);

/** The control, objective statement, group, clause, Annex C entry or life cycle stage with exactly this id. */
export function findEntry(id: string): CatalogueEntry | undefined {
  return (
    catalogue.controls.get(id) ??
    catalogue.clauses.get(id) ??
    catalogue.groups.get(id) ??
    catalogue.objectives.get(id) ??
    headings.get(id) ??
    catalogue.annexC.get(id) ??
    stagesById.get(id)
  );
}

/** Title of a clause or control; undefined for any other id. */
export function requirementTitle(id: string): string | undefined {
  return (catalogue.controls.get(id) ?? catalogue.clauses.get(id))?.title;
}

/** 1 for inception … 8 for retirement; undefined for an unknown stage. */
export function stageOrder(id: string): number | undefined {
  return stagesById.get(id)?.order;
}

/** Stages, in order, that expect evidence for the control. Our reading: the standard sets no stage. */
export function stagesExpecting(controlId: string): readonly Stage[] {
  return stages.filter((stage) => stage.expectedControls.some((id) => id === controlId));
}

/** The stage from which the control is due: the first that expects evidence for it. */
export function firstStageDue(controlId: string): Stage | undefined {
  return stagesExpecting(controlId)[0];
}
