/** `textDocument/codeLens`, while the setting `aims.codeLens` is on. */
import {
  CodeLensRefreshRequest,
  CodeLensRequest,
  type CancellationToken,
  type CodeLens,
  type CodeLensParams,
  type Command,
} from 'vscode-languageserver';
import { lensesIn, type Lens } from '../../features/lenses';
import { REVEAL_PLACE, type RevealPlace } from '../../protocol';
import { inTime } from '../../workspace/in-time';
import type { Snapshot } from '../../workspace/snapshot';
import { canonicalUri } from '../../workspace/uri';
import { aimsFileFor } from '../aims-file';
import { answer } from '../answer';
import { toLocation, toRange } from '../diagnostics/to-diagnostic';
import { judgeSystemsOf } from '../judged';
import { refreshWhenDifferent } from '../refresh';
import type { Session } from '../session';
import { later } from '../timers';

/**
 * How long to wait for what files and git have not said yet, in milliseconds. Figures told without it are wrong, and an
 * editor may not ask again: VS Code forgets that it was told to when its editor loses the focus at that moment.
 */
const PATIENCE = 5_000;

/** After a question that was taken back, in milliseconds: who types asks again by then. */
const UNASKED = 1_000;

export function answerCodeLenses(session: Session): void {
  const { service } = session;
  const lenses = (snapshot: Snapshot, uri: string): readonly Lens[] =>
    service.settings.of(uri).codeLens ? lensesIn(snapshot, service.date(uri), uri) : [];
  const remember = refreshWhenDifferent(
    session,
    CodeLensRefreshRequest.method,
    () => session.client.refreshesLenses,
  );
  /** The last question about each document. */
  const turns = new Map<string, symbol>();
  // VS Code takes a question back when another extension has lenses too, and asks no more if the focus is elsewhere then.
  const remind = (uri: string, turn: symbol): void => {
    const isAsked = turns.get(uri) !== turn || !session.documents.get(uri);
    if (isAsked || !session.client.refreshesLenses) return;
    session.connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
  };
  session.onClosed((uri) => turns.delete(uri));
  const handle = async (
    { textDocument }: CodeLensParams,
    token: CancellationToken,
  ): Promise<CodeLens[] | null> => {
    const key = canonicalUri(textDocument.uri);
    // Most YAML is none of ours, and is not kept waiting.
    if (!(await session.snapshot()).files.has(key)) return null;
    const turn = Symbol(key);
    turns.set(key, turn);
    await inTime(session.wholeSnapshot(), PATIENCE);
    if (token.isCancellationRequested) later(() => remind(key, turn), UNASKED);
    const found = await aimsFileFor(session, textDocument, token);
    if (!found) return null;
    const { snapshot, uri } = found;
    await judgeSystemsOf(session, found, token);
    const shown = lenses(snapshot, uri);
    remember(uri, { from: snapshot, shown: titles(shown), again: (now) => titles(lenses(now, uri)) });
    return shown.map((lens) => ({ range: toRange(lens.range), command: commandOf(session, lens) }));
  };
  // An editor that is told too late that there is nothing shows nothing, or what it had, and does not ask again.
  answer(session, CodeLensRequest.type, handle, { otherwise: null, staysOpen: true });
}

const titles = (lenses: readonly Lens[]): string => lenses.map(({ title }) => title).join('\n');

/**
 * What a click does. It is told with the lens: what an editor asks for later, it asks for the lines on the screen only,
 * and VS Code keeps the old words of the others when they change.
 */
function commandOf(session: Session, { title, reveal }: Lens): Command {
  const location = session.client.revealsPlaces ? reveal() : undefined;
  // A command without a name is shown as words: a click on it does nothing.
  if (!location) return { title, command: '' };
  const argument: RevealPlace = { location: toLocation(session, location) };
  return { title, command: REVEAL_PLACE, arguments: [argument] };
}
