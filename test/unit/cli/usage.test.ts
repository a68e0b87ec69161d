import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { aims, fixture, folderWith } from './support';

const WRONG: Readonly<Record<string, readonly string[]>> = {
  'no command': [],
  'a command that does not exist': ['chek', '.'],
  'an option instead of a command': ['--verbose'],
  'an option the command does not have': ['check', '.', '--recursive'],
  'an option without its value': ['check', '.', '--at'],
  'check without a path': ['check'],
  'an empty path': ['check', ''],
  'a path that does not exist': ['check', 'nowhere'],
  'a path below a file': ['check', 'aims.yaml/below'],
  'one good and one bad path': ['check', '.', 'nowhere'],
  'a day the calendar does not have': ['check', '.', '--at', '2026-02-30'],
  'a day in another form': ['check', '.', '--at', '1.11.2026'],
  'a format that does not exist': ['check', '.', '--format', 'yaml'],
  'a severity that does not exist': ['check', '.', '--fail-on', 'fatal'],
  'status without a path': ['status'],
  'status of two paths': ['status', '.', '.'],
  'status with an option of check': ['status', '.', '--fail-on', 'error'],
  'status of a path that does not exist': ['status', 'nowhere'],
  'init of two folders': ['init', '.', '.'],
  'init of a file': ['init', 'aims.yaml'],
  'explain without an id': ['explain'],
  'explain of two ids': ['explain', 'A.2.2', 'A.2.3'],
  'explain of nothing': ['explain', 'no such thing at all'],
  'lsp without --stdio': ['lsp'],
  'lsp over a socket': ['lsp', '--socket=1234'],
};

describe('bad usage: one line, exit code 2, nothing on standard output', () => {
  for (const [name, argv] of Object.entries(WRONG))
    it(name, async () => {
      const { code, out, err } = await aims(argv, { cwd: fixture('lone-card') });
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.equal(err.length, 1);
      assert.match(err[0]!, /^aims: [^\n]+$/);
    });

  it('SOURCE_DATE_EPOCH that is no number', async () => {
    const { code, err } = await aims(['check', '.'], {
      cwd: fixture('lone-card'),
      env: { SOURCE_DATE_EPOCH: 'yesterday' },
    });
    assert.equal(code, 2);
    assert.deepEqual(err, ['aims: SOURCE_DATE_EPOCH=yesterday: not a number of seconds since 1970']);
  });

  it('a path that is neither file nor folder', async function () {
    if (process.platform === 'win32') this.skip();
    const folder = folderWith({});
    execFileSync('mkfifo', [join(folder, 'pipe.yaml')]);
    const { code, err } = await aims(['check', 'pipe.yaml'], { cwd: folder });
    assert.equal(code, 2);
    assert.deepEqual(err, ['aims: pipe.yaml is neither a file nor a folder']);
  });

  it('a pipe under the name of a card, which nobody writes to, is waited for by nobody', async function () {
    if (process.platform === 'win32') this.skip();
    const folder = folderWith({ 'aims.yaml': 'aims: 1\nkind: system\nid: a\n' });
    execFileSync('mkfifo', [join(folder, 'b.aims.yaml')]);
    const { code, err } = await aims(['check', '.'], { cwd: folder });
    assert.equal(code, 0);
    assert.deepEqual(err, []);
  });

  it('suggests the command that was meant', async () => {
    const { err } = await aims(['stauts', '.']);
    assert.deepEqual(err, ['aims: no command stauts (did you mean status?)']);
  });

  it('spells out control characters of what was typed', async () => {
    const { err } = await aims(['check', '\u001b[31mred']);
    assert.deepEqual(err, ['aims: \\u001b[31mred does not exist']);
  });
});

describe('help', () => {
  for (const argv of [
    ['--help'],
    ['-h'],
    ['help'],
    ['check', '--help'],
    ['help', 'check'],
    ['status', '-h'],
    ['explain', '--help'],
    ['attest', '--help'],
    ['lsp', '--help'],
  ])
    it(`aims ${argv.join(' ')}`, async () => {
      const { code, out, err } = await aims(argv);
      assert.equal(code, 0);
      assert.deepEqual(err, []);
      assert.match(out, /^aims/);
    });

  it('names every command', async () => {
    const { out } = await aims(['--help']);
    for (const command of ['check', 'status', 'explain', 'attest', 'lsp'])
      assert.match(out, new RegExp(`^  aims ${command} `, 'm'));
  });

  it('--version prints the version of the package', async () => {
    const { code, out } = await aims(['--version']);
    assert.equal(code, 0);
    assert.match(out, /^\d+\.\d+\.\d+\n$/);
  });
});
