/** `textDocument/codeLens` and `codeLens/resolve`, while the setting `aims.codeLens` is on. */
import {
  CodeLensRefreshRequest,
  CodeLensRequest,
  CodeLensResolveRequest,
  type CancellationToken,
  type CodeLens,
  type CodeLensParams,
} from 'vscode-languageserver';
import { lensesIn, type Lens } from '../../features/lenses';
import { REVEAL_PLACE, type RevealPlace } from '../../protocol';
import type { Snapshot } from '../../workspace/snapshot';
import { aimsFileFor } from '../aims-file';
import { answer } from '../answer';
import { toLocation, toRange } from '../diagnostics/to-diagnostic';
import { judgeSystemsOf } from '../judged';
import { refreshWhenDifferent } from '../refresh';
import type { Session } from '../session';

/** What resolving needs to know of a lens. */
interface LensData {
  readonly uri: string;
  readonly title: string;
}

const isLensData = (data: unknown): data is LensData =>
  typeof data === 'object' &&
  data !== null &&
  'uri' in data &&
  'title' in data &&
  typeof data.uri === 'string' &&
  typeof data.title === 'string';

export function answerCodeLenses(session: Session): void {
  const { service } = session;
  const lenses = (snapshot: Snapshot, uri: string): readonly Lens[] =>
    service.settings.of(uri).codeLens ? lensesIn(snapshot, service.date(uri), uri) : [];
  const remember = refreshWhenDifferent(
    session,
    CodeLensRefreshRequest.method,
    () => session.client.refreshesLenses,
  );
  const handle = async (
    { textDocument }: CodeLensParams,
    token: CancellationToken,
  ): Promise<CodeLens[] | null> => {
    const found = await aimsFileFor(session, textDocument, token);
    if (!found) return null;
    const { snapshot, uri } = found;
    await judgeSystemsOf(session, found, token);
    const shown = lenses(snapshot, uri);
    remember(uri, { from: snapshot, shown: titles(shown), again: (now) => titles(lenses(now, uri)) });
    return shown.map(({ range, title }) => ({
      range: toRange(range),
      // Where a click can do nothing, there is nothing to look up for it.
      ...(session.client.revealsPlaces ? { data: { uri, title } } : { command: words(title) }),
    }));
  };
  const resolve = async (lens: CodeLens): Promise<CodeLens> => {
    const data: unknown = lens.data;
    if (!isLensData(data)) return lens;
    const { uri, title } = data;
    const at = (await session.snapshot().then((snapshot) => lenses(snapshot, uri))).find(
      (each) => each.title === title && each.range.start.line === lens.range.start.line,
    );
    const location = at?.reveal();
    if (!location) return { ...lens, command: words(title) };
    const argument: RevealPlace = { location: toLocation(session, location) };
    return { ...lens, command: { title, command: REVEAL_PLACE, arguments: [argument] } };
  };
  // An editor that is told too late that there is nothing shows nothing, or what it had, and does not ask again.
  answer(session, CodeLensRequest.type, handle, { otherwise: null, staysOpen: true });
  answer(session, CodeLensResolveRequest.type, resolve, {
    otherwise: { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } },
  });
}

const titles = (lenses: readonly Lens[]): string => lenses.map(({ title }) => title).join('\n');

/** A command without a name is shown as words: a click on it does nothing. */
const words = (title: string): { title: string; command: string } => ({ title, command: '' });
