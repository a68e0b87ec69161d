/** What ends the process, and what does not. */

/** How often to look for the client. In milliseconds. */
const LOOK = 3_000;

/** Ends this process when the client's is gone, for clients that die without closing the stream. */
export function followParent(processId: number | null): void {
  if (processId === null) return;
  setInterval(() => {
    try {
      process.kill(processId, 0);
    } catch (error) {
      const isThere = error instanceof Error && 'code' in error && error.code === 'EPERM';
      if (!isThere) process.exit(1);
    }
  }, LOOK).unref();
}

/** One mistake in one feature must not take the others down: it is told, and the server goes on. */
export function surviveMistakes(tell: (message: string) => void): void {
  const report = (error: unknown): void =>
    tell(`Unexpected: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  process.on('unhandledRejection', report);
  process.on('uncaughtException', report);
}
