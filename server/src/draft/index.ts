/** Drafts a card from what code and files say. */
export { draftCard } from './card';
export { draftIn, suggestIn, withDrafts } from './gather';
export { draftOrganization, organizationOver, organizationText } from './organization';
export { cardIn, createCard, freeId } from './place';
export { inProject, projectFolder } from './project';
export { placesIn } from './said';
export type { Answers } from './types';
