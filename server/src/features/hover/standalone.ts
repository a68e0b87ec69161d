/** What a hover says of a clause or control, without a cursor: for completion. */
import type { Day } from '../../model/scalars';
import type { Snapshot } from '../../workspace/snapshot';
import { cursorAt } from '../cursor';
import { markupFor } from '../markup';
import { subjectOf } from '../subject';
import { entryHover } from './catalogue-entry';

const TOP = { line: 0, character: 0 };

/** @param uri of the file whose subject the verdict is about */
export function requirementHover(
  snapshot: Snapshot,
  date: Day,
  uri: string,
  id: string,
  isMarkdown: boolean,
): string | undefined {
  const cursor = cursorAt(snapshot, uri, TOP);
  if (!cursor) return undefined;
  const subject = subjectOf(snapshot, cursor.artefact);
  return entryHover({ snapshot, date, cursor, subject, markup: markupFor(isMarkdown) }, id);
}
