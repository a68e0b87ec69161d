/** Says on a card that a file is not code of the system: a try-out, a test, an example. */
import { tr } from '../l10n/tr';
import { below } from '../model/located';
import type { Snapshot, SystemEntry } from '../workspace/snapshot';
import { folderOf, relativePath } from '../workspace/uri';
import { yamlText } from './scalar';
import type { Fix } from './edit';
import { insertInList, oneEdit } from './yaml';

/** Adds `!path` to `code` of the card; none where its patterns are a profile's, which a list of its own would replace. */
export function leaveOut(snapshot: Snapshot, system: SystemEntry, uri: string): readonly Fix[] {
  const path = relativePath(folderOf(system.uri), uri);
  if (path === undefined || /[*?[\]{}()\\]/.test(path)) return [];
  if (!system.own.code && system.body.code) return [];
  const made = insertInList(snapshot, below(system.own, 'code'), [yamlText(`!${path}`)]);
  return oneEdit(
    tr('Leave this file out of the card: it is a test, an example or a try-out'),
    system.uri,
    made,
  );
}
