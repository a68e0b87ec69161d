import { EventEmitter } from 'vscode';
import type { Disposable } from '../disposable';

/** So long after its last answer a view still works through what it was told. In milliseconds. */
const SETTLES_IN = 250;

/**
 * Has a tree view ask again for its rows, but never in the middle of asking. A refresh makes VS Code's extension host
 * forget all rows at once; a question about one of them that is still on its way is then answered with nothing, and the
 * view shows an unfolded row without what is below it.
 */
export class QuietRefresh implements Disposable {
  readonly #changed = new EventEmitter<void>();
  #asking = 0;
  #lastAnswer = 0;
  #wanted = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #waiting: (() => void)[] = [];

  readonly event = this.#changed.event;

  /** Refreshes as soon as the view is at rest; several wishes lead to one refresh. */
  request(): void {
    this.#wanted = true;
    this.#schedule();
  }

  /** Waits until what was wished for has been passed on to VS Code, which does what it is asked next only after it. */
  async settled(): Promise<void> {
    if (this.#wanted) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** Every answer to the view goes through here, and whatever else no refresh may come into. */
  async answer<T>(work: Promise<T>): Promise<T> {
    this.#asking += 1;
    try {
      return await work;
    } finally {
      this.#asking -= 1;
      this.#lastAnswer = Date.now();
      this.#schedule();
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#changed.dispose();
    this.#release();
  }

  #release(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    if (!this.#wanted || this.#asking > 0) return;
    const wait = Math.max(0, this.#lastAnswer + SETTLES_IN - Date.now());
    this.#timer = setTimeout(() => {
      this.#wanted = false;
      this.#changed.fire();
      this.#release();
    }, wait);
  }
}
