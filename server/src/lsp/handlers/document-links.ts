/** `textDocument/documentLink` and `documentLink/resolve`. */
import {
  DocumentLinkRequest,
  DocumentLinkResolveRequest,
  type CancellationToken,
  type DocumentLink,
  type DocumentLinkParams,
} from 'vscode-languageserver';
import { linksIn, resolveLink, type LinkTarget } from '../../features/links';
import { aimsFileFor } from '../aims-file';
import { answer, answerResolving } from '../answer';
import { toRange } from '../diagnostics/to-diagnostic';
import type { Session } from '../session';

/** What comes back from a client may be anything. */
const isTarget = (data: unknown): data is LinkTarget =>
  typeof data === 'object' &&
  data !== null &&
  'text' in data &&
  'uri' in data &&
  typeof data.text === 'string' &&
  typeof data.uri === 'string' &&
  (!('anchor' in data) || typeof data.anchor === 'string');

export function answerDocumentLinks(session: Session): void {
  const links = async (
    { textDocument }: DocumentLinkParams,
    token: CancellationToken,
  ): Promise<DocumentLink[] | null> => {
    const found = await aimsFileFor(session, textDocument, token);
    if (!found) return null;
    return linksIn(found.snapshot, found.uri).map(({ range, target }) => ({
      range: toRange(range),
      data: target,
    }));
  };
  const resolve = async (link: DocumentLink): Promise<DocumentLink> => {
    const data: unknown = link.data;
    const shown: DocumentLink = { range: link.range };
    const resolved = isTarget(data) ? resolveLink(await session.snapshot(), data) : undefined;
    return resolved
      ? {
          ...shown,
          target: resolved.url,
          ...(session.client.linkTooltips ? { tooltip: resolved.tooltip } : {}),
        }
      : shown;
  };
  answer(session, DocumentLinkRequest.type, links, { otherwise: null });
  answerResolving(session, DocumentLinkResolveRequest.type, resolve);
}
