export { catalogue, type Catalogue } from './catalogue';
export { findEntry, firstStageDue, requirementTitle, stageOrder, stagesExpecting } from './lookup';
export { allNearest, editDistance, nearest } from './nearest';
export { suggestControlId, type ControlIdSuggestion } from './suggest';
export type * from './types';
