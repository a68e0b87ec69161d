import assert from 'node:assert/strict';
import { createLanguageService, type LanguageService } from '../../../server/src/service';
import type { Answer, Change, Git } from '../../../server/src/workspace/git';
import { MemoryHost } from '../../../server/src/workspace/memory-host';
import type { Snapshot } from '../../../server/src/workspace/snapshot';

const ROOT = 'file:///workspace';
const u = (path: string): string => `${ROOT}/${path}`;

const card = (...evidence: readonly string[]): string => `aims: 1
kind: organization
id: northwind
target: managed
controls:
  A.2.2: {status: implemented, why: Law, evidence: [${evidence.join(', ')}]}
`;
const reviewed = (path: string, day: string): string => `{path: "${path}", reviewed: ${day}, by: Dana Reyes}`;

/** git as a test wants it, which counts what it is asked. */
class FakeGit implements Git {
  hash = 'a'.repeat(40);
  tags: readonly string[] = ['v1'];
  changes: readonly Change[] = [];
  /** What cannot be said, if anything. */
  doubt: 'shallow' | 'no-repository' | undefined;
  /** Held back until `go` is called. */
  isSlow = false;
  readonly asked: string[] = [];
  readonly #waiting: (() => void)[] = [];

  async #answer<T>(what: string, value: () => T): Promise<Answer<T>> {
    this.asked.push(what);
    const now = value();
    if (this.isSlow) await new Promise<void>((go) => this.#waiting.push(go));
    return this.doubt === undefined ? { known: true, value: now } : { known: false, doubt: this.doubt };
  }

