import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { Frames, FramingError } from '../../../server/src/lsp/transport/framing';

const frame = (body: string): Buffer =>
  Buffer.concat([Buffer.from(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n`), Buffer.from(body)]);

describe('frames', () => {
  it('come out as they went in, however the stream is cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 5 }),
        fc.infiniteStream(fc.integer({ min: 1, max: 40 })),
        (bodies, sizes) => {
          const stream = Buffer.concat(bodies.map(frame));
          const frames = new Frames();
          const got: string[] = [];
          let at = 0;
          while (at < stream.length) {
            const size = sizes.next().value as number;
            got.push(...frames.push(stream.subarray(at, at + size)).map((body) => body.toString('utf8')));
            at += size;
          }
          assert.deepEqual(got, bodies);
          assert.equal(frames.isInside, false);
        },
      ),
    );
  });

  it('never wait on bytes that begin no message', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (noise) => {
        const frames = new Frames();
        const push = (): unknown => frames.push(Buffer.from(`${noise}\n\r\n\r\n`));
        if (/^[!-9;-~]+[ \t]*:/.test(noise)) return;
        assert.throws(push, FramingError);
      }),
    );
  });

  it('take other headers beside the length', () => {
    const [body] = new Frames().push(
      Buffer.from('content-length : 2\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n{}'),
    );
    assert.equal(String(body), '{}');
  });
});
