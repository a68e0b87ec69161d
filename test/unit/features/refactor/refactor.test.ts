import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { refactoringsAt, type Refactoring } from '../../../../server/src/features/refactor';
import { parse } from '../../../../server/src/syntax';
import { openAtCursor } from '../../../support/cursor';
import { ROOT, openWorkspace } from '../../../support/workspace';

type Files = Readonly<Record<string, string>>;

const plain = (files: Files): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replace('<|>', '')]));

function applied(files: Files, { changes }: Refactoring): Record<string, string> {
  const after = plain(files);
  for (const change of changes) {
    const path = change.uri.slice(ROOT.length + 1);
    if (change.kind === 'create') {
      assert.ok(!(path in after));
      after[path] = change.text;
      continue;
    }
    const edits = change.edits.map(({ range, newText }) => ({
      range: { start: { ...range.start }, end: { ...range.end } },
      newText,
    }));
    after[path] = TextDocument.applyEdits(TextDocument.create('', '', 1, after[path] ?? ''), edits);
  }
  return after;
}

async function offered(files: Files): Promise<readonly Refactoring[]> {
  const { snapshot, uri, position } = await openAtCursor(files);
  return refactoringsAt(snapshot, uri, position);
}

async function take(files: Files, title: string): Promise<Record<string, string>> {
  const all = await offered(files);
  const found = all.find((each) => each.title === title);
  assert.ok(found, `${title} is not offered, but ${all.map((each) => each.title).join(', ')}`);
  return applied(files, found);
}

/** Verdicts, and findings without the lines and files they are in. */
async function judged(files: Files): Promise<unknown> {
  const { service, snapshot } = await openWorkspace(plain(files));
  return {
    findings: service
      .files(snapshot)
      .flatMap((uri) => service.findings(snapshot, uri).map(({ rule, message }) => `${rule}: ${message}`))
      .sort(),
    status: service
      .status(snapshot)
      .map(
        ({ subject, results }) =>
          `${subject.id} ${results.map(({ requirement, verdict }) => `${requirement.id}=${verdict}`).join(' ')}`,
      )
      .sort(),
  };
}

const CARD = 'aims: 1\nkind: system\nid: x\n';
const inCard = (text: string): Files => ({ 'aims.yaml': CARD + text, 'docs/a.md': '# Results\n' });
const LINES = 'Write over several lines';
const BRACES = 'Write in braces on one line';
const LONG = 'Write with keys, to add a review';
const SHORT = 'Write as a single value';

describe('refactoring a row', () => {
  const pairs: Readonly<Record<string, readonly [string, string]>> = {
    'an entry': [
      "controls:\n  A.4.2: { <|>status: planned, why: 'a, b', evidence: [docs/a.md] }\n",
      "controls:\n  A.4.2:\n    <|>status: planned\n    why: 'a, b'\n    evidence: [docs/a.md]\n",
    ],
    'an item': [
      'datasets:\n  - { id: <|>d, source: here }\n  - id: e\n',
      'datasets:\n  - id: <|>d\n    source: here\n  - id: e\n',
    ],
  };
  for (const [what, [flow, block]] of Object.entries(pairs))
    it(`writes ${what} over several lines, and in braces again`, async () => {
      const over = await take(inCard(flow), LINES);
      assert.equal(over['aims.yaml'], plain(inCard(block))['aims.yaml']);
      const braces = await take(inCard(block), BRACES);
      assert.equal(braces['aims.yaml'], plain(inCard(flow))['aims.yaml']);
      assert.deepEqual(await judged(over), await judged(inCard(flow)));
    });

  it('quotes what would end in braces', async () => {
    const { 'aims.yaml': text } = await take(inCard('use:\n  oversight: one, <|>two\n'), BRACES);
    assert.equal(text, `${CARD}use: { oversight: "one, two" }\n`);
  });

  it('writes a list line by line', async () => {
    const { 'aims.yaml': text } = await take(inCard('role: [developer, <|>deployer]\n'), LINES);
    assert.equal(text, `${CARD}role:\n  - developer\n  - deployer\n`);
  });

  it('keeps comments: what has one inside is left as it is', async () => {
    for (const text of [
      'lifecycle:\n  # why\n  stage: <|>deployment\n',
      'lifecycle: {\n    stage: <|>deployment, # why\n  }\n',
      '# aims-ignore-next-line placeholder -- why\nlifecycle: {stage: <|>deployment}\n',
    ])
      assert.deepEqual(
        (await offered(inCard(text))).map(({ title }) => title),
        [],
        text,
      );
  });

  it('is not offered where the file has an error', async () =>
    assert.deepEqual(await offered(inCard('role: [a, <|>b]\nid: twice\n')), []));
});

