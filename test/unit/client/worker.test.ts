import assert from 'node:assert/strict';
import { untilItAnswers } from '../../../client/src/browser/worker';

/** A worker that does what a test says when it is spoken to. */
class FakeWorker extends EventTarget {
  readonly #onMessage: (worker: FakeWorker) => void;

  constructor(onMessage: (worker: FakeWorker) => void) {
    super();
    this.#onMessage = onMessage;
  }

  postMessage(): void {
    setImmediate(() => this.#onMessage(this));
  }
}

describe('the web worker of the language server', () => {
  it('is there once it answers', async () => {
    const worker = new FakeWorker((at) => at.dispatchEvent(new Event('message')));
    await untilItAnswers(worker);
  });

  it('is said not to be there where its script cannot be loaded, with the reason', async () => {
    const failing = (message: string): FakeWorker =>
      new FakeWorker((at) => at.dispatchEvent(Object.assign(new Event('error'), { message })));
    await assert.rejects(untilItAnswers(failing('404')), /could not be loaded: 404\.$/);
    await assert.rejects(
      untilItAnswers(failing('')),
      /could not be loaded: its script is missing or broken\.$/,
    );
  });

  it('is said not to be there where it never answers', async () => {
    await assert.rejects(untilItAnswers(new FakeWorker(() => undefined), 10), /could not be loaded/);
  });
});
