/** `textDocument/inlayHint`, while the setting `aims.inlayHints` is not off. */
import {
  InlayHintRefreshRequest,
  InlayHintRequest,
  type CancellationToken,
  type InlayHint,
  type InlayHintParams,
} from 'vscode-languageserver';
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
  const remember = refreshWhenDifferent(
    session,
    InlayHintRefreshRequest.method,
    () => session.client.refreshesHints,
  );
  const handle = async (
    { textDocument, range }: InlayHintParams,
    token: CancellationToken,
  ): Promise<InlayHint[] | null> => {
    const found = await aimsFileFor(session, textDocument, token);
    if (!found) return null;
    const { snapshot, uri } = found;
    const shown = hints(snapshot, uri, range);
    remember(uri, { from: snapshot, shown: labels(shown), again: (now) => labels(hints(now, uri, range)) });
    return shown.map(({ position, label }) => ({ position: { ...position }, label, paddingLeft: true }));
  };
  // Told too late that there is nothing, an editor would show nothing and not ask again.
  answer(session, InlayHintRequest.type, handle, { otherwise: null, staysOpen: true });
}

const labels = (hints: readonly Hint[]): string => hints.map(({ label }) => label).join('\n');
