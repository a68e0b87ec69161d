/** The log channel of the client. */
import { LogMessageNotification, MessageType, type ProtocolConnection } from 'vscode-languageserver';
import type { Log } from '../service';

export interface ServerLog extends Log {
  info(message: string): void;
  error(message: string): void;
}

/** Never throws: a client that is gone is told nothing. */
export function connectionLog(connection: ProtocolConnection): ServerLog {
  const say = (type: MessageType) => (message: string) => {
    connection.sendNotification(LogMessageNotification.type, { type, message }).catch(() => undefined);
  };
  return { info: say(MessageType.Info), warn: say(MessageType.Warning), error: say(MessageType.Error) };
}

/** With its stack where it has one. */
export const errorText = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
