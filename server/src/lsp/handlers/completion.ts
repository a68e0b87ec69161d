/** `textDocument/completion` and `completionItem/resolve`. */
import {
  CompletionItemKind,
  CompletionRequest,
  CompletionResolveRequest,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type CompletionItem,
  type CompletionList,
  type CompletionParams,
  type MarkupContent,
  type Position,
} from 'vscode-languageserver';
import { complete, type Completion, type CompletionResult } from '../../features/completion';
import { definitionHover, requirementHover } from '../../features/hover/standalone';
import type { EntityKind } from '../../schema/field';
import { TRIGGER_SUGGEST } from '../../protocol';
import { markupFor } from '../../features/markup';
import { rules } from '../../rules/registry.generated';
import { answer, answerResolving, contentModified } from '../answer';
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
  part: CompletionItemKind.Reference,
  test: CompletionItemKind.Method,
};

/** What resolving needs to know of an item. */
interface ItemData {
  /** Of a clause or control, or of what a file defines. */
  readonly id: string;
  /** Absent for clauses and controls. */
  readonly of?: EntityKind;
  readonly uri: string;
}

const isItemData = (data: unknown): data is ItemData =>
  typeof data === 'object' &&
  data !== null &&
  'id' in data &&
  'uri' in data &&
  typeof data.id === 'string' &&
  typeof data.uri === 'string' &&
  (!('of' in data) || typeof data.of === 'string');

function dataOf({ requirement, entity }: Completion, uri: string): ItemData | undefined {
  if (requirement !== undefined) return { id: requirement, uri };
  return entity && { ...entity, uri };
}

/** What is typed ends with no blank: an editor that filters shows nothing of this. */
const MATCHES_NOTHING = ' ';

function unlessModified(error: unknown): undefined {
  if (!(error instanceof ResponseError) || error.code !== LSPErrorCodes.ContentModified) throw error;
}

/**
 * The answer where somebody typed on meanwhile. VS Code asks nothing more before this one is there, nothing at all where it
 * is an error, and again at once where the list is not complete; but a list that is empty always is, to VS Code.
 */
const askAgain = (position: Position): CompletionList => ({
  isIncomplete: true,
  items: [
    {
      label: '…',
      filterText: MATCHES_NOTHING,
      textEdit: { range: { start: position, end: position }, newText: '' },
    },
  ],
});

export function answerCompletion(session: Session): void {
  const handle = async (
    params: CompletionParams,
    token: CancellationToken,
  ): Promise<CompletionList | null> => {
    const { uri, position, cell } = documentPosition(session, params);
    const snapshot = await snapshotFor(session, params.textDocument.uri, token).catch(unlessModified);
    if (!snapshot) {
      if ((await session.snapshot()).files.has(uri)) return askAgain(params.position);
      throw contentModified();
    }
    const { client, service, host } = session;
    const options = {
      snapshot,
      date: service.date(uri),
      markup: markupFor(client.markdownCompletion),
      snippets: client.snippets,
      rules,
      found: (file: string) => service.findings(snapshot, file),
      list: (folder: string) => host.list(folder),
      read: (file: string) => textOf(session, file),
    };
    const result = await complete(options, uri, position, cell);
    if (!result) return null;
    return {
      // What is hidden now is shown, or something else is, once another letter is typed.
      isIncomplete: result.items.some(({ isHidden }) => isHidden),
      items: result.items.map((item) => toItem(session, uri, result, item)),
    };
  };
  answer(session, CompletionRequest.type, handle, { otherwise: null });
  answerResolving(session, CompletionResolveRequest.type, (item) => resolve(session, item));
}

/** What the editor holds counts before what is saved. */
async function textOf({ documents, host }: Session, uri: string): Promise<string | undefined> {
  const open = documents.get(uri);
  if (open) return open.document.getText();
  const found = await host.readText(uri);
  return found.kind === 'text' ? found.text : undefined;
}

const markupContent = ({ client }: Session, value: string): MarkupContent => ({
  kind: client.markdownCompletion ? MarkupKind.Markdown : MarkupKind.PlainText,
  value,
});

function toItem(session: Session, uri: string, result: CompletionResult, item: Completion): CompletionItem {
  const data = dataOf(item, uri);
  return {
    label: item.label,
    kind: KIND[item.kind],
    ...(item.detail === undefined ? {} : { detail: item.detail }),
    // An id says little by itself.
    ...(item.detail !== undefined && data && session.client.labelDetails
      ? { labelDetails: { description: item.detail } }
      : {}),
    ...(item.documentation === undefined
      ? {}
      : { documentation: markupContent(session, item.documentation) }),
    sortText: String(item.rank).padStart(6, '0'),
    filterText: item.isHidden ? MATCHES_NOTHING : (item.filterText ?? item.label),
    textEdit: { range: toRange(item.replace ?? result.replace), newText: item.newText },
    ...(item.isSnippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    insertTextMode: InsertTextMode.asIs,
    ...(item.opensNext && session.client.suggestsNext
      ? { command: { title: item.label, command: TRIGGER_SUGGEST } }
      : {}),
    ...(data ? { data } : {}),
  };
}

/** The documentation of a control, a person, a risk is long, and says where it stands: only for the one looked at. */
async function resolve(session: Session, item: CompletionItem): Promise<CompletionItem> {
  const data: unknown = item.data;
  if (!isItemData(data)) return item;
  const { service, client } = session;
  const snapshot = await session.snapshot();
  const date = service.date(data.uri);
  const { id, of, uri } = data;
  const text =
    of === undefined
      ? requirementHover(snapshot, date, uri, id, client.markdownCompletion)
      : definitionHover(snapshot, date, uri, { of, id }, client.markdownCompletion);
  return text === undefined ? item : { ...item, documentation: markupContent(session, text) };
}
