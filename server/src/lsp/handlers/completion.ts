/** `textDocument/completion` and `completionItem/resolve`. */
import {
  CompletionItemKind,
  CompletionRequest,
  CompletionResolveRequest,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  type CancellationToken,
  type CompletionItem,
  type CompletionList,
  type CompletionParams,
  type MarkupContent,
} from 'vscode-languageserver';
import { complete, type Completion, type CompletionResult } from '../../features/completion';
import { requirementHover } from '../../features/hover/standalone';
import { markupFor } from '../../features/markup';
import { answer } from '../answer';
import { toRange } from '../diagnostics/to-diagnostic';
import { documentPosition } from '../document-position';
import { snapshotFor, type Session } from '../session';

const KIND: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  word: CompletionItemKind.EnumMember,
  requirement: CompletionItemKind.Reference,
  entity: CompletionItemKind.Value,
  file: CompletionItemKind.File,
  folder: CompletionItemKind.Folder,
  skeleton: CompletionItemKind.Snippet,
};

/** What resolving needs to know of an item. */
interface ItemData {
  readonly requirement: string;
  readonly uri: string;
}

const isItemData = (data: unknown): data is ItemData =>
  typeof data === 'object' &&
  data !== null &&
  'requirement' in data &&
  'uri' in data &&
  typeof data.requirement === 'string' &&
  typeof data.uri === 'string';

export function answerCompletion(session: Session): void {
  const handle = async (
    params: CompletionParams,
    token: CancellationToken,
  ): Promise<CompletionList | null> => {
    const snapshot = await snapshotFor(session, params.textDocument.uri, token);
    const { client, service, host } = session;
    const { uri, position, cell } = documentPosition(session, params);
    const options = {
      snapshot,
      date: service.date(uri),
      markup: markupFor(client.markdownCompletion),
      snippets: client.snippets,
      list: (folder: string) => host.list(folder),
    };
    const result = await complete(options, uri, position, cell);
    if (!result) return null;
    return {
      isIncomplete: false,
      items: result.items.map((item) => toItem(session, uri, result, item)),
    };
  };
  answer(session, CompletionRequest.type, handle, { otherwise: null });
  answer(session, CompletionResolveRequest.type, (item) => resolve(session, item), {
    otherwise: { label: '' },
  });
}

const markupContent = ({ client }: Session, value: string): MarkupContent => ({
  kind: client.markdownCompletion ? MarkupKind.Markdown : MarkupKind.PlainText,
  value,
});

function toItem(session: Session, uri: string, result: CompletionResult, item: Completion): CompletionItem {
  const data: ItemData | undefined =
    item.requirement === undefined ? undefined : { requirement: item.requirement, uri };
  return {
    label: item.label,
    kind: KIND[item.kind],
    ...(item.detail === undefined ? {} : { detail: item.detail }),
    ...(item.documentation === undefined
      ? {}
      : { documentation: markupContent(session, item.documentation) }),
    sortText: String(item.rank).padStart(6, '0'),
    filterText: item.label,
    textEdit: { range: toRange(item.replace ?? result.replace), newText: item.newText },
    ...(item.isSnippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    insertTextMode: InsertTextMode.asIs,
    ...(data ? { data } : {}),
  };
}

/** The documentation of a control or clause is long, and says where it stands: only for the one looked at. */
async function resolve(session: Session, item: CompletionItem): Promise<CompletionItem> {
  const data: unknown = item.data;
  if (!isItemData(data)) return item;
  const { service, client } = session;
  const text = requirementHover(
    await session.snapshot(),
    service.date(data.uri),
    data.uri,
    data.requirement,
    client.markdownCompletion,
  );
  return text === undefined ? item : { ...item, documentation: markupContent(session, text) };
}
