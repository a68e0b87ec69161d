/** `textDocument/hover`. */
import {
  HoverRequest,
  MarkupKind,
  type CancellationToken,
  type Hover,
  type HoverParams,
} from 'vscode-languageserver/node';
import { hover } from '../../features/hover';
import { canonicalUri } from '../../workspace/uri';
import { answer } from '../answer';
import { toRange } from '../diagnostics/to-diagnostic';
import { snapshotFor, type Session } from '../session';

export function answerHover(session: Session): void {
  const handle = async (
    { textDocument, position }: HoverParams,
    token: CancellationToken,
  ): Promise<Hover | null> => {
    const snapshot = await snapshotFor(session, textDocument.uri, token);
    const { client, service } = session;
    const found = hover(
      snapshot,
      service.date(),
      canonicalUri(textDocument.uri),
      position,
      client.markdownHover,
    );
    if (!found) return null;
    const kind = found.isMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText;
    return { contents: { kind, value: found.text }, range: toRange(found.range) };
  };
  answer(session, HoverRequest.type, handle, { otherwise: null });
}
