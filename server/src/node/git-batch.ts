/** Reads many objects of a repository through one process: `git cat-file --batch`. */
import type { Answer, Doubt } from '../workspace/git';
import { known, unknown } from './git-answer';
import { endGit, talkToGit, type GitStart, type GitTalk } from './git-process';

interface Question {
  readonly id: string;
  readonly limit: number;
  readonly settle: (answer: Answer<Uint8Array>) => void;
}

/** An answer of which only a part has come. */
interface Reading {
  /** Bytes still to come, the line end behind the content included. */
  left: number;
  readonly size: number;
  /** Undefined where it is larger than what was asked for: then it is passed over. */
  readonly chunks: Buffer[] | undefined;
}

/** What is larger than asked for is passed over; beyond so many bytes, git is started anew instead. */
const MOST_PASSED_OVER = 100_000_000;
const LINE_END = 0x0a;
/** Of a line that says what comes: an object id, a type and a size. */
const LONGEST_HEADER = 1_000;

/**
 * How often it is started anew: git ends at an object that was left out when the repository was cloned and that it may
 * not fetch.
 */
const MOST_STARTS = 100;

/**
 * Objects by their id, answered in the order in which they are asked for. Never throws. The process starts with the
 * first question; where it says nothing for as long as the timeout, it is ended and nothing more is known.
 */
export class BlobReader {
  readonly #run: GitStart;
  readonly #questions: Question[] = [];
  #child: GitTalk | undefined;
  #starts = 0;
  #buffered: Buffer = Buffer.alloc(0);
  #reading: Reading | undefined;
  #timer: NodeJS.Timeout | undefined;
  #ended: Doubt | undefined;

  constructor(run: GitStart) {
    this.#run = run;
  }

  /**
   * @param id of an object, as git lists it
   * @param limit in bytes
   */
  read(id: string, limit: number): Promise<Answer<Uint8Array>> {
    if (this.#ended !== undefined) return Promise.resolve(unknown(this.#ended));
    if (!/^[0-9a-f]{40,64}$/.test(id)) return Promise.resolve(unknown('failed'));
    return new Promise((settle) => {
      this.#questions.push({ id, limit, settle });
      if (this.#child) this.#child.stdin.write(`${id}\n`);
      else this.#start();
      this.#wait();
    });
  }

  /** Whatever is still asked is not answered. */
  close(): void {
    this.#end('failed');
  }

  /** Asks what has no answer yet. */
  #start(): void {
    const child = this.#starts++ < MOST_STARTS ? talkToGit(['cat-file', '--batch'], this.#run) : undefined;
    if (!child) {
      this.#end(this.#starts > MOST_STARTS ? 'failed' : 'no-git');
      return;
    }
    this.#child = child;
    this.#buffered = Buffer.alloc(0);
    this.#reading = undefined;
    child.on('error', () => this.#end('no-git'));
    child.on('close', () => {
      if (this.#child === child) this.#startAnew('failed');
    });
    // It has gone; `close` says so as well.
    child.stdin.on('error', () => undefined);
    child.stdout.on('data', (chunk: Buffer) => {
      if (this.#child !== child) return;
      this.#wait();
      this.#take(chunk);
    });
    child.stdin.write(this.#questions.map(({ id }) => `${id}\n`).join(''));
  }

  /** The question that is being answered gets no other answer than this. */
  #startAnew(doubt: Doubt): void {
    this.#leave();
    this.#answer(unknown(doubt));
    if (this.#questions.length > 0) this.#start();
  }

  #end(doubt: Doubt): void {
    if (this.#ended !== undefined) return;
    this.#ended = doubt;
    clearTimeout(this.#timer);
    for (const { settle } of this.#questions.splice(0)) settle(unknown(doubt));
    this.#leave();
  }

  #leave(): void {
    const child = this.#child;
    if (!child) return;
    this.#child = undefined;
    child.stdin.destroy();
    child.stdout.destroy();
    endGit(child);
  }

  /** From now on, so long for the next sign of life. */
  #wait(): void {
    clearTimeout(this.#timer);
    if (this.#questions.length > 0) this.#timer = setTimeout(() => this.#end('timed-out'), this.#run.timeout);
  }

  #take(chunk: Buffer): void {
    let rest = chunk;
    const child = this.#child;
    while (rest.length > 0 && this.#child === child)
      rest = this.#reading ? this.#takeContent(this.#reading, rest) : this.#takeHeader(rest);
    if (this.#questions.length === 0) clearTimeout(this.#timer);
  }

  #takeHeader(chunk: Buffer): Buffer {
    const end = chunk.indexOf(LINE_END);
    const line = Buffer.concat([this.#buffered, end < 0 ? chunk : chunk.subarray(0, end)]);
    if (line.length > LONGEST_HEADER) {
      this.#end('failed');
      return chunk.subarray(chunk.length);
    }
    if (end < 0) {
      this.#buffered = line;
      return chunk.subarray(chunk.length);
    }
    this.#buffered = Buffer.alloc(0);
    const found = /^[0-9a-f]+ blob (\d{1,15})$/.exec(line.toString('latin1'))?.[1];
    const size = Number(found);
    if (found === undefined) this.#answer(unknown('failed'));
    else if (size > MOST_PASSED_OVER) this.#startAnew('too-large');
    else {
      const isWanted = size <= (this.#questions[0]?.limit ?? 0);
      this.#reading = { left: size + 1, size, chunks: isWanted ? [] : undefined };
    }
    return chunk.subarray(end + 1);
  }

  #takeContent(reading: Reading, chunk: Buffer): Buffer {
    const taken = chunk.subarray(0, reading.left);
    reading.chunks?.push(taken);
    reading.left -= taken.length;
    if (reading.left === 0) {
      this.#reading = undefined;
      this.#answer(
        reading.chunks ? known(Buffer.concat(reading.chunks, reading.size)) : unknown('too-large'),
      );
    }
    return chunk.subarray(taken.length);
  }

  #answer(answer: Answer<Uint8Array>): void {
    this.#questions.shift()?.settle(answer);
  }
}
