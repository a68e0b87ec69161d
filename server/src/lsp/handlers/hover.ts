/** `textDocument/hover`. */
import {
  HoverRequest,
  MarkupKind,
  type CancellationToken,
  type Hover,
  type HoverParams,
} from 'vscode-languageserver';
import { hover } from '../../features/hover';
import { answer } from '../answer';
import { toRange } from '../diagnostics/to-diagnostic';
import { documentPosition } from '../document-position';
import { snapshotFor, type Session } from '../session';

export function answerHover(session: Session): void {
  const handle = async (params: HoverParams, token: CancellationToken): Promise<Hover | null> => {
    const snapshot = await snapshotFor(session, params.textDocument.uri, token);
    const { client, service } = session;
    const { uri, position, cell } = documentPosition(session, params);
    const found = hover(snapshot, service.date(uri), uri, position, client.markdownHover, cell);
    if (!found) return null;
    const kind = found.isMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText;
    return { contents: { kind, value: found.text }, range: toRange(found.range) };
  };
  answer(session, HoverRequest.type, handle, { otherwise: null });
}
