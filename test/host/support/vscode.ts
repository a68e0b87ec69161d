import {
  commands,
  extensions,
  languages,
  Position,
  Selection,
  TabInputText,
  Uri,
  window,
  workspace,
  type CodeAction,
  type CompletionList,
  type Diagnostic,
  type Hover,
  type TextDocument,
  type TextEditor,
  type MarkdownString,
} from 'vscode';
import type { AimsApi } from '../../../client/src/extension';
import { until } from '../../browser/until';

export { until };

/** A file of the workspace under test. */
export function fileUri(root: string, path: string): Uri {
  const folder = workspace.workspaceFolders?.find(({ name }) => name === root);
  if (!folder) throw new Error(`no folder ${root} in the workspace`);
  return Uri.joinPath(folder.uri, ...path.split('/'));
}

/** What the extension's `activate` returned. */
export async function aims(): Promise<AimsApi> {
  const extension = extensions.getExtension<AimsApi>('aims-as-code.aims-vscode');
  if (!extension) throw new Error('the extension is not installed');
  return extension.activate();
}

/** Opens a file of the workspace in an editor. */
export async function open(root: string, path: string): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument(fileUri(root, path)));
}

/** Our findings in a document, in order of place. */
export function findings(uri: Uri): Diagnostic[] {
  return languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'aims')
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}

/** The id of the rule behind a finding. */
export function ruleOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits until the findings of a document fit; tells what they were if they never do. */
export async function untilFindings(
  uri: Uri,
  what: string,
  fits: (found: Diagnostic[]) => boolean,
): Promise<Diagnostic[]> {
  return until(`${what} in ${uri.path}`, () => {
    const found = findings(uri);
    if (fits(found)) return Promise.resolve(found);
    throw new Error(
      `it shows ${JSON.stringify(
        found.map((one) => `${ruleOf(one)}: ${one.message}`),
        null,
        2,
      )}`,
    );
  });
}

/** The place of a text in a document. */
export function placeOf(document: TextDocument, text: string, offset = 0): Position {
  const at = document.getText().indexOf(text);
  if (at < 0) throw new Error(`no ${text} in ${document.uri.path}`);
  return document.positionAt(at + offset);
}

/** Replaces a text in an editor without saving. */
export async function replace(editor: TextEditor, text: string, by: string): Promise<void> {
  const start = placeOf(editor.document, text);
  const end = placeOf(editor.document, text, text.length);
  await editor.edit((edit) => edit.replace(new Selection(start, end), by));
}

/** What the hover at a place says, all providers together. */
export async function hoverAt(uri: Uri, at: Position): Promise<string> {
  const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', uri, at);
  return hovers
    .flatMap(({ contents }) => contents as MarkdownString[])
    .map(({ value }) => value)
    .join('\n');
}

/** The labels offered at a place. */
export async function completionsAt(uri: Uri, at: Position): Promise<string[]> {
  const list = await commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', uri, at);
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

/** The quick fixes offered where a finding stands. */
export async function fixesFor(uri: Uri, { range }: Diagnostic): Promise<CodeAction[]> {
  return commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', uri, range, 'quickfix');
}

/** Does what a click on a quick fix does. */
export async function apply(action: CodeAction): Promise<void> {
  if (action.edit) await workspace.applyEdit(action.edit);
  if (action.command)
    await commands.executeCommand(action.command.command, ...((action.command.arguments ?? []) as unknown[]));
}

/** Closes every editor, throwing unsaved text away. */
export async function closeAll(): Promise<void> {
  const shown = window.tabGroups.all.flatMap(({ tabs }) => tabs).map(({ input }) => input);
  // VS Code writes settings through a document in no editor, which is dirty for a moment.
  const isShown = ({ uri }: TextDocument): boolean =>
    uri.scheme !== 'file' ||
    shown.some((input) => input instanceof TabInputText && input.uri.toString() === uri.toString());
  for (const document of workspace.textDocuments.filter((each) => each.isDirty && isShown(each))) {
    await window.showTextDocument(document);
    await commands.executeCommand('workbench.action.files.revert');
  }
  await commands.executeCommand('workbench.action.closeAllEditors');
}
