/** A control that is named under a cursor, and whose row of it is meant. */
import { catalogue } from '../../catalogue';
import type { Snapshot, Subject } from '../../workspace/snapshot';
import { annotationAt, touches, type DocumentPosition } from '../annotation';
import { cursorAt, fieldOf, pointedAt } from '../cursor';
import { subjectOf } from '../subject';

export interface ControlMention {
  readonly control: string;
  readonly subjects: readonly Subject[];
}

/** In a comment for AIMS, or as the key of a row. */
export function controlAt(snapshot: Snapshot, at: DocumentPosition): ControlMention | undefined {
  return inComment(snapshot, at) ?? asRow(snapshot, at);
}

function inComment(snapshot: Snapshot, at: DocumentPosition): ControlMention | undefined {
  const found = annotationAt(snapshot, at);
  const id = found?.annotation.id;
  if (!found || !id || !touches(id.range, at.position) || !catalogue.controls.has(id.text)) return undefined;
  return { control: id.text, subjects: found.entry.coveredBy };
}

function asRow(snapshot: Snapshot, { uri, position }: DocumentPosition): ControlMention | undefined {
  const cursor = cursorAt(snapshot, uri, position);
  const pointed = cursor && pointedAt(cursor);
  if (!cursor || pointed?.part !== 'key' || !catalogue.controls.has(pointed.text)) return undefined;
  const holder = fieldOf(cursor, pointed.route.slice(0, -1));
  if (holder?.shape.is !== 'dictionary' || holder.shape.keys !== 'control') return undefined;
  const subject = subjectOf(snapshot, cursor.artefact);
  return subject && { control: pointed.text, subjects: [subject] };
}
