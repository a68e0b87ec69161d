import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createNodeHost } from '../../../server/src/node/host';
import { toUri } from '../../../server/src/node/paths';
import { createLanguageService } from '../../../server/src/service';
import { createFolder, type Folder } from '../../support/folder';

describe('files on disk', () => {
  let folder: Folder;
  beforeEach(() => (folder = createFolder()));
  afterEach(() => folder.dispose());

  const found = async (
    options?: Parameters<typeof createNodeHost>[1],
    root = folder.path,
  ): Promise<string[]> => {
    const files = await createNodeHost([root], options).findFiles();
    return files.map(({ uri }) => uri.slice(toUri(folder.path).length + 1)).sort();
  };

  it('are found below the root, without other people’s code', async () => {
    for (const path of [
      'aims.yaml',
      'a/b/c/card.aims.yml',
      'src/train.py',
      'notebooks/x.IPYNB',
      'readme.md',
      'node_modules/x/aims.yaml',
      '.venv/lib/x.py',
      'env/pyvenv.cfg',
      'env/lib/x.py',
      'build/lib/x.py',
      'with space/ü.py',
    ])
      folder.write(path, '');
    assert.deepEqual(await found(), [
      'a/b/c/card.aims.yml',
      'aims.yaml',
      'notebooks/x.IPYNB',
      'src/train.py',
      'with%20space/%C3%BC.py',
    ]);
  });

  it('are found though the root itself has an excluded name, is a link or a virtual environment', async () => {
    folder.write('build/x.py', '');
    folder.write('build/pyvenv.cfg', '');
    symlinkSync(join(folder.path, 'build'), join(folder.path, 'link'));
    assert.deepEqual(await found({}, join(folder.path, 'build')), ['build/x.py']);
    assert.deepEqual(await found({}, join(folder.path, 'link')), ['link/x.py']);
    const host = createNodeHost([join(folder.path, 'link')]);
    assert.deepEqual(await host.readText(`${host.roots()[0] ?? ''}/x.py`), { kind: 'text', text: '' });
  });

  it('are found once though roots lie in one another, and never through links', async () => {
    folder.write('a/x.py', '');
    symlinkSync('..', join(folder.path, 'a/loop'));
    symlinkSync('x.py', join(folder.path, 'a/y.py'));
    const files = await createNodeHost([folder.path, join(folder.path, 'a')]).findFiles();
    assert.equal(files.length, 1);
  });

  it('of a repository: what stands above the root counts, what stands beside it does not', async () => {
    folder.write('aims.yaml', '');
    folder.write('team/aims.yaml', '');
    folder.write('team/tool.py', '');
    folder.write('team/credit/aims.yaml', '');
    folder.write('team/credit/src/x.py', '');
    folder.write('team/other/aims.yaml', '');
    const root = join(folder.path, 'team/credit');
    assert.deepEqual(await found({ repositoryRoot: folder.path }, root), [
      'aims.yaml',
      'team/aims.yaml',
      'team/credit/aims.yaml',
      'team/credit/src/x.py',
    ]);
    const host = createNodeHost([root], { repositoryRoot: folder.path });
    assert.deepEqual(host.roots(), [toUri(folder.path)]);
  });

  it('are found though they are links where they are approvals records, but not read: nothing counts there', async () => {
    folder.write('other.lock', 'x');
    folder.write('a/aims.lock', 'x');
    mkdirSync(join(folder.path, 'b'));
    symlinkSync('other.lock', join(folder.path, 'aims.lock'));
    symlinkSync('nowhere', join(folder.path, 'b/aims.lock'));
    symlinkSync('other.lock', join(folder.path, 'aims.yaml'));
    assert.deepEqual(await found(), ['a/aims.lock', 'aims.lock', 'b/aims.lock']);
    const service = createLanguageService({
      host: createNodeHost([folder.path]),
      clock: { today: () => '2026-11-01' },
      log: { warn: (message) => assert.fail(message) },
    });
    const snapshot = await service.snapshot();
    for (const path of ['aims.lock', 'b/aims.lock']) {
      const uri = toUri(join(folder.path, path));
      assert.equal(snapshot.locks.get(uri)?.text, undefined);
      const [finding, ...others] = service.findings(snapshot, uri);
      assert.deepEqual([finding?.rule, others], ['lock-damaged', []], path);
      assert.match(finding?.message ?? '', /cannot be read: it is a link\. Put a file of its own there\./);
    }
    // It is a file now.
    folder.remove('aims.lock');
    const uri = folder.write('aims.lock', 'x');
    await service.index.changed([uri]);
    assert.equal((await service.snapshot()).locks.get(uri)?.text, 'x');
  });

  describe('are read', () => {
    const read = (path: string): ReturnType<ReturnType<typeof createNodeHost>['readText']> =>
      createNodeHost([folder.path]).readText(toUri(join(folder.path, path)));
    const text = async (path: string): Promise<string> => {
      const result = await read(path);
      assert.ok(result.kind === 'text', JSON.stringify(result));
      return result.text;
    };

    it('as UTF-8, without the byte order mark', async () => {
      folder.write('a.yaml', Buffer.from([0xef, 0xbb, 0xbf, ...Buffer.from('é: 😀\r\n')]));
      assert.equal(await text('a.yaml'), 'é: 😀\r\n');
    });

    it('with a sign for what is no UTF-8, so that it is reported', async () => {
      folder.write('a.yaml', Buffer.from([0x61, 0xff, 0x62]));
      assert.equal(await text('a.yaml'), 'a\ufffdb');
      folder.write('b.yaml', Buffer.from('\ufeffaims: 1', 'utf16le'));
      assert.match(await text('b.yaml'), /^\ufffd\ufffda\0/);
    });

    it('up to a size', async () => {
      folder.write('a.yaml', '');
      truncateSync(join(folder.path, 'a.yaml'), 5_000_001);
      assert.deepEqual(await read('a.yaml'), { kind: 'unreadable', reason: 'it is larger than 5 MB' });
      truncateSync(join(folder.path, 'a.yaml'), 5_000_000);
      assert.equal((await text('a.yaml')).length, 5_000_000);
    });

    it('up to a size at which JavaScript is a bundle for certain, whatever its letters are', async () => {
      for (const name of ['a.js', 'a.cjs', 'a.tsx', 'a.mts', 'a.py', 'a.ipynb']) {
        folder.write(name, '');
        truncateSync(join(folder.path, name), 3_000_001);
        const isRead = name.includes('py');
        const { kind } = await read(name);
        assert.equal(kind, isRead ? 'text' : 'unreadable', name);
      }
      folder.write('letters.js', `// ${'語'.repeat(999_990)}`);
      const letters = await text('letters.js');
      assert.equal(letters.length, 999_993);
    });

    it('only where they are files: no folder, no pipe is opened or waited for', async () => {
      mkdirSync(join(folder.path, 'folder.yaml'));
      assert.deepEqual(await read('folder.yaml'), { kind: 'unreadable', reason: 'it is not a regular file' });
      if (process.platform === 'win32') return;
      execFileSync('mkfifo', [join(folder.path, 'pipe.yaml')]);
      assert.deepEqual(await read('pipe.yaml'), { kind: 'unreadable', reason: 'it is not a regular file' });
      assert.deepEqual(await found(), []);
    });

    it('alike whether one is read or many at once', async () => {
      const elsewhere = createFolder();
      elsewhere.write('secret.py', 'secret');
      mkdirSync(join(folder.path, 'folder.py'));
      symlinkSync(join(elsewhere.path, 'secret.py'), join(folder.path, 'out.py'));
      symlinkSync('0.py', join(folder.path, 'in.py'));
      symlinkSync('loop.py', join(folder.path, 'loop.py'));
      folder.write('large.yaml', '');
      truncateSync(join(folder.path, 'large.yaml'), 5_000_001);
      folder.write('long.py', `x = '${'ü'.repeat(300_000)}'`);
      const odd = [
        'folder.py',
        'out.py',
        'in.py',
        'loop.py',
        'large.yaml',
        'long.py',
        'none.py',
        '0.py/x.py',
      ];
      if (process.platform !== 'win32') {
        execFileSync('mkfifo', [join(folder.path, 'pipe.py')]);
        odd.push('pipe.py');
      }
      const plain = Array.from({ length: 200 }, (_, index) => `${index}.py`);
      for (const name of plain) folder.write(name, Buffer.from(`\ufeffx = '${name} é'`));
      const names = plain.flatMap((name, index) => [name, odd[index % odd.length] ?? name]);
      const host = createNodeHost([folder.path]);
      const many = await Promise.all(names.map((name) => host.readText(toUri(join(folder.path, name)))));
      const alone = new Map<string, unknown>();
      for (const name of new Set(names)) alone.set(name, await read(name));
      assert.deepEqual(new Map(names.map((name, index) => [name, many[index]])), alone);
      assert.deepEqual(alone.get('0.py'), { kind: 'text', text: "x = '0.py é'" });
      assert.deepEqual(alone.get('out.py'), {
        kind: 'unreadable',
        reason: 'it is a link out of the workspace',
      });
      elsewhere.dispose();
    });

    it('or said to be missing', async () => {
      assert.deepEqual(await read('no.yaml'), { kind: 'missing' });
      folder.write('a.yaml', '');
      assert.deepEqual(await read('a.yaml/b.yaml'), { kind: 'missing' });
      assert.deepEqual(await read(`${'x'.repeat(5_000)}.yaml`), { kind: 'missing' });
    });

    it('or said to be unreadable', async function () {
      if (process.getuid?.() === 0) this.skip();
      folder.write('a.yaml', '');
      chmodSync(join(folder.path, 'a.yaml'), 0);
      assert.deepEqual(await read('a.yaml'), {
        kind: 'unreadable',
        reason: 'there is no permission to read it',
      });
    });
  });

  describe('outside the workspace', () => {
    let elsewhere: string;
    beforeEach(() => {
      elsewhere = join(tmpdir(), `aims-elsewhere-${process.pid}`);
      mkdirSync(elsewhere, { recursive: true });
      writeFileSync(join(elsewhere, 'secret.yaml'), 'secret');
    });
    afterEach(() => rmSync(elsewhere, { recursive: true }));

    it('are never read, not through a link either', async () => {
      symlinkSync(join(elsewhere, 'secret.yaml'), join(folder.path, 'a.yaml'));
      symlinkSync(elsewhere, join(folder.path, 'linked'));
      const host = createNodeHost([folder.path]);
      const root = toUri(folder.path);
      assert.deepEqual(await host.readText(`${root}/a.yaml`), {
        kind: 'unreadable',
        reason: 'it is a link out of the workspace',
      });
      assert.equal(await host.stat(`${root}/a.yaml`), 'outside');
      assert.equal(await host.stat(`${root}/linked/secret.yaml`), 'outside');
      assert.deepEqual(await host.list?.(`${root}/linked`), []);
      for (const uri of [
        toUri(join(elsewhere, 'secret.yaml')),
        `${root}/..%2f..%2fetc/passwd`,
        `${root}/%00`,
        `${root}x/secret.yaml`,
        'file://server/share/a.yaml',
        'untitled:a.yaml',
        '',
      ]) {
        assert.deepEqual(await host.readText(uri), { kind: 'missing' }, uri);
        assert.equal(await host.stat(uri), 'unknown', uri);
      }
    });
  });

  it('tell whether they are there', async () => {
    folder.write('a/x.py', '');
    symlinkSync('loop', join(folder.path, 'loop'));
    symlinkSync('a/x.py', join(folder.path, 'good'));
    const host = createNodeHost([folder.path]);
    const stat = (path: string): Promise<string> => host.stat(`${toUri(folder.path)}/${path}`);
    assert.deepEqual(await Promise.all(['a/x.py', 'a', 'b', 'a/x.py/y', 'loop', 'good'].map(stat)), [
      'file',
      'directory',
      'missing',
      'missing',
      'unknown',
      'file',
    ]);
  });

  it('tell when they were written, inside the workspace only', async () => {
    const path = folder.write('a.py', '');
    utimesSync(join(folder.path, 'a.py'), 1_000, 2_000);
    const modified = (uri: string): Promise<number | undefined> | undefined =>
      createNodeHost([folder.path]).modified?.(uri);
    assert.equal(await modified(path), 2_000_000);
    assert.equal(await modified(toUri(join(folder.path, 'gone.py'))), undefined);
    symlinkSync('/etc/hosts', join(folder.path, 'out.py'));
    assert.equal(await modified(toUri(join(folder.path, 'out.py'))), undefined);
    assert.equal(await modified('file:///etc/hosts'), undefined);
  });

  it('are listed for completion', async () => {
    folder.write('a/x.py', '');
    folder.write('b.md', '');
    const entries = await createNodeHost([folder.path]).list?.(toUri(folder.path));
    assert.deepEqual(
      [...(entries ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1)),
      [
        { name: 'a', folder: true },
        { name: 'b.md', folder: false },
      ],
    );
  });
});
