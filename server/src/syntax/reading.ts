import type { Phrase } from '../l10n/tr';
import type { SyntaxNode, SyntaxProblemCode } from './types';

/**
 * Where one node stands, in offsets from the start of the text it was read from. Mirrors the node tree: `children`
 * are aligned with a map's entries or a list's items, so nodes themselves carry no position and survive being moved.
 */
export interface Place {
  /** Start of the entry: its key, its `-`, or (for flow items and the root) the value itself. */
  readonly from: number;
  /** End of the key; equals `from` where there is none. */
  readonly keyEnd: number;
  readonly start: number;
  readonly end: number;
  readonly children?: readonly Place[];
  /** Read through an alias: whatever lies below has the alias's span too. */
  readonly alias?: true;
}

/** A problem in offsets of the text it was found in. */
export interface LocalProblem {
  readonly code: SyntaxProblemCode;
  readonly message: Phrase;
  readonly start: number;
  readonly end: number;
  /** Offset of the place whose line number opens the message: it is only known when the whole file is. */
  readonly refersTo?: number;
}

export interface LocalComment {
  /** As written, from the `#` on. */
  readonly text: string;
  readonly start: number;
}

/** One YAML document as it was read, problems aside. */
export interface Root {
  readonly node: SyntaxNode | undefined;
  readonly place: Place | undefined;
  /** Offset at which this document starts. */
  readonly start: number;
}

/** Everything the `yaml` package told about one stretch of text. A pure function of that text. */
export interface Reading {
  readonly roots: readonly Root[];
  /** In order of their start. */
  readonly problems: readonly LocalProblem[];
  readonly comments: readonly LocalComment[];
  /** Has an anchor, or a merge key at its top: means something only together with the rest of its document. */
  readonly entangled: boolean;
}

const HIDING: ReadonlySet<SyntaxProblemCode> = new Set([
  'syntax',
  'duplicate-key',
  'too-deep',
  'too-large',
  'conflict-markers',
  'tag',
]);

/** Does a problem of this kind leave something in its surroundings unread, so that absence there proves nothing? */
export function hidesContent(code: SyntaxProblemCode): boolean {
  return HIDING.has(code);
}
