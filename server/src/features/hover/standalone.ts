/** What a hover says of a clause, a control, or something files define, without a cursor: for completion. */
import type { Day } from '../../model/scalars';
import type { EntityKind } from '../../schema/field';
import type { Snapshot, Subject } from '../../workspace/snapshot';
import { cursorAt } from '../cursor';
import { markupFor } from '../markup';
import { subjectOf } from '../subject';
import { entryHover } from './catalogue-entry';
import { entityHover } from './entity';

const TOP = { line: 0, character: 0 };

/** @param uri of the file whose subject the verdict is about; of code: those of the cards that cover it */
export function requirementHover(
  snapshot: Snapshot,
  date: Day,
  uri: string,
  id: string,
  isMarkdown: boolean,
): string | undefined {
  const [subject, ...others] = subjectsOf(snapshot, uri);
  return entryHover({ snapshot, date, subject, others, markup: markupFor(isMarkdown) }, id);
}

/** @param uri of the file the id is written in */
export function definitionHover(
  snapshot: Snapshot,
  date: Day,
  uri: string,
  { of, id }: { readonly of: EntityKind; readonly id: string },
  isMarkdown: boolean,
): string | undefined {
  const found = snapshot.lookup(of, id, uri);
  const cursor = cursorAt(snapshot, uri, TOP);
  if (!found || !cursor) return undefined;
  const subject = subjectOf(snapshot, cursor.artefact);
  return entityHover(
    { snapshot, date, subject, cursor, markup: markupFor(isMarkdown), dueIn: () => [] },
    found,
  );
}

function subjectsOf(snapshot: Snapshot, uri: string): readonly Subject[] {
  const code = snapshot.code.get(uri);
  if (code) return code.coveredBy;
  const cursor = cursorAt(snapshot, uri, TOP);
  const subject = cursor && subjectOf(snapshot, cursor.artefact);
  return subject ? [subject] : [];
}
