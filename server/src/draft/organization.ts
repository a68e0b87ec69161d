/** Drafts the file of an organization: what the cards below say of it, what only people know marked. */
import type { WrittenChange } from '../fixes/edit';
import { setKey, yamlText } from '../fixes/yaml';
import type { Snapshot, SystemEntry } from '../workspace/snapshot';
import type { WorkspaceHost } from '../workspace/host';
import { groupBy } from '../workspace/group-by';
import { baseName, folderOf, isWithin, pathBetween } from '../workspace/uri';
import { nameIn } from './card';
import { cleanText, kebab, readable, withoutScope } from './clean';
import { filesIn, repositoryAt } from './files';
import type { Found } from './head';
import { peopleOf, type People } from './organization-people';
import { namingFolder } from './place';
import { placesIn } from './said';
import { entry, list, map, text, todo, writeYaml, type Entry } from './write';

export interface DraftedOrganization {
  readonly uri: string;
  readonly text: string;
  /** Cards whose owner gets the id the person has in it. */
  readonly links: readonly (WrittenChange & { readonly kind: 'edit' })[];
  /** Cards that will belong to it. */
  readonly systems: number;
}

/** The nearest file of an organization in a folder or above it: what is below belongs to that one. */
export function organizationOver({ organizations }: Snapshot, folder: string): string | undefined {
  const [nearest] = organizations
    .map(({ uri }) => uri)
    .filter((uri) => isWithin(folder, folderOf(uri)))
    .sort((a, b) => folderOf(b).length - folderOf(a).length);
  return nearest;
}

/** `aims.yaml`, or `organization.aims.yaml` beside a card of that name. @returns undefined where both are taken */
function organizationPlace({ files, unreadable }: Snapshot, folder: string): string | undefined {
  return ['aims.yaml', 'organization.aims.yaml']
    .map((name) => `${folder}/${name}`)
    .find((uri) => !files.has(uri) && !unreadable.has(uri));
}

/**
 * Drafts the organization of a folder, with the name its project or repository has, where no system has it.
 * @returns undefined where there is one in the folder or above it, or the names it may have are taken
 */
export async function draftOrganization(
  host: WorkspaceHost,
  snapshot: Snapshot,
  folder: string,
): Promise<DraftedOrganization | undefined> {
  if (organizationOver(snapshot, folder) !== undefined) return undefined;
  const uri = organizationPlace(snapshot, folder);
  if (uri === undefined) return undefined;
  const [files, repository] = [await filesIn(host, folder), await repositoryAt(host, snapshot, folder)];
  const name = nameIn({ files, repository }) ?? ofFolder(snapshot, uri);
  const systems = systemsUnder(snapshot, uri);
  const people = peopleOf(snapshot, systems, pathsFrom(uri), repository ?? {});
  return {
    uri,
    text: textOf(systems, uri, people, name),
    links: links(snapshot, systems, people),
    systems: systems.length,
  };
}

/** A name says who it is to people; an id also leads there, and is renamed with the person. */
function links(
  snapshot: Snapshot,
  systems: readonly SystemEntry[],
  { ids }: People,
): DraftedOrganization['links'] {
  const edits = systems.flatMap(({ uri, own }) => {
    const id = ids.get(own.owner?.value ?? '');
    const edit = id === undefined ? undefined : setKey(snapshot, own.place, 'owner', yamlText(id));
    return edit ? [{ uri, edit }] : [];
  });
  return [...groupBy(edits, ({ uri }) => uri)].map(([uri, of]) => ({
    kind: 'edit',
    uri,
    edits: of.map(({ edit }) => edit),
  }));
}

/** Cards below that belong to nothing yet. */
const systemsUnder = ({ systems }: Snapshot, uri: string): readonly SystemEntry[] =>
  systems
    .filter(
      (system) =>
        !system.inventoryOnly && system.organization.kind === 'none' && isWithin(system.uri, folderOf(uri)),
    )
    .sort((a, b) => (a.uri < b.uri ? -1 : 1));

/** Systems named in the first lines; how many more there are is said. */
const MOST_NAMED = 10;

/**
 * The draft where nothing but the cards is asked.
 * @param uri of the file that is to be
 */
