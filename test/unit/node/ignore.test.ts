/** git's ignore files on disk and in a commit: what they name is not found. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { createNodeHost, type NodeHostOptions } from '../../../server/src/node/host';
import { toUri } from '../../../server/src/node/paths';
import { createRevisionHost } from '../../../server/src/node/revision-host';
import { RevisionTree } from '../../../server/src/node/revision-tree';
import type { WorkspaceHost } from '../../../server/src/workspace/host';
import { MemoryHost } from '../../../server/src/workspace/memory-host';
import { encodeSegment } from '../../../server/src/workspace/uri';
import { createFolder, type Folder } from '../../support/folder';
import { ENVIRONMENT, Repository, value } from './repository';

const pathsIn = async (host: WorkspaceHost, top: string): Promise<readonly string[]> =>
  (await host.findFiles()).map(({ uri }) => decodeURIComponent(uri.slice(top.length + 1))).sort();

describe('git’s ignore files on disk', () => {
  let folder: Folder;
  beforeEach(() => (folder = createFolder()));
  afterEach(() => folder.dispose());

  const host = (root = '.', options?: NodeHostOptions): WorkspaceHost =>
    createNodeHost([join(folder.path, root)], options);
  const found = (root = '.', options?: NodeHostOptions): Promise<readonly string[]> =>
    pathsIn(host(root, options), toUri(folder.path));
  const write = (files: Readonly<Record<string, string>>): void => {
    for (const [path, text] of Object.entries(files)) folder.write(path, text);
  };
  const py = (...paths: readonly string[]): void => {
    for (const path of paths) folder.write(`${path}.py`, '');
  };

  it('leave out code and copies of cards, each for what is below it', async () => {
    write({
      '.gitignore': '# generated\n/out/\n*.gen.py\n!keep.gen.py\nlogs/**/*.py\n',
      'src/.gitignore': 'only-here.py\n!a.gen.py\n',
      'out/aims.yaml': '',
      'aims.yaml': '',
    });
    py(
      'out/a',
      'src/out/b',
      'src/a.gen',
      'b.gen',
      'keep.gen',
      'src/only-here',
      'only-here',
      'logs/x/y',
      'ours',
    );
    assert.deepEqual(await found(), [
      'aims.yaml',
      'keep.gen.py',
      'only-here.py',
      'ours.py',
      'src/a.gen.py',
      'src/out/b.py',
    ]);
  });

  it('count from the folders above, up to the repository and no further', async () => {
    mkdirSync(join(folder.path, 'repo/.git'), { recursive: true });
    write({ '.gitignore': 'kept.py\n', 'repo/.gitignore': 'gone.py\n/team/a/here.py\n' });
    py('repo/team/a/kept', 'repo/team/a/gone', 'repo/team/a/here', 'repo/team/a/b/here');
    const expected = ['repo/team/a/b/here.py', 'repo/team/a/kept.py'];
    assert.deepEqual(await found('repo/team/a'), expected);
    assert.deepEqual(await found('repo/team/a', { repositoryRoot: join(folder.path, 'repo') }), expected);
  });

  it('count where there is no repository, from the workspace folder on', async () => {
    write({ '.gitignore': 'kept.py\n', 'a/.gitignore': 'gone.py\n' });
    py('a/kept', 'a/gone');
    assert.deepEqual(await found('a'), ['a/kept.py']);
  });

  it('count as well where they are not committed: .git/info/exclude, which all others outweigh', async () => {
    write({ '.git/info/exclude': 'scratch/\n*.tmp.py\n', '.gitignore': '!b.tmp.py\n' });
    py('scratch/x', 'a.tmp', 'b.tmp');
    assert.deepEqual(await found(), ['b.tmp.py']);
  });

  it('end at a repository in the repository, which has its own', async () => {
    mkdirSync(join(folder.path, '.git'));
    write({ '.gitignore': 'x.py\n', 'inner/.git': 'gitdir: elsewhere\n', 'inner/.gitignore': 'y.py\n' });
    py('x', 'inner/x', 'inner/y', 'inner/z/x');
    assert.deepEqual(await found(), ['inner/x.py', 'inner/z/x.py']);
  });

  it('do not count against what was asked for by name', async () => {
    write({ '.gitignore': '/out/\nsub/\n', 'out/sub/.gitignore': 'not-this.py\n' });
    mkdirSync(join(folder.path, '.git'));
    py('out/a', 'out/sub/b', 'out/sub/not-this');
    assert.deepEqual(await found(), []);
    assert.deepEqual(await found('out'), ['out/a.py', 'out/sub/b.py']);
    assert.deepEqual(await found('out/sub'), ['out/sub/b.py']);
  });

  it('take away no approvals record beside cards that count', async () => {
    write({ '.gitignore': '*.lock\n/out/\n', 'aims.yaml': '', 'aims.lock': '', 'out/aims.lock': '' });
    assert.deepEqual(await found(), ['aims.lock', 'aims.yaml']);
  });

  it('are not followed through links, and stand for nothing where they cannot be read', async () => {
    write({ rules: 'a.py\n', 'aims.yaml': '' });
    symlinkSync('rules', join(folder.path, '.gitignore'));
    mkdirSync(join(folder.path, 'sub/.gitignore'), { recursive: true });
    py('a', 'sub/b');
    assert.deepEqual(await found(), ['a.py', 'aims.yaml', 'sub/b.py']);
  });

  it('take nothing away that is named: an ignored file can be read, asked for and listed', async () => {
    write({ '.gitignore': 'reports/\n', 'reports/junit.xml': '<testsuite/>' });
    const uri = folder.uri('reports/junit.xml');
    assert.deepEqual(await host().readText(uri), { kind: 'text', text: '<testsuite/>' });
    assert.equal(await host().stat(uri), 'file');
    assert.deepEqual(await host().list?.(folder.uri('reports')), [{ name: 'junit.xml', folder: false }]);
  });

  it('tell of a file that comes later, too, also in a folder that came later', async () => {
    write({ '.gitignore': 'out/\n*.gen.py\n', 'src/.gitignore': '!a.gen.py\n', 'src/x.py': '' });
    const opened = host();
    assert.equal(opened.isIgnored?.(folder.uri('out/x.py')), false, 'nobody has looked yet');
    await opened.findFiles();
    const ignored = [
      'out/x.py',
      'new/out/x.py',
      'new/b.gen.py',
      'src/b.gen.py',
      'src/a.gen.py',
      'src/y.py',
      'x.py',
    ];
    assert.deepEqual(
      ignored.filter((path) => opened.isIgnored?.(folder.uri(path))),
      ignored.slice(0, 4),
    );
    assert.equal(opened.isIgnored('file:///elsewhere/out/x.py'), false);
  });

  it('take no time, however they are written', async () => {
    const stars = ['*a'.repeat(60), '*?'.repeat(60), '**/'.repeat(60), '[a]*'.repeat(60), '{a,b}'.repeat(60)];
    write({
      '.gitignore': `${stars.map((line) => `${line}Z\n${line}/Z\n`).join('')}${'!x*y*z\n'.repeat(20_000)}`,
    });
    for (let i = 0; i < 20; i++) py(`${'ab'.repeat(100)}${i}`, `${'a/b/'.repeat(20)}${i}`);
    const start = performance.now();
    assert.equal((await found()).length, 40);
    const took = performance.now() - start;
    assert.ok(took < 5_000, `${took.toFixed()} ms`);
  });
});

