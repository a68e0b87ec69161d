/** Digests of files on disk, kept while a file is the same: a model takes minutes to read, word of a change comes often. */
import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FileDigest } from '../evidence';
import { atMost } from '../workspace/at-most';
import { digestOfPath } from './digest';

/** Files read at the same time: each may be large. */
const AT_ONCE = 4;

/** Smaller files are read at once: that takes less time than to wait whether they are still. In bytes. */
const SOON_READ = 10_000_000;

/**
 * A file that was not written to for so long is still. One that was may be written to again within the same tick of the
 * file system's clock, so that its time does not tell: its digest is not kept. In milliseconds.
 */
const QUIET = 2_000;

/** Of a file that is not still in this time nothing is known. In milliseconds. */
const GIVE_UP_AFTER = 10_000;

interface Known {
  /** What the file system says of the file. */
  readonly stamp: string;
  readonly digest: FileDigest;
}

export class PathDigests {
  readonly #known = new Map<string, Known>();
  readonly #inTurn = atMost(AT_ONCE);
  readonly #digestOf: typeof digestOfPath;
  readonly #giveUpAfter: number;

  /**
   * @param digestOf how a file is read, see `digestOfPath`
   * @param giveUpAfter in milliseconds
   */
  constructor(digestOf = digestOfPath, giveUpAfter = GIVE_UP_AFTER) {
    this.#digestOf = digestOf;
    this.#giveUpAfter = giveUpAfter;
  }

  /** @returns undefined where it is no regular file, or is written to all the time. Rejects with what the system says */
  async of(path: string): Promise<FileDigest | undefined> {
    for (const begun = Date.now(); ;) {
      const found = await stat(path);
      if (!found.isFile()) return undefined;
      const stamp = [found.size, found.mtimeMs, found.ctimeMs, found.ino].join(' ');
      const known = this.#known.get(path);
      if (known?.stamp === stamp) return known.digest;
      // A little less than nothing where clocks differ a little; where they differ more, it tells nothing.
      const age = Date.now() - found.mtimeMs;
      const isRestless = found.size > SOON_READ && Math.abs(age) < QUIET;
      const digest = isRestless ? undefined : await this.#inTurn(() => this.#digestOf(path));
      if (digest && age >= QUIET) this.#known.set(path, { stamp, digest });
      if (digest || Date.now() - begun > this.#giveUpAfter) return digest;
      await sleep(isRestless ? QUIET - age : QUIET);
    }
  }
}
