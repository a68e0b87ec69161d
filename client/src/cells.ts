import { Location, workspace, type Uri } from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { cellOfFragment } from '../../server/src/protocol';

/**
 * A cell has a URI only while VS Code has its notebook open. So notebooks that answers lead into are opened, without
 * showing them, and the answers lead to their cells.
 */
export const cellMiddleware: Pick<Middleware, 'provideDefinition' | 'provideReferences'> = {
  async provideDefinition(document, position, token, next) {
    const found = await next(document, position, token);
    if (!Array.isArray(found)) return found;
    return inCells(found.filter((each) => each instanceof Location));
  },
  async provideReferences(document, position, context, token, next) {
    const found = await next(document, position, context, token);
    return found && inCells(found);
  },
};

const inCells = (locations: readonly Location[]): Promise<Location[]> => Promise.all(locations.map(inCell));

async function inCell(location: Location): Promise<Location> {
  const cell = cellOfFragment(location.uri.fragment);
  if (cell === undefined) return location;
  const file = location.uri.with({ fragment: '' });
  const uri = await cellUri(file, cell);
  return uri
    ? new Location(uri, location.range)
    : new Location(file, location.range.with({ end: location.range.start }));
}

/** @returns undefined where the notebook cannot be opened, or has changed since */
async function cellUri(file: Uri, index: number): Promise<Uri | undefined> {
  try {
    const notebook = await workspace.openNotebookDocument(file);
    return index < notebook.cellCount ? notebook.cellAt(index).document.uri : undefined;
  } catch {
    return undefined;
  }
}
