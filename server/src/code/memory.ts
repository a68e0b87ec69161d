/** What is kept of a text between two readings of it, so that an edit costs what it touches. */
import type { SyntaxTree } from './flow/tree';

/**
 * One for each open document, made by `newMemory` and handed to `analyseCode` each time. It changes what a reading
 * costs, never what it gives.
 */
export interface Memory {
  /** Trees of the pieces of the last text, by their text. */
  trees: ReadonlyMap<string, SyntaxTree>;
}

export function newMemory(): Memory {
  return { trees: new Map() };
}
