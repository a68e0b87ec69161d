import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { RenameRefused, renameAt, renameableAt } from '../../../../server/src/features/rename';
import { approvalsOf } from '../../../../server/src/lock/state';
import { openAtCursor } from '../../../support/cursor';
import { ROOT, openWorkspace } from '../../../support/workspace';

const ORG = `aims: 1
kind: organization
id: acme
people:
  - {id: bo, name: Bo Lind, roles: [ai-owner]}
  - {id: cy, name: Cy Wu}
suppliers:
  - {id: vendor, name: Vendor}
risks:
  - {id: R1, what: Of the organization, owner: bo}
objectives:
  - {id: O1, text: Fair}
context:
  interestedParties:
    - name: All
      needs:
        - {id: N1, what: Fair, addressedBy: [O1, R1, A.8.2]}
profiles:
  tabular:
    owner: bo
    datasets:
      - {id: shared, source: warehouse}
`;
const CARD = `aims: 1
kind: system
id: credit
profile: tabular
owner: bo # bo answers
impactAssessment: impact-assessment.yaml
models:
  - id: m
    metrics:
      - {name: auc, value: 0.9, dataset: d1}
      - {name: auc, value: 0.8, dataset: "shared"}
datasets:
  - id: d1
  - {id: shared, license: ours}
suppliers: [vendor]
risks:
  - {id: R1, what: bias against d1, from: [I1]}
controls:
  A.4.2:
    status: planned
    why: {risks: [R1]}
`;
const ASSESSMENT = `aims: 1
kind: impact-assessment
id: IA-1
system: credit
assessor: bo
parties:
  - {id: users}
impacts:
  - {id: I1, party: users, what: x}
`;
const FILES = { 'aims.yaml': ORG, 'credit/aims.yaml': CARD, 'credit/impact-assessment.yaml': ASSESSMENT };
type Files = Readonly<Record<string, string>>;

/** The files with a cursor before the first place where `mark` stands in one of them. */
const marked = (files: Files, path: string, mark: string): Files => {
  const text = files[path] ?? '';
  assert.ok(text.includes(mark), mark);
  return { ...files, [path]: text.replace(mark, `<|>${mark}`) };
};

interface Renamed {
  readonly files: Files;
  readonly approvals: readonly string[];
}

async function rename(files: Files, id: string): Promise<Renamed> {
  const { snapshot, uri, position } = await openAtCursor(files);
  const renaming = renameAt(snapshot, { uri, position }, id);
  assert.ok(renaming, 'nothing to rename');
  const after: Record<string, string> = Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path, text.replace('<|>', '')]),
  );
  for (const change of renaming.changes) {
    const path = change.uri.slice(ROOT.length + 1);
    const edits = change.edits.map(({ range, newText }) => ({
      range: { start: { ...range.start }, end: { ...range.end } },
      newText,
    }));
    after[path] = TextDocument.applyEdits(TextDocument.create('', '', 1, after[path] ?? ''), edits);
  }
  return { files: after, approvals: renaming.approvals };
}

/** Verdicts and findings, with the id that was changed taken for the one it was. */
async function judged(files: Files, id = '', before = ''): Promise<string> {
  const { service, snapshot } = await openWorkspace(files);
  const findings = service
    .files(snapshot)
    .flatMap((uri) =>
      service
        .findings(snapshot, uri)
        .map(({ rule, message, range }) => [uri, rule, message, range.start.line]),
    );
  const status = service
    .status(snapshot)
    .map(({ subject, results }) => [
      subject.id,
      results.map(({ requirement, verdict }) => [requirement.id, verdict]),
    ]);
  const text = JSON.stringify([findings, status]);
  return id === '' ? text : text.replaceAll(id, before);
}

const changedLines = (before: Files, after: Files): readonly string[] =>
  Object.entries(after).flatMap(([path, text]) => {
    const old = (before[path] ?? '').split('\n');
    return text
      .split('\n')
      .flatMap((line, index) => (line === old[index] ? [] : [`${path}: ${line.trim()}`]));
  });

