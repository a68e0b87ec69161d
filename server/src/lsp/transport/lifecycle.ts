/** The order LSP asks for: initialize first and once, nothing but exit after shutdown. */
import {
  ErrorCodes,
  Message,
  type DataCallback,
  type Disposable,
  type MessageReader,
  type MessageWriter,
  type RequestMessage,
} from 'vscode-languageserver';

type State = 'new' | 'running' | 'shut down';

const refusal = (state: State, method: string): { code: number; message: string } | undefined => {
  if (state === 'new' && method !== 'initialize')
    return { code: ErrorCodes.ServerNotInitialized, message: 'The server is not initialized yet.' };
  if (state === 'running' && method === 'initialize')
    return { code: ErrorCodes.InvalidRequest, message: 'The server is initialized already.' };
  if (state === 'shut down')
    return { code: ErrorCodes.InvalidRequest, message: 'The server has been shut down.' };
  return undefined;
};

/** Stands before a reader: answers requests that come too early or too late, and drops such notifications. */
export class LifecycleGate implements MessageReader {
  readonly #reader: MessageReader;
  readonly #writer: MessageWriter;
  readonly #onExit: (afterShutdown: boolean) => void;
  #state: State = 'new';

  constructor(reader: MessageReader, writer: MessageWriter, onExit: (afterShutdown: boolean) => void) {
    this.#reader = reader;
    this.#writer = writer;
    this.#onExit = onExit;
  }

  get wasShutDown(): boolean {
    return this.#state === 'shut down';
  }

  get onError(): MessageReader['onError'] {
    return this.#reader.onError;
  }

  get onClose(): MessageReader['onClose'] {
    return this.#reader.onClose;
  }

  get onPartialMessage(): MessageReader['onPartialMessage'] {
    return this.#reader.onPartialMessage;
  }

  listen(callback: DataCallback): Disposable {
    return this.#reader.listen((message) => {
      if (Message.isNotification(message) && message.method === 'exit') this.#onExit(this.wasShutDown);
      else if (Message.isRequest(message)) this.#request(message, callback);
      else if (this.#state === 'running') callback(message);
    });
  }

  #request(message: RequestMessage, callback: DataCallback): void {
    const error = refusal(this.#state, message.method);
    if (error) {
      void this.#writer.write({ jsonrpc: '2.0', id: message.id, error } as Message).catch(() => undefined);
      return;
    }
    if (message.method === 'initialize') this.#state = 'running';
    if (message.method === 'shutdown') this.#state = 'shut down';
    callback(message);
  }

  dispose(): void {
    this.#reader.dispose();
  }
}
