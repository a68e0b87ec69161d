/** `textDocument/inlayHint`, while the setting `aims.inlayHints` is not off. */
import {
  InlayHintRefreshRequest,
  InlayHintRequest,
  type CancellationToken,
  type InlayHint,
  type InlayHintParams,
} from 'vscode-languageserver/node';
import { hintsIn, type Hint } from '../../features/hints';
import type { Range } from '../../syntax/types';
import type { Snapshot } from '../../workspace/snapshot';
import { aimsFileFor } from '../aims-file';
import { answer } from '../answer';
import { refreshWhenDifferent } from '../refresh';
import type { Session } from '../session';

export function answerInlayHints(session: Session): void {
  const { service } = session;
  const hints = (snapshot: Snapshot, uri: string, range: Range): readonly Hint[] => {
    const { inlayHints } = service.settings.of(uri);
    return hintsIn(snapshot, service.date(uri), uri, range, {
      titles: inlayHints === 'titles' || inlayHints === 'all',
      ages: inlayHints === 'ages' || inlayHints === 'all',
    });
  };
  const handle = async (
    { textDocument, range }: InlayHintParams,
    token: CancellationToken,
  ): Promise<InlayHint[] | null> => {
    const found = await aimsFileFor(session, textDocument, token);
    if (!found) return null;
    return hints(found.snapshot, found.uri, range).map(({ position, label }) => ({
      position: { ...position },
      label,
      paddingLeft: true,
    }));
  };
  answer(session, InlayHintRequest.type, handle, { otherwise: null });
  refreshWhenDifferent(session, {
    method: InlayHintRefreshRequest.method,
    isSupported: ({ client }) => client.refreshesHints,
    shown: (snapshot, uri) =>
      hints(snapshot, uri, EVERYTHING)
        .map(({ label }) => label)
        .join('\n'),
  });
}

const EVERYTHING: Range = {
  start: { line: 0, character: 0 },
  end: { line: Number.MAX_SAFE_INTEGER, character: 0 },
};
