import assert from 'node:assert/strict';
import { chownSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { toUri } from '../../../server/src/node/paths';
import { daysSince, doubt, entriesAt, Repository, textAt, value } from './repository';

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
      const since = (day: string): Promise<readonly string[]> => daysSince(asked, a, day);
      assert.deepEqual(await since('1969-06-01'), ['2026-02-10', '2026-02-04', '2026-02-01']);
      assert.deepEqual(await since('2026-02-01'), ['2026-02-10', '2026-02-04']);
      assert.deepEqual(await since('2026-02-03'), ['2026-02-10', '2026-02-04']);
      assert.deepEqual(await since('2026-02-04'), ['2026-02-10']);
      assert.deepEqual(await since('2026-02-10'), []);
      assert.deepEqual(await since('2999-01-01'), []);
      assert.deepEqual(value(await asked.changesSince('2026-02-09', [a])), [
        { hash: last, day: '2026-02-10', uris: [a] },
      ]);
      repository.git(['checkout', '-q', late]);
      assert.deepEqual(await since('2026-02-01'), ['2026-02-04']);
      repository.git(['checkout', '-q', first]);
      assert.deepEqual(await since('2026-02-01'), []);
      assert.deepEqual(await daysSince(repository.open(repository.path, { head: last }), a, '2026-02-04'), [
        '2026-02-10',
      ]);
    });

    it('a commit moved to another base is as old as when it was written', async () => {
      repository.commit('2026-02-01T12:00:00Z', { a: '1' });
      repository.write('a', '2');
      repository.git(
        ['commit', '-qam', 'x'],
        repository.path,
        '2026-03-10T12:00:00Z',
        '2026-02-05T12:00:00Z',
      );
      assert.deepEqual(await daysSince(repository.open(), repository.uri('a'), '2026-02-04'), ['2026-02-05']);
      assert.deepEqual(await daysSince(repository.open(), repository.uri('a'), '2026-02-20'), []);
    });

    it('of several paths with one walk: which commit changed which of them', async () => {
      repository.commit('2026-02-01T12:00:00Z', { a: '1', b: '1', c: '1' });
      repository.commit('2026-02-02T12:00:00Z', { a: '2', b: '2' });
      repository.commit('2026-02-03T12:00:00Z', { b: '3', c: '3' });
      const [a, b] = [repository.uri('a'), repository.uri('b')];
      const changes = value(await repository.open().changesSince('2026-02-01', [a, b]));
      assert.deepEqual(
        changes.map(({ day, uris }) => [day, uris]),
        [
          ['2026-02-03', [b]],
          ['2026-02-02', [a, b]],
        ],
      );
    });

    it('of branches that were merged: their commits, each once, and not the merge', async () => {
      repository.commit('2026-02-01T12:00:00Z', { a: '1', b: '1' });
      repository.git(['checkout', '-q', '-b', 'side']);
      repository.commit('2026-02-02T12:00:00Z', { a: '2' });
      repository.git(['checkout', '-q', 'main']);
      repository.commit('2026-02-03T12:00:00Z', { b: '2' });
      repository.git(['merge', '-q', '-m', 'm', 'side'], repository.path, '2026-02-04T12:00:00Z');
      assert.deepEqual(await daysSince(repository.open(), repository.uri('a'), '2026-02-01'), ['2026-02-02']);
    });

    it('of a folder, and of the workspace folder itself; AIMS files do not count for it', async () => {
      repository.commit('2026-02-01T12:00:00Z', { 'docs/a.md': '1', b: '1' });
      repository.commit('2026-02-02T12:00:00Z', { b: '2' });
      repository.commit('2026-02-03T12:00:00Z', { 'docs/aims.yaml': 'aims: 1' });
      const asked = repository.open();
      assert.deepEqual(await daysSince(asked, repository.uri('docs'), '2026-01-01'), ['2026-02-01']);
      assert.deepEqual(await daysSince(asked, repository.uri('.'), '2026-01-01'), [
        '2026-02-02',
        '2026-02-01',
      ]);
      assert.deepEqual(await daysSince(asked, repository.uri('docs/aims.yaml'), '2026-01-01'), [
        '2026-02-03',
      ]);
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
        ':100644 100644 a b M',
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
      const asked = repository.open();
      for (const name of names) {
        assert.deepEqual(await daysSince(asked, repository.uri(name), '2026-01-01'), ['2026-02-01'], name);
        assert.equal(await textAt(asked, 'HEAD', name), name);
      }
      assert.deepEqual(readdirSync(repository.path).sort(), ['.git', ...names, 'other'].sort());
      assert.deepEqual(Object.keys(await entriesAt(asked, 'HEAD')).sort(), [...names, 'other'].sort());
    });

    it('where the workspace is a folder of the repository: what lies in it', async () => {
      repository.commit('2026-02-01T12:00:00Z', { 'team/aims.yaml': 'in', 'other/aims.yaml': 'out' });
      repository.git(['config', 'diff.relative', 'false']);
      const folder = join(repository.path, 'team');
      const asked = repository.open(folder);
      const card = repository.uri('aims.yaml', folder);
      assert.equal(await textAt(asked, 'main', 'aims.yaml'), 'in');
      assert.deepEqual(await entriesAt(asked, 'main'), { 'aims.yaml': 'file' });
      assert.deepEqual(await daysSince(asked, card, '2026-01-01'), ['2026-02-01']);
      assert.deepEqual(await daysSince(asked, repository.uri('other/aims.yaml'), '2026-01-01'), []);
    });

    it('files as of a commit, a tag, a branch: their text, or that they were not there', async () => {
      const first = repository.commit('2026-02-01T23:30:00-05:00', { a: 'one\r\n' });
      repository.git(['tag', 'v1']);
      repository.git(['tag', '-a', '-m', 'x', 'v1-annotated']);
      repository.commit('2026-02-02T12:00:00Z', { a: 'two', 'n/b': 'new' });
      for (const revision of [first, first.slice(0, 10), 'v1', 'v1-annotated', 'HEAD~1', 'main^']) {
        const files = value(await repository.open().filesAt(revision));
        assert.deepEqual(files.commit, { hash: first, day: '2026-02-02' });
        files.close();
        assert.equal(await textAt(repository.open(), revision, 'a'), 'one\r\n', revision);
        assert.deepEqual(await entriesAt(repository.open(), revision), { a: 'file' });
      }
      assert.equal(await textAt(repository.open(), 'HEAD', 'n/b'), 'new');
    });

    it('many files as of a commit, each with its own bytes, whatever is asked first', async () => {
      const texts = Object.fromEntries(
        Array.from({ length: 300 }, (_, at) => [`f${at}`, `${at}\n`.repeat(at * 50)]),
      );
      repository.commit('2026-02-01T12:00:00Z', { ...texts, empty: '' });
      const files = value(await repository.open().filesAt('HEAD'));
      const names = [...Object.keys(texts), 'empty'].reverse();
      const read = await Promise.all(names.map(async (name) => value(await files.read(name, 1_000_000))));
      read.forEach((bytes, at) =>
        assert.equal(new TextDecoder().decode(bytes), texts[names[at] ?? ''] ?? '', names[at]),
      );
      files.close();
      assert.equal(doubt(await files.read('f1', 1_000_000)), 'failed');
    });

    it('which files it leaves alone', async () => {
      repository.commit('2026-02-01T12:00:00Z', { a: '1', '.gitignore': '/out/\n*.log\n' });
      repository.write('out/deep/x', '1');
      repository.write('d/b.log', '1');
      repository.write('d/new', '1');
      for (const folder of [repository.path, join(repository.path, 'd')]) {
        const isIgnored = value(await repository.open(folder).ignored());
        assert.equal(isIgnored(repository.uri('d/b.log')), true);
        assert.equal(isIgnored(repository.uri('d/new')), false);
        assert.equal(isIgnored(repository.uri('a')), false);
      }
      const isIgnored = value(await repository.open().ignored());
      assert.equal(isIgnored(repository.uri('out/deep/x')), true);
      assert.equal(isIgnored(repository.uri('outer')), false);
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

    it('the name of the repository, its newest version and who it is set up for, each where there is one', async () => {
      const facts = async (folder?: string): Promise<unknown> => {
        const answer = await repository.open(folder).repository?.();
        assert.ok(answer?.known);
        return answer.value;
      };
      repository.commit('2026-02-01T12:00:00Z', { 'sub/a': '1' });
      assert.deepEqual(await facts(), {
        isWhole: true,
        name: undefined,
        tag: undefined,
        userName: undefined,
      });
      repository.git(['config', 'user.name', 'Amara Okafor']);
      for (const [address, name] of [
        ['https://user:pw@host.example/acme/churn.git', 'churn'],
        ['git@host.example:acme/churn', 'churn'],
        ['host.example:churn.git/', 'churn'],
        ['/srv/repositories/churn/', 'churn'],
        ['C:\\work\\churn', 'churn'],
      ] as const) {
        repository.git(['config', 'remote.origin.url', address]);
        assert.deepEqual(
          await facts(),
          { isWhole: true, name, tag: undefined, userName: 'Amara Okafor' },
          address,
        );
      }
      for (const tag of ['release', 'v1.2.0-rc1', 'vNext']) repository.git(['tag', tag]);
      const tagged = { isWhole: true, name: 'churn', userName: 'Amara Okafor' };
      assert.deepEqual(await facts(), { ...tagged, tag: { name: 'v1.2.0-rc1', commitsSince: 0 } });
      repository.commit('2026-02-02T12:00:00Z', { 'sub/a': '2' });
      assert.deepEqual(await facts(), { ...tagged, tag: { name: 'v1.2.0-rc1', commitsSince: 1 } });
      assert.deepEqual(await facts(join(repository.path, 'sub')), {
        ...tagged,
        isWhole: false,
        tag: { name: 'v1.2.0-rc1', commitsSince: 1 },
      });
    });

    it('in another worktree of the repository: of what is checked out there', async () => {
      repository.commit('2026-02-01T12:00:00Z', { a: '1' });
      repository.git(['worktree', 'add', '-q', '-b', 'side', join(repository.top, 'side')]);
      const side = join(repository.top, 'side');
      const onSide = repository.commit('2026-02-05T12:00:00Z', { a: '2' }, side);
      assert.equal(value(await repository.open(side).head()), onSide);
      const days = (folder: string): Promise<readonly string[]> =>
        daysSince(repository.open(folder), repository.uri('a', folder), '2026-01-01');
      assert.deepEqual(await days(side), ['2026-02-05', '2026-02-01']);
      assert.deepEqual(await days(repository.path), ['2026-02-01']);
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
        [repository.path, { program: join(repository.top, 'nowhere') }, 'no-git'],
        [repository.path, { environment: { PATH: '' } }, 'no-git'],
        [join(repository.top, 'gone'), {}, 'no-git'],
      ] as const) {
        const asked = repository.open(folder, options);
        assert.equal(doubt(await asked.head()), why);
        assert.equal(doubt(await asked.changesSince('2026-01-01', [repository.uri('a', folder)])), why);
        assert.equal(doubt(await asked.exists('v1')), why);
        assert.equal(doubt(await asked.filesAt('HEAD')), why);
      }
      assert.ok(doubt(await repository.open(elsewhere).ignored()));
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
      const a = repository.uri('a', clone);
      assert.equal(doubt(await asked.changesSince('2026-01-01', [a])), 'shallow');
      assert.equal(doubt(await asked.exists('v1')), 'shallow');
      assert.equal(doubt(await asked.filesAt('v1')), 'shallow');
      assert.equal(value(await asked.exists(last)), true);
      assert.equal(await textAt(asked, 'HEAD', 'a'), '1');
      repository.git(['fetch', '-q', '--unshallow', '--tags'], clone);
      assert.deepEqual(await daysSince(asked, a, '2026-01-01'), ['2026-02-01']);
      assert.equal(value(await asked.exists('v1')), true);
    });

    it('whether there is a tag, in a clone that may have been made without any', async () => {
      repository.commit('2026-02-01T12:00:00Z', { a: '1' });
      repository.git(['tag', 'v1']);
      const clone = join(repository.top, 'clone');
      repository.git(['clone', '-q', '--no-tags', `file://${repository.path}`, clone], repository.top);
      assert.equal(doubt(await repository.open(clone).exists('v1')), 'shallow');
      assert.equal(value(await repository.open(clone).exists('main')), true);
      repository.git(['fetch', '-q', '--tags'], clone);
      assert.equal(value(await repository.open(clone).exists('v1')), true);
      assert.equal(value(await repository.open(clone).exists('v2')), false);
    });

    it('content that a partial clone left out: it is not fetched', async () => {
      repository.git(['config', 'uploadpack.allowFilter', 'true']);
      repository.commit('2026-02-01T12:00:00Z', { a: 'old', b: 'kept' });
      repository.commit('2026-02-02T12:00:00Z', { a: 'new' });
      const clone = join(repository.top, 'clone');
      repository.git(
        ['clone', '-q', '--filter=blob:none', `file://${repository.path}`, clone],
        repository.top,
      );
      const asked = repository.open(clone);
      const files = value(await asked.filesAt('HEAD~1'));
      const [old, kept] = await Promise.all([files.read('a', 100), files.read('b', 100)]);
      files.close();
      assert.equal(doubt(old), 'failed');
      // What is missing does not keep the others from being read.
      assert.equal(new TextDecoder().decode(value(kept)), 'kept');
      assert.equal(await textAt(asked, 'HEAD', 'a'), 'new');
      assert.deepEqual(await daysSince(asked, repository.uri('a', clone), '2026-02-01'), ['2026-02-02']);
    });

    it('files git does not track, or no more, links, and what stands in a submodule', async () => {
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
      repository.commit('2026-02-02T12:00:00Z', { a: '1', once: '1', '.gitignore': 'ignored\n' });
      repository.git(['rm', '-q', '--cached', 'once']);
      repository.write('.gitignore', 'ignored\nonce\n');
      repository.git(['commit', '-qam', 'x'], repository.path, '2026-02-03T12:00:00Z');
      repository.write('new', '1');
      repository.write('ignored', '1');
      const asked = repository.open();
      for (const path of ['new', 'ignored', 'gone', 'once', 'sub/x', 'sub', 'link'])
        assert.deepEqual(await daysSince(asked, repository.uri(path), '2026-01-01'), [], path);
      assert.deepEqual(await daysSince(asked, repository.uri('a'), '2026-01-01'), ['2026-02-02']);
      assert.deepEqual(await entriesAt(asked, 'HEAD'), {
        '.gitignore': 'file',
        '.gitmodules': 'file',
        a: 'file',
        link: 'link',
        sub: 'submodule',
      });
      const files = value(await asked.filesAt('HEAD'));
      assert.equal(doubt(await files.read('sub', 100)), 'failed');
      assert.equal(doubt(await files.read('gone', 100)), 'bad-path');
      assert.equal(new TextDecoder().decode(value(await files.read('link', 100))), 'a');
      files.close();
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
      ]) {
        assert.deepEqual(await daysSince(repository.open(), outside, '2026-01-01'), [], outside);
        assert.equal(value(await repository.open().ignored())(outside), false);
      }
    });

    it('files larger than what is asked for; they keep nothing else from being read', async () => {
      repository.commit('2026-02-01T12:00:00Z', { big: 'x'.repeat(2_000_001), fits: 'x'.repeat(2_000_000) });
      const files = value(await repository.open().filesAt('HEAD'));
      const [big, fits] = await Promise.all([files.read('big', 2_000_000), files.read('fits', 2_000_000)]);
      files.close();
      assert.equal(doubt(big), 'too-large');
      assert.equal(value(fits).length, 2_000_000);
    });

    it('a repository of another owner, which git refuses', async function () {
      if (process.getuid?.() !== 0) this.skip();
      repository.commit('2026-02-01T12:00:00Z', { a: '1' });
      for (const path of [repository.path, join(repository.path, '.git')]) chownSync(path, 4242, 4242);
      assert.equal(doubt(await repository.open().head()), 'no-repository');
      assert.equal(doubt(await repository.open().filesAt('HEAD')), 'no-repository');
      assert.equal(doubt(await repository.open().changesSince('2026-01-01', [])), 'no-repository');
      assert.equal(await repository.open().isAvailable(), false);
    });
  });
});
