import { l10n, Uri, window, workspace, type QuickPickItem } from 'vscode';
import type { Choice } from '../../../server/src/protocol';
import { pickOne, typeText, type Frame, type Left } from './multi-step';
import { isSavedWhereNamed } from './unsaved-card';

/** Where a new system is going to live. */
export interface Place {
  readonly folder: Uri;
  /** What somebody called a folder that they named for it. */
  readonly name?: string;
}

interface PlaceItem extends QuickPickItem {
  readonly find: () => Promise<Place | Left>;
}

/**
 * Asks for the folder of a new system: one of those with code, one that is made when its card is saved, or any other.
 *
 * @param folders values are URIs
 * @param before what was answered the last time
 */
export async function askFolder(
  frame: Frame,
  folders: readonly Choice[],
  before: Uri | undefined,
): Promise<Place | Left> {
  const known = folders.map(({ value, label, description = '', detail }) => {
    const folder = Uri.parse(value, true);
    return {
      label,
      description,
      ...(detail === undefined ? {} : { detail }),
      folder,
      find: (): Promise<Place> => Promise.resolve({ folder }),
    };
  });
  const roots = workspace.workspaceFolders ?? [];
  const items: readonly PlaceItem[] = [
    ...known,
    ...roots
      .filter(({ uri }) => isSavedWhereNamed(uri))
      .map(({ name, uri }) => ({
        label: l10n.t('New folder in {0}…', name),
        detail: l10n.t('For a system whose code is not here: still to come, elsewhere, or bought'),
        find: () => nameFolder(frame, name, uri),
      })),
    {
      label: l10n.t('Another folder…'),
      detail: l10n.t('One that is there already'),
      find: () => chooseFolder(roots[0]?.uri),
    },
  ];
  for (;;) {
    const picked = await pickOne(frame, {
      items,
      question:
        folders.length === 0
          ? l10n.t('Everything here belongs to a system that has a card. Which folder is for the new one?')
          : l10n.t('Which folder holds the code of the system?'),
      active: known.find(({ folder }) => folder.toString() === before?.toString()),
    });
    if (picked === 'back' || picked === 'cancel') return picked;
    const place = await picked.find();
    // Who leaves what was opened from the list is back there.
    if (place !== 'back') return place;
  }
}

/** Escape leaves all of it, as in every other question. */
async function nameFolder(frame: Frame, root: string, uri: Uri): Promise<Place | Left> {
  const typed = await typeText(
    { ...frame, canGoBack: true },
    {
      value: '',
      prompt: l10n.t('Name of the new folder in {0}. It is made when you save the card.', root),
      placeholder: 'churn',
      check: (text) => Promise.resolve(problemOf(text)),
    },
  );
  if (typed === 'back' || typed === 'cancel') return typed;
  const names = typed.text.split('/');
  return { folder: Uri.joinPath(uri, ...names), name: names.at(-1) ?? typed.text };
}

/** Names of devices, with whatever ending: Windows makes no such folder. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** Windows takes fewer names than others, and a repository is for all. */
function problemOf(path: string): string | undefined {
  if (path === '') return l10n.t('Fill this in.');
  const isName = (name: string): boolean => /^[^\\:*?"<>|]*[^\\:*?"<>|.\s]$/.test(name) && !DEVICE.test(name);
  if (path.split('/').every(isName)) return undefined;
  return l10n.t('Not every computer takes such a name. Use one such as churn or models/churn.');
}

async function chooseFolder(start: Uri | undefined): Promise<Place | 'back'> {
  const [folder] =
    (await window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      ...(start ? { defaultUri: start } : {}),
      openLabel: l10n.t('Choose This Folder'),
      title: l10n.t('Folder of the New AI System'),
    })) ?? [];
  return folder ? { folder } : 'back';
}
