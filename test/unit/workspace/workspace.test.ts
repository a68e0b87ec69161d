import assert from 'node:assert/strict';
import type { SystemEntry } from '../../../server/src/workspace/snapshot';
import { openWorkspace, ROOT } from '../../support/workspace';

const card = (id: string, rest = ''): string => `aims: 1\nkind: system\nid: ${id}\nname: ${id}\n${rest}`;
const organization = (id: string, rest = ''): string => `aims: 1\nkind: organization\nid: ${id}\n${rest}`;
const assessment = (id: string, system: string, rest = ''): string =>
  `aims: 1\nkind: impact-assessment\nid: ${id}\nsystem: ${system}\n${rest}`;

const system = async (files: Record<string, string>, id: string): Promise<SystemEntry> => {
  const { snapshot } = await openWorkspace(files);
  const found = snapshot.systems.find((entry) => entry.id === id);
  assert.ok(found, id);
  return found;
};

const organizationOf = (entry: SystemEntry): string =>
  entry.organization.kind === 'found' ? entry.organization.id : entry.organization.kind;

describe('which files are ours', () => {
  it('those of a listed name and those whose first key is aims; no other YAML', async () => {
    const { snapshot } = await openWorkspace({
      'aims.yaml': card('a'),
      'b.aims.yml': card('b'),
      'models/card.yaml': `# a card of another name\n\n${card('c')}`,
      'values.yaml': 'image: x\naims: 1\n',
      'docker-compose.yaml': 'services: {}\n',
    });
    assert.deepEqual(snapshot.systems.map(({ id }) => id).sort(), ['a', 'b', 'c']);
  });

  it('several documents in one file', async () => {
    const { snapshot } = await openWorkspace({
      'aims.yaml': `${organization('o')}---\n${card('a')}---\n${card('b')}`,
    });
    assert.deepEqual(snapshot.systems.map(organizationOf), ['o', 'o']);
  });
});

describe('which organization a card belongs to', () => {
  it('the nearest above it', async () => {
    const files = {
      'aims.yaml': organization('outer'),
      'division/aims.yaml': organization('inner'),
      'division/a/aims.yaml': card('a'),
      'b/aims.yaml': card('b'),
    };
    assert.equal(organizationOf(await system(files, 'a')), 'inner');
    assert.equal(organizationOf(await system(files, 'b')), 'outer');
  });

  it('one it names by path; a URL or a missing file cannot be reached', async () => {
    const files = {
      'org/aims.yaml': organization('named'),
      'a/aims.yaml': card('a', 'organization: ../org/aims.yaml\n'),
      'b/aims.yaml': card('b', 'organization: https://example.org/aims.yaml\n'),
      'c/aims.yaml': card('c', 'organization: gone.yaml\n'),
      'd/aims.yaml': card('d'),
    };
    assert.equal(organizationOf(await system(files, 'a')), 'named');
    assert.equal(organizationOf(await system(files, 'b')), 'unreachable');
    assert.equal(organizationOf(await system(files, 'c')), 'unreachable');
    assert.equal(organizationOf(await system(files, 'd')), 'none');
  });

  it('a system of the inventory needs no card; one with a card is not listed twice', async () => {
    const listed = organization(
      'o',
      'systems: [{id: chat, name: Chat, role: [customer], stage: deployment}, {id: a, name: A}]\n',
    );
    const { snapshot } = await openWorkspace({ 'aims.yaml': listed, 'a/aims.yaml': card('a') });
    assert.deepEqual(
      snapshot.systems.map(({ id, inventoryOnly }) => [id, inventoryOnly]),
      [
        ['a', false],
        ['chat', true],
      ],
    );
  });
});

describe('how much is asked for', () => {
  const target = async (files: Record<string, string>): Promise<string> => (await system(files, 'a')).target;
  it('inventory for a card without rows, managed once it has one, the organization’s word where it gives one', async () => {
    assert.equal(await target({ 'aims.yaml': card('a') }), 'inventory');
    assert.equal(
      await target({ 'aims.yaml': card('a', 'controls: {A.7.4: {status: planned}}\n') }),
      'managed',
    );
    assert.equal(
      await target({ 'aims.yaml': organization('o', 'target: audit\n'), 'a/aims.yaml': card('a') }),
      'audit',
    );
    assert.equal(
      await target({
        'aims.yaml': organization('o', 'target: audit\n'),
        'a/aims.yaml': card('a', 'target: inventory\n'),
      }),
      'inventory',
    );
  });
});

