import assert from 'node:assert/strict';
import { commands, window, workspace, type Location } from 'vscode';
import type { RevealPlace } from '../../server/src/protocol';
import { itemOf, requirement, rows } from './support/tree';
import { closeAll, fileUri, open, placeOf, until } from './support/vscode';

const isOpen = (): boolean =>
  workspace.notebookDocuments.some(
    ({ uri }) => uri.toString() === fileUri('cards', 'notebook/explore.ipynb').toString(),
  );

/** The cell VS Code shows, once it does. */
const shownCell = (): Promise<number> =>
  until('a cell', () => Promise.resolve((window.activeNotebookEditor?.selection.start ?? 0) || false));

describe('a comment in a notebook that is closed', () => {
  afterEach(closeAll);

  it('is where the references of the row lead: to its cell, and its line there', async () => {
    const { document } = await open('cards', 'notebook/aims.yaml');
    const at = placeOf(document, 'A.6.2.4', 2);
    const [place] = await until('a reference', async () => {
      const found = await commands.executeCommand<Location[]>(
        'vscode.executeReferenceProvider',
        document.uri,
        at,
      );
      return found.some(({ uri }) => uri.path.endsWith('.ipynb')) && found;
    });
    assert.ok(place);
    await commands.executeCommand('vscode.open', place.uri, { selection: place.range });
    assert.equal(await shownCell(), 2);
    const shown = await workspace.openTextDocument(place.uri);
    assert.equal(shown.lineAt(place.range.start.line).text, '# aims: evidence A.6.2.4 rates by group');
  });

  it('is where a click in the tree leads, to its cell', async () => {
    const control = await until('the control', () => requirement('Notebook', 'A.6.2.4'));
    const below = await rows(control);
    const items = await Promise.all(below.map(itemOf));
    const command = items
      .map((item) => item.command)
      .find((each) => {
        const [argument] = (each?.arguments ?? []) as [RevealPlace?];
        return argument?.location.uri.includes('ipynb');
      });
    assert.ok(command, below.map(({ label }) => label).join());
    await commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
    assert.equal(await shownCell(), 2);
    assert.ok(isOpen());
  });
});