const refusedWith = (reason: RegExp) => (error: unknown) =>
  error instanceof RenameRefused && reason.test(error.message);

describe('renaming', () => {
  const everywhere: Readonly<Record<string, readonly [string, string, readonly string[]]>> = {
    'a person': [
      'aims.yaml',
      'bo, name',
      [
        'aims.yaml: - {id: zed, name: Bo Lind, roles: [ai-owner]}',
        'aims.yaml: - {id: R1, what: Of the organization, owner: zed}',
        'aims.yaml: owner: zed',
        'credit/aims.yaml: owner: zed # bo answers',
        'credit/impact-assessment.yaml: assessor: zed',
      ],
    ],
    'a system': [
      'credit/aims.yaml',
      'credit\n',
      ['credit/aims.yaml: id: zed', 'credit/impact-assessment.yaml: system: zed'],
    ],
    'a risk, and not one of the same id elsewhere': [
      'credit/aims.yaml',
      'R1]',
      [
        'credit/aims.yaml: - {id: zed, what: bias against d1, from: [I1]}',
        'credit/aims.yaml: why: {risks: [zed]}',
      ],
    ],
    'a risk of the organization': [
      'aims.yaml',
      'R1, what',
      [
        'aims.yaml: - {id: zed, what: Of the organization, owner: bo}',
        'aims.yaml: - {id: N1, what: Fair, addressedBy: [O1, zed, A.8.2]}',
      ],
    ],
    'a data set': [
      'credit/aims.yaml',
      'd1}',
      ['credit/aims.yaml: - {name: auc, value: 0.9, dataset: zed}', 'credit/aims.yaml: - id: zed'],
    ],
    'a data set that profile and card describe': [
      'credit/aims.yaml',
      'shared, license',
      [
        'aims.yaml: - {id: zed, source: warehouse}',
        'credit/aims.yaml: - {name: auc, value: 0.8, dataset: "zed"}',
        'credit/aims.yaml: - {id: zed, license: ours}',
      ],
    ],
    'an impact': [
      'credit/impact-assessment.yaml',
      'I1, party',
      [
        'credit/aims.yaml: - {id: R1, what: bias against d1, from: [zed]}',
        'credit/impact-assessment.yaml: - {id: zed, party: users, what: x}',
      ],
    ],
    'a party': [
      'credit/impact-assessment.yaml',
      'users, what',
      [
        'credit/impact-assessment.yaml: - {id: zed}',
        'credit/impact-assessment.yaml: - {id: I1, party: zed, what: x}',
      ],
    ],
    'a profile': ['credit/aims.yaml', 'tabular', ['aims.yaml: zed:', 'credit/aims.yaml: profile: zed']],
    'a supplier': [
      'credit/aims.yaml',
      'vendor',
      ['aims.yaml: - {id: zed, name: Vendor}', 'credit/aims.yaml: suppliers: [zed]'],
    ],
    'an objective': [
      'aims.yaml',
      'O1, R1',
      [
        'aims.yaml: - {id: zed, text: Fair}',
        'aims.yaml: - {id: N1, what: Fair, addressedBy: [zed, R1, A.8.2]}',
      ],
    ],
    'an assessment': ['credit/impact-assessment.yaml', 'IA-1', ['credit/impact-assessment.yaml: id: zed']],
  };
  for (const [what, [path, mark, lines]] of Object.entries(everywhere))
    it(`finds ${what} wherever it is meant, and changes no verdict`, async () => {
      const { files } = await rename(marked(FILES, path, mark), 'zed');
      assert.deepEqual(changedLines(FILES, files), lines);
      const name = path === 'aims.yaml' && mark.startsWith('bo') ? 'bo' : (/^[\w-]+/.exec(mark) ?? [''])[0];
      assert.equal(await judged(files, 'zed', name), await judged(FILES));
    });

  const CYCLE = `${ORG}internalAudits:
  - {id: IA1, findings: [NC1]}
nonconformities:
  - {id: NC1, what: No logs}
monitoring:
  - {id: M1, what: drift}
managementReviews:
  - {date: 2026-10-01, inputs: [IA1, M1, NC1, a talk]}
`;
  const INCIDENTS = `${CARD}incidents:\n  - {id: INC1, nonconformity: NC1}\n`;
  for (const [id, path, lines] of [
    ['IA1', 'aims.yaml', ['aims.yaml: - {id: zed, findings: [NC1]}', 'inputs: [zed, M1, NC1, a talk]']],
    ['M1', 'aims.yaml', ['aims.yaml: - {id: zed, what: drift}', 'inputs: [IA1, zed, NC1, a talk]']],
    [
      'NC1',
      'aims.yaml',
      [
        'findings: [zed]',
        '- {id: zed, what: No logs}',
        'inputs: [IA1, M1, zed, a talk]',
        'nonconformity: zed',
      ],
    ],
    ['INC1', 'credit/aims.yaml', ['credit/aims.yaml: - {id: zed, nonconformity: NC1}']],
    ['m\n', 'credit/aims.yaml', ['credit/aims.yaml: - id: zed']],
  ] as const)
    it(`finds ${id.trim()} in audits, reviews and incidents`, async () => {
      const before = { ...FILES, 'aims.yaml': CYCLE, 'credit/aims.yaml': INCIDENTS };
      const text = before[path];
      const at = text.indexOf(`id: ${id}`) + 'id: '.length;
      const { files } = await rename(
        { ...before, [path]: `${text.slice(0, at)}<|>${text.slice(at)}` },
        'zed',
      );
      const changed = changedLines(before, files);
      assert.equal(changed.length, lines.length, changed.join('\n'));
      for (const [index, line] of lines.entries()) assert.ok(changed[index]?.includes(line), changed[index]);
    });

  it('of a card of two with one id follows its own assessment, and the inventory of its organization', async () => {
    const other = { 'b/aims.yaml': CARD, 'b/impact-assessment.yaml': ASSESSMENT };
    const files = { ...FILES, ...other };
    const { files: after } = await rename(marked(files, 'b/aims.yaml', 'credit\n'), 'zed');
    assert.deepEqual(changedLines(files, after), [
      'b/aims.yaml: id: zed',
      'b/impact-assessment.yaml: system: zed',
    ]);
  });

  it('of a card takes along the entry of the inventory that stands for it', async () => {
    const files = { ...FILES, 'aims.yaml': `${ORG}systems:\n  - {id: credit, file: credit/aims.yaml}\n` };
    const { files: after } = await rename(marked(files, 'credit/impact-assessment.yaml', 'credit\n'), 'zed');
    assert.ok(after['aims.yaml']?.includes('{id: zed, file: credit/aims.yaml}'));
  });

  it('writes the id so that YAML reads it as it is meant', async () => {
    const at = marked(FILES, 'credit/aims.yaml', 'd1}');
    for (const [id, written] of [
      ['1.10', '"1.10"'],
      ['yes', '"yes"'],
      ['a,b', '"a,b"'],
    ] as const) {
      const { files } = await rename(at, id);
      assert.ok(files['credit/aims.yaml']?.includes(`dataset: ${written}}`), id);
      assert.equal(await judged(files, id, 'd1'), await judged(FILES), id);
    }
    const { files } = await rename(marked(FILES, 'aims.yaml', 'tabular'), 'two words');
    assert.ok(files['aims.yaml']?.includes('  two words:\n'));
    assert.ok(files['credit/aims.yaml']?.includes('profile: two words\n'));
  });

  it('refuses what is no id, is taken, or would mean something else', async () => {
    const risk = marked(FILES, 'credit/aims.yaml', 'R1, what');
    const refused: readonly (readonly [Files, string, RegExp])[] = [
      [risk, 'R 1', /^The id “R 1” has a blank in it\. Write it in one word\.$/],
      [risk, '', /^This id is empty\./],
      [risk, 'TODO', /holds a place open/],
      [risk, 'A.8.2', /id of a control/],
      [marked(FILES, 'credit/aims.yaml', 'd1}'), 'shared', /^shared is taken: see aims\.yaml, line 14\./],
      [marked(FILES, 'aims.yaml', 'bo, name'), 'cy', /^cy is taken/],
      [marked(FILES, 'aims.yaml', 'bo, name'), 'a@b', /address/],
      [marked(FILES, 'aims.yaml', 'O1, text'), 'R1', /^R1 is taken/],
      [marked(FILES, 'aims.yaml', 'tabular'), 'x-a', /x-/],
    ];
    for (const [files, id, reason] of refused)
      await assert.rejects(rename(files, id), refusedWith(reason), `${id} ${String(reason)}`);
    const dangling = { ...FILES, 'credit/aims.yaml': CARD.replace('risks: [R1]', 'risks: [R1, R9]') };
    await assert.rejects(
      rename(marked(dangling, 'credit/aims.yaml', 'R1, what'), 'R9'),
      refusedWith(/named in/),
    );
  });

  it('refuses rather than rename half: where a part cannot be read, or something stands for the id', async () => {
    const broken = { ...FILES, 'credit/aims.yaml': `${CARD}monitoring: [{owner: bo\n` };
    await assert.rejects(
      rename(marked(broken, 'aims.yaml', 'bo, name'), 'zed'),
      refusedWith(/^aims\.yaml has an error and bo stands in the part that cannot be read, line \d+/),
    );
    const { files } = await rename(marked(broken, 'aims.yaml', 'cy, name'), 'zed');
    assert.ok(files['aims.yaml']?.includes('{id: zed, name: Cy Wu}'));
    const alias = { ...FILES, 'credit/aims.yaml': CARD.replace('owner: bo', 'name: &who bo\nowner: *who') };
    await assert.rejects(
      rename(marked(alias, 'aims.yaml', 'bo, name'), 'zed'),
      refusedWith(/\*who stands for bo/),
    );
  });

  it('is offered on ids alone, without their quotes', async () => {
    const at = async (mark: string) => {
      const { snapshot, uri, position } = await openAtCursor(marked(FILES, 'credit/aims.yaml', mark));
      return renameableAt(snapshot, { uri, position });
    };
    const quoted = await at('shared"');
    assert.deepEqual(
      [quoted?.id, quoted && quoted.range.end.character - quoted.range.start.character],
      ['shared', 6],
    );
    for (const mark of ['A.4.2', 'planned', 'owner', 'auc', '# bo'])
      assert.equal(await at(mark), undefined, mark);
  });

  it('says which recorded approvals it touches, and leaves the record as it is', async () => {
    const files: Files = Object.fromEntries(
      globSync(
        'examples/northwind/**/{aims.yaml,impact-assessment.yaml,aims.lock,*.md,*.json,*.py,*.csv}',
      ).map((path) => [path.slice('examples/northwind/'.length), readFileSync(path, 'utf8')]),
    );
    const holding = async (now: Files): Promise<readonly string[]> => {
      const { snapshot } = await openWorkspace(now);
      return [...snapshot.files.keys()].flatMap((uri) =>
        approvalsOf(snapshot)
          .recordedIn(uri)
          .flatMap(({ approvable, state }) =>
            state.kind === 'fresh' && !state.recorded.isByOther ? [approvable.title] : [],
          ),
      );
    };
    const before = await holding(files);
    assert.ok(before.length > 20);
    for (const [path, mark, isNoted] of [
      ['credit-scoring/aims.yaml', 'credit-scoring\n', true],
      ['aims.yaml', 'dana\n    name', true],
      ['aims.yaml', 'tabular:', true],
      ['aims.yaml', 'N3', false],
    ] as const) {
      const renamed = await rename(marked(files, path, mark), 'zed');
      assert.equal(renamed.files['aims.lock'], files['aims.lock']);
      const still = await holding(renamed.files);
      const lost = before.filter((title) => !still.includes(title));
      assert.deepEqual(
        lost.filter((title) => !renamed.approvals.includes(title)),
        [],
        `${mark} is silent about approvals that no longer hold`,
      );
      assert.equal(renamed.approvals.length > 0, isNoted, mark);
    }
  });
});
