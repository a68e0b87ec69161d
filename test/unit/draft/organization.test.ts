/** The organization that is drafted from the cards below it. */
import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';
import { draftOrganization } from '../../../server/src/draft';
import { createLanguageService } from '../../../server/src/service';
import { MemoryHost } from '../../../server/src/workspace/memory-host';
import type { TextEdit } from '../../../server/src/fixes/edit';
import type { Git } from '../../../server/src/workspace/git';

const ROOT = 'file:///workspace';
type Files = Readonly<Record<string, string>>;

interface User {
  readonly userName: string;
  readonly userEmail: string;
}

/** A repository whose git is set up for somebody. */
const gitOf =
  ({ userName, userEmail }: User) =>
  (): Git => ({
    ...NO_HISTORY,
    repository: () =>
      Promise.resolve({
        known: true,
        value: { isWhole: true, name: undefined, tag: undefined, userName },
      }),
    userEmail: () => Promise.resolve({ known: true, value: userEmail }),
  });

const doubt = () => Promise.resolve({ known: false, doubt: 'no-commits' } as const);
const NO_HISTORY: Git = {
  isAvailable: () => Promise.resolve(true),
  head: doubt,
  changesSince: doubt,
  exists: doubt,
  filesAt: doubt,
  ignored: doubt,
  userEmail: doubt,
};

const applied = (text: string, edits: readonly TextEdit[]): string =>
  TextDocument.applyEdits(
    TextDocument.create('file:///a', 'yaml', 1, text),
    edits.map(({ range: { start, end }, newText }) => ({
      range: { start: { ...start }, end: { ...end } },
      newText,
    })),
  );

const serviceOf = (host: MemoryHost) =>
  createLanguageService({
    host,
    clock: { today: () => '2026-11-01' },
    log: { warn: () => undefined },
  });

async function draftedFrom(files: Files, folder = ROOT, user?: User) {
  const host = Object.assign(new MemoryHost(files), user ? { git: gitOf(user) } : {});
  return draftOrganization(host, await serviceOf(host).snapshot(), folder);
}

async function findingsOf(files: Files): Promise<ReadonlySet<string>> {
  const service = serviceOf(new MemoryHost(files));
  const snapshot = await service.snapshot();
  return new Set(
    service
      .files(snapshot)
      .flatMap((uri) =>
        service.findings(snapshot, uri).map(({ rule, message }) => `${uri} ${rule}: ${message}`),
      ),
  );
}

const card = (id: string, rest: string): string => `aims: 1\nkind: system\nid: ${id}\nname: ${id}\n${rest}\n`;

const CARDS: Files = {
  'claims/aims.yaml': card(
    'claims',
    'owner: Ada Palmer\nrole: [developer]\nprofile: tabular\ncontrols: {A.6.2.2: {status: planned, due: 2027-01-01, why: Gates, owner: bo}}',
  ),
  'triage/aims.yaml': card(
    'triage',
    'owner: ada@acme.example\nrole: [developer, provider]\nprofile: tabular\nimpactAssessment: impact-assessment.yaml',
  ),
  'triage/impact-assessment.yaml':
    'aims: 1\nkind: impact-assessment\nid: IA-1\nsystem: triage\nstatus: draft\nassessor: chen\nreviewer: TODO\n',
  'pricing/aims.yaml': card(
    'pricing',
    'owner: TODO\nrole: [deployer]\norganization: https://example.org/aims.yaml',
  ),
};

