/** What other frameworks say of an organization and its systems. */
export { answering, dutiesOf, isFriaUse, pointsOf, type AiActBlock, type Duty } from './ai-act';
export { listedFrameworks, lists } from './listed';
export { untouchedSubcategories } from './nist';
export { standingOf, verdictsFor, type Standing, type VerdictsById } from './standing';
