/** A word to the user, where what they chose could not be done and the answer itself cannot say so. */
import { MessageType, ShowMessageNotification } from 'vscode-languageserver';
import type { Session } from './session';

/** @param message a sentence, in the user's language */
export function warn({ connection }: Pick<Session, 'connection'>, message: string): void {
  connection
    .sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message })
    .catch(() => undefined);
}
