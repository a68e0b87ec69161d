/** The log channel of the client. */
import { LogMessageNotification, MessageType, type ProtocolConnection } from 'vscode-languageserver/node';
import type { Log } from '../service';

export interface ServerLog extends Log {
  info(message: string): void;
  error(message: string): void;
}

export function connectionLog(connection: ProtocolConnection): ServerLog {
  const say = (type: MessageType) => (message: string) => {
    connection.sendNotification(LogMessageNotification.type, { type, message }).catch(() => undefined);
  };
  return { info: say(MessageType.Info), warn: say(MessageType.Warning), error: say(MessageType.Error) };
}

export const errorText = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
