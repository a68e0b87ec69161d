import { l10n, ProgressLocation, Uri, window, type QuickPickItem } from 'vscode';
import type {
  Choice,
  NewSystemResult,
  SystemAnswers,
  SystemFoldersResult,
} from '../../../server/src/protocol';
import type { Server } from '../server';
import { askFolder } from './ask-folder';
import { askPerson } from './ask-person';
import { askAll, inForm, pickOne, pickSome, typeText, unknownYet, type AskIn, type Step } from './multi-step';
import { sayNoAnswer } from './no-answer';
import { showDrafted } from './show-drafted';
import { folderOf, hasFolder, offerToOpen } from './unsaved-card';

type Form = Extract<NewSystemResult, { is: 'form' }>;

type Said = { readonly [K in keyof SystemAnswers]?: SystemAnswers[K] | undefined };

interface Answers extends Said {
  readonly folder?: Uri;
  readonly form?: Form | undefined;
  /** A card is there already. */
  readonly there?: Uri | undefined;
  /** Of a folder that somebody named for the system. */
  readonly proposedName?: string | undefined;
  readonly proposedId?: string | undefined;
}

/**
 * Asks what only people know of a new AI system, then shows its card, with what code and files say beside the answers,
 * in an editor that is not saved yet.
 *
 * @param resource the folder, or a file in it; without it the user is asked where there are several
 */
export async function newSystem(server: Server, resource?: Uri): Promise<void> {
  if (!resource && !(await hasFolder())) return;
  const found = resource ? { folders: [], isFirst: true } : await server.systemFolders();
  if (!found) {
    sayNoAnswer();
    return;
  }
  const only = resource ? await folderOf(resource) : onlyOf(found);
  const start = only ? await withForm(server, {}, only) : {};
  const answers = await askAll(l10n.t('New AI System'), start, [
    ...(only ? [] : [stepFolder(server, found.folders)]),
    ...questions(server),
  ]);
  if (answers?.there) offerToOpen(answers.there);
  else if (answers?.folder) await showCard(server, answers.folder, answers);
}

/** Need not be asked for. Who has a system already may want to describe one whose code is not here. */
function onlyOf({ folders: [only, another], isFirst }: SystemFoldersResult): Uri | undefined {
  return isFirst && only && !another ? Uri.parse(only.value, true) : undefined;
}

/** What is asked of the systems of a folder; nothing where it has a card. */
async function withForm(server: Server, answers: Answers, folder: Uri): Promise<Answers> {
  const result = await server.newSystem({ folder: folder.toString() });
  const there = result?.is === 'there' ? Uri.parse(result.uri, true) : undefined;
  return { ...answers, folder, there, form: result?.is === 'form' ? result : undefined };
}

const stepFolder = (server: Server, folders: readonly Choice[]): Step<Answers> => ({
  ask: async (answers, frame) => {
    const place = await askFolder(frame, folders, answers.folder);
    if (place === 'back' || place === 'cancel') return place;
    return withForm(server, { ...answers, proposedName: place.name }, place.folder);
  },
});

/**
 * In the order in which people think of them. They count as long as no folder is chosen; each is left out where that has
 * no form: then a card is there.
 */
const questions = (server: Server): readonly Step<Answers>[] =>
  [askName, askId, askOwner, askRoles, askStage, askPurpose].map((ask) =>
    inForm(server, ask, ({ folder, form }) => folder === undefined || form !== undefined),
  );

type Ask = AskIn<Answers, Form>;

const uriOf = ({ folder }: Answers): string => folder?.toString() ?? '';

const askName: Ask = async (server, answers, form, frame) => {
  const typed = await typeText(frame, {
    value: answers.name ?? answers.proposedName ?? form.name,
    prompt: form.words.name,
    check: async (text) => (await server.checkAnswer({ key: 'name', text, uri: uriOf(answers) }))?.problem,
  });
  if (typed === 'back' || typed === 'cancel') return typed;
  const name = typed.text;
  const proposed = (await server.checkAnswer({ key: 'name', text: name, uri: uriOf(answers) }))?.id;
  // An id of another name is no proposal for this one.
  return { ...answers, name, id: name === answers.name ? answers.id : undefined, proposedId: proposed };
};

