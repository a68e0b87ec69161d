/** `textDocument/formatting`, `textDocument/rangeFormatting` and `textDocument/onTypeFormatting`, of AIMS files alone. */
import {
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  type CancellationToken,
  type DocumentOnTypeFormattingParams,
  type FormattingOptions,
  type Range,
  type TextDocumentIdentifier,
  type TextEdit,
} from 'vscode-languageserver';
import { format } from '../../features/format';
import { onNewLine } from '../../features/on-type';
import type { TextEdit as EngineEdit } from '../../fixes/edit';
import { aimsFileFor } from '../aims-file';
import { answer } from '../answer';
import { toRange } from '../diagnostics/to-diagnostic';
import type { Session } from '../session';

interface FormattingParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly options: FormattingOptions;
  readonly range?: Range;
}

export function answerFormatting(session: Session): void {
  const formatting = async (
    { textDocument, options, range }: FormattingParams,
    token: CancellationToken,
  ): Promise<TextEdit[] | null> => {
    const found = await aimsFileFor(session, textDocument, token);
    return toEdits(found && format(found.file.parsed, { tabSize: options.tabSize }, range));
  };
  const onType = async (
    { textDocument, position, options }: DocumentOnTypeFormattingParams,
    token: CancellationToken,
  ): Promise<TextEdit[] | null> => {
    const found = await aimsFileFor(session, textDocument, token);
    return toEdits(found && onNewLine(found.file, position, options.tabSize));
  };
  answer(session, DocumentFormattingRequest.type, formatting, { otherwise: null });
  answer(session, DocumentRangeFormattingRequest.type, formatting, { otherwise: null });
  answer(session, DocumentOnTypeFormattingRequest.type, onType, { otherwise: null });
}

const toEdits = (edits: readonly EngineEdit[] | undefined): TextEdit[] | null =>
  edits?.map(({ range, newText }) => ({ range: toRange(range), newText })) ?? null;
