/** `textDocument/hover`. */
import {
  HoverRequest,
  MarkupKind,
  type CancellationToken,
  type Hover,
  type HoverParams,
} from 'vscode-languageserver';
import { hover } from '../../features/hover';
import { agendaOf, type DatedFinding } from '../../rules/agenda';
import { answer } from '../answer';
import { toRange } from '../diagnostics/to-diagnostic';
import { documentPosition } from '../document-position';
import { judgeSystemsOf } from '../judged';
import { snapshotFor, type Session } from '../session';

export function answerHover(session: Session): void {
  const handle = async (params: HoverParams, token: CancellationToken): Promise<Hover | null> => {
    const snapshot = await snapshotFor(session, params.textDocument.uri, token);
    const { client, service } = session;
    const { uri, position, cell } = documentPosition(session, params);
    await judgeSystemsOf(session, { snapshot, uri }, token);
    const date = service.date(uri);
    const dueIn = (file: string): readonly DatedFinding[] =>
      agendaOf(snapshot, file, {
        date,
        severities: service.settings.of(file).severities,
        onError: () => undefined,
      });
    const found = hover(snapshot, date, uri, position, client.markdownHover, cell, dueIn);
    if (!found) return null;
    const kind = found.isMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText;
    return { contents: { kind, value: found.text }, range: toRange(found.range) };
  };
  answer(session, HoverRequest.type, handle, { otherwise: null });
}
