import { commands, l10n, TextDocumentChangeReason, window, workspace, type TextDocument } from 'vscode';

const followed = new WeakSet<TextDocument>();

/**
 * VS Code takes a draft for something that was typed into an empty editor: undo empties it again, and the editor stays.
 * Says so then, with a way back, for as long as the document is not saved.
 */
export function followUndo(document: TextDocument): void {
  if (followed.has(document)) return;
  followed.add(document);
  const following = [
    workspace.onDidChangeTextDocument(({ document: changed, reason }) => {
      if (changed === document && reason === TextDocumentChangeReason.Undo && document.getText() === '')
        void offerToRedo(document);
    }),
    workspace.onDidCloseTextDocument((closed) => {
      if (closed === document) for (const each of following) each.dispose();
    }),
  ];
}

/** What it says stays true where it is looked at late, after somebody has brought the draft back by hand and saved it. */
async function offerToRedo(document: TextDocument): Promise<void> {
  const redo = l10n.t('Bring It Back');
  const chosen = await window.showInformationMessage(
    l10n.t('Undo took the whole draft back. Redo, or this button, restores it.'),
    redo,
  );
  if (chosen !== redo || document.isClosed || document.getText() !== '') return;
  await window.showTextDocument(document);
  await commands.executeCommand('redo');
}
