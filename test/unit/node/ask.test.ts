import assert from 'node:assert/strict';
import { DiskPace, type Ask } from '../../../server/src/node/ask';

/** A disk that takes so long for an answer, in milliseconds, on a clock of its own. */
class Disk {
  now = 0;
  takes: number;
  readonly pace = new DiskPace(() => this.now);
  /** Which way each answer came, in order. */
  readonly ways: ('directly' | 'pooled')[] = [];
  /** Answers that came directly since something else last had its turn. */
  inTurn = 0;
  /** One answer of so many takes 60 ms. */
  holdUpEvery = Infinity;

  constructor(takes: number) {
    this.takes = takes;
  }

  readonly #answer = (ask: Ask, value: number): number | Promise<number> =>
    ask(
      () => {
        this.ways.push('directly');
        this.inTurn++;
        this.now += this.ways.length % this.holdUpEvery === 0 ? 60 : this.takes;
        return value;
      },
      () => {
        this.ways.push('pooled');
        return new Promise((resolve) => setImmediate(() => resolve(value)));
      },
    );

  read = (value: number): Promise<number> =>
    this.pace.reading(async (ask) => (await this.#answer(ask, value)) + (await this.#answer(ask, 1)));

  /** As a workspace is read: sixteen files at a time. @returns what was read, in order */
  async readMany(count: number): Promise<readonly number[]> {
    const found: number[] = [];
    const queue = Array.from({ length: count }).keys();
    const worker = async (): Promise<void> => {
      for (const value of queue) found[value] = await this.read(value);
    };
    await Promise.all(Array.from({ length: 16 }, worker));
    return found;
  }

  count = (way: 'directly' | 'pooled'): number => this.ways.filter((each) => each === way).length;
}

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, value) => value + 1);

describe('the disk is asked', () => {
  it('directly while it is quick and many files are read', async () => {
    const disk = new Disk(0.02);
    assert.deepEqual(await disk.readMany(1000), numbers(1000));
    assert.ok(disk.count('directly') > 1900, `${disk.count('directly')}`);
  });

  it('through the pool where few files are read: they may lie on a disk that has gone', async () => {
    const disk = new Disk(0.02);
    await Promise.all([1, 2, 3].map(disk.read));
    assert.deepEqual(disk.count('directly'), 0);
    // Also once many have been.
    await disk.readMany(100);
    const before = disk.count('directly');
    await disk.read(1);
    assert.equal(disk.count('directly'), before);
  });

  for (const takes of [0.5, 5, 200])
    it(`through the pool once its answers took ${takes} ms, and directly again when it is quick`, async () => {
      const disk = new Disk(takes);
      assert.deepEqual(await disk.readMany(1000), numbers(1000));
      assert.ok(disk.count('directly') < 40, `${disk.count('directly')}`);
      disk.takes = 0.02;
      disk.now += 60_000;
      await disk.readMany(1000);
      assert.ok(disk.count('directly') > 1900, `${disk.count('directly')}`);
    });

  it('directly though the program is held up now and then', async () => {
    const disk = new Disk(0.02);
    disk.holdUpEvery = 50;
    await disk.readMany(1000);
    assert.ok(disk.count('directly') > 1500, `${disk.count('directly')}`);
  });

  it('so that everything else has its turn between', async () => {
    const disk = new Disk(0.2);
    const inTurns: number[] = [];
    let next = setImmediate(function turn() {
      inTurns.push(disk.inTurn);
      disk.inTurn = 0;
      next = setImmediate(turn);
    });
    await disk.readMany(500);
    clearImmediate(next);
    const most = Math.max(...inTurns);
    assert.ok(disk.count('directly') > 900 && most <= 41, `${most} answers in one turn`);
  });

  it('and what it says no to is said to who asked', async () => {
    const disk = new Disk(0.02);
    const refuse = (): never => {
      throw new Error('no');
    };
    const refused = disk.pace.reading(
      async (ask) => await ask(refuse, () => Promise.reject(new Error('no'))),
    );
    const [first, ...others] = await Promise.allSettled([refused, ...numbers(20).map(disk.read)]);
    assert.equal(first.status, 'rejected');
    assert.ok(others.every(({ status }) => status === 'fulfilled'));
    // It is no longer counted among those under way.
    const before = disk.count('directly');
    await Promise.all(numbers(7).map(disk.read));
    assert.equal(disk.count('directly'), before);
  });
});
