export {
  aiActArticles,
  aiActDates,
  aiActTiers,
  aiActTimeline,
  annexIIIPoints,
  frameworks,
  itemsByFramework,
  nistSubcategories,
} from './frameworks';
export { findAnnexIIIPoints, nearAnnexIIIPoints } from './annex-iii';
export { findFramework, findItem, findItems, nearItems, suggestFramework } from './find';
export { hasClause, parseServed, type ServedClause } from './served';
export { relationsOf } from './relations';
export type * from './types';
