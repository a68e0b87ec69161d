/** The comment for AIMS under a cursor in code. */
import type { Annotation } from '../code';
import type { Position, Range } from '../syntax/types';
import type { CodeEntry, Snapshot } from '../workspace/snapshot';

/** A place in a document: of a notebook, in one of its cells. */
export interface DocumentPosition {
  readonly uri: string;
  readonly position: Position;
  /** 0-based index of the cell. */
  readonly cell?: number | undefined;
}

export interface AnnotationAt {
  readonly annotation: Annotation;
  readonly entry: CodeEntry;
}

/** @returns undefined where no comment that starts with `aims:` is */
export function annotationAt(
  snapshot: Snapshot,
  { uri, position, cell }: DocumentPosition,
): AnnotationAt | undefined {
  const entry = snapshot.code.get(uri);
  const annotation = entry?.annotations.find((each) => each.cell === cell && touches(each.range, position));
  return entry && annotation && { entry, annotation };
}

/** Is the position in the range, or right behind it? */
export const touches = ({ start, end }: Range, position: Position): boolean =>
  compare(start, position) <= 0 && compare(position, end) <= 0;

export const compare = (a: Position, b: Position): number => a.line - b.line || a.character - b.character;
