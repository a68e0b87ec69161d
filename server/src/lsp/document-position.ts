/** Where a request is about, as the engine knows it: a cell of a notebook is a part of its file. */
import type { TextDocumentPositionParams } from 'vscode-languageserver';
import type { DocumentPosition } from '../features/annotation';
import { canonicalUri } from '../workspace/uri';
import type { Session } from './session';

export function documentPosition(
  { notebooks }: Session,
  { textDocument, position }: TextDocumentPositionParams,
): DocumentPosition {
  const cell = notebooks.ofCell(textDocument.uri);
  return cell
    ? { uri: cell.notebook.key, position, cell: cell.index }
    : { uri: canonicalUri(textDocument.uri), position };
}
