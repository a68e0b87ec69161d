/** `workspace/executeCommand`: the one command of the server, for editors that have none of their own for it. */
import { ExecuteCommandRequest, ShowDocumentRequest, type Range } from 'vscode-languageserver';
import { REVEAL_PLACE } from '../../protocol';
import { answer } from '../answer';
import type { Session } from '../session';

interface Place {
  readonly location: { readonly uri: string; readonly range: Range };
}

/** Any client may send anything; what is no range, the client itself refuses. */
const isPlace = (value: unknown): value is Place =>
  typeof value === 'object' &&
  value !== null &&
  'location' in value &&
  typeof value.location === 'object' &&
  value.location !== null &&
  'uri' in value.location &&
  typeof value.location.uri === 'string' &&
  'range' in value.location;

export function answerRevealPlace(session: Session): void {
  answer(
    session,
    ExecuteCommandRequest.type,
    async ({ command, arguments: given }) => {
      const place: unknown = given?.[0];
      if (command !== REVEAL_PLACE || !isPlace(place)) return null;
      const { uri, range } = place.location;
      await session.connection.sendRequest(ShowDocumentRequest.type, {
        uri,
        selection: range,
        takeFocus: true,
      });
      return null;
    },
    { otherwise: null },
  );
}
