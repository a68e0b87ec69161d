/** Drafts the card of a folder: what its files, its code and the organization above say. */
import type { Fix, WrittenChange } from '../fixes/edit';
import type { WorkspaceHost } from '../workspace/host';
import type { Snapshot } from '../workspace/snapshot';
import { baseName, folderOf, isWithin, pathBetween, relativePath } from '../workspace/uri';
import { draftCard, nameIn, suggest } from './card';
import { cleanText, kebab, withoutScope } from './clean';
import { filesFor, repositoryAt } from './files';
import type { Found, FoundHead } from './head';
import { lastPart } from './paths';
import { cardPlace, freeId, namingFolder, type CardPlace } from './place';
import { inProject } from './project';
import { sourceKind } from './sources';
import type { Answers, DraftInput, SourceCode, SourceFile } from './types';

export interface Drafted {
  readonly uri: string;
  readonly text: string;
  /** Paths of the files it was drafted from, from the folder: code first. */
  readonly sources: readonly string[];
  /** Folders that name packages of their own and hold calls: where there are several, each may be a system. */
  readonly projects: readonly string[];
}

/**
 * Drafts the card of a folder.
 * @returns undefined where it has one already, or nobody and no file says anything about AI
 */
export async function draftIn(
  host: WorkspaceHost,
  snapshot: Snapshot,
  folder: string,
  answers?: Answers,
): Promise<Drafted | undefined> {
  const place = cardPlace(snapshot, folder, answers?.id);
  if (!place) return undefined;
  const input = { ...(await inputFor(host, snapshot, folder, place, answers)), answers };
  const text = draftCard(input);
  const uri = cardPlace(snapshot, folder, input.id)?.uri;
  if (text === undefined || uri === undefined) return undefined;
  const telling = input.code.filter(({ facts }) => facts.signals.length > 0);
  return {
    uri,
    text,
    sources: [
      ...new Set([...telling.map(({ path }) => path).sort(), ...input.files.map(({ path }) => path)]),
    ],
    projects: projectsAmong(input.files, telling),
  };
}

/**
 * What files say of the system of a folder, to be offered to who is asked about it, and who is there as git is set up.
 * @returns undefined where the folder has a card
 */
export async function suggestIn(
  host: WorkspaceHost,
  snapshot: Snapshot,
  folder: string,
): Promise<
  (FoundHead & Pick<DraftInput, 'organization'> & { readonly userName: string | undefined }) | undefined
> {
  const place = cardPlace(snapshot, folder);
  if (!place) return undefined;
  const input = await inputFor(host, snapshot, folder, place);
  const userName = cleanText(input.repository?.userName);
  return { ...suggest(input), organization: input.organization, userName };
}

async function inputFor(
  host: WorkspaceHost,
  snapshot: Snapshot,
  folder: string,
  place: CardPlace,
  answers?: Answers,
): Promise<DraftInput> {
  const { files, present } = await filesFor(host, snapshot, folder);
  const repository = await repositoryAt(host, snapshot, folder);
  return {
    ...(answers ? { id: answers.id } : systemId(snapshot, place, nameIn({ files, repository }))),
    folder: baseName(namingFolder(snapshot, folder)),
    files,
    present,
    code: codeIn(snapshot, folder),
    repository,
    organization: organizationAbove(snapshot, place.uri),
  };
}

/** Made of what the name is made of, without the scope of npm, where no other system has that id; else of the folder's name. */
function systemId(
  snapshot: Snapshot,
  { id }: CardPlace,
  name: Found | undefined,
): Pick<DraftInput, 'id' | 'idNote'> {
  const wanted = kebab(withoutScope(name?.value ?? ''));
  return wanted !== '' && freeId(snapshot, wanted) === wanted ? { id: wanted, idNote: name?.note } : { id };
}

function projectsAmong(files: readonly SourceFile[], code: readonly SourceCode[]): readonly string[] {
  const folders = files
    .filter(({ path }) => sourceKind(lastPart(path)) === 'project' && !path.startsWith('../'))
    .map(({ path }) => path.split('/').slice(0, -1).join('/'));
  // Only the outermost: a part of a project is no project beside it.
  const outermost = [...new Set(folders)].filter(
    (folder) => folder !== '' && !folders.some((other) => other !== '' && folder.startsWith(`${other}/`)),
  );
  return outermost.filter((folder) => code.some(({ path }) => path.startsWith(`${folder}/`))).sort();
}

/** A fix with the texts of the cards it creates, each where its project begins; undefined where one comes to nothing. */
export async function withDrafts(
  host: WorkspaceHost,
  snapshot: Snapshot,
  fix: Fix,
): Promise<Fix<WrittenChange> | undefined> {
  const changes: WrittenChange[] = [];
  for (const change of (await inProject(host, snapshot, fix)).changes) {
    if (change.kind !== 'draft') changes.push(change);
    else {
      const drafted = await draftIn(host, snapshot, change.folder);
      if (!drafted) return undefined;
      changes.push({ kind: 'create', uri: drafted.uri, text: drafted.text });
    }
  }
  return { ...fix, changes };
}

/** Code below the folder that no card below it, or in it, answers for. */
const codeIn = (snapshot: Snapshot, folder: string): readonly SourceCode[] =>
  [...snapshot.code.values()].flatMap(({ uri, facts, silent, coveredBy }) => {
    const path = relativePath(folder, uri);
    const isTaken = coveredBy.some((card) => isWithin(card.uri, folder));
    return path === undefined || silent || isTaken ? [] : [{ path, facts }];
  });

function organizationAbove({ organizations }: Snapshot, card: string): DraftInput['organization'] {
  const [nearest] = organizations
    .filter(({ uri }) => isWithin(card, folderOf(uri)))
    .sort((a, b) => folderOf(b.uri).length - folderOf(a.uri).length);
  const path = nearest && pathBetween(card, nearest.uri);
  return nearest && path !== undefined ? { path, id: nearest.id, body: nearest.body } : undefined;
}
