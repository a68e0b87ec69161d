/** What is kept of a text between two readings of it, so that an edit costs what it touches. */
import type { ParsedTree, SyntaxTree } from './flow/tree';

/**
 * One for each open document, made by `newMemory` and handed to `analyseCode` each time. It changes what a reading
 * costs, never what it gives.
 */
export interface Memory {
  /** Trees of the pieces of a Python file, by their text. */
  chunks: ReadonlyMap<string, SyntaxTree>;
  /** The last text of a JavaScript or TypeScript file, as parsed. */
  parsed: { readonly text: string; readonly tree: ParsedTree } | undefined;
}

export function newMemory(): Memory {
  return { chunks: new Map(), parsed: undefined };
}
