import assert from 'node:assert/strict';
import { existsSync, lstatSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFile } from '../../../server/src/node/create-file';
import { WriteError } from '../../../server/src/node/replace-files';
import { createFolder, type Folder } from '../../support/folder';

describe('a new file', () => {
  let folder: Folder;
  let outside: Folder;
  beforeEach(() => {
    folder = createFolder();
    outside = createFolder();
  });
  afterEach(() => {
    folder.dispose();
    outside.dispose();
  });

  const create = (path: string): Promise<void> => createFile(folder.path, join(folder.path, path), 'new\n');
  const refused = (path: string, reason: RegExp): Promise<void> =>
    assert.rejects(create(path), (error) => error instanceof WriteError && reason.test(error.message));

  it('is written where nothing is', async () => {
    await create('aims.yaml');
    assert.equal(readFileSync(join(folder.path, 'aims.yaml'), 'utf8'), 'new\n');
  });

  it('is not written over a file', async () => {
    folder.write('aims.yaml', 'mine\n');
    await refused('aims.yaml', /already/);
    assert.equal(readFileSync(join(folder.path, 'aims.yaml'), 'utf8'), 'mine\n');
  });

  it('is not written over a folder', async () => {
    mkdirSync(join(folder.path, 'aims.yaml'));
    await refused('aims.yaml', /already/);
  });

  it('is not written through a link, be it to a file or to nothing', async () => {
    outside.write('theirs', 'theirs\n');
    symlinkSync(join(outside.path, 'theirs'), join(folder.path, 'a.aims.yaml'));
    symlinkSync(join(outside.path, 'nothing'), join(folder.path, 'b.aims.yaml'));
    await refused('a.aims.yaml', /already/);
    await refused('b.aims.yaml', /already/);
    assert.equal(readFileSync(join(outside.path, 'theirs'), 'utf8'), 'theirs\n');
    assert.ok(!existsSync(join(outside.path, 'nothing')));
    assert.ok(lstatSync(join(folder.path, 'b.aims.yaml')).isSymbolicLink());
  });

  it('is not written into a folder that a link leads to elsewhere', async () => {
    symlinkSync(outside.path, join(folder.path, 'sub'));
    await refused('sub/aims.yaml', /link out of/);
    assert.ok(!existsSync(join(outside.path, 'aims.yaml')));
  });

  it('needs its folder', async () => {
    await refused('nowhere/aims.yaml', /ENOENT/);
    writeFileSync(join(folder.path, 'file'), '');
    await refused('file/aims.yaml', /ENOTDIR/);
  });
});
