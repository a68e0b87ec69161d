/** Says that something changed, whatever it was, and counts how often. */
import { later } from './timers';

export type Unsubscribe = () => void;

export class Changes {
  readonly #listeners = new Set<() => void>();
  #revision = 0;

  /** Grows with every change. */
  get revision(): number {
    return this.#revision;
  }

  announce(): void {
    this.#revision++;
    for (const listener of [...this.#listeners]) listener();
  }

  onChange(listener: () => void): Unsubscribe {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** Runs `action` at once, and again `gap` milliseconds later where it was called meanwhile, however often: never more often. */
export function spaced(action: () => void, gap: number): () => void {
  let isWaiting = false;
  let isWanted = false;
  const run = (): void => {
    isWanted = false;
    isWaiting = true;
    later(() => {
      isWaiting = false;
      if (isWanted) run();
    }, gap);
    action();
  };
  return () => {
    if (isWaiting) isWanted = true;
    else run();
  };
}

/** Runs `action` once, `delay` milliseconds after the last of several calls, but no later than `atMost` after the first. */
export function debounced(action: () => void, delay: number, atMost = delay): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let first = 0;
  return () => {
    const now = performance.now();
    if (timer === undefined) first = now;
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        timer = undefined;
        action();
      },
      Math.max(0, Math.min(delay, first + atMost - now)),
    );
  };
}
