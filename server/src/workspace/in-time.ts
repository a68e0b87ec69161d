/** Waits for something, but not for ever. */

/**
 * @param limit in milliseconds
 * @returns was it there in time? Rejects where it does in time
 */
export async function inTime(work: Promise<unknown>, limit: number): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), limit);
  });
  try {
    return await Promise.race([work.then(() => true), over]);
  } finally {
    clearTimeout(timer);
  }
}