const askId: Ask = async (server, answers, form, frame) => {
  const typed = await typeText(frame, {
    value: answers.id ?? answers.proposedId ?? '',
    prompt: form.words.id,
    check: async (text) => (await server.checkAnswer({ key: 'id', text, uri: uriOf(answers) }))?.problem,
  });
  return typed === 'back' || typed === 'cancel' ? typed : { ...answers, id: typed.text };
};

const askOwner: Ask = async (server, answers, form, frame) => {
  const said = await askPerson(frame, {
    people: form.people,
    organization: form.organization,
    words: form.words.owner,
    before: answers.owner ?? form.found.owner?.value,
    note: form.found.owner?.note,
    check: async (text) => (await server.checkAnswer({ key: 'person', text, uri: uriOf(answers) }))?.problem,
  });
  if (said === 'back' || said === 'cancel') return said;
  return { ...answers, owner: said.person };
};

interface WordItem extends QuickPickItem {
  readonly value?: string;
}

/** A word of the format with what it means; and, where files say it, where. */
const wordItem = (
  { value, label, description, detail }: Choice,
  found: { readonly value: string; readonly note?: string } | undefined,
): WordItem => ({
  value,
  label,
  ...(description === undefined ? {} : { description }),
  detail: [detail, found?.value === value ? found.note : undefined].filter(Boolean).join(' · '),
});

const askRoles: Ask = async (_server, answers, form, frame) => {
  const before = answers.roles ?? (form.found.role ? [form.found.role.value] : []);
  const picked = await pickSome(frame, {
    items: form.roles.map((choice) => ({
      ...wordItem(choice, form.found.role),
      picked: before.includes(choice.value),
    })),
    question: form.words.role,
  });
  if (picked === 'back' || picked === 'cancel') return picked;
  return { ...answers, roles: picked.flatMap(({ value }) => value ?? []) };
};

const askStage: Ask = async (_server, answers, form, frame) => {
  const items = form.stages.map((choice) => wordItem(choice, form.found.stage));
  const open: WordItem = { label: l10n.t('Not decided yet') };
  const before = answers.stage ?? form.found.stage?.value;
  const picked = await pickOne(frame, {
    items: [...items, open],
    question: form.words.stage,
    active: items.find(({ value }) => value === before) ?? items[0],
  });
  if (picked === 'back' || picked === 'cancel') return picked;
  return { ...answers, stage: picked.value };
};

const askPurpose: Ask = async (_server, answers, form, frame) => {
  const typed = await typeText(frame, {
    value: answers.purpose ?? '',
    prompt: [form.words.purpose, unknownYet()].join(' '),
  });
  if (typed === 'back' || typed === 'cancel') return typed;
  return { ...answers, purpose: typed.text || undefined };
};

async function showCard(server: Server, folder: Uri, { id, name, ...said }: Answers): Promise<void> {
  const drafted =
    id === undefined || name === undefined
      ? undefined
      : await window.withProgress(
          { location: ProgressLocation.Window, title: l10n.t('Drafting an AIMS card') },
          () => server.draftCard({ folder: folder.toString(), answers: answersOf(id, name, said) }),
        );
  if (!(await showDrafted(drafted))) sayNoAnswer();
}

const answersOf = (
  id: string,
  name: string,
  { owner, roles, stage, purpose }: Omit<Answers, 'id' | 'name'>,
): SystemAnswers => ({
  id,
  name,
  ...(owner === undefined ? {} : { owner }),
  ...(roles === undefined ? {} : { roles }),
  ...(stage === undefined ? {} : { stage }),
  ...(purpose === undefined ? {} : { purpose }),
});
