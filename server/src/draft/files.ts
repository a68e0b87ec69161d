/** Reads the files a draft is made from, through the host: nothing outside the workspace, nothing of others, no end of it. */
import { isTestOrExample } from '../code';
import {
  EXCLUDED_FOLDERS,
  VIRTUAL_ENVIRONMENT_MARK,
  type FolderEntry,
  type WorkspaceHost,
} from '../workspace/host';
import type { Snapshot } from '../workspace/snapshot';
import { baseName, encodeSegment, folderOf, pathBetween, relativePath, rootOf } from '../workspace/uri';
import { isNamedByPath } from './paths';
import { sourceKind, type SourceKind } from './sources';
import type { DraftInput, SourceFile, User } from './types';

/** Runs of experiments: one model a run, none of them known to be the system’s. */
const RUNS = new Set(['mlruns', 'mlartifacts', 'wandb', 'lightning_logs']);

/** Folders and files looked into, folders below each other, and the length of a text in UTF-16 code units. */
const MOST = { folders: 2_000, files: 200, depth: 8, length: 1_000_000 } as const;

/** Lock files are written by machines, and long. In UTF-16 code units. */
const LONGEST_LOCK = 5_000_000;

/** Read from the nearest folder above that has some, where the folder itself has none. */
const INHERITED: readonly SourceKind[] = ['project', 'lock', 'licence'];

type List = (folder: string) => Promise<readonly FolderEntry[]>;

/** Tags and the name of a repository speak for all of it: only where the folder is the whole. */
export async function repositoryAt(
  host: WorkspaceHost,
  { roots }: Snapshot,
  folder: string,
): Promise<DraftInput['repository']> {
  const root = rootOf(folder, roots);
  const git = root === undefined ? undefined : host.git?.(root);
  const answer = await git?.repository?.();
  if (!answer?.known) return undefined;
  const { isWhole, userName, ...whole } = answer.value;
  const email = await git?.userEmail();
  const user: User = { userName, userEmail: email?.known ? email.value : undefined };
  return isWhole && folder === root ? { ...whole, ...user } : user;
}

interface FilesBelow {
  readonly sources: readonly string[];
  /** Paths of files that code may mean. */
  readonly present: ReadonlySet<string>;
}

/** What a card is drafted from: below its folder, and what is named above it alone. */
export async function filesFor(
  host: WorkspaceHost,
  snapshot: Snapshot,
  folder: string,
): Promise<Required<Pick<DraftInput, 'files' | 'present'>>> {
  const list = listing(host);
  const { sources: below, present } = await findBelow(list, snapshot, folder);
  const above = await urisAbove(list, snapshot, folder, below);
  return { files: await readAll(host, folder, [...below, ...above].slice(0, MOST.files)), present };
}

/** Files that stand in a folder itself. */
export const filesIn = async (host: WorkspaceHost, folder: string): Promise<readonly SourceFile[]> =>
  readAll(host, folder, sourcesAmong(folder, await listing(host)(folder)));

const listing =
  (host: WorkspaceHost): List =>
  async (folder) =>
    (await host.list?.(folder)) ?? [];

async function readAll(
  host: WorkspaceHost,
  folder: string,
  uris: readonly string[],
): Promise<readonly SourceFile[]> {
  const files: SourceFile[] = [];
  for (const uri of uris) {
    const path = pathBetween(`${folder}/aims.yaml`, uri);
    const read = await host.readText(uri);
    const longest = sourceKind(baseName(uri)) === 'lock' ? LONGEST_LOCK : MOST.length;
    if (path !== undefined && read.kind === 'text' && read.text.length <= longest)
      files.push({ path, text: read.text });
  }
  return files;
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
