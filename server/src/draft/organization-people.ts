/** The people of an organization that is drafted: owners of systems, and all whom cards and assessments name by an id. */
import type { Artefact } from '../model/build';
import { isPersonId } from '../model/read-scalar';
import { isPlaceholder } from '../model/scalars';
import type { Snapshot, SystemEntry } from '../workspace/snapshot';
import { cleanText, uniqueIds } from './clean';
import { placesIn } from './said';
import type { User } from './types';
import { entry, list, map, text, todo, type Item } from './write';

/** People that are written; nobody reads longer lists. */
const MOST_PEOPLE = 200;

interface Named {
  /** Where a file names the person by an address. */
  email?: string;
  /** Files whose system the person owns. */
  readonly owns: string[];
  /** Files that name the person for something else. */
  readonly at: string[];
}

/** `@acme/ml` is none: teams are called so. */
const isAddress = (who: string): boolean => /^[^\s@]+@[^\s@]+$/.test(who);

/** What an id is made of: `ada` of `ada@acme.example`. */
const nameIn = (who: string): string => who.replace(/(?<=\S)\s*[<@].*/, '');

export interface People {
  readonly items: readonly Item[];
  /** The id of whom cards name by a full name or an address, by that text. */
  readonly ids: ReadonlyMap<string, string>;
}

/**
 * Ids that cards use stay theirs: once there is a list of people, an id that is not on it is a loose end.
 * @param pathOf a file, from the organization's
 * @param user a name and an address that are of one person
 */
export function peopleOf(
  snapshot: Snapshot,
  systems: readonly SystemEntry[],
  pathOf: (uri: string) => string,
  user: User,
): People {
  const named = namedIn(snapshot, systems, pathOf, user);
  const id = uniqueIds([...named.keys()].filter(isPersonId));
  const ids = new Map<string, string>();
  // Ids that are used count first: names are given one that is left.
  const ordered = [...named].sort(([a], [b]) => Number(isPersonId(b)) - Number(isPersonId(a)));
  const people = ordered.slice(0, MOST_PEOPLE).map(([who, { owns, at, email }]): Item => {
    const from = owns.length > 0 ? `owner in ${placesIn(owns)}` : `named in ${placesIn(at)}`;
    const own = isPersonId(who) ? who : id(nameIn(who), 'person');
    for (const said of [who, email]) if (said !== undefined && !isPersonId(said)) ids.set(said, own);
    return {
      value: map(
        entry('id', text(own)),
        entry('name', isPersonId(who) || isAddress(who) ? todo(`their full name; ${from}`) : text(who, from)),
        entry('email', email === undefined ? undefined : text(email)),
        entry('roles', owns.length > 0 ? list([{ value: text('ai-owner') }]) : undefined),
      ),
    };
  });
  return { items: [...people, leading(id('leader', 'leader'))], ids };
}

const leading = (id: string): Item => ({
  value: map(
    entry('id', text(id, 'what cards call the person by: any one word')),
    entry('name', todo('who leads the organization')),
    entry('roles', list([{ value: text('top-management') }])),
  ),
});

/** By the text that names them, in order of files; whom an address of git's user names, by the name git has for it. */
function namedIn(
  { assessments }: Snapshot,
  systems: readonly SystemEntry[],
  pathOf: (uri: string) => string,
  { userName, userEmail }: User,
): ReadonlyMap<string, Named> {
  const named = new Map<string, Named>();
  const isFullName = userName !== undefined && cleanText(userName) === userName && !isPersonId(userName);
  const of = (who: string): Named | undefined => {
    if (isPlaceholder(who) || cleanText(who) !== who) return undefined;
    const isUser = isFullName && isAddress(who) && who.toLowerCase() === userEmail?.toLowerCase();
    const key = isUser ? userName : who;
    const known = named.get(key) ?? { owns: [], at: [] };
    if (isAddress(who)) known.email ??= who;
    named.set(key, known);
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
