import { catalogue } from './catalogue';
import type { CatalogueEntry, Stage } from './types';

const stagesById = new Map<string, Stage>(catalogue.stages.map((stage) => [stage.id, stage]));
/** Objective statements by the heading they stand under: the halves of A.6 have no entry of their own. */
const objectivesByHeading = new Map(
  [...catalogue.objectives.values()].map((objective) => [objective.heading, objective]),
);

/** The control, objective statement, group, clause, Annex C entry or life cycle stage with exactly this id. */
export function findEntry(id: string): CatalogueEntry | undefined {
  return (
    catalogue.controls.get(id) ??
    catalogue.clauses.get(id) ??
    catalogue.groups.get(id) ??
    catalogue.objectives.get(id) ??
    objectivesByHeading.get(id) ??
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
  return catalogue.stages.filter((stage) => stage.expectedControls.some((id) => id === controlId));
}

/** The stage from which the control is due: the first that expects evidence for it. */
export function firstStageDue(controlId: string): Stage | undefined {
  return stagesExpecting(controlId)[0];
}