describe('git’s ignore files, whatever they say', function () {
  this.timeout(120_000);

  // Letters that patterns can tell apart, and names that look like patterns. git sees bytes, we letters: ASCII alone.
  const NAMES = [
    'a',
    'b',
    'ab',
    'abc',
    'a.b',
    ' a',
    'a ',
    '!a',
    '#b',
    'a[b',
    '-',
    'a*',
    'A',
    '$a',
    '(a)',
    '{a',
  ];
  const PIECES = [
    ...[
      'a',
      'b',
      'c',
      '*',
      '**',
      '?',
      '/',
      '/',
      '.py',
      '.b',
      '[ab]',
      '[!a]',
      '[^a]',
      '[a-c]',
      '\\a',
      '\\*',
      '\\ ',
    ],
    ...[
      ' ',
      '!',
      '#',
      '[]a]',
      '[[:alpha:]]',
      '[',
      ']',
      '{a',
      '+(a)',
      '.',
      '\\',
      '[a-',
      '**/',
      '/**',
      '-',
      '$',
      '\\!',
    ],
  ];
  const line = fc
    .tuple(
      fc.constantFrom('', '', '', '!', '/', '!/', '\\'),
      fc.oneof(
        fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 4 }).map((each) => each.join('')),
        fc.constantFrom(...NAMES, '*.py', '*.b', 'a.py'),
      ),
      fc.constantFrom('', '', '', '/', ' ', '/ ', '\r'),
    )
    .map((parts) => parts.join(''));
  const ignoreFile = fc.array(line, { minLength: 1, maxLength: 6 }).map((lines) => lines.join('\n'));
  const path = fc.array(fc.constantFrom(...NAMES), { maxLength: 3 }).map((names) => names.join('/'));
  const workspace = fc.record({
    code: fc.uniqueArray(path, { minLength: 3, maxLength: 12 }),
    rules: fc.dictionary(path, ignoreFile, { minKeys: 1, maxKeys: 4 }),
    exclude: fc.option(ignoreFile, { nil: undefined }),
  });

  const notIgnored = (root: string, files: readonly string[]): readonly string[] => {
    const ask = ['check-ignore', '--no-index', '--verbose', '--non-matching', '-z', '--stdin'];
    const { stdout, stderr } = spawnSync('git', ask, {
      cwd: root,
      env: ENVIRONMENT,
      input: files.join('\0'),
      encoding: 'utf8',
    });
    assert.equal(stderr, '');
    const answer = stdout.split('\0');
    // Four fields a path: file of the pattern, line, pattern, path. The last that matches may take it back.
    return files.filter((_, at) => /^(?:!|$)/.test(answer[4 * at + 2] ?? ''));
  };

  it('leave out what git leaves out: on disk, in memory, and asked file by file', async () => {
    const outcomes = { found: 0, ignored: 0 };
    await fc.assert(
      fc.asyncProperty(workspace, async ({ code, rules, exclude }) => {
        const repository = new Repository();
        try {
          const files = code.map((each) => (each === '' ? 'x.py' : `${each}/x.py`));
          files.push(...code.filter((each) => each !== '').map((each) => `${each}.py`));
          const texts: Record<string, string> = {};
          for (const each of files) texts[each] = '';
          for (const [at, text] of Object.entries(rules))
            texts[at === '' ? '.gitignore' : `${at}/.gitignore`] = text;
          for (const [each, text] of Object.entries(texts)) repository.write(each, text);
          rmSync(join(repository.path, '.git/info/exclude'), { force: true });
          if (exclude !== undefined) repository.write('.git/info/exclude', exclude);

          const unique = [...new Set(files)].sort();
          const expected = notIgnored(repository.path, unique);
          const disk = createNodeHost([repository.path]);
          assert.deepEqual(await pathsIn(disk, repository.uri('.')), expected);
          assert.deepEqual(
            unique.filter((each) => !disk.isIgnored?.(repository.uri(each))),
            expected,
          );
          if (exclude === undefined) {
            const encoded: Record<string, string> = {};
            for (const [each, text] of Object.entries(texts))
              encoded[each.split('/').map(encodeSegment).join('/')] = text;
            const memory = new MemoryHost(encoded, 'file:///w');
            assert.deepEqual(await pathsIn(memory, 'file:///w'), expected);
          }
          outcomes.found += expected.length;
          outcomes.ignored += unique.length - expected.length;
        } finally {
          repository.remove();
        }
      }),
      { numRuns: 60 },
    );
    assert.ok(outcomes.found > 100 && outcomes.ignored > 100, JSON.stringify(outcomes));
  });
});

