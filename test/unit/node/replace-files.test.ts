import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFiles, WriteError, type Replacement } from '../../../server/src/node/replace-files';
import { createFolder, type Folder } from '../../support/folder';

describe('files that are replaced together', () => {
  let folder: Folder;
  beforeEach(() => (folder = createFolder({ 'a.lock': '\uFEFFold\r\n' })));
  afterEach(() => folder.dispose());

  const path = (name: string): string => join(folder.path, name);
  const to = (name: string, text: string): Replacement => ({ path: path(name), text: () => text });

  it('are given what stands there now', async () => {
    const seen: (string | undefined)[] = [];
    const text = (before: string | undefined): string => {
      seen.push(before);
      return 'new\n';
    };
    await replaceFiles(folder.path, [
      { path: path('a.lock'), text },
      { path: path('b.lock'), text },
    ]);
    assert.deepEqual(seen, ['old\r\n', undefined]);
    for (const name of ['a.lock', 'b.lock']) assert.equal(readFileSync(path(name), 'utf8'), 'new\n');
    assert.deepEqual(readdirSync(folder.path), ['a.lock', 'b.lock']);
  });

  it('are as they were, byte by byte, where the last of them fails at the last moment', async () => {
    const last: Replacement = {
      path: path('c.lock'),
      // Something takes the name after it was seen to be free.
      text: () => {
        mkdirSync(path('c.lock'));
        return 'new\n';
      },
    };
    const done = replaceFiles(folder.path, [to('a.lock', 'new\n'), to('b.lock', 'new\n'), last]);
    await assert.rejects(done, (error) => error instanceof WriteError && error.path === path('c.lock'));
    assert.equal(readFileSync(path('a.lock'), 'utf8'), '\uFEFFold\r\n');
    assert.deepEqual(readdirSync(folder.path).sort(), ['a.lock', 'c.lock']);
  });

  it('are none where one says that there is no new text', async () => {
    const none: Replacement = {
      path: path('b.lock'),
      text: () => {
        throw new WriteError(path('b.lock'), 'no');
      },
    };
    await assert.rejects(replaceFiles(folder.path, [to('a.lock', 'new\n'), none]), /^WriteError: no$/);
    assert.equal(readFileSync(path('a.lock'), 'utf8'), '\uFEFFold\r\n');
    assert.deepEqual(readdirSync(folder.path), ['a.lock']);
  });

  it('lie in the root, links followed', async function () {
    if (process.platform === 'win32') this.skip();
    const outside = createFolder();
    symlinkSync(outside.path, path('out'));
    await assert.rejects(replaceFiles(folder.path, [to('out/a.lock', 'x')]), /link out of the workspace/);
    await assert.rejects(replaceFiles(folder.path, [to('../a.lock', 'x')]), /link out of the workspace/);
    assert.deepEqual(readdirSync(outside.path), []);
    writeFileSync(join(outside.path, 'b.lock'), 'mine');
    symlinkSync(join(outside.path, 'b.lock'), path('b.lock'));
    await assert.rejects(replaceFiles(folder.path, [to('b.lock', 'x')]), /it is a link/);
    assert.equal(readFileSync(join(outside.path, 'b.lock'), 'utf8'), 'mine');
    assert.ok(!existsSync(join(outside.path, 'b.lock.new')));
    outside.dispose();
  });
});
