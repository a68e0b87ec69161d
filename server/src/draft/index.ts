/** Drafts a card from what code and files say. */
export { draftCard } from './card';
export { draftIn, withDrafts, type Drafted } from './gather';
export { cardIn, cardPlace, createCard } from './place';