describe('git’s ignore files in a commit', function () {
  this.timeout(30_000);

  it('count as on disk, also against what was committed all the same', async () => {
    const repository = new Repository();
    try {
      repository.write('.gitignore', '/out/\n*.gen.py\n');
      for (const path of ['out/aims.yaml', 'a.gen.py', 'a.py', 'sub/aims.yaml', 'sub/b.gen.py'])
        repository.write(path, '');
      repository.write('sub/.gitignore', '!b.gen.py\n');
      repository.git(['add', '-A', '-f', '.']);
      repository.commit('2026-02-01T12:00:00Z', {});
      const tree = new RevisionTree(value(await repository.open().filesAt('HEAD')));
      try {
        assert.ok(tree.files.entries.has('out/aims.yaml'));
        for (const [searched, expected] of [
          ['.', ['a.py', 'sub/aims.yaml', 'sub/b.gen.py']],
          ['out', ['out/aims.yaml']],
        ] as const) {
          const folders = [join(repository.path, searched)];
          const then = createRevisionHost({
            root: repository.path,
            tree,
            searched: folders,
            git: repository.open(),
          });
          const disk = createNodeHost(folders, { repositoryRoot: repository.path });
          for (const host of [then, disk]) {
            assert.deepEqual(await pathsIn(host, repository.uri('.')), expected);
            assert.ok(host.isIgnored?.(repository.uri('sub/c.gen.py')));
          }
        }
      } finally {
        tree.files.close();
      }
    } finally {
      repository.remove();
    }
  });
});
