import assert from 'node:assert/strict';
import { chownSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { toUri } from '../../../server/src/node/paths';
import { doubt, Repository, value } from './repository';

describe('git', function () {
  this.timeout(30_000);
  let repository: Repository;
  beforeEach(() => {
    repository = new Repository();
  });
  afterEach(() => repository.remove());

  describe('what it says', () => {
    it('the commit that is checked out, on a branch and on none', async () => {
      const first = repository.commit('2026-01-01T12:00:00Z', { a: '1' });
      assert.equal(value(await repository.open().head()), first);
      const second = repository.commit('2026-01-02T12:00:00Z', { a: '2' });
      assert.equal(value(await repository.open().head()), second);
      repository.git(['checkout', '-q', '--detach', first]);
      assert.equal(value(await repository.open().head()), first);
      assert.equal(await repository.open().isAvailable(), true);
    });

    it('the commits that changed a file, by the day they were committed in UTC', async () => {
      const first = repository.commit('2026-02-01T12:00:00Z', { 'docs/a.md': '1', b: '1' });
      repository.commit('2026-02-02T12:00:00Z', { b: '2' });
      // 23:30 in New York is the next day in UTC.
      const late = repository.commit('2026-02-03T23:30:00-05:00', { 'docs/a.md': '2' });
      const last = repository.commit('2026-02-10T00:00:00Z', { 'docs/a.md': '3' });
      const asked = repository.open();
      const a = repository.uri('docs/a.md');
      assert.deepEqual(value(await asked.lastCommitTouching(a)), { hash: last, day: '2026-02-10' });
      assert.equal(value(await asked.lastCommitTouching(a, '2026-02-10')), undefined);
      assert.equal(value(await asked.lastCommitTouching(a, '2026-02-09'))?.hash, last);
      const since = async (day: string): Promise<unknown[]> => {
        const { count, newest } = value(await asked.commitsSince(a, day));
        return [count, newest?.day];
      };
      assert.deepEqual(await since('1969-06-01'), [3, '2026-02-10']);
      assert.deepEqual(await since('2026-01-31'), [3, '2026-02-10']);
      assert.deepEqual(await since('2026-02-01'), [2, '2026-02-10']);
      assert.deepEqual(await since('2026-02-03'), [2, '2026-02-10']);
      assert.deepEqual(await since('2026-02-04'), [1, '2026-02-10']);
      assert.deepEqual(await since('2026-02-10'), [0, undefined]);
      assert.deepEqual(await since('2999-01-01'), [0, undefined]);
      repository.git(['checkout', '-q', late]);
      assert.equal(value(await asked.lastCommitTouching(a))?.hash, late);
      repository.git(['checkout', '-q', first]);
      assert.equal(value(await asked.commitsSince(a, '2026-02-01')).count, 0);
    });

    it('of a folder, and of the workspace folder itself', async () => {
      repository.commit('2026-02-01T12:00:00Z', { 'docs/a.md': '1', b: '1' });
      repository.commit('2026-02-02T12:00:00Z', { b: '2' });
      assert.equal(
        value(await repository.open().lastCommitTouching(repository.uri('docs')))?.day,
        '2026-02-01',
      );
      assert.equal(value(await repository.open().lastCommitTouching(repository.uri('.')))?.day, '2026-02-02');
    });

    it('of files with names that mean something to git or a shell', async () => {
      const names = [
        '--output=x',
        '-n',
        'a b.md',
        'ä–ö.md',
        '*',
        ':(repository.top)x',
        ':!y',
        '$(touch z)',
        '#1',
        '%41',
        'a\nb',
        'HEAD',
      ];
      repository.commit(
        '2026-02-01T12:00:00Z',
        Object.fromEntries([...names, 'other'].map((name) => [name, name])),
      );
      repository.commit('2026-03-01T12:00:00Z', { other: 'later' });
      for (const name of names) {
        assert.equal(
          value(await repository.open().lastCommitTouching(repository.uri(name)))?.day,
          '2026-02-01',
          name,
        );
        assert.equal(value(await repository.open().readAt('HEAD', repository.uri(name))), name);
      }
      assert.deepEqual(readdirSync(repository.path).sort(), ['.git', ...names, 'other'].sort());
      assert.deepEqual(
        value(await repository.open().listAt('HEAD')).toSorted(),
        [...names, 'other'].map((name) => repository.uri(name)).sort(),
      );
    });

    it('where the workspace is a folder of the repository: what lies in it', async () => {
      repository.commit('2026-02-01T12:00:00Z', { 'team/aims.yaml': 'in', 'other/aims.yaml': 'out' });
      const folder = join(repository.path, 'team');
      assert.equal(
        value(await repository.open(folder).readAt('main', repository.uri('aims.yaml', folder))),
        'in',
      );
      assert.deepEqual(value(await repository.open(folder).listAt('main')), [
        repository.uri('aims.yaml', folder),
      ]);
      assert.equal(
        value(await repository.open(folder).commitsSince(repository.uri('aims.yaml', folder), '2026-01-01'))
          .count,
        1,
      );
      assert.equal(
        doubt(await repository.open(folder).readAt('main', repository.uri('other/aims.yaml'))),
        'bad-path',
      );
    });

    it('files as of a commit, a tag, a branch: their text, or that they were not there', async () => {
      const first = repository.commit('2026-02-01T12:00:00Z', { a: '\uFEFFone\r\n' });
      repository.git(['tag', 'v1']);
      repository.git(['tag', '-a', '-m', 'x', 'v1-annotated']);
      repository.commit('2026-02-02T12:00:00Z', { a: 'two', 'n/b': 'new' });
      for (const revision of [first, first.slice(0, 10), 'v1', 'v1-annotated', 'HEAD~1', 'main^']) {
        assert.equal(
          value(await repository.open().readAt(revision, repository.uri('a'))),
          'one\r\n',
          revision,
        );
        assert.equal(value(await repository.open().readAt(revision, repository.uri('n/b'))), undefined);
        assert.deepEqual(value(await repository.open().listAt(revision)), [repository.uri('a')]);
      }
      assert.equal(value(await repository.open().readAt('HEAD', repository.uri('n/b'))), 'new');
    });

    it('which commits, tags and branches there are', async () => {
      const first = repository.commit('2026-02-01T12:00:00Z', { a: '1' });
      repository.git(['tag', 'release/2.3']);
      for (const there of [first, first.slice(0, 8), 'main', 'release/2.3', 'HEAD', 'refs/tags/release/2.3'])
        assert.equal(value(await repository.open().exists(there)), true, there);
      for (const missing of [
        'nope',
        'release/2.4',
        '0'.repeat(40),
        first.replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
      ])
        assert.equal(value(await repository.open().exists(missing)), false, missing);
    });

    it('the address of the user, and that there is none', async () => {
      assert.equal(value(await repository.open().userEmail()), undefined);
      repository.git(['config', 'user.email', 'amara@northwind.example']);
      assert.equal(value(await repository.open().userEmail()), 'amara@northwind.example');
    });

    it('in another worktree of the repository: of what is checked out there', async () => {
      repository.commit('2026-02-01T12:00:00Z', { a: '1' });
      repository.git(['worktree', 'add', '-q', '-b', 'side', join(repository.top, 'side')]);
      const side = join(repository.top, 'side');
      const onSide = repository.commit('2026-02-05T12:00:00Z', { a: '2' }, side);
      assert.equal(value(await repository.open(side).head()), onSide);
      assert.equal(
        value(await repository.open(side).lastCommitTouching(repository.uri('a', side)))?.hash,
        onSide,
      );
      assert.equal(value(await repository.open().lastCommitTouching(repository.uri('a')))?.day, '2026-02-01');
    });
  });

  describe('what it does not know', () => {
    it('without a repository, a commit, a program', async () => {
      const elsewhere = join(repository.top, 'elsewhere');
      mkdirSync(elsewhere);
      repository.write('a', '1');
      for (const [folder, options, why] of [
        [elsewhere, {}, 'no-repository'],
        [repository.path, {}, 'no-commits'],
        [repository.path, { program: join(repository.top, 'nowhere') }, 'no-repository'],
        [repository.path, { environment: { PATH: '' } }, 'no-repository'],
        [join(repository.top, 'gone'), {}, 'no-repository'],
      ] as const) {
        const asked = repository.open(folder, options);
        assert.equal(doubt(await asked.head()), why);
        assert.equal(doubt(await asked.lastCommitTouching(repository.uri('a', folder))), why);
        assert.equal(doubt(await asked.commitsSince(repository.uri('a', folder), '2026-01-01')), why);
        assert.equal(doubt(await asked.exists('v1')), why);
        assert.ok(doubt(await asked.readAt('HEAD', repository.uri('a', folder))));
        assert.ok(doubt(await asked.listAt('HEAD')));
      }
      assert.equal(await repository.open(elsewhere).isAvailable(), false);
    });

    it('the history of a shallow clone, nor what was not fetched; what is there it does know', async () => {
      repository.commit('2026-02-01T12:00:00Z', { a: '1' });
      repository.git(['tag', 'v1']);
      const last = repository.commit('2026-02-02T12:00:00Z', { b: '1' });
      const clone = join(repository.top, 'clone');
      repository.git(
        ['clone', '-q', '--depth', '1', '--no-tags', `file://${repository.path}`, clone],
        repository.top,
      );
      const asked = repository.open(clone);
      assert.equal(doubt(await asked.lastCommitTouching(repository.uri('a', clone))), 'shallow');
      assert.equal(doubt(await asked.commitsSince(repository.uri('a', clone), '2026-01-01')), 'shallow');
      assert.equal(doubt(await asked.exists('v1')), 'shallow');
      assert.equal(value(await asked.exists(last)), true);
      assert.equal(value(await asked.readAt('HEAD', repository.uri('a', clone))), '1');
      repository.git(['fetch', '-q', '--unshallow', '--tags'], clone);
      assert.equal(value(await asked.lastCommitTouching(repository.uri('a', clone)))?.day, '2026-02-01');
      assert.equal(value(await asked.exists('v1')), true);
    });

    it('content that a partial clone left out: it is not fetched', async () => {
      repository.git(['config', 'uploadpack.allowFilter', 'true']);
      repository.commit('2026-02-01T12:00:00Z', { a: 'old' });
      repository.commit('2026-02-02T12:00:00Z', { a: 'new' });
      const clone = join(repository.top, 'clone');
      repository.git(
        ['clone', '-q', '--filter=blob:none', `file://${repository.path}`, clone],
        repository.top,
      );
      const asked = repository.open(clone);
      assert.equal(doubt(await asked.readAt('HEAD~1', repository.uri('a', clone))), 'failed');
      assert.equal(value(await asked.readAt('HEAD', repository.uri('a', clone))), 'new');
      assert.equal(value(await asked.commitsSince(repository.uri('a', clone), '2026-02-01')).count, 1);
    });

    it('files git does not track, links, and what stands in a submodule', async () => {
      const inner = join(repository.top, 'inner');
      repository.init(inner);
      repository.commit('2026-02-01T12:00:00Z', { x: '1' }, inner);
      repository.git([
        '-c',
        'protocol.file.allow=always',
        'submodule',
        '--quiet',
        'add',
        `file://${inner}`,
        'sub',
      ]);
      symlinkSync('a', join(repository.path, 'link'));
      repository.commit('2026-02-02T12:00:00Z', { a: '1', '.gitignore': 'ignored\n' });
      repository.write('new', '1');
      repository.write('ignored', '1');
      const asked = repository.open();
      for (const [path, why] of [
        ['new', 'untracked'],
        ['ignored', 'untracked'],
        ['gone', 'untracked'],
        ['sub/x', 'untracked'],
        ['sub', 'bad-path'],
        ['link', 'bad-path'],
      ] as const) {
        assert.equal(doubt(await asked.lastCommitTouching(repository.uri(path))), why, path);
        assert.equal(doubt(await asked.commitsSince(repository.uri(path), '2026-01-01')), why, path);
      }
      assert.equal(doubt(await asked.readAt('HEAD', repository.uri('sub/x'))), 'untracked');
      assert.equal(doubt(await asked.readAt('HEAD', repository.uri('sub'))), 'bad-path');
      assert.equal(doubt(await asked.readAt('HEAD', repository.uri('link'))), 'bad-path');
      assert.equal(value(await asked.readAt('HEAD', repository.uri('gone'))), undefined);
      assert.deepEqual(
        value(await asked.listAt('HEAD')),
        ['.gitignore', '.gitmodules', 'a'].map((path) => repository.uri(path)),
      );
      assert.equal(
        value(await repository.open(join(repository.path, 'sub')).head()),
        repository.git(['rev-parse', 'HEAD'], inner),
      );
    });

    it('paths outside the workspace folder, and those of other schemes', async () => {
      repository.commit('2026-02-01T12:00:00Z', { a: '1' });
      for (const outside of [
        'file:///etc/passwd',
        toUri(repository.top),
        'https://example.org/a',
        'untitled:a',
        `${toUri(repository.path)}x/a`,
      ])
        assert.equal(doubt(await repository.open().lastCommitTouching(outside)), 'bad-path', outside);
    });

    it('files larger than any we read', async () => {
      repository.commit('2026-02-01T12:00:00Z', {
        big: 'x'.repeat(20_000_001),
        fits: 'x'.repeat(20_000_000),
      });
      assert.equal(doubt(await repository.open().readAt('HEAD', repository.uri('big'))), 'too-large');
      assert.equal(value(await repository.open().readAt('HEAD', repository.uri('fits')))?.length, 20_000_000);
    });

    it('a repository of another owner, which git refuses', async function () {
      if (process.getuid?.() !== 0) this.skip();
      repository.commit('2026-02-01T12:00:00Z', { a: '1' });
      for (const path of [repository.path, join(repository.path, '.git')]) chownSync(path, 4242, 4242);
      assert.equal(doubt(await repository.open().head()), 'no-repository');
      assert.equal(doubt(await repository.open().lastCommitTouching(repository.uri('a'))), 'no-repository');
      assert.equal(await repository.open().isAvailable(), false);
    });
  });
});
