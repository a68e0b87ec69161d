/** Where the card of a folder goes, and what the system is called. */
import { tr } from '../l10n/tr';
import type { Fix } from '../fixes/edit';
import { isPlaceholder } from '../model/scalars';
import type { Snapshot } from '../workspace/snapshot';
import { baseName, encodeSegment, folderOf } from '../workspace/uri';
import { kebab } from './clean';

/** Folders named after what files are, not what they are for. */
const GENERIC = /^(?:src|app|code|lib|python|scripts|notebooks?|models?|ml|training)$/i;

export interface CardPlace {
  /** Of the system; no other in the workspace has it. */
  readonly id: string;
  /** Of the file that is to be created. */
  readonly uri: string;
}

/** The folder a system in it is called after. */
export function namingFolder({ roots }: Snapshot, folder: string): string {
  const isNamed = roots.includes(folder) || !GENERIC.test(baseName(folder));
  return isNamed ? folder : folderOf(folder);
}

/** The text as an id that no other system has. */
export function freeId(snapshot: Snapshot, text: string): string {
  const named = kebab(text);
  const id = named === '' || isPlaceholder(named) ? 'system' : named;
  const taken = new Set(snapshot.systems.map((system) => system.id));
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? id : `${id}-${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}

/** The card that stands in a folder, or a file that may be one: it cannot be read, or does not say what it is. */
export function cardIn({ systems, files, unreadable }: Snapshot, folder: string): string | undefined {
  const unclear = [...files.values()].filter(({ artefacts }) =>
    artefacts.every(({ kind }) => kind === undefined),
  );
  return [
    ...systems.filter(({ inventoryOnly }) => !inventoryOnly).map(({ uri }) => uri),
    ...unclear.map(({ uri }) => uri),
    ...unreadable.keys(),
  ].find((uri) => folderOf(uri) === folder);
}

/**
 * `aims.yaml`, or `<id>.aims.yaml` where an organization has that name.
 * @param id of the system, where somebody has chosen one
 * @returns undefined where the folder has a card
 */
export function cardPlace(
  snapshot: Snapshot,
  folder: string,
  id = freeId(snapshot, baseName(namingFolder(snapshot, folder))),
): CardPlace | undefined {
  if (cardIn(snapshot, folder) !== undefined) return undefined;
  const uri = ['aims.yaml', `${encodeSegment(id)}.aims.yaml`]
    .map((name) => `${folder}/${name}`)
    .find((candidate) => !snapshot.files.has(candidate) && !snapshot.unreadable.has(candidate));
  return uri === undefined ? undefined : { id, uri };
}

/** The fix that drafts a card: what it is to say is read when it is chosen. */
export function createCard(snapshot: Snapshot, folder: string): readonly Fix[] {
  const place = cardPlace(snapshot, folder);
  return place
    ? [
        {
          title: tr('Create an AIMS card from this code'),
          preferred: true,
          changes: [{ kind: 'draft', uri: place.uri, folder }],
        },
      ]
    : [];
}
