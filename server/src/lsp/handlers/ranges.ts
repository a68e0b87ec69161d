/** `textDocument/foldingRange`, `textDocument/selectionRange` and `textDocument/documentHighlight`. */
import {
  DocumentHighlightKind,
  DocumentHighlightRequest,
  FoldingRangeRequest,
  SelectionRangeRequest,
  type CancellationToken,
  type DocumentHighlight,
  type DocumentHighlightParams,
  type FoldingRange,
  type FoldingRangeParams,
  type SelectionRange,
  type SelectionRangeParams,
} from 'vscode-languageserver';
import { foldsIn } from '../../features/folding';
import { highlightsAt } from '../../features/highlights';
import { selectionsAt } from '../../features/selection';
import type { Range } from '../../syntax/types';
import { aimsFileFor } from '../aims-file';
import { answer } from '../answer';
import { toRange } from '../diagnostics/to-diagnostic';
import type { Session } from '../session';

export function answerRanges(session: Session): void {
  const folding = async (
    { textDocument }: FoldingRangeParams,
    token: CancellationToken,
  ): Promise<FoldingRange[] | null> => {
    const found = await aimsFileFor(session, textDocument, token);
    return found
      ? foldsIn(found.file.parsed.text, session.client.mostFolds).map((fold) => ({ ...fold }))
      : null;
  };
  const selection = async (
    { textDocument, positions }: SelectionRangeParams,
    token: CancellationToken,
  ): Promise<SelectionRange[] | null> => {
    const found = await aimsFileFor(session, textDocument, token);
    return found ? positions.map((position) => chain(selectionsAt(found.file, position))) : null;
  };
  const highlights = async (
    { textDocument, position }: DocumentHighlightParams,
    token: CancellationToken,
  ): Promise<DocumentHighlight[] | null> => {
    const found = await aimsFileFor(session, textDocument, token);
    const marked = found && highlightsAt(found.snapshot, found.uri, position);
    return (
      marked?.map(({ range, kind }) => ({
        range: toRange(range),
        kind: kind === 'write' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      })) ?? null
    );
  };
  answer(session, FoldingRangeRequest.type, folding, { otherwise: null });
  answer(session, SelectionRangeRequest.type, selection, { otherwise: null });
  answer(session, DocumentHighlightRequest.type, highlights, { otherwise: null });
}

/** Each range with the next larger one as its parent. */
function chain(ranges: readonly Range[]): SelectionRange {
  const [outermost, ...inner] = [...ranges].reverse();
  const top: SelectionRange = { range: toRange(outermost ?? NOTHING) };
  return inner.reduce<SelectionRange>((parent, range) => ({ range: toRange(range), parent }), top);
}

const NOTHING: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
