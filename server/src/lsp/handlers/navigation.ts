/** `textDocument/definition` and `textDocument/references`. */
import {
  DefinitionRequest,
  ReferencesRequest,
  type CancellationToken,
  type DefinitionParams,
  type Location,
  type ReferenceParams,
} from 'vscode-languageserver/node';
import { definitionsAt, referencesAt } from '../../features/navigate';
import { answer } from '../answer';
import { toLocation } from '../diagnostics/to-diagnostic';
import { documentPosition } from '../document-position';
import { snapshotFor, type Session } from '../session';

export function answerNavigation(session: Session): void {
  const definition = async (params: DefinitionParams, token: CancellationToken): Promise<Location[]> => {
    const snapshot = await snapshotFor(session, params.textDocument.uri, token);
    return definitionsAt(snapshot, documentPosition(session, params)).map((at) => toLocation(session, at));
  };
  const references = async (params: ReferenceParams, token: CancellationToken): Promise<Location[]> => {
    const snapshot = await snapshotFor(session, params.textDocument.uri, token);
    const at = documentPosition(session, params);
    const { includeDeclaration } = params.context;
    return referencesAt(snapshot, at, includeDeclaration).map((each) => toLocation(session, each));
  };
  answer(session, DefinitionRequest.type, definition, { otherwise: [] });
  answer(session, ReferencesRequest.type, references, { otherwise: [] });
}
