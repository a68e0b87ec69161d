import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Longest an honest holder may take, in milliseconds; after that its process id may belong to another program. */
const staleAfter = 20 * 60_000;

/**
 * Runs `work` while no other process on this machine runs work under the same lock file; waits for its turn.
 * The file names the holder's process, so the lock of a killed process does not block anybody.
 *
 * @param {string} file lock file; its folder exists
 * @param {() => Promise<T>} work
 * @param {() => void} onWait called once if another process holds the lock
 * @template T
 * @returns {Promise<T>}
 */
export async function withLock(file, work, onWait = () => {}) {
  let waited = false;
  while (!take(file)) {
    if (isStale(file)) {
      rmSync(file, { force: true });
      continue;
    }
    if (!waited) onWait();
    waited = true;
    await sleep(500);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file) {
  try {
    writeFileSync(file, JSON.stringify({ pid: process.pid, since: Date.now() }), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function isStale(file) {
  try {
    const { pid, since } = JSON.parse(readFileSync(file, 'utf8'));
    if (Date.now() - since > staleAfter) return true;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    // Only a dead process is stale: a lock file that is gone or half written is somebody else's turn just now.
    return error.code === 'ESRCH';
  }
}
