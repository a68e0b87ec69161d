/** The dashboard: one pure function of the snapshot, the day of each file, and what falls due. */
import { catalogue } from '../../catalogue';
import type { Day } from '../../model/scalars';
import {
  CELLS,
  PHASES,
  type Counts,
  type Dashboard,
  type DashboardSubject,
  type Phase,
} from '../../protocol';
import { evaluateSubject } from '../../verdict/evaluate';
import type { Snapshot, Subject } from '../../workspace/snapshot';
import { PLAIN } from '../markup';
import { nameOf } from '../subject';
import { subjectsOf } from '../tree';
import { countsOf } from '../tree/nodes';
import { subjectKey } from '../tree/subject-key';
import { agendaFrom, type DueDay } from './agenda';
import { ratingsOf } from './ratings';

export type { DueDay } from './agenda';

export interface DashboardInput {
  readonly snapshot: Snapshot;
  /** The day shown as that of the whole. */
  readonly date: Day;
  /** The day the subjects of a file are judged at; default: `date`. */
  readonly dateOf?: (uri: string) => Day;
  /** What falls due, in any order. */
  readonly due: readonly DueDay[];
  /** Those shown; default: all. */
  readonly subjects?: readonly Subject[];
}

/** The controls of Annex A with the titles of their groups. */
const CONTROLS = [...catalogue.controls.values()].map(({ id, title, group }) => ({
  id,
  title,
  group,
  groupTitle: catalogue.groups.get(group)?.title ?? '',
}));

/** Same input, same bytes. */
export function dashboardOf({
  snapshot,
  date,
  dateOf = () => date,
  due,
  subjects = subjectsOf(snapshot),
}: DashboardInput): Dashboard {
  const rated = ratingsOf(snapshot, subjects);
  return {
    date,
    controls: CONTROLS,
    subjects: subjects.map((subject) => describe(snapshot, subject, dateOf(subject.uri))),
    agenda: agendaFrom(due, { snapshot, subjects, dateOf }),
    ...rated,
  };
}

function describe(snapshot: Snapshot, subject: Subject, date: Day): DashboardSubject {
  const { results } = evaluateSubject(snapshot, subject, date);
  const verdicts = new Map(results.map(({ requirement, verdict }) => [requirement.id, verdict]));
  const ofPhase = (phase: Phase): Counts =>
    countsOf(results.filter(({ requirement }) => requirement.phase === phase));
  return {
    key: subjectKey(subject),
    kind: subject.kind,
    id: PLAIN.text(subject.id),
    name: PLAIN.text(nameOf(subject)),
    phases: Object.fromEntries(PHASES.map(({ id }) => [id, ofPhase(id)])) as Record<Phase, Counts>,
    cells: CONTROLS.map(({ id }) => {
      const verdict = verdicts.get(id);
      return verdict ? CELLS[verdict] : '-';
    }).join(''),
  };
}
