import { l10n, Uri, window, workspace, type QuickPickItem, type TextEditor } from 'vscode';
import type { ApprovableItem } from '../../../server/src/protocol';
import type { Server } from '../server';

/** Asks what of the file in the active editor is approved, and by whom, and records it in `aims.lock`. */
export async function recordApproval(server: Server): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) {
    // From the walkthrough, for one, where the Welcome tab is open and no file is.
    const open = l10n.t(
      'Open a card, an assessment or the organization file first: what can be approved stands there.',
    );
    void window.showInformationMessage(open);
    return;
  }
  const uri = editor.document.uri.toString();
  const items = (await server.approvables({ uri }))?.items ?? [];
  if (items.length === 0) {
    const nothing = l10n.t(
      'Nothing in this file can be approved. Open a card, an organization file or an impact assessment.',
    );
    void window.showInformationMessage(nothing);
    return;
  }
  const item = await pickItem(items, editor);
  if (!item) return;
  if (item.refused !== undefined) {
    void window.showWarningMessage(item.refused);
    return;
  }
  const by = await pickPerson(item);
  if (by === undefined) return;
  const result = await server.attest({ uri, part: item.part, by });
  if (!result) return;
  if ('refused' in result) {
    void window.showWarningMessage(result.refused);
    return;
  }
  if (!(await workspace.applyEdit(result.edit))) {
    void window.showWarningMessage(l10n.t('The approval was not recorded: aims.lock could not be changed.'));
    return;
  }
  await saveRecord(result.record);
  void window.showInformationMessage(result.message);
}

/** Saves a record that was changed, and nothing else of it: it may be in no editor where anybody would see that it is unsaved. */
export async function saveRecord(record: unknown): Promise<void> {
  if (typeof record !== 'string') return;
  const uri = Uri.parse(record, true).toString();
  await workspace.textDocuments
    .find((document) => document.isDirty && document.uri.toString() === uri)
    ?.save();
}

/** What stands where the cursor is comes first. */
async function pickItem(
  items: readonly ApprovableItem[],
  { selection }: TextEditor,
): Promise<ApprovableItem | undefined> {
  const isHere = ({ location }: ApprovableItem): boolean =>
    location.range.start.line === selection.active.line;
  const sorted = [...items.filter(isHere), ...items.filter((item) => !isHere(item))];
  const picks = sorted.map((item) => ({
    label: item.title,
    description: item.state,
    ...(item.refused === undefined ? {} : { detail: item.refused }),
    item,
  }));
  const placeHolder = l10n.t('What is approved? A record is kept in aims.lock; it is no signature.');
  return (await window.showQuickPick(picks, { placeHolder, matchOnDescription: true }))?.item;
}

/** An id of `people`, or a name as it is typed; undefined where nobody was chosen. */
async function pickPerson({ people, title }: ApprovableItem): Promise<string | undefined> {
  const picks: (QuickPickItem & { readonly by?: string })[] = people.map(({ by, name, isNamed }) => ({
    label: name,
    description: isNamed ? l10n.t('named in the file') : '',
    by,
  }));
  picks.push({ label: l10n.t('Somebody else…') });
  const picked = await window.showQuickPick(picks, { placeHolder: l10n.t('Who approves {0}?', title) });
  if (!picked || picked.by !== undefined) return picked?.by;
  const typed = await window.showInputBox({
    prompt: l10n.t('Full name of who approves {0}', title),
    validateInput: (text) =>
      /\S[\s@]+\S/.test(text) ? undefined : l10n.t('Write the full name, or an address.'),
  });
  return typed?.trim();
}
