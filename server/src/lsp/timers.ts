/** Waiting, on Node and in a web worker alike. */

/** Runs something later. It keeps no process alive: one that has nothing else to do may end before. */
export function later(run: () => void, milliseconds: number): void {
  const timer: unknown = setTimeout(run, milliseconds);
  // Node gives an object that can let go; a worker a number.
  if (hasUnref(timer)) timer.unref();
}

const hasUnref = (timer: unknown): timer is { unref(): void } =>
  typeof timer === 'object' && timer !== null && 'unref' in timer;

/** Resolves after so many milliseconds, as `later`. */
export const pause = (milliseconds: number): Promise<undefined> =>
  new Promise((resolve) => later(() => resolve(undefined), milliseconds));

interface NodeOrWorker {
  readonly setImmediate?: (run: () => void) => unknown;
}

/** Resolves once messages that have come meanwhile were looked at. */
export const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    // Waits for nothing; workers only have a timer, which waits a few milliseconds.
    const { setImmediate = (run: () => void) => setTimeout(run, 0) } = globalThis as NodeOrWorker;
    setImmediate(resolve);
  });
