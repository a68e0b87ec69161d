/** `aims/systemFolders` and `aims/newSystem`: where a new system can live, and what it is asked about. */
import { tr } from '../../l10n/tr';
import { RequestType } from 'vscode-languageserver';
import { cardIn, projectFolder, suggestIn } from '../../draft';
import { catalogue } from '../../catalogue';
import {
  NEW_SYSTEM_REQUEST,
  SYSTEM_FOLDERS_REQUEST,
  type Choice,
  type Found,
  type NewSystemParams,
  type NewSystemResult,
  type SystemFoldersResult,
} from '../../protocol';
import { codeView } from '../../rules/shared-code';
import type { Snapshot } from '../../workspace/snapshot';
import { baseName, canonicalFolder, relativePath, rootOf } from '../../workspace/uri';
import { answer } from '../answer';
import { docOf, organizationFor, peopleOf, wordsAt } from '../form-choices';
import type { Session } from '../session';

/** Longer lists nobody reads; any other folder can be chosen by hand. */
const MOST_FOLDERS = 50;

export function answerNewSystem(session: Session): void {
  answer(
    session,
    new RequestType<unknown, SystemFoldersResult | null, void>(SYSTEM_FOLDERS_REQUEST),
    async () => {
      const snapshot = await session.snapshot();
      return { folders: await foldersFor(session, snapshot), isFirst: snapshot.systems.length === 0 };
    },
    { otherwise: null, staysOpen: true },
  );
  answer(
    session,
    new RequestType<NewSystemParams | null, NewSystemResult | null, void>(NEW_SYSTEM_REQUEST),
    (params) => formFor(session, params),
    { otherwise: null, staysOpen: true },
  );
}

/** Where ML code has no card, each project once; then the roots of the workspace. None that has a card. */
async function foldersFor(session: Session, snapshot: Snapshot): Promise<readonly Choice[]> {
  const folders = new Map<string, string | undefined>();
  // Found in the order in which the disk answered: the same list should come every time.
  const uncovered = [...codeView(snapshot).uncovered].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  for (const [folder, files] of uncovered) {
    if (folders.size >= MOST_FOLDERS) break;
    const at = await projectFolder(session.host, snapshot, folder);
    if (!folders.has(at)) folders.set(at, files[0]?.path);
  }
  for (const root of snapshot.roots) if (!folders.has(root)) folders.set(root, undefined);
  return [...folders].flatMap(([folder, file]) =>
    cardIn(snapshot, folder) === undefined ? [choiceOf(snapshot, folder, file)] : [],
  );
}

/** @param file of code there that no card covers; undefined for a root without any */
function choiceOf({ roots }: Snapshot, folder: string, file: string | undefined): Choice {
  const root = rootOf(folder, roots) ?? folder;
  const below = relativePath(root, folder);
  const isRoot = below === undefined || below === '';
  return {
    value: folder,
    label: isRoot ? baseName(folder) : below,
    ...(isRoot || roots.length === 1 ? {} : { description: baseName(root) }),
    detail:
      file === undefined
        ? tr('For all that is here and has no card of its own')
        : tr('No card covers {0} yet', file),
  };
}

async function formFor(session: Session, params: NewSystemParams | null): Promise<NewSystemResult | null> {
  if (typeof params?.folder !== 'string') return null;
  const folder = canonicalFolder(params.folder);
  const snapshot = await session.snapshot();
  const there = cardIn(snapshot, folder);
  if (there !== undefined) return { is: 'there', uri: session.documents.spell(there) };
  const found = await suggestIn(session.host, snapshot, folder);
  if (!found) return null;
  const { name, role, stage, organization, userName } = found;
  const people = peopleOf(organizationFor(snapshot, folder), 'ai-owner');
  const owner = found.owner ?? proposedOwner(people, userName);
  return {
    is: 'form',
    name: name.value,
    people,
    ...(organization ? { organization: organization.id } : {}),
    roles: wordsAt('system', ['role', 0]),
    stages: wordsAt('system', ['lifecycle', 'stage']).map((choice) => ({
      ...choice,
      label: catalogue.stages.find(({ id }) => id === choice.value)?.title ?? choice.value,
      description: choice.value,
    })),
    found: {
      ...(owner ? { owner: said(owner) } : {}),
      ...(role ? { role: inShort(role) } : {}),
      ...(stage ? { stage: inShort(stage) } : {}),
    },
    words: {
      id: docOf('system', 'id'),
      name: docOf('system', 'name'),
      owner: docOf('system', 'owner'),
      role: docOf('system', 'role'),
      stage: docOf('system', 'lifecycle', 'stage'),
      purpose: docOf('system', 'purpose'),
    },
  };
}

/**
 * Who sits there is offered where nobody else is, for them to confirm or change; or where they are one of the people.
 * @param userName as git is set up; it is asked only where the workspace is trusted
 */
function proposedOwner(people: readonly Choice[], userName: string | undefined): Found | undefined {
  const note = tr('git is set up for this name');
  if (userName === undefined) return undefined;
  if (people.length === 0) return { value: userName, note };
  const person = people.find(({ label }) => label === userName);
  return person && { value: person.value, note };
}

/** Only where it is from: beside what the word means there is no room for more. */
const inShort = ({ value, note }: Parameters<typeof said>[0]): Found =>
  said({ value, note: note?.split(/[:;] /)[0] });

const said = ({ value, note }: { readonly value: string; readonly note?: string | undefined }): Found => ({
  value,
  ...(note === undefined ? {} : { note }),
});
