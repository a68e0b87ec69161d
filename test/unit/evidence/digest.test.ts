import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { digestOfFile, digestOfText, parseDigest } from '../../../server/src/evidence';
import { digestOfPath } from '../../../server/src/node/digest';

const sha = (data: string | Uint8Array): string =>
  `sha256:${createHash('sha256').update(data).digest('hex')}`;
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

describe('digests of files', () => {
  it('agree with Node on any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), async (bytes) => {
        assert.equal((await digestOfFile(Uint8Array.from(bytes))).bytes, sha(bytes));
      }),
      { numRuns: 20 },
    );
  });

  it('of text do not depend on line breaks and a byte order mark, those of bytes do', async () => {
    for (const text of ['a\r\nb\r\n', 'a\rb\r', '\uFEFFa\r\nb\n', 'a\nb\n']) {
      assert.equal(await digestOfText(text), sha('a\nb\n'));
      assert.deepEqual(await digestOfFile(bytesOf(text)), { content: sha('a\nb\n'), bytes: sha(text) });
    }
    assert.notEqual(await digestOfText('a\nb'), sha('a\nb\n'));
  });

  it('of what is no text are those of its bytes', async () => {
    for (const binary of [
      Uint8Array.of(1, 0, 13, 10),
      Uint8Array.of(0xff, 0xfe, 13, 10),
      Uint8Array.of(0xc3, 13, 10),
      new Uint8Array(),
    ])
      assert.deepEqual(await digestOfFile(binary), { content: sha(binary), bytes: sha(binary) });
  });

  it('of a file that Git LFS keeps elsewhere are those of the file, not of the note in its place', async () => {
    const meant = sha('the model');
    const note = `version https://git-lfs.github.com/spec/v1\noid ${meant}\nsize 9\n`;
    assert.deepEqual(await digestOfFile(bytesOf(note)), { content: meant, bytes: meant });
    const about = `# How we use LFS\n${note}`;
    assert.equal((await digestOfFile(bytesOf(about))).bytes, sha(about));
  });

  it('are the same in an editor and on disk', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
        fc.pre(!text.includes('\0'));
        assert.equal((await digestOfFile(bytesOf(text))).content, await digestOfText(text));
      }),
    );
  });

  it('on disk: of a small file as of its bytes, of one too large to hold as it is', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'aims-digest-'));
    try {
      const [small, large] = [join(folder, 'small.md'), join(folder, 'model.bin')];
      await writeFile(small, 'a\r\n');
      const bytes = new Uint8Array(64_000_001).fill(13);
      await writeFile(large, bytes);
      assert.deepEqual(await digestOfPath(small), { content: sha('a\n'), bytes: sha('a\r\n') });
      assert.deepEqual(await digestOfPath(large), { content: sha(bytes), bytes: sha(bytes) });
      assert.equal(await digestOfPath(folder), undefined);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('on disk: of a file that never stops growing there is none, and it is not followed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'aims-digest-'));
    const path = join(folder, 'log.bin');
    await writeFile(path, new Uint8Array(64_000_001));
    const test = { isOver: false };
    const growing = (async () => {
      while (!test.isOver) await appendFile(path, new Uint8Array(100_000));
    })();
    try {
      assert.equal(await digestOfPath(path), undefined);
    } finally {
      test.isOver = true;
      await growing;
      await rm(folder, { recursive: true });
    }
  });

  it('are read where they are some', () => {
    const abc = 'sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    for (const text of [abc, ` ${abc}\n`, abc.toUpperCase()]) assert.equal(parseDigest(text), abc);
    for (const none of ['', 'sha256:', 'sha256:ba78', 'md5:900150983cd24fb0', abc.slice(7), `${abc}0`])
      assert.equal(parseDigest(none), undefined, none);
  });
});
