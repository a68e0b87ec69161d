/** A control that is named under a cursor, and whose rows of it are meant. */
import { catalogue } from '../../catalogue';
import type { Snapshot, Subject } from '../../workspace/snapshot';
import { annotationAt, touches, type DocumentPosition } from '../annotation';
import { cursorAt } from '../cursor';
import { mentionsIn } from '../mentions';
import { subjectOf } from '../subject';

export interface ControlMention {
  readonly control: string;
  readonly subjects: readonly Subject[];
}

/** In a comment for AIMS, or anywhere in a file of ours: as the key of a row, a value, a word of a sentence. */
export function controlAt(snapshot: Snapshot, at: DocumentPosition): ControlMention | undefined {
  return inComment(snapshot, at) ?? inFile(snapshot, at);
}

function inComment(snapshot: Snapshot, at: DocumentPosition): ControlMention | undefined {
  const found = annotationAt(snapshot, at);
  const id = found?.annotation.id;
  if (!found || !id || !touches(id.range, at.position) || !catalogue.controls.has(id.text)) return undefined;
  return { control: id.text, subjects: found.entry.coveredBy };
}

function inFile(snapshot: Snapshot, { uri, position }: DocumentPosition): ControlMention | undefined {
  const cursor = cursorAt(snapshot, uri, position);
  const file = snapshot.files.get(uri);
  if (!cursor || !file) return undefined;
  const { offset, artefact } = cursor;
  for (const { mention, start } of mentionsIn(file, { start: offset, end: offset })) {
    if (mention.is !== 'control' || offset < start || offset > start + mention.length) continue;
    const subject = subjectOf(snapshot, artefact);
    return subject && catalogue.controls.has(mention.text)
      ? { control: mention.text, subjects: [subject] }
      : undefined;
  }
  return undefined;
}
