/** What falls due, with whose it is. */
import type { Place } from '../../model/located';
import type { Day } from '../../model/scalars';
import type { Agenda, Location } from '../../protocol';
import type { Snapshot, Subject } from '../../workspace/snapshot';
import { PLAIN } from '../markup';

/** What rules say of a day: a finding with the day it is about. */
export interface DueDay extends Pick<Location, 'uri' | 'range'> {
  readonly due: Day;
  readonly message: string;
  readonly requirement?: string;
  readonly place?: Place;
}

/** As many as anybody scrolls through; the rest is counted. */
const MOST = 500;

interface Shown {
  readonly snapshot: Snapshot;
  readonly subjects: readonly Subject[];
  readonly dateOf: (uri: string) => Day;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By day, then by place. What belongs to nobody who is shown is left out. */
export function agendaFrom(due: readonly DueDay[], { snapshot, subjects, dateOf }: Shown): Agenda {
  const owners = ownersOf(subjects);
  const owned = due.flatMap((day) => {
    const artefact = day.place && snapshot.files.get(day.place.uri)?.artefacts[day.place.document];
    const subject = artefact && owners.get(artefact);
    return subject === undefined ? [] : [{ ...day, subject }];
  });
  owned.sort(
    (a, b) =>
      compare(a.due, b.due) ||
      compare(a.uri, b.uri) ||
      a.range.start.line - b.range.start.line ||
      a.range.start.character - b.range.start.character,
  );
  const items = owned.slice(0, MOST).map(({ due: on, message, requirement, uri, range, subject }) => ({
    on,
    isOverdue: on < dateOf(uri),
    what: PLAIN.message(message),
    ...(requirement === undefined ? {} : { requirement }),
    subject,
    location: { uri, range },
  }));
  return { items, more: owned.length - items.length };
}

/** By what is written: the organization before entries of its inventory, which stand in the same file. */
function ownersOf(subjects: readonly Subject[]): ReadonlyMap<object, number> {
  const owners = new Map<object, number>();
  const add = (artefact: object, index: number): void => {
    if (!owners.has(artefact)) owners.set(artefact, index);
  };
  subjects.forEach((subject, index) => add(subject.artefact, index));
  subjects.forEach((subject, index) => {
    if (subject.kind === 'system') for (const { artefact } of subject.assessments) add(artefact, index);
  });
  return owners;
}
