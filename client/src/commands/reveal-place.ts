import { NotebookRange, window, workspace } from 'vscode';
import type { RevealPlace } from '../../../server/src/protocol';
import { toPlace } from '../place';

/** Opens a file and puts the cursor where something stands, or would stand, or selects it; of a notebook, selects the cell. */
export async function revealPlace({ location, select }: Partial<RevealPlace>): Promise<void> {
  if (!location) return;
  const { uri, range } = toPlace(location);
  const { cell } = location;
  if (cell === undefined) {
    const selection = select ? range : range.with({ end: range.start });
    await window.showTextDocument(uri, { selection, preview: true });
    return;
  }
  const notebook = await workspace.openNotebookDocument(uri);
  await window.showNotebookDocument(notebook, { selections: [new NotebookRange(cell, cell + 1)] });
}