describe('which impact assessment belongs to a card', () => {
  it('one that names it, one it names, approved or newest first, superseded last', async () => {
    const files = {
      'a/aims.yaml': card('a', 'impactAssessment: reports/ia.impact.yaml\n'),
      'a/reports/ia.impact.yaml': assessment('IA-1', 'a', 'status: superseded\nperformed: 2025-01-01\n'),
      'a/impact-assessment.yaml': assessment('IA-2', 'a', 'status: approved\nperformed: 2026-01-01\n'),
      'b/impact-assessment.yaml': assessment('IA-3', 'b'),
    };
    assert.deepEqual(
      (await system(files, 'a')).assessments.map(({ id }) => id),
      ['IA-2', 'IA-1'],
    );
  });

  it('of two cards with one id, the one above it', async () => {
    const files = {
      'x/aims.yaml': card('a'),
      'y/aims.yaml': card('a'),
      'y/impact-assessment.yaml': assessment('IA', 'a'),
    };
    const { snapshot } = await openWorkspace(files);
    assert.deepEqual(
      snapshot.systems.map(({ uri, assessments }) => [uri.slice(ROOT.length), assessments.length]),
      [
        ['/x/aims.yaml', 0],
        ['/y/aims.yaml', 1],
      ],
    );
  });
});

describe('which card covers code', () => {
  const TRAIN =
    'from sklearn.linear_model import LogisticRegression\nLogisticRegression().fit([[0], [1]], [0, 1])\n';
  const coveredBy = async (files: Record<string, string>, path: string): Promise<readonly string[]> => {
    const { snapshot } = await openWorkspace(files);
    const entry = snapshot.code.get(`${ROOT}/${path}`);
    assert.ok(entry, `${path} has no facts`);
    return entry.coveredBy.map(({ id }) => id);
  };

  it('the nearest above it whose patterns match', async () => {
    const files = {
      'aims.yaml': card('root'),
      'a/aims.yaml': card('a', 'code: ["src/**"]\n'),
      'a/src/train.py': TRAIN,
      'a/tools/train.py': TRAIN,
    };
    assert.deepEqual(await coveredBy(files, 'a/src/train.py'), ['a']);
    assert.deepEqual(await coveredBy(files, 'a/tools/train.py'), ['root']);
  });

  it('none beside or below it; a pattern that could take seconds matches nothing', async () => {
    assert.deepEqual(await coveredBy({ 'a/aims.yaml': card('a'), 'train.py': TRAIN }, 'train.py'), []);
    const greedy = `code: ["${'**/*a'.repeat(12)}"]\n`;
    assert.deepEqual(await coveredBy({ 'aims.yaml': card('a', greedy), 'train.py': TRAIN }, 'train.py'), []);
  });
});

