/** `textDocument/definition` and `textDocument/references`. */
import {
  DefinitionRequest,
  ReferencesRequest,
  type CancellationToken,
  type DefinitionParams,
  type Location,
  type ReferenceParams,
} from 'vscode-languageserver';
import { definitionsAt, referencesAt } from '../../features/navigate';
import { answer } from '../answer';
import { toLocationInFile } from '../cell-location';
import { documentPosition } from '../document-position';
import { snapshotFor, type Session } from '../session';

export function answerNavigation(session: Session): void {
  const definition = async (params: DefinitionParams, token: CancellationToken): Promise<Location[]> => {
    const snapshot = await snapshotFor(session, params.textDocument.uri, token);
    const found = definitionsAt(snapshot, documentPosition(session, params));
    return Promise.all(found.map((at) => toLocationInFile(session, at)));
  };
  const references = async (params: ReferenceParams, token: CancellationToken): Promise<Location[]> => {
    const snapshot = await snapshotFor(session, params.textDocument.uri, token);
    const at = documentPosition(session, params);
    const { includeDeclaration } = params.context;
    const found = referencesAt(snapshot, at, includeDeclaration);
    return Promise.all(found.map((each) => toLocationInFile(session, each)));
  };
  answer(session, DefinitionRequest.type, definition, { otherwise: [] });
  answer(session, ReferencesRequest.type, references, { otherwise: [] });
}
