import assert from 'node:assert/strict';
import { appendFileSync, rmSync, truncateSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { digestOfPath } from '../../../server/src/node/digest';
import { PathDigests } from '../../../server/src/node/path-digests';
import { createFolder, type Folder } from '../../support/folder';

/** Long ago, in seconds. */
const THEN = 1_000_000;

describe('digests of files on disk, kept', function () {
  this.timeout(20_000);
  let folder: Folder;
  let reads = 0;
  let digests: PathDigests;
  const read: typeof digestOfPath = (file) => {
    reads++;
    return digestOfPath(file);
  };
  const path = (): string => join(folder.path, 'model.bin');
  beforeEach(() => {
    folder = createFolder({ 'model.bin': 'one' });
    reads = 0;
    digests = new PathDigests(read);
  });
  afterEach(() => folder.dispose());

  it('are worked out once while size and time are the same', async () => {
    utimesSync(path(), THEN, THEN);
    const first = await digests.of(path());
    assert.deepEqual(first, await digestOfPath(path()));
    assert.equal(await digests.of(path()), first);
    assert.equal(reads, 1);
  });

  it('are others as soon as the file is, though its size and the time it claims are the same', async () => {
    utimesSync(path(), THEN, THEN);
    const first = await digests.of(path());
    folder.write('model.bin', 'two');
    utimesSync(path(), THEN, THEN);
    const second = await digests.of(path());
    assert.notDeepEqual(second, first);
    assert.deepEqual(second, await digestOfPath(path()));
    rmSync(path());
    await assert.rejects(digests.of(path()), { code: 'ENOENT' });
  });

  it('of a small file that was written just now are there at once, and not relied on later', async () => {
    const begun = performance.now();
    await digests.of(path());
    await digests.of(path());
    assert.ok(performance.now() - begun < 1_000);
    assert.equal(reads, 2);
  });

  it('of a large file are worked out when it has been still for a while', async () => {
    truncateSync(path(), 10_000_001);
    const begun = performance.now();
    const writing = setInterval(() => appendFileSync(path(), 'x'), 200);
    setTimeout(() => clearInterval(writing), 1_000);
    const digest = await digests.of(path());
    const took = performance.now() - begun;
    assert.ok(took > 2_500, `${took} ms`);
    assert.equal(reads, 1);
    assert.deepEqual(digest, await digestOfPath(path()));
    assert.equal(await digests.of(path()), digest);
    assert.equal(reads, 1);
  });

  it('are none of a large file that is written to all the time', async () => {
    truncateSync(path(), 10_000_001);
    const writing = setInterval(() => appendFileSync(path(), 'x'), 200);
    try {
      assert.equal(await new PathDigests(read, 2_500).of(path()), undefined);
      assert.equal(reads, 0);
    } finally {
      clearInterval(writing);
    }
  });
});