describe('staying up to date', () => {
  it('text in the editor counts until it is closed; then the file does', async () => {
    const { service } = await openWorkspace({ 'aims.yaml': card('a') });
    const uri = `${ROOT}/aims.yaml`;
    service.index.setOpen(uri, card('typed'));
    assert.deepEqual(
      (await service.snapshot()).systems.map(({ id }) => id),
      ['typed'],
    );
    await service.index.setClosed(uri);
    assert.deepEqual(
      (await service.snapshot()).systems.map(({ id }) => id),
      ['a'],
    );
  });

  it('notices that evidence came or went', async () => {
    const row =
      'controls:\n  A.7.4: {status: implemented, why: Law, evidence: [{path: q.md, reviewed: 2026-09-01, by: B C}]}\n';
    const { host, service } = await openWorkspace({
      'aims.yaml': card('a', `lifecycle: {stage: deployment}\n${row}`),
    });
    const verdict = async (): Promise<string | undefined> =>
      service
        .status(await service.snapshot())[0]
        ?.results.find(({ requirement }) => requirement.id === 'A.7.4')?.verdict;
    assert.equal(await verdict(), 'missing');
    host.write(`${ROOT}/q.md`, '# Quality');
    await service.index.changed([`${ROOT}/q.md`]);
    assert.equal(await verdict(), 'attested');
    host.write(`${ROOT}/q.md`, undefined);
    await service.index.changed([`${ROOT}/q.md`]);
    assert.equal(await verdict(), 'missing');
  });

  it('forgets a text that was never saved once it is closed', async () => {
    const { service } = await openWorkspace({});
    service.index.setOpen('untitled:Untitled-1', card('draft'), 'yaml');
    assert.equal((await service.snapshot()).systems.length, 1);
    await service.index.setClosed('untitled:Untitled-1');
    assert.deepEqual((await service.snapshot()).systems, []);
  });

  it('keeps what is known of other files when a document is opened that no path leads to', async () => {
    const { service, snapshot } = await openWorkspace({ 'a/aims.yaml': card('a'), 'b/aims.yaml': card('b') });
    service.index.setOpen(`${ROOT}/b/aims.yaml`, card('b'));
    assert.equal((await service.snapshot()).facts, snapshot.facts);
  });

  it('of two readings of a file the one begun last counts, whichever ends first', async () => {
    const { host, service } = await openWorkspace({ 'aims.yaml': card('a') });
    const uri = `${ROOT}/aims.yaml`;
    const ends: (() => void)[] = [];
    const readText = host.readText.bind(host);
    host.readText = async (asked) => {
      const read = await readText(asked);
      await new Promise<void>((resolve) => ends.push(resolve));
      return read;
    };
    host.write(uri, card('first'));
    const first = service.index.changed([uri]);
    await Promise.resolve();
    host.write(uri, card('second'));
    const second = service.index.changed([uri]);
    while (ends.length < 2) await new Promise(setImmediate);
    ends[1]?.();
    await second;
    ends[0]?.();
    await first;
    assert.deepEqual(
      (await service.snapshot()).systems.map(({ id }) => id),
      ['second'],
    );
  });

  it('hands out no snapshot of half a workspace while everything is read anew', async () => {
    const { host, service } = await openWorkspace({ 'a/aims.yaml': card('a') });
    const uri = `${ROOT}/b/aims.yaml`;
    service.index.setOpen(uri, card('b', 'impactAssessment: ia.yaml\n'));
    const readText = host.readText.bind(host);
    let answer = (): void => undefined;
    let release = (): void => undefined;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    const released = new Promise<void>((resolve) => (release = resolve));
    host.stat = () => answered.then(() => 'file');
    host.readText = (asked) => released.then(() => readText(asked));
    const asked = service.snapshot();
    await new Promise(setImmediate);
    const read = service.index.rescan();
    answer();
    await new Promise(setImmediate);
    release();
    const seen = (await asked).systems.map(({ id }) => id);
    await read;
    assert.deepEqual(seen, ['a', 'b']);
  });

  it('keeps nothing of a reading that another one overtook, such as of a folder that left meanwhile', async () => {
    const { host, service } = await openWorkspace({
      'a/aims.yaml': card('a'),
      'late/aims.yaml': card('late'),
    });
    const findFiles = host.findFiles.bind(host);
    const before = await findFiles();
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    host.findFiles = () => released.then(() => before);
    const overtaken = service.index.rescan();
    host.findFiles = () =>
      findFiles().then((found) => found.filter(({ uri }) => !uri.startsWith(`${ROOT}/late/`)));
    await service.index.rescan();
    release();
    await overtaken;
    await service.index.changed([`${ROOT}/a/aims.yaml`]);
    assert.deepEqual(
      (await service.snapshot()).systems.map(({ id }) => id),
      ['a'],
    );
  });

  it('forgets a deleted file', async () => {
    const { host, service } = await openWorkspace({ 'aims.yaml': card('a') });
    host.write(`${ROOT}/aims.yaml`, undefined);
    await service.index.changed([`${ROOT}/aims.yaml`]);
    assert.deepEqual((await service.snapshot()).systems, []);
  });

  it('forgets what was in a folder that is gone, of which alone it is told', async () => {
    const { host, service } = await openWorkspace({
      'aims.yaml': card('a', 'userInformation: docs/guide.md\n'),
      'docs/guide.md': '# Guide',
      'b/c/aims.yaml': card('b'),
      'bb/aims.yaml': card('bb'),
    });
    for (const path of ['docs/guide.md', 'b/c/aims.yaml']) host.write(`${ROOT}/${path}`, undefined);
    await service.index.changed([`${ROOT}/docs`, `${ROOT}/b`]);
    const snapshot = await service.snapshot();
    assert.deepEqual(
      snapshot.systems.map(({ id }) => id),
      ['a', 'bb'],
    );
    assert.equal(snapshot.existence.get(`${ROOT}/docs/guide.md`), 'missing');
  });

  it('hands out the same snapshot while nothing changes', async () => {
    const { service, snapshot } = await openWorkspace({ 'aims.yaml': card('a') });
    assert.equal(await service.snapshot(), snapshot);
  });
});
