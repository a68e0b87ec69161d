/** Whether what a card points to exists, what a report says, and whether a file is what it was. Pure; no file is opened. */
export { numbersAgree } from './agree';
export {
  digestOfFile,
  digestOfText,
  isDigest,
  LARGEST_TEXT,
  parseDigest,
  type Digest,
  type FileDigest,
} from './digest';
export { placeInNotebook } from './cell-place';
export { findPart } from './find-part';
export { listParts, type ListedPart } from './list-parts';
export { jsTests } from './js-definitions';
export { readJUnit, type JUnitReport, type RunTime, type TestCase } from './junit';
export { valueAt, type PointerAnswer } from './pointer';
export { resultOf } from './result';
export type { RunResult, TestId, TestReport, TestResult } from './result-types';
export { parseTarget, pointerText, pointerTokens, revisionIn, type Target } from './target';
export { isTestCode, testNames } from './test-names';
export { unknown, type Part, type PartAnswer } from './types';
