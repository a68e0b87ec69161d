import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Asks again until there is an answer: the one way these tests wait.
 *
 * @param what completes "waited in vain for …"
 * @param read gives undefined or false as long as the answer is not there
 * @param timeout in milliseconds
 * @throws Error naming what was waited for, with the last thing `read` threw
 */
export async function until<T>(
  what: string,
  read: () => Promise<T | undefined | false>,
  timeout = 20_000,
): Promise<T> {
  const deadline = Date.now() + timeout;
  let problem: unknown;
  while (Date.now() < deadline) {
    try {
      const answer = await read();
      if (answer !== undefined && answer !== false) return answer;
      problem = undefined;
    } catch (error) {
      problem = error;
    }
    await sleep(50);
  }
  throw new Error(`waited in vain for ${what}`, { cause: problem });
}