  go(): void {
    for (const go of this.#waiting.splice(0)) go();
  }

  isAvailable = (): Promise<boolean> => Promise.resolve(true);
  head = (): Promise<Answer<string>> => this.#answer('head', () => this.hash);
  exists = (revision: string): Promise<Answer<boolean>> =>
    this.#answer(`exists ${revision}`, () => this.tags.includes(revision));
  changesSince = (day: string, uris: Iterable<string>): Promise<Answer<readonly Change[]>> =>
    this.#answer(`changes ${day} ${[...uris].length}`, () => this.changes);
  filesAt = (): Promise<{ known: false; doubt: 'failed' }> =>
    Promise.resolve({ known: false, doubt: 'failed' });
  ignored = (): Promise<Answer<() => boolean>> => this.#answer('ignored', () => () => false);
  userEmail = (): Promise<Answer<undefined>> => this.#answer('email', () => undefined);
}

class GitHost extends MemoryHost {
  readonly fake = new FakeGit();
  git = (): Git => this.fake;
}

interface Opened {
  readonly host: GitHost;
  readonly git: FakeGit;
  readonly service: LanguageService;
}

function open(files: Readonly<Record<string, string>>): Opened {
  const host = new GitHost(files, ROOT);
  const service = createLanguageService({
    host,
    clock: { today: () => '2026-11-01' },
    log: {
      warn: (message) => {
        throw new Error(message);
      },
    },
  });
  return { host, git: host.fake, service };
}

const days = (snapshot: Snapshot, path: string, day: string): readonly string[] | undefined =>
  snapshot.git.changesSince(u(path), u('aims.yaml'), day)?.map((change) => change.day);

const change = (day: string, ...paths: readonly string[]): Change => ({
  hash: 'b'.repeat(40),
  day,
  uris: paths.map(u),
});

describe('what git says of evidence', () => {
  it('is asked with one walk, from the earliest review, for what is there and was reviewed', async () => {
    const { git, service } = open({
      'aims.yaml': card(
        reviewed('a.md', '2026-05-01'),
        reviewed('b.md', '2026-03-01'),
        reviewed('gone.md', '2020-01-01'),
        reviewed('a.md', 'soon'),
        'a.md',
        reviewed('https://example.org', '2019-01-01'),
      ),
      'a.md': '',
      'b.md': '',
    });
    git.changes = [
      change('2026-06-01', 'a.md'),
      change('2026-04-01', 'a.md', 'b.md'),
      change('2026-03-05', 'b.md', 'aims.yaml'),
    ];
    const snapshot = await service.snapshot();
    // Two files and the card.
    assert.deepEqual(git.asked, ['head', 'changes 2026-03-01 3']);
    assert.deepEqual(days(snapshot, 'a.md', '2026-05-01'), ['2026-06-01']);
    assert.deepEqual(days(snapshot, 'a.md', '2026-03-01'), ['2026-06-01', '2026-04-01']);
    assert.deepEqual(days(snapshot, 'b.md', '2026-03-01'), ['2026-04-01']);
    // Before the walk begins nothing is known.
    assert.equal(days(snapshot, 'a.md', '2026-02-01'), undefined);
    assert.equal(await service.snapshot(), snapshot);
  });

  it('is not asked while somebody types, but for what is new', async () => {
    const files = { 'aims.yaml': card(reviewed('a.md', '2026-05-01')), 'a.md': '', 'b.md': '' };
    const { git, service } = open(files);
    await service.snapshot();
    git.asked.length = 0;
    service.index.setOpen(u('aims.yaml'), card(reviewed('a.md', '2026-05-02'), reviewed('b', '2026-05-01')));
    await service.snapshot();
    assert.deepEqual(git.asked, []);
    service.index.setOpen(
      u('aims.yaml'),
      card(reviewed('a.md', '2026-05-02'), reviewed('b.md', '2026-05-01')),
    );
    await service.snapshot();
    assert.deepEqual(git.asked, ['head', 'changes 2026-05-01 3']);
    service.index.setOpen(u('aims.yaml'), card(reviewed('a.md', '2026-04-01')));
    await service.snapshot();
    assert.deepEqual(git.asked.slice(2), ['head', 'changes 2026-04-01 3']);
  });

  it('is asked again when the commit is another, and only then for its commits', async () => {
    const { host, git, service } = open({
      'aims.yaml': card(reviewed('a.md', '2026-05-01'), 'git:v2'),
      'a.md': '',
    });
    const before = await service.snapshot();
    assert.equal(before.git.hasRevision('v2', u('aims.yaml')), false);
    git.asked.length = 0;
    host.write(u('a.md'), 'other');
    await service.index.changed([u('a.md')]);
    await service.snapshot();
    assert.deepEqual(git.asked, ['head', 'exists v2']);
    git.hash = 'c'.repeat(40);
    git.tags = ['v2'];
    git.changes = [change('2026-06-01', 'a.md')];
    service.index.gitChanged();
    const after = await service.snapshot();
    assert.deepEqual(days(after, 'a.md', '2026-05-01'), ['2026-06-01']);
    assert.equal(after.git.hasRevision('v2', u('aims.yaml')), true);
  });

  it('is asked after changes of files only where something new is wanted, if there is word of commits', async () => {
    const { host, git, service } = open({
      'aims.yaml': card(reviewed('a.md', '2026-05-01'), reviewed('b.md', '2026-06-01'), 'git:v1'),
      'a.md': '',
      '.git/logs/HEAD': '',
    });
    await service.snapshot();
    git.asked.length = 0;
    for (const text of ['one', 'two', undefined]) {
      host.write(u('a.md'), text);
      await service.index.changed([u('a.md')]);
      await service.snapshot();
    }
    assert.deepEqual(git.asked, []);
    host.write(u('b.md'), 'new');
    await service.index.changed([u('b.md')]);
    await service.snapshot();
    assert.deepEqual(git.asked, ['head', 'changes 2026-05-01 3', 'exists v1']);
    // There is word of commits no more.
    host.write(u('.git/logs/HEAD'), undefined);
    service.index.gitChanged();
    await service.snapshot();
    git.asked.length = 0;
    await service.index.changed([u('b.md')]);
    await service.snapshot();
    assert.deepEqual(git.asked, ['head', 'exists v1']);
  });

  it('drops what a change has overtaken', async () => {
    const { git, service } = open({ 'aims.yaml': card(reviewed('a.md', '2026-05-01')), 'a.md': '' });
    git.isSlow = true;
    git.changes = [change('2026-06-01', 'a.md')];
    const first = service.snapshot();
    while (!git.asked.includes('head')) await new Promise((resolve) => setImmediate(resolve));
    git.hash = 'c'.repeat(40);
    service.index.gitChanged();
    git.changes = [change('2026-07-01', 'a.md')];
    git.isSlow = false;
    git.go();
    await first;
    assert.deepEqual(days(await service.snapshot(), 'a.md', '2026-05-01'), ['2026-07-01']);
  });

  it('is not known where git cannot say, and is a finding nowhere', async () => {
    for (const doubt of ['shallow', 'no-repository'] as const) {
      const { git, service } = open({
        'aims.yaml': card(reviewed('a.md', '2026-05-01'), 'git:v9'),
        'a.md': '',
      });
      git.doubt = doubt;
      git.changes = [change('2026-06-01', 'a.md')];
      const snapshot = await service.snapshot();
      assert.equal(days(snapshot, 'a.md', '2026-05-01'), undefined);
      assert.equal(snapshot.git.hasRevision('v9', u('aims.yaml')), undefined);
      const rules = service.findings(snapshot, u('aims.yaml')).map(({ rule }) => rule);
      assert.ok(!rules.includes('evidence-moved-on') && !rules.includes('evidence-missing'));
    }
  });

  it('comes late in an editor, which does not wait for it', async () => {
    const { git, service } = open({ 'aims.yaml': card(reviewed('a.md', '2026-05-01')), 'a.md': '' });
    let calls = 0;
    const late = new Promise<void>((resolve) => {
      service.index.onLate = () => {
        calls++;
        resolve();
      };
    });
    git.isSlow = true;
    git.changes = [change('2026-06-01', 'a.md')];
    const early = await service.snapshot();
    assert.equal(days(early, 'a.md', '2026-05-01'), undefined);
    git.isSlow = false;
    git.go();
    await late;
    assert.deepEqual(days(await service.snapshot(), 'a.md', '2026-05-01'), ['2026-06-01']);
    // Where nothing is different, nobody is told.
    service.index.gitChanged();
    await service.snapshot();
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal(calls, 1);
  });

  it('makes a revision evidence that can be attested', async () => {
    const { service } = open({
      'aims.yaml': `aims: 1
kind: organization
id: northwind
controls:
  A.2.2: {status: implemented, why: Law, evidence: [${reviewed('git:v1', '2026-05-01')}]}
  A.2.3: {status: implemented, why: Law, evidence: [git:v1]}
  A.2.4: {status: implemented, why: Law, evidence: [${reviewed('git:v9', '2026-05-01')}]}
`,
    });
    const snapshot = await service.snapshot();
    const verdicts = new Map(
      service
        .status(snapshot)
        .flatMap(({ results }) =>
          results.map(({ requirement, verdict, reasons }) => [
            requirement.id,
            [verdict, reasons[0]?.message],
          ]),
        ),
    );
    assert.deepEqual(verdicts.get('A.2.2'), ['attested', 'Reviewed by Dana Reyes on 2026-05-01.']);
    assert.equal(verdicts.get('A.2.3')?.[0], 'partial');
    assert.deepEqual(verdicts.get('A.2.4'), ['missing', 'git:v9 does not exist.']);
  });
});
