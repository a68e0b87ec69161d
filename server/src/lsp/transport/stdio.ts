/** The server's connection over stdin and stdout, and when its process ends. */
import {
  ErrorCodes,
  StreamMessageWriter,
  createProtocolConnection,
  type Message,
  type ProtocolConnection,
} from 'vscode-languageserver/node';
import { LifecycleGate } from './lifecycle';
import { StrictReader } from './reader';

/** How long a last message may take to be written. In milliseconds. */
const FAREWELL = 500;

export function connectStdio(): ProtocolConnection {
  const writer = new StreamMessageWriter(process.stdout);
  const complain = (error: Error): Promise<void> =>
    writer
      .write({
        jsonrpc: '2.0',
        id: null,
        error: { code: ErrorCodes.ParseError, message: error.message },
      } as Message)
      .catch(() => undefined);
  const reader = new StrictReader(process.stdin, {
    onUnreadable: (error) => void complain(error),
    onBroken: (error) => {
      setTimeout(() => process.exit(1), FAREWELL).unref();
      void complain(error).finally(() => process.exit(1));
    },
  });
  const gate = new LifecycleGate(reader, writer, (afterShutdown) => process.exit(afterShutdown ? 0 : 1));
  // The client is gone: nobody is left to answer.
  reader.onClose(() => process.exit(gate.wasShutDown ? 0 : 1));
  writer.onError(() => process.exit(1));
  return createProtocolConnection(gate, writer);
}
