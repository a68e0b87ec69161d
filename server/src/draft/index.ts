/** Drafts a card from what code and files say. */
export { draftCard } from './card';
export { draftIn, withDrafts } from './gather';
export { cardIn, createCard } from './place';
export { inProject, projectFolder } from './project';
