/**
 * Which way the disk is asked. The thread pool costs several times what the answer of a local disk does; but while a disk
 * is asked directly nothing else is done, and one on a network may take its time.
 */

/**
 * Asks one thing: `directly` waits for the answer, `pooled` does not. Throws or rejects with what the system says, so it
 * is to be awaited where that is caught.
 */
export type Ask = <T>(directly: () => T, pooled: () => Promise<T>) => T | Promise<T>;

/** Never waits: for who reads a file now and then. */
export const throughPool: Ask = (_directly, pooled) => pooled();

/** Files read at the same time from which on there is a gain. One alone may lie on a disk that has gone. */
const MANY = 8;

// Milliseconds.
/** Then whatever else the program has to do has its turn. */
const SLICE = 8;
/** A disk that takes longer, on average, is slow. */
const SLOW = 0.3;
/** No answer counts as longer: where other programs hold this one up now and then, the disk is not slow. */
const COUNTED = 2;
/** A slow disk is not asked directly for so long. */
const PAUSE = 2000;

/** What the last answer counts in the average: about five long ones in a row make a disk slow. */
const WEIGHT = 1 / 32;

/** Asks directly while many files are read and the disk is quick, in slices of time; else through the pool. */
export class DiskPace {
  readonly #now: () => number;
  #underWay = 0;
  /** Of what was asked directly, in milliseconds. */
  #average = 0;
  #slowUntil = -Infinity;
  #sliceEnd = -Infinity;
  #nextSlice: Promise<void> | undefined;

  /** @param now milliseconds from any start */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** @param read reads one file by what it is given to ask with */
  async reading<T>(read: (ask: Ask) => Promise<T>): Promise<T> {
    this.#underWay++;
    try {
      return await read(this.#ask);
    } finally {
      this.#underWay--;
    }
  }

  readonly #ask: Ask = (directly, pooled) => {
    const now = this.#now();
    if (this.#underWay < MANY || now < this.#slowUntil) return pooled();
    return now < this.#sliceEnd
      ? this.#timed(directly, now)
      : this.#untilNextSlice().then(() => this.#ask(directly, pooled));
  };

  #timed<T>(directly: () => T, begun: number): T {
    try {
      return directly();
    } finally {
      const now = this.#now();
      this.#average += (Math.min(now - begun, COUNTED) - this.#average) * WEIGHT;
      if (this.#average > SLOW) {
        this.#average = 0;
        this.#slowUntil = now + PAUSE;
      }
    }
  }

  #untilNextSlice(): Promise<void> {
    return (this.#nextSlice ??= new Promise((resolve) => {
      setImmediate(() => {
        this.#nextSlice = undefined;
        this.#sliceEnd = this.#now() + SLICE;
        resolve();
      });
    }));
  }
}
