/** Reads messages from a stream; what cannot be read is told to whoever listens, and never waited for. */
import {
  AbstractMessageReader,
  type DataCallback,
  type Disposable,
  type Message,
} from 'vscode-languageserver';
import { Frames } from './framing';

/** A message whose rest does not come for so long has a wrong length. In milliseconds. */
const STALLED = 30_000;

export interface ReaderEvents {
  /** The stream is out of step; no later message can be trusted. */
  onBroken(error: Error): void;
  /** One body is no JSON-RPC message; the next may be. */
  onUnreadable(error: Error): void;
}

const isMessage = (value: unknown): value is Message =>
  typeof value === 'object' && value !== null && 'jsonrpc' in value && value.jsonrpc === '2.0';

export class StrictReader extends AbstractMessageReader {
  readonly #stream: NodeJS.ReadableStream;
  readonly #events: ReaderEvents;
  readonly #frames = new Frames();
  #stalled: NodeJS.Timeout | undefined;
  #broken = false;

  constructor(stream: NodeJS.ReadableStream, events: ReaderEvents) {
    super();
    this.#stream = stream;
    this.#events = events;
  }

  override listen(callback: DataCallback): Disposable {
    const onData = (chunk: Buffer): void => this.#onData(chunk, callback);
    this.#stream.on('data', onData);
    this.#stream.on('error', (error) => this.fireError(error));
    this.#stream.on('end', () => this.fireClose());
    this.#stream.on('close', () => this.fireClose());
    return { dispose: () => this.#stream.removeListener('data', onData) };
  }

  #onData(chunk: Buffer, callback: DataCallback): void {
    if (this.#broken) return;
    clearTimeout(this.#stalled);
    let bodies: Buffer[];
    try {
      bodies = this.#frames.push(chunk);
    } catch (error) {
      this.#break(error instanceof Error ? error : new Error(String(error)));
      return;
    }
    if (this.#frames.isInside)
      this.#stalled = setTimeout(
        () => this.#break(new Error('The rest of a message did not come.')),
        STALLED,
      ).unref();
    for (const body of bodies) this.#deliver(body, callback);
  }

  #deliver(body: Buffer, callback: DataCallback): void {
    let message: unknown;
    try {
      message = JSON.parse(body.toString('utf8'));
    } catch {
      this.#events.onUnreadable(new Error('A message is no JSON.'));
      return;
    }
    if (isMessage(message)) callback(message);
    else this.#events.onUnreadable(new Error('A message is no JSON-RPC.'));
  }

  #break(error: Error): void {
    this.#broken = true;
    this.#events.onBroken(error);
  }
}
