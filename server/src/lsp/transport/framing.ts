/**
 * Cuts a byte stream into JSON-RPC messages, strictly: a header that makes no sense is an error at once. Readers that
 * wait for the missing bytes of a negative or absurd Content-Length wait for ever, and nobody learns why.
 */

/** Larger messages are refused: editors send no documents beyond 50 MB. In bytes. */
export const MAX_BODY = 256_000_000;
const MAX_HEADER = 8_192;

export class FramingError extends Error {
  override readonly name = 'FramingError';
}

const END_OF_HEADER = '\r\n\r\n';
const LENGTH = /^content-length[ \t]*:[ \t]*(\d{1,9})[ \t]*$/i;
const FIELD = /^[!-9;-~]+[ \t]*:/;

/** The length a header announces. @throws FramingError where there is none, several, or one beyond bounds */
function bodyLength(header: string): number {
  let length: number | undefined;
  for (const line of header.split('\r\n')) {
    if (!FIELD.test(line)) throw new FramingError(`This is no header: ${JSON.stringify(line.slice(0, 80))}.`);
    if (!/^content-length[ \t]*:/i.test(line)) continue;
    const digits = LENGTH.exec(line)?.[1];
    if (digits === undefined || length !== undefined)
      throw new FramingError(`Content-Length makes no sense: ${JSON.stringify(line.slice(0, 80))}.`);
    length = Number(digits);
  }
  if (length === undefined) throw new FramingError('A message has no Content-Length.');
  if (length > MAX_BODY) throw new FramingError(`A message of ${length} bytes is too long.`);
  return length;
}

export class Frames {
  #chunks: Buffer[] = [];
  #size = 0;
  /** Bytes of the body waited for; undefined while a header is. */
  #awaited: number | undefined;

  /** True between the first byte of a message and its last. */
  get isInside(): boolean {
    return this.#awaited !== undefined || this.#size > 0;
  }

  /** Bodies that are complete with this chunk, in order. @throws FramingError; what follows in the stream is lost */
  push(chunk: Buffer): Buffer[] {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    const bodies: Buffer[] = [];
    for (;;) {
      this.#awaited ??= this.#takeHeader();
      if (this.#awaited === undefined || this.#size < this.#awaited) return bodies;
      bodies.push(this.#take(this.#awaited));
      this.#awaited = undefined;
    }
  }

  #takeHeader(): number | undefined {
    if (this.#size === 0) return undefined;
    const buffer = this.#joined();
    const end = buffer.subarray(0, MAX_HEADER).indexOf(END_OF_HEADER);
    if (end >= 0) return bodyLength(this.#take(end + END_OF_HEADER.length).toString('latin1', 0, end));
    if (buffer.length >= MAX_HEADER) throw new FramingError('A header does not end.');
    // Something other than a header, such as a stray print, is not waited out.
    if (!FIELD.test(buffer.toString('latin1', 0, 256)) && /[\r\n]/.test(buffer.toString('latin1', 0, 256)))
      throw new FramingError('This is no message.');
    return undefined;
  }

  #joined(): Buffer {
    const [only] = this.#chunks;
    if (only && this.#chunks.length === 1) return only;
    const buffer = Buffer.concat(this.#chunks);
    this.#chunks = [buffer];
    return buffer;
  }

  #take(count: number): Buffer {
    const buffer = this.#joined();
    this.#chunks = count < buffer.length ? [buffer.subarray(count)] : [];
    this.#size -= count;
    return buffer.subarray(0, count);
  }
}
