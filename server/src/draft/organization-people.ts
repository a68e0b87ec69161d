/** The people of an organization that is drafted: owners of systems, and all whom cards and assessments name by an id. */
import type { Artefact } from '../model/build';
import { isPersonId } from '../model/read-scalar';
import { isPlaceholder } from '../model/scalars';
import type { Snapshot, SystemEntry } from '../workspace/snapshot';
import { cleanText, uniqueIds } from './clean';
import { placesIn } from './said';
import { entry, list, map, text, todo, type Item } from './write';

/** People that are written; nobody reads longer lists. */
const MOST_PEOPLE = 200;

interface Named {
  /** Files whose system the person owns. */
  readonly owns: string[];
  /** Files that name the person for something else. */
  readonly at: string[];
}

/**
 * Ids that cards use stay theirs: once there is a list of people, an id that is not on it is a loose end.
 * @param pathOf a file, from the organization's
 */
export function peopleItems(
  snapshot: Snapshot,
  systems: readonly SystemEntry[],
  pathOf: (uri: string) => string,
): readonly Item[] {
  const named = namedIn(snapshot, systems, pathOf);
  const id = uniqueIds();
  // Ids that are used count first: names are given one that is left.
  const ordered = [...named].sort(([a], [b]) => Number(isPersonId(b)) - Number(isPersonId(a)));
  const people = ordered.slice(0, MOST_PEOPLE).map(([who, { owns, at }]): Item => {
    const from = owns.length > 0 ? `owner in ${placesIn(owns)}` : `named in ${placesIn(at)}`;
    return {
      value: map(
        entry('id', text(isPersonId(who) ? who : id(who.replace(/@.*/, ''), 'person'))),
        entry('name', isPersonId(who) ? todo(from) : who.includes('@') ? todo(from) : text(who, from)),
        entry('email', who.includes('@') ? text(who) : undefined),
        entry('roles', owns.length > 0 ? list([{ value: text('ai-owner') }]) : undefined),
      ),
    };
  });
  return [...people, LEADING];
}

const LEADING: Item = {
  value: map(
    entry('name', todo('who leads the organization')),
    entry('roles', list([{ value: text('top-management') }])),
  ),
};

/** By the text that names them, in order of files. */
function namedIn(
  { assessments }: Snapshot,
  systems: readonly SystemEntry[],
  pathOf: (uri: string) => string,
): ReadonlyMap<string, Named> {
  const named = new Map<string, Named>();
  const of = (who: string): Named | undefined => {
    if (isPlaceholder(who) || cleanText(who) !== who) return undefined;
    const known = named.get(who) ?? { owns: [], at: [] };
    named.set(who, known);
    return known;
  };
  for (const { own, uri } of systems) {
    const owner = own.owner?.value;
    if (owner !== undefined) of(owner)?.owns.push(pathOf(uri));
  }
  const isTheirs = new Set(systems.flatMap((system) => system.assessments.map(({ uri }) => uri)));
  const files: readonly Artefact[] = [
    ...systems.map(({ artefact }) => artefact),
    ...assessments.filter(({ uri }) => isTheirs.has(uri)).map(({ artefact }) => artefact),
  ];
  for (const { references, uri } of files)
    for (const reference of references) if (reference.person) of(reference.id)?.at.push(pathOf(uri));
  return named;
}
