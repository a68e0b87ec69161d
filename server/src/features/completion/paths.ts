/** Files and folders, for keys that take a path. One step at a time, as one types. */
import { tr } from '../../l10n/tr';
import { EXCLUDED_FOLDERS, type FolderEntry } from '../../workspace/host';
import { folderOf, rootOf } from '../../workspace/uri';
import type { Completion, CompletionContext } from './types';

export async function pathCompletions(context: CompletionContext): Promise<readonly Completion[]> {
  const { cursor, snapshot } = context;
  const { prefix, replace } = cursor.locus;
  // Behind `#` or `::` it is no longer the file that is named.
  if (/#|::|^[a-z]+:/i.test(prefix)) return [];
  const slash = prefix.lastIndexOf('/') + 1;
  const folder = folderFor(context, prefix.slice(0, slash));
  if (folder === undefined) return [];
  const entries = await context.list(folder);
  const range = cursor.parsed.rangeOf({ start: replace.start + slash, end: replace.end });
  return entries.flatMap((entry): Completion[] => {
    if (entry.name.startsWith('.') || EXCLUDED_FOLDERS.has(entry.name)) return [];
    if (!entry.folder && rootOf(cursor.uri, snapshot.roots) === undefined) return [];
    const name = entry.folder ? `${entry.name}/` : entry.name;
    return [
      {
        label: name,
        kind: entry.folder ? 'folder' : 'file',
        newText: name,
        // Begun and ended at once, it is a value like any other, so that a list gets its brackets.
        ...(slash === 0 && !entry.folder ? {} : { replace: range }),
        rank: rankOf(context, `${folder}/${name}`, entry),
      },
    ];
  });
}

/** Patterns of paths: of each folder, all that lies below it first. */
export async function patternCompletions(context: CompletionContext): Promise<readonly Completion[]> {
  const paths = await pathCompletions(context);
  const isBegun = context.cursor.locus.prefix.includes('/');
  const below = paths.flatMap(({ replace, ...folder }): Completion[] =>
    folder.kind === 'folder'
      ? [
          {
            ...folder,
            label: `${folder.label}**`,
            newText: `${folder.newText}**`,
            detail: tr('all below this folder'),
            rank: 0,
            ...(isBegun && replace ? { replace } : {}),
          },
        ]
      : [],
  );
  return [...below, ...paths];
}

/** Where teams keep what shows something. */
const TELLING = /^(?:docs?|documentation|reports?|tests?|evidence|records|policies)$/i;
/** Keys that point to an AIMS file. */
const TO_AIMS = new Set<string | number | undefined>(['impactAssessment', 'organization']);

/** What most likely is meant first; a file of AIMS is evidence of nothing. */
function rankOf({ snapshot, cursor }: CompletionContext, uri: string, { name, folder }: FolderEntry): number {
  if (uri === cursor.uri) return 5;
  const isWanted = TO_AIMS.has(cursor.locus.route.at(-1));
  if (snapshot.files.has(uri) || snapshot.locks.has(uri)) return isWanted ? 0 : 4;
  if (folder) return TELLING.test(name) && !isWanted ? 0 : 2;
  return isWanted ? 3 : 1;
}

/** The folder a path begun with `start` (empty, or up to a slash) is looked up in. */
function folderFor({ snapshot, cursor }: CompletionContext, start: string): string | undefined {
  if (start === '' || start === './') return folderOf(cursor.uri);
  if (start === '/') return rootOf(cursor.uri, snapshot.roots);
  const resolved = snapshot.resolve(start, cursor.uri);
  return resolved.kind === 'file' ? resolved.uri : undefined;
}
