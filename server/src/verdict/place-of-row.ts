/** The row that answers a requirement: where it stands, or would. */
import { catalogue } from '../catalogue';
import { below, type Place } from '../model/located';
import type { Subject } from '../workspace/snapshot';
import type { ControlRow } from './row';

/** Is it a control of Annex A, and not a clause? */
export const isControl = (id: string): boolean => catalogue.controls.has(id);

/** Where the row of a requirement stands, or would. */
export const rowPlace = (subject: Subject, id: string): Place =>
  below(subject.body, isControl(id) ? 'controls' : 'clauses', id);

/** The row as it counts: a profile’s merged in. Systems have rows for controls alone. */
export function rowOf(subject: Subject, id: string): ControlRow | undefined {
  if (isControl(id)) return subject.body.controls?.entries.get(id);
  return subject.kind === 'organization' ? subject.body.clauses?.entries.get(id) : undefined;
}
