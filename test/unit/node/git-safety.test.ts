import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { isRevision } from '../../../server/src/node/git';
import { findGit } from '../../../server/src/node/git-process';
import { toUri } from '../../../server/src/node/paths';
import type { Git } from '../../../server/src/workspace/git';
import { daysSince, doubt, ENVIRONMENT, Repository, textAt, value } from './repository';

describe('what git never does', function () {
  this.timeout(30_000);
  let repository: Repository;
  beforeEach(() => {
    repository = new Repository();
  });
  afterEach(() => repository.remove());

  /** A program that leaves a trace. */
  const trap = (name: string): string => {
    const path = join(repository.top, name);
    writeFileSync(
      path,
      `#!/bin/sh\ntouch "${join(repository.top, `${name}-ran`)}"\ncat 2>/dev/null\nexit 0\n`,
    );
    chmodSync(path, 0o755);
    return path;
  };
  const ran = (): string[] => readdirSync(repository.top).filter((name) => name.endsWith('-ran'));

  const askAll = async (asked: Git): Promise<void> => {
    await asked.isAvailable();
    await asked.head();
    await asked.changesSince('2026-01-01', [repository.uri('a.txt')]);
    await asked.exists('v1');
    await asked.exists('ext::sh -c touch% x');
    await asked.ignored();
    const files = await asked.filesAt('HEAD');
    if (files.known) {
      await files.value.read('a.txt', 1_000);
      files.value.close();
    }
    await asked.userEmail();
    await asked.repository?.();
  };

  it('run what the configuration of a repository says', async () => {
    const settings: Record<string, string> = {
      'core.fsmonitor': trap('fsmonitor'),
      'core.hooksPath': join(repository.top, 'hooks'),
      'core.pager': trap('pager'),
      'pager.log': trap('pager-log'),
      'core.editor': trap('editor'),
      'core.sshCommand': trap('ssh'),
      'core.askPass': trap('askpass'),
      'core.alternateRefsCommand': trap('alternates'),
      'credential.helper': trap('credential'),
      'diff.external': trap('external'),
      'diff.evil.textconv': trap('textconv'),
      'diff.evil.command': trap('command'),
      'filter.evil.smudge': trap('smudge'),
      'filter.evil.clean': trap('clean'),
      'filter.evil.required': 'true',
      'alias.log': `!${trap('alias')}`,
      'alias.rev-parse': `!${trap('alias-rev-parse')}`,
      'log.showSignature': 'true',
      'gpg.program': trap('gpg'),
      'log.follow': 'true',
      'protocol.ext.allow': 'always',
      'remote.origin.url': `ext::${trap('remote')}`,
      'remote.origin.promisor': 'true',
      'extensions.partialClone': 'origin',
    };
    repository.commit('2026-02-01T12:00:00Z', {
      'a.txt': '1',
      '.gitattributes': '*.txt diff=evil filter=evil\n',
    });
    repository.commit('2026-02-02T12:00:00Z', { 'a.txt': '2' });
    // Signed, so that showing the signature would call for the program that checks it.
    const body = repository
      .git(['cat-file', 'commit', 'HEAD'])
      .replace(/\n\n/, '\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n\n');
    writeFileSync(join(repository.top, 'signed'), `${body}\n`);
    repository.git([
      'reset',
      '-q',
      '--hard',
      repository.git(['hash-object', '-t', 'commit', '-w', join(repository.top, 'signed')]),
    ]);
    mkdirSync(join(repository.top, 'hooks'));
    for (const hook of ['post-index-change', 'fsmonitor-watchman', 'reference-transaction'])
      symlinkSync(trap(`hook-${hook}`), join(repository.top, 'hooks', hook));
    repository.git(['config', 'core.repositoryformatversion', '1']);
    for (const [name, text] of Object.entries(settings)) repository.git(['config', name, text]);
    // The traps work: without care git does run them.
    repository.git(['log', '-p', '-1', '--show-signature']);
    assert.ok(ran().length > 0);
    for (const name of ran()) rmSync(join(repository.top, name));

    const asked = repository.open();
    await askAll(asked);
    assert.deepEqual(await daysSince(asked, repository.uri('a.txt'), '2026-02-01'), ['2026-02-02']);
    assert.equal(await textAt(asked, 'HEAD', 'a.txt'), '2');
    // An object that is not there would be fetched from the remote, by the remote's own program.
    assert.equal(value(await asked.exists('1'.repeat(40))), false);
    assert.deepEqual(ran(), []);
  });

  it('walk through a folder elsewhere that the configuration names', async () => {
    const elsewhere = join(repository.top, 'elsewhere');
    mkdirSync(elsewhere);
    writeFileSync(join(elsewhere, 'secret.log'), '');
    repository.commit('2026-02-01T12:00:00Z', { '.gitignore': '*.log\n', 'sub/a': '1' });
    repository.write('own.log', '');
    const ignores = async (): Promise<(uri: string) => boolean> => value(await repository.open().ignored());
    assert.equal((await ignores())(repository.uri('own.log')), true);
    repository.git(['config', 'core.worktree', elsewhere]);
    // The trap works: without care git lists what stands there.
    const listed = repository.git(['ls-files', '--others', '--ignored', '--exclude=*.log']);
    assert.equal(listed, 'secret.log');
    assert.equal(doubt(await repository.open().ignored()), 'no-repository');
    // A folder above is listed only as far as it is the workspace.
    repository.git(['config', 'core.worktree', repository.top]);
    assert.equal((await ignores())(toUri(join(elsewhere, 'secret.log'))), false);
  });

  it('look for ignored files elsewhere in a worktree or a submodule of a repository', async () => {
    repository.commit('2026-02-01T12:00:00Z', { '.gitignore': '*.log\n' });
    const side = join(repository.top, 'side');
    repository.git(['worktree', 'add', '-q', '-b', 'side', side]);
    repository.git([
      '-c',
      'protocol.file.allow=always',
      'submodule',
      '--quiet',
      'add',
      repository.path,
      'sub',
    ]);
    const link = join(repository.top, 'link');
    symlinkSync(repository.path, link);
    for (const folder of [side, join(repository.path, 'sub'), repository.path, link]) {
      writeFileSync(join(folder, 'x.log'), '');
      const ignores = value(await repository.open(folder).ignored());
      assert.equal(ignores(toUri(join(folder, 'x.log'))), true, folder);
      assert.equal(ignores(toUri(join(folder, '.gitignore'))), false, folder);
    }
  });

  it('take a folder of files for a repository, which could bring a configuration of its own', async () => {
    repository.commit('2026-02-01T12:00:00Z', { 'a.txt': '1' });
    const bare = join(repository.path, 'bare');
    repository.git(['clone', '-q', '--bare', '.', bare]);
    assert.equal(repository.git(['rev-parse', '--is-bare-repository'], bare), 'true');
    assert.equal(doubt(await repository.open(bare).head()), 'no-repository');
  });

  it('take another commit for the one that is asked for', async () => {
    const first = repository.commit('2026-02-01T12:00:00Z', { 'a.txt': 'first' });
    const second = repository.commit('2026-02-02T12:00:00Z', { 'a.txt': 'second' });
    repository.git(['replace', second, first]);
    assert.equal(repository.git(['show', 'HEAD:a.txt']), 'first');
    const asked = repository.open();
    assert.equal(await textAt(asked, 'HEAD', 'a.txt'), 'second');
    assert.deepEqual(await daysSince(asked, repository.uri('a.txt'), '2026-02-01'), ['2026-02-02']);
  });

  it('take a program from the workspace, or from a relative entry of PATH', async () => {
    repository.commit('2026-02-01T12:00:00Z', { 'a.txt': '1' });
    const bin = join(repository.path, 'node_modules', '.bin');
    mkdirSync(bin, { recursive: true });
    symlinkSync(trap('git-of-workspace'), join(bin, 'git'));
    symlinkSync(trap('git-of-folder'), join(repository.path, 'git'));
    const path = [bin, '.', '', ENVIRONMENT.PATH].join(delimiter);
    assert.equal(
      findGit({ PATH: path }, repository.path),
      findGit({ PATH: ENVIRONMENT.PATH }, repository.path),
    );
    await askAll(repository.open(repository.path, { environment: { ...ENVIRONMENT, PATH: path } }));
    assert.deepEqual(ran(), []);
    assert.equal(findGit({ PATH: bin }, repository.path), undefined);
  });

  it('follow variables that lead to another repository', async () => {
    const first = repository.commit('2026-02-01T12:00:00Z', { a: '1' });
    const other = join(repository.top, 'other');
    repository.init(other);
    repository.commit('2026-02-02T12:00:00Z', { a: '2' }, other);
    const environment = {
      ...ENVIRONMENT,
      GIT_DIR: join(other, '.git'),
      GIT_WORK_TREE: other,
      GIT_INDEX_FILE: join(other, 'x'),
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'core.pager',
      GIT_CONFIG_VALUE_0: trap('pager'),
      GIT_EXTERNAL_DIFF: trap('external'),
      GIT_TRACE: join(repository.top, 'trace-ran'),
    };
    const asked = repository.open(repository.path, { environment });
    await askAll(asked);
    assert.equal(value(await asked.head()), first);
    assert.deepEqual(ran(), []);
  });

  it('take an option, a range, a path or a search for a commit', async () => {
    repository.commit('2026-02-01T12:00:00Z', { a: '1' });
    const bad = [
      '',
      '-n',
      '--output=x',
      '--all',
      'main..main',
      'main...x',
      'HEAD:a',
      ':/x',
      'HEAD^{/x}',
      'a b',
      'a\nb',
      'a\0b',
      'a?',
      'a*',
      'a[b',
      'a\\b',
      'x'.repeat(251),
    ];
    for (const text of bad) {
      assert.equal(isRevision(text), false, text);
      assert.equal(doubt(await repository.open().exists(text)), 'bad-revision', text);
      assert.equal(doubt(await repository.open().filesAt(text)), 'bad-revision', text);
    }
    for (const text of ['main', 'feature/ä', 'v1.0', 'HEAD~2', 'HEAD^{commit}', 'HEAD@{1}', '@', 'a-b'])
      assert.equal(isRevision(text), true, text);
    assert.deepEqual(readdirSync(repository.path).sort(), ['.git', 'a']);
  });

  it('write anything', async () => {
    repository.commit('2026-02-01T12:00:00Z', { 'a.txt': '1' });
    const listing = (): string =>
      execFileSync('find', [repository.path, '-printf', '%p %s %T@\n'], { encoding: 'utf8' });
    const before = listing();
    await askAll(repository.open());
    assert.equal(listing(), before);
  });

  it('wait for a program that hangs, nor leave it or what it started behind', async () => {
    const program = join(repository.top, 'hanging');
    const alive = join(repository.top, 'alive');
    writeFileSync(program, `#!/bin/sh\nsh -c 'sleep 2; touch "${alive}"' &\nwait\n`);
    chmodSync(program, 0o755);
    const asked = repository.open(repository.path, { program, timeout: 200 });
    const start = Date.now();
    assert.equal(doubt(await asked.head()), 'timed-out');
    assert.ok(Date.now() - start < 1500, `${Date.now() - start} ms`);
    await new Promise((done) => setTimeout(done, 2200));
    assert.equal(existsSync(alive), false);
  });

  it('ask a repository again and again that never answers', async () => {
    const program = join(repository.top, 'hanging');
    writeFileSync(program, '#!/bin/sh\nexec sleep 60\n');
    chmodSync(program, 0o755);
    const asked = repository.open(repository.path, { program, timeout: 100 });
    const start = Date.now();
    const answers = await Promise.all(Array.from({ length: 200 }, () => asked.head()));
    assert.deepEqual([...new Set(answers.map(doubt))], ['timed-out']);
    assert.ok(Date.now() - start < 3000, `${Date.now() - start} ms`);
  });

  it('take endless output', async () => {
    const program = join(repository.top, 'endless');
    writeFileSync(program, '#!/bin/sh\nexec yes\n');
    chmodSync(program, 0o755);
    assert.equal(doubt(await repository.open(repository.path, { program }).head()), 'too-large');
  });

  /** git, but for how it answers questions for contents. */
  const gitWith = (answer: string): string => {
    const program = join(repository.top, 'other-git');
    writeFileSync(
      program,
      `#!/bin/sh\nfor word in "$@"; do if [ "$word" = cat-file ]; then ${answer}; fi; done\nexec git "$@"\n`,
    );
    chmodSync(program, 0o755);
    return program;
  };
  const readTwice = async (answer: string): Promise<readonly (string | undefined)[]> => {
    repository.commit('2026-02-01T12:00:00Z', { a: '1', b: answer });
    const asked = repository.open(repository.path, { program: gitWith(answer), timeout: 500 });
    const files = value(await asked.filesAt('HEAD'));
    const start = Date.now();
    const answers = await Promise.all([files.read('a', 10), files.read('b', 10)]);
    assert.ok(Date.now() - start < 5_000, `${Date.now() - start} ms`);
    files.close();
    return answers.map(doubt);
  };

  it('wait for contents that never come, nor leave behind what was to send them', async () => {
    const alive = join(repository.top, 'alive');
    assert.deepEqual(await readTwice(`sh -c 'sleep 2; touch "${alive}"' & wait; exit`), [
      'timed-out',
      'timed-out',
    ]);
    await new Promise((done) => setTimeout(done, 2200));
    assert.equal(existsSync(alive), false);
  });

  it('take endless or senseless answers for contents', async () => {
    assert.deepEqual(await readTwice('exec tr "\\0" x < /dev/zero'), ['failed', 'failed']);
    assert.deepEqual(await readTwice('exec yes "0 blob 999999999999999"'), ['too-large', 'too-large']);
    assert.deepEqual(await readTwice('exit 0'), ['failed', 'failed']);
    assert.deepEqual(await readTwice('echo "0 blob 5"; echo 1; exit 0'), ['failed', 'failed']);
  });
});
