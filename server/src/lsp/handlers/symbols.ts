/** `textDocument/documentSymbol` and `workspace/symbol`. */
import {
  DocumentSymbolRequest,
  SymbolKind,
  WorkspaceSymbolRequest,
  type CancellationToken,
  type DocumentSymbol,
  type DocumentSymbolParams,
  type SymbolInformation,
  type WorkspaceSymbol,
  type WorkspaceSymbolParams,
} from 'vscode-languageserver';
import { symbolsIn, type OutlineSymbol } from '../../features/symbols';
import { SymbolSearch } from '../../features/symbols/workspace';
import { aimsFileFor } from '../aims-file';
import { answer, cancelled } from '../answer';
import { toLocation, toRange } from '../diagnostics/to-diagnostic';
import { judgeSystemsOf } from '../judged';
import type { Session } from '../session';
import { inSlices } from '../slices';

const KIND: Readonly<Record<OutlineSymbol['kind'], SymbolKind>> = {
  document: SymbolKind.Module,
  section: SymbolKind.Namespace,
  row: SymbolKind.Interface,
  person: SymbolKind.Class,
  entity: SymbolKind.Object,
  item: SymbolKind.Struct,
  value: SymbolKind.Property,
};

export function answerSymbols(session: Session): void {
  const inDocument = async (
    { textDocument }: DocumentSymbolParams,
    token: CancellationToken,
  ): Promise<DocumentSymbol[] | SymbolInformation[] | null> => {
    const found = await aimsFileFor(session, textDocument, token);
    if (!found) return null;
    await judgeSystemsOf(session, found, token);
    const symbols = symbolsIn(found.snapshot, session.service.date(found.uri), found.uri);
    return session.client.nestsSymbols
      ? symbols.map(toSymbol)
      : symbols.flatMap((symbol) => flat(symbol, textDocument.uri));
  };
  const inWorkspace = async (
    { query }: WorkspaceSymbolParams,
    token: CancellationToken,
  ): Promise<WorkspaceSymbol[]> => {
    const snapshot = await session.snapshot();
    const search = new SymbolSearch(snapshot, query);
    const isDone = await inSlices(snapshot.files.values(), (file) => search.look(file), token);
    if (!isDone) throw cancelled();
    return search.found().map(({ name, kind, container, location }) => ({
      name,
      kind: KIND[kind],
      location: toLocation(session, location),
      ...(container === undefined ? {} : { containerName: container }),
    }));
  };
  answer(session, DocumentSymbolRequest.type, inDocument, { otherwise: null });
  answer(session, WorkspaceSymbolRequest.type, inWorkspace, { otherwise: [] });
}

const toSymbol = ({ name, detail, kind, range, selection, children }: OutlineSymbol): DocumentSymbol => ({
  name,
  ...(detail === '' ? {} : { detail }),
  kind: KIND[kind],
  range: toRange(range),
  selectionRange: toRange(selection),
  ...(children.length > 0 ? { children: children.map(toSymbol) } : {}),
});

/** For clients that show a list. */
function flat(
  { name, kind, range, children }: OutlineSymbol,
  uri: string,
  container?: string,
): SymbolInformation[] {
  const own: SymbolInformation = {
    name,
    kind: KIND[kind],
    location: { uri, range: toRange(range) },
    ...(container === undefined ? {} : { containerName: container }),
  };
  return [own, ...children.flatMap((child) => flat(child, uri, name))];
}
