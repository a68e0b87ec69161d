/** Every AI system in a line: for the systems view. */
import { catalogue } from '../catalogue';
import { tr } from '../l10n/tr';
import type { Day } from '../model/scalars';
import type { SystemSummary } from '../protocol';
import { evaluateSubject } from '../verdict/evaluate';
import type { Snapshot, SystemEntry } from '../workspace/snapshot';
import { nameOfEntity } from './entity-name';
import { nameOf } from './subject';
import { locationOf, topOf } from './tree/locate';
import { countsOf } from './tree/nodes';
import { subjectsOf, type DayOf } from './tree';
import { subjectKey } from './tree/subject-key';
import { countsInWords } from './verdict-words';

/** In the order of the tree. */
export function summarizeSystems(snapshot: Snapshot, dateOf: DayOf): readonly SystemSummary[] {
  const codeFiles = new Map<SystemEntry, number>();
  for (const { coveredBy } of snapshot.code.values())
    for (const system of coveredBy) codeFiles.set(system, (codeFiles.get(system) ?? 0) + 1);
  return subjectsOf(snapshot).flatMap((subject) =>
    subject.kind === 'system'
      ? [summarize(snapshot, dateOf(subject.uri), subject, codeFiles.get(subject) ?? 0)]
      : [],
  );
}

function summarize(snapshot: Snapshot, date: Day, system: SystemEntry, codeFiles: number): SystemSummary {
  const counts = countsOf(evaluateSubject(snapshot, system, date).results);
  const stage = catalogue.stages.find(({ id }) => id === system.stage);
  const tier = system.body.euAiAct?.tier?.value;
  const owner = system.body.owner?.value;
  return {
    id: system.id,
    name: nameOf(system),
    ...(stage ? { stage: { id: stage.id, title: tr(stage.title) } } : {}),
    ...(tier === undefined ? {} : { tier }),
    roles: [...system.roles],
    ...(owner === undefined ? {} : { owner: personName(snapshot, owner, system.uri) }),
    ...(system.organization.kind === 'found' ? { organization: system.organization.id } : {}),
    inventoryOnly: system.inventoryOnly,
    assessments: system.assessments.map(({ body, uri }) => locationOf(snapshot, body.place) ?? topOf(uri)),
    codeFiles,
    counts,
    summary: countsInWords(counts),
    location: locationOf(snapshot, system.own.place) ?? topOf(system.uri),
    node: subjectKey(system),
  };
}

/** The full name, where the word is somebody's id. */
function personName(snapshot: Snapshot, owner: string, uri: string): string {
  const found = snapshot.lookup('person', owner, uri);
  return (found && nameOfEntity(snapshot, found)) ?? owner;
}
