/** Bounds how much is asked of the host at the same time, so that a large workspace does not open every file at once. */

/** @returns runs tasks, so many of them at a time; the others wait their turn */
export function atMost(count: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (task) => {
    if (running >= count) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      return await task();
    } finally {
      // Whoever waits takes this place over.
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
