/** Lets the card above a folder cover the code in it, where the card says which code is its own. */
import { tr } from '../l10n/tr';
import { below } from '../model/located';
import type { Snapshot, SystemEntry } from '../workspace/snapshot';
import { folderOf, isWithin, relativePath } from '../workspace/uri';
import type { Fix } from './edit';
import { yamlText } from './scalar';
import { insertInList, oneEdit } from './yaml';

/**
 * The nearest card above code that no card covers, or beside it: the one that leaves the code out.
 * @param folder of the code
 * @returns undefined where there is no card above, or it has no patterns
 */
export function cardLeavingOut({ systems }: Snapshot, folder: string): SystemEntry | undefined {
  const [nearest] = systems
    .filter((system) => !system.inventoryOnly && isWithin(folder, folderOf(system.uri)))
    .sort((a, b) => b.uri.length - a.uri.length);
  return nearest?.own.code && nearest;
}

/** Adds a pattern to `code` of the nearest card above; none where no card above has patterns. */
export function coverByCard(snapshot: Snapshot, folder: string): readonly Fix[] {
  const nearest = cardLeavingOut(snapshot, folder);
  if (!nearest) return [];
  const path = relativePath(folderOf(nearest.uri), folder) ?? '';
  // Brackets and stars in a folder's name would be read as a pattern.
  if (/[*?[\]{}!()\\]/.test(path)) return [];
  const pattern = yamlText(path === '' ? '*' : `${path}/**`);
  const made = insertInList(snapshot, below(nearest.own, 'code'), [pattern]);
  return oneEdit(tr('Let the card of {0} cover this folder', nearest.id), nearest.uri, made);
}
