/** The organization that is drafted from the cards below it. */
import assert from 'node:assert/strict';
import { draftOrganization } from '../../../server/src/draft';
import { createLanguageService } from '../../../server/src/service';
import { MemoryHost } from '../../../server/src/workspace/memory-host';

const ROOT = 'file:///workspace';
type Files = Readonly<Record<string, string>>;

const serviceOf = (host: MemoryHost) =>
  createLanguageService({
    host,
    clock: { today: () => '2026-11-01' },
    log: { warn: () => undefined },
  });

async function draftedFrom(files: Files, folder = ROOT) {
  const host = new MemoryHost(files);
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