describe('refactoring evidence', () => {
  const row = (evidence: string): Files =>
    inCard(
      `controls:\n  A.4.2:\n    status: implemented\n    why: Needed\n    evidence:\n      - ${evidence}\n`,
    );
  const textOf = ({ 'aims.yaml': text }: Files): string => (text ?? '').split('- ')[1]?.trimEnd() ?? '';

  for (const [short, long] of [
    ['docs/a.md#results', '{ path: docs/a.md, anchor: results }'],
    ['docs/a.md', '{ path: docs/a.md }'],
    ['docs/a.json#/auc', '{ path: docs/a.json, anchor: /auc }'],
    ['tests/test_a.py::test_b', '{ path: tests/test_a.py::test_b }'],
  ] as const)
    it(`writes ${short} with keys and back, and judges it alike`, async () => {
      const there = await take(row(`<|>${short}`), LONG);
      assert.equal(textOf(there), long);
      const back = await take(row(long.replace('path', '<|>path')), SHORT);
      assert.equal(textOf(back), short);
      assert.deepEqual(await judged(there), await judged(row(short)));
    });

  it('takes no review away, and no record or address apart', async () => {
    for (const text of [
      '{ path: docs/a.md, <|>reviewed: 2026-08-01, by: bo }',
      '{ ref: <|>HR-1, heldBy: bo }',
      'https://example.org/<|>a#b',
    ]) {
      const titles = (await offered(row(text))).map(({ title }) => title);
      assert.ok(!titles.includes(LONG) && !titles.includes(SHORT), text);
    }
  });
});

describe('moving to a file of its own', () => {
  const ORG = 'aims: 1\nkind: organization\nid: acme\npeople: [{ id: bo, name: Bo }]\n';
  const card = 'aims: 1\nkind: system\nid: credit\nowner: bo\n';
  const assessment = 'aims: 1\nkind: impact-assessment\nid: IA-1\nsystem: credit\nassessor: bo\n';

  it('takes an assessment out of the file of its card, and the card names it there', async () => {
    const before = {
      'aims.yaml': `${card}impactAssessment: aims.yaml\n---\n# the first\n${assessment.replace('IA', '<|>IA')}`,
    };
    const after = await take(before, 'Move this impact assessment to a file of its own');
    assert.deepEqual(after, {
      'aims.yaml': `${card}impactAssessment: impact-assessment.yaml\n`,
      'impact-assessment.yaml': `# the first\n${assessment}`,
    });
    assert.deepEqual(await judged(after), await judged(before));
  });

  it('takes cards out of the file of an organization', async () => {
    const before = {
      'aims.yaml': `---\n${ORG}---\n${card.replace('credit', '<|>credit')}---\n${assessment}`,
    };
    const after = await take(before, 'Move this card to a file of its own');
    assert.deepEqual(after, {
      'aims.yaml': `---\n${ORG}---\n${assessment}`,
      'credit.aims.yaml': card,
    });
    assert.deepEqual(await judged(after), await judged(before));
  });

  it('takes out the first of a file', async () => {
    const before = { 'aims.yaml': `${card.replace('credit', '<|>credit')}---\n${assessment}` };
    const after = await take(before, 'Move this card to a file of its own');
    assert.deepEqual(after, { 'aims.yaml': assessment, 'credit.aims.yaml': card });
    assert.deepEqual(await judged(after), await judged(before));
  });

  it('is not offered to what is alone, nor to an organization, nor where something else points to the file', async () => {
    for (const files of [
      { 'aims.yaml': card.replace('credit', '<|>credit') },
      { 'aims.yaml': `${ORG.replace('acme', '<|>acme')}---\n${card}` },
      { 'aims.yaml': `${card.replace('credit', '<|>credit')}requirements: aims.yaml#x\n---\n${assessment}` },
    ])
      assert.deepEqual(
        (await offered(files)).filter(({ is }) => is === 'extract'),
        [],
      );
  });
});

describe('every refactoring of the example', () => {
  const files: Files = Object.fromEntries(
    globSync('examples/northwind/**/{aims.yaml,impact-assessment.yaml,aims.lock,*.md,*.json}').map((path) => [
      path.slice('examples/northwind/'.length),
      readFileSync(path, 'utf8'),
    ]),
  );
  it('changes no verdict and no finding', async () => {
    const before = await judged(files);
    const { snapshot } = await openWorkspace(files);
    const paths = Object.keys(files).filter((path) => path.endsWith('.yaml'));
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), fc.nat(), async (path, at) => {
        const text = files[path] ?? '';
        const position = parse(text).positionAt(at % text.length);
        for (const refactoring of refactoringsAt(snapshot, `${ROOT}/${path}`, position)) {
          taken++;
          assert.deepEqual(await judged(applied(files, refactoring)), before, refactoring.title);
        }
      }),
      { numRuns: 25 },
    );
    assert.ok(taken > 5);
  });
});
