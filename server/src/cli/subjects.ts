/** Which organizations and systems a PATH is about. */
import { organizationEntryOf } from '../verdict/evaluate';
import type { SubjectResult } from '../verdict/types';
import type { Subject, SystemEntry } from '../workspace/snapshot';
import { folderOf, isWithin } from '../workspace/uri';
import { toUri } from '../node/paths';
import type { Engine } from './engine';

/** The systems of the nearest card at or above the folders asked about: somebody may stand in the middle of a system. */
function systemsAround({ snapshot, targets }: Engine): readonly SystemEntry[] {
  const cards = snapshot.systems.filter((system) => !system.inventoryOnly);
  return targets.flatMap((target) => {
    for (let folder = toUri(target.folder); ; folder = folderOf(folder)) {
      const here = cards.filter((system) => folderOf(system.uri) === folder);
      if (here.length > 0 || folderOf(folder) === folder) return here;
    }
  });
}

/** Organizations first, each kind by id. */
export function compareSubjects(a: Subject, b: Subject): number {
  if (a.kind !== b.kind) return a.kind === 'organization' ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0;
}

/**
 * What is described at the path, and the organizations of the systems among it; where nothing is, the system the path
 * belongs to, or else the organization above it. Organizations first, each by id.
 */
export function subjectsOf(engine: Engine): readonly SubjectResult[] {
  const { service, snapshot, covers, targets } = engine;
  const here: readonly Subject[] = [...snapshot.organizations, ...snapshot.systems].filter(({ uri }) =>
    covers(uri),
  );
  const subjects = here.length > 0 ? here : systemsAround(engine);
  const above = snapshot.organizations
    .filter(({ uri }) => targets.some((target) => isWithin(toUri(target.folder), folderOf(uri))))
    .sort((a, b) => b.uri.length - a.uri.length)
    .slice(0, 1);
  const organizations = subjects.flatMap((subject) =>
    subject.kind === 'system' ? (organizationEntryOf(snapshot, subject) ?? []) : [],
  );
  const wanted = new Set<Subject>([...subjects, ...organizations, ...(subjects.length === 0 ? above : [])]);
  return service
    .status(snapshot)
    .filter(({ subject }) => wanted.has(subject))
    .sort((a, b) => compareSubjects(a.subject, b.subject));
}
