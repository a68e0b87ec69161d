import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { createNodeHost } from '../../../server/src/node/host';
import { createRevisionHost } from '../../../server/src/node/revision-host';
import { RevisionTree } from '../../../server/src/node/revision-tree';
import type { WorkspaceHost } from '../../../server/src/workspace/host';
import { ENVIRONMENT, Repository, value } from './repository';

describe('the workspace as of a commit', function () {
  this.timeout(30_000);
  let repository: Repository;
  const opened: RevisionTree[] = [];
  beforeEach(() => {
    repository = new Repository();
  });
  afterEach(() => {
    for (const tree of opened.splice(0)) tree.files.close();
    repository.remove();
  });

  const hostAt = async (revision: string, searched = [repository.path]): Promise<WorkspaceHost> => {
    const git = repository.open();
    const tree = new RevisionTree(value(await git.filesAt(revision)));
    opened.push(tree);
    return createRevisionHost({ root: repository.path, tree, searched, git });
  };
  const namesIn = async (host: WorkspaceHost): Promise<readonly string[]> =>
    (await host.findFiles())
      .map(({ uri, what }) => `${what} ${uri.slice((host.roots()[0] ?? '').length + 1)}`)
      .sort();
  const u = (path: string): string => repository.uri(path);

  it('finds the files that the disk would show, and leaves out the same folders', async () => {
    repository.commit('2026-02-01T12:00:00Z', {
      'aims.yaml': 'aims: 1\n',
      'aims.lock': '',
      'train.py': '',
      'notes.md': '',
      'a/aims.yaml': 'aims: 1\n',
      'a/node_modules/x.yaml': '',
      'a/b/c/deep.py': '',
      'a/b/aims.yml': 'aims: 1\n',
      'env/pyvenv.cfg': '',
      'env/lib.py': '',
      'build/x.py': '',
      'other/z.py': '',
    });
    symlinkSync('train.py', join(repository.path, 'link.py'));
    symlinkSync('../aims.lock', join(repository.path, 'a/aims.lock'));
    repository.commit('2026-02-02T12:00:00Z', {});
    const searches = [['.'], ['a'], ['a/b/c'], ['a', 'a/b'], ['build'], ['env']];
    for (const folders of searches) {
      const searched = folders.map((folder) => join(repository.path, folder));
      const disk = createNodeHost(searched, { repositoryRoot: repository.path });
      const found = await namesIn(await hostAt('HEAD', searched));
      assert.deepEqual(found, await namesIn(disk), folders.join());
      assert.ok(found.length > 0);
    }
    assert.deepEqual(
      await namesIn(await hostAt('HEAD', [join(repository.path, 'a/b/c')])),
      [
        'lock a/aims.lock',
        'lock aims.lock',
        'yaml a/aims.yaml',
        'yaml a/b/aims.yml',
        'yaml aims.yaml',
        'code a/b/c/deep.py',
      ].sort(),
    );
  });

  it('reads what stood there then, not what stands there now', async () => {
    repository.commit('2026-02-01T12:00:00Z', { 'a.md': '\uFEFFthen\r\n', gone: '1' });
    repository.git(['tag', 'v1']);
    repository.git(['rm', '-q', 'gone']);
    repository.commit('2026-02-02T12:00:00Z', { 'a.md': 'later', 'new.md': '1' });
    repository.write('a.md', 'now');
    const host = await hostAt('v1');
    assert.deepEqual(await host.readText(u('a.md')), { kind: 'text', text: 'then\r\n' });
    assert.deepEqual(await host.readText(u('new.md')), { kind: 'missing' });
    assert.deepEqual(await Promise.all(['gone', 'new.md', '.', 'a.md/x'].map((path) => host.stat(u(path)))), [
      'file',
      'missing',
      'directory',
      'missing',
    ]);
    assert.equal('modified' in host, false);
    assert.deepEqual(await host.list?.(u('.')), [
      { name: 'a.md', folder: false },
      { name: 'gone', folder: false },
    ]);
  });

  it('does not read an approvals record that is a link, as the disk does not', async () => {
    symlinkSync('other', join(repository.path, 'aims.lock'));
    repository.commit('2026-02-01T12:00:00Z', { other: '' });
    const [host, disk] = [await hostAt('HEAD'), createNodeHost([repository.path])];
    const read = await host.readText(u('aims.lock'));
    assert.equal(read.kind, 'unreadable');
    assert.deepEqual(read, await disk.readText(u('aims.lock')));
  });

  it('gives the digests that the disk gives', async () => {
    repository.commit('2026-02-01T12:00:00Z', { text: 'a\r\nb\n', binary: 'a\0b', empty: '' });
    const [host, disk] = [await hostAt('HEAD'), createNodeHost([repository.path])];
    for (const path of ['text', 'binary', 'empty', 'nowhere'])
      assert.deepEqual(await host.digest?.(u(path)), await disk.digest?.(u(path)), path);
    assert.ok(await host.digest?.(u('text')));
  });

  it('gives the digests that the disk gives also of a text too large to be read by anybody', async () => {
    const large = '\r\n'.repeat(32_000_001);
    repository.commit('2026-02-01T12:00:00Z', { large, limit: large.slice(0, 64_000_000) });
    const [host, disk] = [await hostAt('HEAD'), createNodeHost([repository.path])];
    for (const path of ['large', 'limit']) {
      const digest = await host.digest?.(u(path));
      assert.deepEqual(digest, await disk.digest?.(u(path)), path);
      assert.equal(digest?.content === digest?.bytes, path === 'large');
    }
  });

  it('follows links as the disk does, never out of the workspace nor for ever', async () => {
    mkdirSync(join(repository.path, 'd'));
    const links: readonly (readonly [string, string])[] = [
      ['to-file', 'd/a.md'],
      ['to-folder', 'd'],
      ['to-link', 'to-folder'],
      ['nowhere', 'gone/x'],
      ['d/up', '../b.md'],
      ['out', '../outside'],
      ['absolute', '/etc/hostname'],
      ['one', 'two'],
      ['two', 'one'],
    ];
    for (const [name, leads] of links) symlinkSync(leads, join(repository.path, name));
    repository.write('../outside', 'secret');
    repository.commit('2026-02-01T12:00:00Z', { 'd/a.md': 'a', 'b.md': 'b' });
    const [host, disk] = [await hostAt('HEAD'), createNodeHost([repository.path])];
    for (const path of [
      'to-file',
      'to-folder',
      'to-folder/a.md',
      'to-link/a.md',
      'to-link/up',
      'nowhere',
      'd/up',
      'out',
      'absolute',
    ]) {
      assert.equal(await host.stat(u(path)), await disk.stat(u(path)), path);
      const [read, onDisk] = [await host.readText(u(path)), await disk.readText(u(path))];
      assert.deepEqual(read, onDisk, path);
    }
    assert.equal(await host.stat(u('one')), 'unknown');
    assert.equal((await host.readText(u('one'))).kind, 'unreadable');
    assert.equal(await host.stat(u('out')), 'outside');
  });

  it('says nothing of what stands in another repository', async () => {
    const inner = join(repository.top, 'inner');
    repository.init(inner);
    repository.commit('2026-02-01T12:00:00Z', { 'x.md': '1' }, inner);
    const add = ['submodule', '--quiet', 'add', `file://${inner}`, 'sub'];
    repository.git(['-c', 'protocol.file.allow=always', ...add]);
    repository.commit('2026-02-02T12:00:00Z', {});
    const host = await hostAt('HEAD');
    assert.equal(await host.stat(u('sub')), 'unknown');
    assert.equal(await host.stat(u('sub/x.md')), 'unknown');
    assert.equal((await host.readText(u('sub/x.md'))).kind, 'unreadable');
  });

  it('has the size limits of the disk', async () => {
    const large = 'x'.repeat(5_000_001);
    repository.commit('2026-02-01T12:00:00Z', { 'large.yaml': large, 'large.py': large, 'large.ts': large });
    const [host, disk] = [await hostAt('HEAD'), createNodeHost([repository.path])];
    assert.deepEqual(await host.readText(u('large.yaml')), {
      kind: 'unreadable',
      reason: 'it is larger than 5 MB',
    });
    assert.deepEqual(await host.readText(u('large.yaml')), await disk.readText(u('large.yaml')));
    assert.equal((await host.readText(u('large.py'))).kind, 'text');
    assert.deepEqual(await host.readText(u('large.ts')), await disk.readText(u('large.ts')));
  });

  it('reads nothing outside the repository', async () => {
    repository.commit('2026-02-01T12:00:00Z', { a: '1' });
    const host = await hostAt('HEAD');
    for (const uri of ['file:///etc/hostname', 'https://example.org/a', 'untitled:a', u('../a')]) {
      assert.deepEqual(await host.readText(uri), { kind: 'missing' }, uri);
      assert.equal(await host.stat(uri), 'unknown', uri);
      assert.deepEqual(await host.list?.(uri), []);
    }
  });

  it('starts one program for a thousand files', async () => {
    repository.commit(
      '2026-02-01T12:00:00Z',
      Object.fromEntries(
        Array.from({ length: 1_000 }, (_, at) => [`s${at}/aims.yaml`, `aims: 1\nid: s${at}\n`]),
      ),
    );
    const log = join(repository.top, 'trace');
    // What git writes of itself, one line a command.
    const environment = { ...ENVIRONMENT, GIT_CONFIG_GLOBAL: join(repository.top, 'config') };
    repository.git(['config', '-f', environment.GIT_CONFIG_GLOBAL, 'trace2.eventTarget', log]);
    const git = repository.open(repository.path, { environment });
    const tree = new RevisionTree(value(await git.filesAt('HEAD')));
    opened.push(tree);
    const host = createRevisionHost({ root: repository.path, tree, searched: [repository.path], git });
    const found = await host.findFiles();
    const texts = await Promise.all(found.map(({ uri }) => host.readText(uri)));
    assert.equal(texts.filter(({ kind }) => kind === 'text').length, 1_000);
    tree.files.close();

    const starts = readFileSync(log, 'utf8').match(/"event":"start"/g)?.length ?? 0;
    assert.ok(starts > 0 && starts <= 6, `${starts} programs`);
  });
});