describe('a drafted organization', () => {
  it('leaves its name to people where one of its systems has the name that files say', async () => {
    const system = card('churn', 'owner: Ada Palmer\nrole: [developer]').replace(
      'name: churn',
      'name: Churn lab',
    );
    for (const [files, folder] of [
      [{ 'aims.yaml': system.replace('id: churn', 'id: x') }, 'file:///churn-lab'],
      [{ 'aims.yaml': system, 'pyproject.toml': '[project]\nname = "churn-lab"\n' }, ROOT],
      [{ 'a/aims.yaml': system, 'pyproject.toml': '[project]\nname = "churn"\n' }, ROOT],
    ] as const) {
      const host = new MemoryHost(files, folder);
      const drafted = await draftOrganization(host, await serviceOf(host).snapshot(), folder);
      assert.match(drafted?.text ?? '', /^id: organization # .+\nname: TODO # .+$/m, JSON.stringify(files));
    }
    const other = await draftedFrom({
      'a/aims.yaml': system,
      'pyproject.toml': '[project]\nname = "acme"\n',
    });
    assert.match(other?.text ?? '', /^name: acme # from pyproject\.toml:2$/m);
  });

  it('says what the cards below say, each value with its source, and marks the rest', async () => {
    const drafted = await draftedFrom({ ...CARDS, 'package.json': '{"name": "@acme/ml"}' });
    assert.equal(drafted?.uri, `${ROOT}/aims.yaml`);
    assert.equal(drafted.systems, 2, 'a card that names another organization stays with it');
    assert.equal(
      drafted.text.replace(/^ *#.*\n/gm, ''),
      [
        'aims: 1',
        'kind: organization',
        'id: ml # from package.json:1',
        'name: "@acme/ml" # from package.json:1',
        'scope:',
        '  statement: TODO # the AI it covers: who it is made for, offered to or used by, and where',
        '  roles:',
        '    - developer # from claims/aims.yaml and triage/aims.yaml',
        '    - provider # from triage/aims.yaml',
        'people:',
        '  - id: bo',
        '    name: TODO # their full name; named in claims/aims.yaml',
        '  - id: chen',
        '    name: TODO # their full name; named in triage/impact-assessment.yaml',
        '  - id: ada-palmer',
        '    name: Ada Palmer # owner in claims/aims.yaml',
        '    roles:',
        '      - ai-owner',
        '  - id: ada',
        '    name: TODO # their full name; owner in triage/aims.yaml',
        '    email: ada@acme.example',
        '    roles:',
        '      - ai-owner',
        '  - id: leader # what cards call the person by: any one word',
        '    name: TODO # who leads the organization',
        '    roles:',
        '      - top-management',
        'profiles:',
        '  tabular:',
        '    role:',
        '      - developer',
        '',
      ].join('\n'),
    );
    assert.match(drafted.text, /^# Here: claims \(claims\/aims\.yaml\), triage \(triage\/aims\.yaml\)\.$/m);
  });

  it('is linked by cards that name an owner in words, and takes an address of git’s user for that user’s', async () => {
    const files = {
      'a/aims.yaml': card('a', 'owner: Dana Reyes # asked her'),
      'b/aims.yaml': card('b', 'owner: Dana@acme.example'),
      'c/aims.yaml': card('c', 'owner: "Ada Palmer"'),
      'd/aims.yaml': card('d', 'owner: dana-reyes-2'),
      'e/aims.yaml': card('e', 'owner: TODO'),
    };
    const user = { userName: 'Dana Reyes', userEmail: 'dana@acme.example' };
    const drafted = await draftedFrom(files, ROOT, user);
    const people = (parse(drafted?.text ?? '') as { people: Record<string, string>[] }).people;
    assert.deepEqual(
      people.map(({ id, name, email }) => [id, name, email]),
      [
        ['dana-reyes-2', 'TODO', undefined],
        ['dana-reyes', 'Dana Reyes', 'Dana@acme.example'],
        ['ada-palmer', 'Ada Palmer', undefined],
        ['leader', 'TODO', undefined],
      ],
    );
    const linked = new Map(
      drafted?.links.map(({ uri, edits }) => [
        uri.slice(ROOT.length + 1),
        applied(files[uri.slice(ROOT.length + 1) as keyof typeof files], edits),
      ]),
    );
    assert.deepEqual([...linked.keys()], ['a/aims.yaml', 'b/aims.yaml', 'c/aims.yaml']);
    assert.match(linked.get('a/aims.yaml') ?? '', /^owner: dana-reyes # asked her$/m);
    assert.match(linked.get('b/aims.yaml') ?? '', /^owner: dana-reyes$/m);
    assert.match(linked.get('c/aims.yaml') ?? '', /^owner: ada-palmer$/m);
    const after = await findingsOf({
      ...files,
      ...Object.fromEntries(linked),
      'aims.yaml': drafted?.text ?? '',
    });
    assert.deepEqual(
      [...after].filter((finding) => /reference|duplicate-id|person/.test(finding)),
      [],
    );
    const unknown = await draftedFrom(files);
    assert.match(unknown?.text ?? '', /id: dana\n/, 'without git nobody knows whose address it is');
  });

  it('gives nobody an id that a card has for somebody else', async () => {
    const drafted = await draftedFrom({
      'a/aims.yaml': card('a', 'owner: Ada Palmer'),
      'b/aims.yaml': card('b', 'owner: ada-palmer'),
      'c/aims.yaml': card('c', 'owner: leader'),
    });
    const { people } = parse(drafted?.text ?? '') as { people: { id: string }[] };
    assert.deepEqual(
      people.map(({ id }) => id),
      ['ada-palmer', 'leader', 'ada-palmer-2', 'leader-2'],
    );
  });

  it('takes a team for no address: its name stays, in the people', async () => {
    const drafted = await draftedFrom({
      'a/aims.yaml': card('a', 'owner: "@acme/ml"'),
      'b/aims.yaml': card('b', 'owner: Ada Palmer <ada@acme.example>'),
    });
    const { people } = parse(drafted?.text ?? '') as { people: Record<string, string>[] };
    assert.deepEqual(
      people.slice(0, 2).map(({ id, name, email }) => [id, name, email]),
      [
        ['acme-ml', '@acme/ml', undefined],
        ['ada-palmer', 'Ada Palmer <ada@acme.example>', undefined],
      ],
    );
  });

  it('brings no finding to the cards, and to itself only what is to be filled in and what all organizations owe', async () => {
    const drafted = await draftedFrom(CARDS);
    const before = await findingsOf(CARDS);
    const after = await findingsOf({ ...CARDS, 'aims.yaml': drafted?.text ?? '' });
    const added = [...after].filter((finding) => !before.has(finding));
    assert.ok(added.length > 0);
    assert.deepEqual(
      added.filter((finding) => !/aims\.yaml (?:placeholder|organization-incomplete): /.test(finding)),
      [],
    );
  });

  it('has the name of the folder where nothing else says one, and asks for all where there is no card', async () => {
    const { text } = (await draftedFrom({ 'acme/notes.txt': '' }, `${ROOT}/acme`)) ?? { text: '' };
    assert.match(text, /^id: acme # from the name of the folder\nname: Acme # from the name of the folder$/m);
    assert.match(text, /^ {2}roles:\n {4}- TODO # /m);
    assert.doesNotMatch(text, /^# Here|profiles/m);
  });

  it('stands beside a card of the name, and is none where one is there or above', async () => {
    const beside = await draftedFrom({ 'aims.yaml': card('whole', 'owner: bo') });
    assert.equal(beside?.uri, `${ROOT}/organization.aims.yaml`);
    assert.match(beside.text, /^# Here: whole \(aims\.yaml\)\.$/m);
    const ORGANIZATION = { 'aims.yaml': 'aims: 1\nkind: organization\nid: acme\n' };
    assert.equal(await draftedFrom(ORGANIZATION), undefined);
    assert.equal(await draftedFrom({ ...ORGANIZATION, ...CARDS }, `${ROOT}/claims`), undefined);
  });
});
