import assert from 'node:assert/strict';
import { lensesIn } from '../../../../server/src/features/lenses';
import { countVerdicts } from '../../../../server/src/features/verdict-words';
import { DAY, ROOT, openWorkspace } from '../../../support/workspace';
import { approve, edit, FILES, withLocks } from '../../lock/workspace';

const ORGANIZATION = `aims: 1
kind: organization
id: nw
people:
  - {id: bo, name: Bo Lind}
  - {id: eli, name: Eli Roth}
suppliers:
  - {id: bureau, provides: Scores}
  - {id: other, provides: Nothing}
profiles:
  tabular:
    suppliers: [bureau]
systems:
  - {id: chat, name: Chat, owner: bo}
`;
const card = (id: string, rest: string): string => `aims: 1\nkind: system\nid: ${id}\n${rest}`;
const WORKSPACE = {
  'aims.yaml': ORGANIZATION,
  'a/aims.yaml': card('a', 'owner: bo\nprofile: tabular\nresources: {people: [bo]}\n'),
  'b/aims.yaml': card('b', 'suppliers: [bureau]\nimpactAssessment: impact-assessment.yaml\n'),
  'b/impact-assessment.yaml': 'aims: 1\nkind: impact-assessment\nid: IA\nsystem: b\nassessor: bo\n',
  'c/aims.yaml': card('c', 'suppliers: [{id: bureau, provides: Another of that name}, bureau]\n'),
};

interface Shown {
  readonly line: number;
  readonly title: string;
  /** "path:line" */
  readonly leads: string | undefined;
}

async function lenses(files: Readonly<Record<string, string>>, path: string): Promise<readonly Shown[]> {
  const { snapshot } = await openWorkspace(files);
  return lensesIn(snapshot, DAY, `${ROOT}/${path}`).map(({ range, title, reveal }) => {
    const at = reveal();
    const leads = at && `${at.uri.replace(`${ROOT}/`, '')}:${at.range.start.line}`;
    return { line: range.start.line, title, leads };
  });
}

describe('code lenses', () => {
  it('count the systems that use a person, a supplier or a profile, each once', async () =>
    assert.deepEqual(
      (await lenses(WORKSPACE, 'aims.yaml')).filter(({ title }) => title.startsWith('Used')),
      [
        { line: 4, title: 'Used by 3 systems', leads: 'a/aims.yaml:3' },
        { line: 7, title: 'Used by 2 systems', leads: 'aims.yaml:11' },
        { line: 10, title: 'Used by 1 system', leads: 'a/aims.yaml:4' },
      ],
    ));

  it('count what is evidenced of what is due, as the verdicts say', async () => {
    const text = card(
      's',
      `lifecycle: {stage: design-development}
controls:
  A.7.5:
    status: implemented
    why: x
    evidence: [{ref: DMS-1, heldBy: bo, reviewed: 2026-09-20, by: Bo Lind}]
  A.4.2: {status: planned, due: 2026-01-01, why: x}
`,
    );
    const { service, snapshot } = await openWorkspace({ 'aims.yaml': text });
    const verdicts = service.status(snapshot)[0]?.results.map(({ verdict }) => verdict) ?? [];
    const {
      attested = 0,
      verified = 0,
      overdue = 0,
      missing = 0,
      partial = 0,
      suspect = 0,
    } = countVerdicts(verdicts);
    const due = attested + verified + overdue + missing + partial + suspect;
    const clauses = (service.status(snapshot)[0]?.results ?? []).filter(
      ({ requirement, verdict }) => !requirement.id.startsWith('A.') && verdict !== 'not-due',
    ).length;
    const [top, controls] = await lenses({ 'aims.yaml': text }, 'aims.yaml');
    assert.equal(
      top?.title.replace(/, \d+ partial$/, ''),
      `${attested + verified} of ${due} requirements evidenced (${due - clauses} controls, ${clauses} clauses): ${overdue} overdue, ${missing} missing`,
    );
    assert.match(controls?.title ?? '', /^1 of \d+ controls evidenced: 1 overdue, \d+ missing$/);
    assert.deepEqual([top.line, controls?.line], [1, 4]);
    assert.deepEqual(
      [top.leads, controls?.leads],
      ['aims.yaml:9', 'aims.yaml:9'],
      'what is overdue comes first',
    );
  });

  it('say nothing of a part of a file that cannot be read', async () => {
    const titles = (
      await lenses({ 'aims.yaml': 'aims: 1\nkind: system\nid: s\nowner: "x\n' }, 'aims.yaml')
    ).map(({ title }) => title);
    for (const title of titles) assert.doesNotMatch(title, /unknown/);
  });

  it('say since when an approval is suspect, and lead to what changed', async () => {
    const locks = await approve(FILES, ['northwind:policy', 'IA-1:assessment']);
    const files = {
      ...withLocks(FILES, locks),
      'docs/policy.md': '# Another\n',
    };
    const [policy] = (await lenses(files, 'aims.yaml')).filter(({ title }) => title.startsWith('Suspect'));
    assert.deepEqual(
      [policy?.title, policy?.leads],
      ['Suspect: changed since the AI policy was approved on 2026-11-01', 'docs/policy.md:0'],
    );
    const changed = edit(files, 'credit/impact-assessment.yaml', 'severity: major', 'severity: minor');
    const found = (await lenses(changed, 'credit/impact-assessment.yaml')).map(({ title }) => title);
    assert.match(found.join('\n'), /^Suspect: changed since .* was approved on 2026-11-01$/);
    assert.deepEqual(await lenses(withLocks(FILES, locks), 'credit/impact-assessment.yaml'), []);
  });

  it('are none in files that are not ours', async () =>
    assert.deepEqual(await lenses({ 'x.yaml': 'a: b\n' }, 'x.yaml'), []));
});
