/** Where a person would put the card of some code: at the root of the project the code belongs to. */
import type { Fix } from '../fixes/edit';
import type { FolderEntry, WorkspaceHost } from '../workspace/host';
import type { Snapshot } from '../workspace/snapshot';
import { folderOf, rootOf } from '../workspace/uri';
import { cardIn, cardPlace } from './place';
import { sourceKind } from './sources';

const namesPackages = (entries: readonly FolderEntry[]): boolean =>
  entries.some((entry) => !entry.folder && sourceKind(entry.name) === 'project');
const isRepository = (entries: readonly FolderEntry[]): boolean =>
  entries.some(({ name }) => name === '.git');

/**
 * The nearest folder that names packages of its own or is a repository, from the folder of some code up to the root of
 * the workspace, and never above the organization the code belongs to. A repository that holds an organization is no
 * project by that alone: its systems are below.
 * @param folder of the code
 * @returns the folder of the code where there is no such folder, or the nearest has a card already that leaves the code out
 */
export async function projectFolder(
  host: Pick<WorkspaceHost, 'list'>,
  snapshot: Snapshot,
  folder: string,
): Promise<string> {
  const root = rootOf(folder, snapshot.roots) ?? folder;
  const organizations = new Set(snapshot.organizations.map(({ uri }) => folderOf(uri)));
  for (let at = folder; cardIn(snapshot, at) === undefined; at = folderOf(at)) {
    const entries = (await host.list?.(at)) ?? [];
    const isOfOrganization = organizations.has(at);
    if (namesPackages(entries) || (isRepository(entries) && !isOfOrganization)) return at;
    if (at === root || isOfOrganization) return folder;
  }
  return folder;
}

/** A fix with its cards where the project of the code begins. */
export async function inProject(
  host: Pick<WorkspaceHost, 'list'>,
  snapshot: Snapshot,
  fix: Fix,
): Promise<Fix> {
  const changes: Fix['changes'][number][] = [];
  for (const change of fix.changes) {
    const folder = change.kind === 'draft' ? await projectFolder(host, snapshot, change.folder) : undefined;
    const place = folder === undefined ? undefined : cardPlace(snapshot, folder);
    changes.push(
      folder === undefined || place === undefined ? change : { kind: 'draft', uri: place.uri, folder },
    );
  }
  return { ...fix, changes };
}
