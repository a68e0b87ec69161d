/** Where a cell of the Statement of Applicability leads. */
import type { Day } from '../../model/scalars';
import type { ControlPlaceParams, Location } from '../../protocol';
import { evaluateSubject } from '../../verdict/evaluate';
import type { Snapshot } from '../../workspace/snapshot';
import { subjectsOf } from '../tree';
import { locationOf } from '../tree/locate';
import { subjectKey } from '../tree/subject-key';

/** Undefined where subject or control is gone, or the subject is not asked for it. */
export function placeOfControl(
  snapshot: Snapshot,
  dateOf: (uri: string) => Day,
  { subject: key, control }: ControlPlaceParams,
): Location | undefined {
  const subject = subjectsOf(snapshot).find((entry) => subjectKey(entry) === key);
  if (!subject) return undefined;
  const { results } = evaluateSubject(snapshot, subject, dateOf(subject.uri));
  const found = results.find(({ requirement }) => requirement.id === control);
  return found && locationOf(snapshot, found.place);
}
