/** Starting the language server as a web worker, and noticing that it does not start: a worker does not say so by itself. */
import type { Message } from 'vscode-languageclient';

/** @param event with `message` where it is an error that says why */
type Listener = (event: object) => void;

/** What is used of a worker; not the class, which may be another one in VS Code. */
interface WorkerLike {
  addEventListener(type: 'message' | 'error', listener: Listener): void;
  removeEventListener(type: 'message' | 'error', listener: Listener): void;
  postMessage(message: unknown): void;
}

/** A page that is still loading much else answers later than one would think. In milliseconds. */
const GIVE_UP_AFTER = 30_000;

/** Every server refuses a request that comes before `initialize`: with that it has answered. */
const ANYBODY_THERE = { jsonrpc: '2.0', id: 'anybody-there', method: 'aims/anybodyThere' } as Message;

/**
 * Resolves once a new worker answers. To be called before anybody else listens to it.
 *
 * @param giveUpAfter in milliseconds
 * @throws Error where it could not be loaded, or stays silent
 */
export function untilItAnswers(worker: WorkerLike, giveUpAfter = GIVE_UP_AFTER): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => fail(`it has said nothing for ${giveUpAfter / 1_000} seconds`),
      giveUpAfter,
    );
    const done = (): void => {
      clearTimeout(timer);
      worker.removeEventListener('message', answered);
      worker.removeEventListener('error', failed);
    };
    const answered = (): void => {
      done();
      resolve();
    };
    const fail = (why: string): void => {
      done();
      reject(new Error(`The language server could not be loaded: ${why.replace(/\.$/, '')}.`));
    };
    const failed = (event: object): void => fail(reasonIn(event) ?? 'its script is missing or broken');
    worker.addEventListener('message', answered);
    worker.addEventListener('error', failed);
    worker.postMessage(ANYBODY_THERE);
  });
}

const reasonIn = (event: object): string | undefined =>
  'message' in event && typeof event.message === 'string' && event.message !== '' ? event.message : undefined;