export function organizationText(snapshot: Snapshot, uri: string): string {
  const systems = systemsUnder(snapshot, uri);
  return textOf(systems, uri, peopleOf(snapshot, systems, pathsFrom(uri), {}), ofFolder(snapshot, uri));
}

/** Paths as the file names them. */
const pathsFrom =
  (uri: string): PathOf =>
  (from) =>
    pathBetween(uri, from) ?? baseName(from);

/** The name where no file and no git says one. */
function ofFolder(snapshot: Snapshot, uri: string): Found {
  const folder = cleanText(baseName(namingFolder(snapshot, folderOf(uri))));
  return { value: readable(folder ?? 'organization'), note: 'from the name of the folder' };
}

/**
 * How the organization is called. What one of its systems is called too names that system: many a repository is one.
 */
function identity(systems: readonly SystemEntry[], { value, note }: Found): readonly (Entry | undefined)[] {
  const id = kebab(withoutScope(value));
  const isSystem = systems.some((system) => [system.id, kebab(system.body.name?.value ?? '')].includes(id));
  return isSystem
    ? [
        entry('id', text('organization', 'what files call it by: any one word')),
        entry('name', todo('of the company, or of the part of it that answers for these systems')),
      ]
    : [entry('id', text(id || 'organization', note)), entry('name', text(value, note))];
}

function textOf(systems: readonly SystemEntry[], uri: string, people: People, found: Found): string {
  const pathOf = pathsFrom(uri);
  return writeYaml(head(systems, pathOf), [
    entry('aims', { is: 'scalar', yaml: '1' }),
    entry('kind', text('organization')),
    ...identity(systems, found),
    entry(
      'scope',
      map(
        entry('statement', todo('the AI it covers: who it is made for, offered to or used by, and where')),
        roles(systems, pathOf),
      ),
    ),
    entry('people', list(people.items), [
      'Who owns systems, as their cards say, and who leads. Cards name them by id. Other roles: aims-responsible, risk-approver, assessor, reviewer, auditor.',
    ]),
    profiles(systems, pathOf),
  ]);
}

type PathOf = (uri: string) => string;

function head(systems: readonly SystemEntry[], pathOf: PathOf): readonly string[] {
  const named = systems.slice(0, MOST_NAMED).map(({ id, uri }) => `${id} (${pathOf(uri)})`);
  const more = systems.length - named.length;
  return [
    'The management system: what it covers, who answers for it, and the controls answered for once, for all systems.',
    'What is marked TODO no file says: fill it in, or delete the key.',
    'Cards in this folder and below belong to it; nothing has to be written for that. A system that was bought and has no card is listed under the key systems.',
    ...(named.length === 0 ? [] : [`Here: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`]),
  ];
}

/** What the organization is to its systems, it is. */
function roles(systems: readonly SystemEntry[], pathOf: PathOf): Entry | undefined {
  const at = new Map<string, string[]>();
  for (const system of systems)
    for (const role of system.roles) at.set(role, [...(at.get(role) ?? []), pathOf(system.uri)]);
  const items = [...at].map(([role, places]) => ({ value: text(role, `from ${placesIn(places)}`) }));
  return entry(
    'roles',
    list(
      items.length > 0
        ? items
        : [{ value: todo('what you are to AI: developer, provider, deployer, user, …') }],
    ),
  );
}

/** What cards name as their profile is asked for here: with the roles that all of them have. */
function profiles(systems: readonly SystemEntry[], pathOf: PathOf): Entry | undefined {
  const named = new Map<string, SystemEntry[]>();
  for (const system of systems) {
    const profile = system.own.profile?.value;
    if (profile !== undefined) named.set(profile, [...(named.get(profile) ?? []), system]);
  }
  if (named.size === 0) return undefined;
  return entry(
    'profiles',
    map(
      ...[...named].map(([profile, of]) => {
        const shared = [...(of[0]?.roles ?? [])].filter((role) =>
          of.every(({ roles: all }) => all.has(role)),
        );
        const values =
          shared.length > 0
            ? shared.map((role) => text(role))
            : [todo('what you are to these systems: developer, provider, deployer, user, …')];
        return entry(profile, map(entry('role', list(values.map((value) => ({ value }))))), [
          `Named in ${placesIn(of.map(({ uri }) => pathOf(uri)))}: put here what these systems share.`,
        ]);
      }),
    ),
  );
}
