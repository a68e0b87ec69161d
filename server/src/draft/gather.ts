/** Finds what a card is drafted from, through the host: nothing outside the workspace, nothing of others, no end of it. */
import { isTestOrExample } from '../code';
import type { Fix, WrittenChange } from '../fixes/edit';
import {
  EXCLUDED_FOLDERS,
  VIRTUAL_ENVIRONMENT_MARK,
  type FolderEntry,
  type WorkspaceHost,
} from '../workspace/host';
import type { Snapshot } from '../workspace/snapshot';
import {
  baseName,
  encodeSegment,
  folderOf,
  isWithin,
  pathBetween,
  relativePath,
  rootOf,
} from '../workspace/uri';
import { draftCard, nameIn, suggest } from './card';
import { isNamedByPath, lastPart } from './paths';
import { kebab } from './clean';
import type { Found, FoundHead } from './head';
import { cardPlace, freeId, namingFolder, type CardPlace } from './place';
import { inProject } from './project';
import { sourceKind, type SourceKind } from './sources';
import type { Answers, DraftInput, SourceCode, SourceFile } from './types';

/** Runs of experiments: one model a run, none of them known to be the system’s. */
const RUNS = new Set(['mlruns', 'mlartifacts', 'wandb', 'lightning_logs']);

/** Folders and files looked into, folders below each other, and the length of a text in UTF-16 code units. */
const MOST = { folders: 2_000, files: 200, depth: 8, length: 1_000_000 } as const;

/** Lock files are written by machines, and long. In UTF-16 code units. */
const LONGEST_LOCK = 5_000_000;

/** Read from the nearest folder above that has some, where the folder itself has none. */
const INHERITED: readonly SourceKind[] = ['project', 'lock', 'licence'];

export interface Drafted {
  readonly uri: string;
  readonly text: string;
  /** How many files it was drafted from. */
  readonly sources: number;
  /** Folders that name packages of their own and hold calls: where there are several, each may be a system. */
  readonly projects: readonly string[];
}

type List = (folder: string) => Promise<readonly FolderEntry[]>;

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
    sources: input.files.length + telling.length,
    projects: projectsAmong(input.files, telling),
  };
}

/**
 * What files say of the system of a folder, to be offered to who is asked about it.
 * @returns undefined where the folder has a card
 */
export async function suggestIn(
  host: WorkspaceHost,
  snapshot: Snapshot,
  folder: string,
): Promise<(FoundHead & Pick<DraftInput, 'organization'>) | undefined> {
  const place = cardPlace(snapshot, folder);
  if (!place) return undefined;
  const input = await inputFor(host, snapshot, folder, place);
  return { ...suggest(input), organization: input.organization };
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
  const wanted = kebab((name?.value ?? '').replace(/^@[^/]+\//, ''));
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

/** Tags and the name of a repository speak for all of it: only where the folder is the whole. */
async function repositoryAt(
  host: WorkspaceHost,
  { roots }: Snapshot,
  folder: string,
): Promise<DraftInput['repository']> {
  const root = rootOf(folder, roots);
  const git = root === undefined ? undefined : host.git?.(root);
  const answer = await git?.repository?.();
  if (!answer?.known) return undefined;
  const { isWhole, userName, ...whole } = answer.value;
  return isWhole && folder === root ? { ...whole, userName } : { userName };
}

interface FilesBelow {
  readonly sources: readonly string[];
  /** Paths of files that code may mean. */
  readonly present: ReadonlySet<string>;
}

async function filesFor(
  host: WorkspaceHost,
  snapshot: Snapshot,
  folder: string,
): Promise<Required<Pick<DraftInput, 'files' | 'present'>>> {
  const list: List = async (each) => (await host.list?.(each)) ?? [];
  const { sources: below, present } = await findBelow(list, snapshot, folder);
  const above = await urisAbove(list, snapshot, folder, below);
  const files: SourceFile[] = [];
  for (const uri of [...below, ...above].slice(0, MOST.files)) {
    const path = pathBetween(`${folder}/aims.yaml`, uri);
    const read = await host.readText(uri);
    const longest = sourceKind(baseName(uri)) === 'lock' ? LONGEST_LOCK : MOST.length;
    if (path !== undefined && read.kind === 'text' && read.text.length <= longest)
      files.push({ path, text: read.text });
  }
  return { files, present };
}

const sourcesAmong = (folder: string, entries: readonly FolderEntry[]): readonly string[] =>
  entries
    .filter((entry) => !entry.folder && sourceKind(entry.name) !== undefined)
    .map(({ name }) => `${folder}/${encodeSegment(name)}`)
    .sort();

/** Looks level by level, so that what is near is found before the bounds are reached. */
async function findBelow(list: List, snapshot: Snapshot, top: string): Promise<FilesBelow> {
  const cards = new Set(
    snapshot.systems.filter((system) => !system.inventoryOnly).map(({ uri }) => folderOf(uri)),
  );
  const sources: string[] = [];
  const present = new Set<string>();
  let level: readonly string[] = [top];
  let folders = 0;
  for (let depth = 0; depth <= MOST.depth && level.length > 0; depth++) {
    const next: string[] = [];
    for (const folder of level) {
      if (++folders > MOST.folders || sources.length >= MOST.files) return { sources, present };
      const entries = await list(folder);
      if (folder !== top && entries.some(({ name }) => name === VIRTUAL_ENVIRONMENT_MARK)) continue;
      sources.push(...sourcesAmong(folder, entries));
      for (const { name, folder: isFolder } of entries) {
        const below = `${folder}/${encodeSegment(name)}`;
        if (!isFolder && isNamedByPath(name)) present.add(relativePath(top, below) ?? name);
        if (isFolder && !isOthers(name) && !cards.has(below)) next.push(below);
      }
    }
    level = next.sort();
  }
  return { sources, present };
}

const isOthers = (name: string): boolean =>
  EXCLUDED_FOLDERS.has(name) || RUNS.has(name) || isTestOrExample(`${name}/file`);

async function urisAbove(
  list: List,
  { roots }: Snapshot,
  folder: string,
  below: readonly string[],
): Promise<readonly string[]> {
  const root = rootOf(folder, roots) ?? folder;
  const missing = new Set(
    INHERITED.filter((kind) => !below.some((uri) => sourceKind(baseName(uri)) === kind)),
  );
  const found: string[] = [];
  for (let at = folder; at !== root && missing.size > 0;) {
    at = folderOf(at);
    const here = sourcesAmong(at, await list(at));
    for (const kind of [...missing]) {
      const ofKind = here.filter((uri) => sourceKind(baseName(uri)) === kind);
      if (ofKind.length > 0) missing.delete(kind);
      found.push(...ofKind);
    }
  }
  return found;
}
