/** How every request is answered: it can be cancelled, it gives up in time, and what throws takes only itself down. */
import {
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type ProtocolConnection,
  type RequestType,
} from 'vscode-languageserver';
import { errorText, type ServerLog } from './log';

/** In milliseconds. */
export const GIVE_UP_AFTER = 2_000;

/** What a request is answered that the client no longer waits for. */
export const cancelled = (): ResponseError => new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');

/** The document changed while the answer was worked out: the client asks again if it still wants to know. */
export const contentModified = (): ResponseError =>
  new ResponseError(LSPErrorCodes.ContentModified, 'The text has changed.');

export interface Channel {
  readonly connection: ProtocolConnection;
  readonly log: ServerLog;
}

export interface AnswerOptions<R> {
  /** What to answer where there is nothing, or the handler failed. A function where it says something to the user. */
  readonly otherwise: R | (() => R);
  /** What to answer where it takes too long; default: `otherwise`. */
  readonly late?: () => R | ResponseError<unknown>;
  /** True for requests that are meant to stay open. */
  readonly staysOpen?: boolean;
}

type Outcome<R> = { readonly value: R } | 'late' | 'cancelled';
type Handler<P, R> = (params: P, token: CancellationToken) => Promise<R>;

/** Installs the handler of one request. */
export function answer<P, R>(
  channel: Channel,
  type: RequestType<P, R, unknown>,
  handler: Handler<P, R>,
  { otherwise, late, staysOpen = false }: AnswerOptions<R>,
): void {
  // No answer is a function: it could not be sent.
  const failed = typeof otherwise === 'function' ? (otherwise as () => R) : () => otherwise;
  install(channel, type, handler, { failed, late: late ?? failed, staysOpen });
}

export interface ResolvingOptions<T> {
  /** Told of what stays as it came because its handler failed. */
  readonly onFailed?: (item: T) => void;
  /** True where somebody chose it and waits. */
  readonly staysOpen?: boolean;
}

/**
 * Installs the handler of a request that completes something the client shows already. Where that fails or takes too
 * long it stays as it came: an answer of nothing would take its name and place away.
 */
export function answerResolving<T>(
  channel: Channel,
  type: RequestType<T, T, unknown>,
  handler: Handler<T, T>,
  { onFailed, staysOpen = false }: ResolvingOptions<T> = {},
): void {
  const failed = (item: T): T => {
    onFailed?.(item);
    return item;
  };
  install(channel, type, handler, { failed, late: (item) => item, staysOpen });
}

interface InstallOptions<P, R> {
  readonly failed: (params: P) => R;
  readonly late: (params: P) => R | ResponseError<unknown>;
  readonly staysOpen: boolean;
}

function install<P, R>(
  { connection, log }: Channel,
  type: RequestType<P, R, unknown>,
  handler: Handler<P, R>,
  { failed, late, staysOpen }: InstallOptions<P, R>,
): void {
  const { method } = type;
  connection.onRequest(method, async (...given: unknown[]): Promise<R | ResponseError<unknown>> => {
    // A request without parameters comes with the token alone.
    const token = given.at(-1) as CancellationToken;
    const params = (given.length > 1 ? given[0] : null) as P;
    try {
      const outcome = await race(handler(params, token), token, staysOpen ? undefined : GIVE_UP_AFTER);
      if (outcome === 'cancelled') return cancelled();
      if (outcome !== 'late') return outcome.value;
      log.warn(`Gave up on ${method} after ${GIVE_UP_AFTER} ms.`);
      return late(params);
    } catch (error) {
      if (error instanceof ResponseError) return error;
      log.error(`${method} failed: ${errorText(error)}`);
      return failed(params);
    }
  });
}

function race<R>(
  work: Promise<R>,
  token: CancellationToken,
  giveUp: number | undefined,
): Promise<Outcome<R>> {
  return new Promise((resolve, reject) => {
    const timer = giveUp === undefined ? undefined : setTimeout(() => resolve('late'), giveUp);
    const cancelling = token.onCancellationRequested(() => resolve('cancelled'));
    const done = (): void => {
      clearTimeout(timer);
      cancelling.dispose();
    };
    work.then(
      (value) => {
        done();
        resolve({ value });
      },
      (error: unknown) => {
        done();
        reject(error instanceof Error ? error : new Error(String(error)));
      },
    );
  });
}
