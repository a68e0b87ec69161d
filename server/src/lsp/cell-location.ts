/** Places in notebooks no editor has open, for editors to go to. */
import type { Location } from 'vscode-languageserver';
import type { CodePlace } from '../code/types';
import { placeInNotebook } from '../evidence';
import { cellFragment } from '../protocol';
import { toLocation } from './diagnostics/to-diagnostic';
import type { Session } from './session';

/** In a notebook that is not open: the cell, where the client can go to one; else the line of the file. */
export async function toLocationInFile(session: Session, place: CodePlace): Promise<Location> {
  const { uri, range, cell } = place;
  const location = toLocation(session, place);
  if (cell === undefined || session.notebooks.cellUri(uri, cell) !== undefined) return location;
  if (session.client.goesToCells) return { uri: `${location.uri}#${cellFragment(cell)}`, range };
  const read = await session.host.readText(uri);
  const inFile = read.kind === 'text' ? placeInNotebook(read.text, cell, range.start.line) : undefined;
  return inFile ? { uri: location.uri, range: inFile } : location;
}
