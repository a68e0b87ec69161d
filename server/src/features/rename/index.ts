/**
 * Another id for a thing, everywhere it is named: in cards, assessments and organization files. Comments in code name
 * controls alone, whose ids are not ours to change. The record of approvals is never rewritten.
 */
import type { TextEdit } from '../../fixes/edit';
import type { Range } from '../../syntax/types';
import { groupBy } from '../../workspace/group-by';
import type { Snapshot } from '../../workspace/snapshot';
import type { DocumentPosition } from '../annotation';
import { approvalsTouched } from './approvals';
import { entityAt, idAt } from './entity';
import { checkReadable, namesOf } from './mentions';
import { checkForm, checkFree } from './new-id';
import { renamed } from './written';

export { RenameRefused } from './refusal';

export interface Renaming {
  readonly changes: readonly { readonly uri: string; readonly edits: readonly TextEdit[] }[];
  /** Recorded approvals that have to be given again, by title. */
  readonly approvals: readonly string[];
}

/** @returns where the id stands and what it is; undefined where nothing can be renamed */
export function renameableAt(
  snapshot: Snapshot,
  at: DocumentPosition,
): { readonly range: Range; readonly id: string } | undefined {
  const found = idAt(snapshot, at);
  const range = found && snapshot.rangeOf(found.place, found.part);
  if (!range || !entityAt(snapshot, found)) return undefined;
  // Quotes are not part of an id.
  const quote = range.end.character - range.start.character === found.id.length + 2 ? 1 : 0;
  const inner = (character: number, by: number): number => character + by * quote;
  return {
    range: {
      start: { ...range.start, character: inner(range.start.character, 1) },
      end: { ...range.end, character: inner(range.end.character, -1) },
    },
    id: found.id,
  };
}

/**
 * @returns undefined where nothing that can be renamed stands
 * @throws RenameRefused where it cannot be done whole, or the new id cannot be had
 */
export function renameAt(snapshot: Snapshot, at: DocumentPosition, id: string): Renaming | undefined {
  const found = idAt(snapshot, at);
  const entity = found && entityAt(snapshot, found);
  if (!entity) return undefined;
  if (id === entity.id) return { changes: [], approvals: [] };
  checkForm(entity, id);
  const names = namesOf(snapshot, entity);
  checkReadable(snapshot, entity);
  checkFree(snapshot, entity, names, id);
  const byFile = groupBy(names, ({ place }) => place.uri);
  return {
    changes: [...byFile].map(([uri, named]) => ({
      uri,
      edits: named.map((each) => renamed(snapshot, each, entity.id, id)),
    })),
    approvals: approvalsTouched(snapshot, entity, names),
  };
}
