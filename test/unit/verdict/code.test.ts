/** Annotations in code as evidence: what they add to verdicts, and for whom. */
import assert from 'node:assert/strict';
import { createLanguageService, type LanguageService } from '../../../server/src/service';
import type { RequirementResult } from '../../../server/src/verdict/types';
import { MemoryHost } from '../../../server/src/workspace/memory-host';
import { ROOT } from '../../support/workspace';

const RAN = '2026-10-30T08:00:00Z';
const card = (rest = '', id = 'scorer'): string =>
  `aims: 1
kind: system
id: ${id}
name: Scorer
owner: Dana Reyes
role: [developer]
lifecycle: {stage: operation-monitoring}
${rest}`;
const row = (rest: string): string => card(`controls:\n  A.6.2.4: {why: Needed, ${rest}}\n`);
const REVIEWED = 'evidence: [{path: docs/v.md, reviewed: 2026-09-20, by: Bo Lind}]';

const PATH = 'tests/test_gap.py';
const ANNOTATED = '# aims: evidence A.6.2.4 parity of groups\ndef test_gap():\n    pass\n';
const report = (outcome = ''): string =>
  `<testsuite timestamp="${RAN}"><testcase classname="tests.test_gap" name="test_gap">${outcome}</testcase></testsuite>`;

function serviceOf(files: Readonly<Record<string, string>>): { service: LanguageService; host: MemoryHost } {
  const host = new MemoryHost({ 'docs/v.md': '', ...files }, ROOT);
  for (const [path, text] of Object.entries(files)) host.write(`${ROOT}/${path}`, text, Date.parse(RAN) - 1);
  const service = createLanguageService({
    host,
    clock: { today: () => '2026-11-01' },
    log: { warn: (message) => assert.fail(message) },
  });
  return { service, host };
}

async function resultIn(
  service: LanguageService,
  id = 'A.6.2.4',
  system = 'scorer',
): Promise<RequirementResult> {
  const found = service
    .status(await service.snapshot())
    .find(({ subject }) => subject.id === system)
    ?.results.find(({ requirement }) => requirement.id === id);
  assert.ok(found);
  return found;
}

async function is(
  expected: string,
  text: string,
  files: Readonly<Record<string, string>> = { [PATH]: ANNOTATED },
): Promise<RequirementResult> {
  const result = await resultIn(serviceOf({ 'aims.yaml': text, ...files }).service);
  assert.equal(result.verdict, expected, JSON.stringify(result.reasons));
  return result;
}

describe('an annotation alone', () => {
  const test = { [PATH]: ANNOTATED };

  it('is evidence in part: nobody dated it', async () => {
    const { reasons, answered } = await is('partial', card());
    assert.deepEqual(
      reasons.map(({ message }) => message),
      ['tests/test_gap.py::test_gap, named in the code: no result of it as it is now is known.'],
    );
    assert.deepEqual(reasons[0]?.code, {
      uri: `${ROOT}/${PATH}`,
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 41 } },
    });
    assert.equal(answered, true);
    await is('missing', card(), { [PATH]: ANNOTATED.replace('aims:', 'aim:') });
  });

  it('on a test whose last run passed is verified; on one that failed or was skipped a gap', async () => {
    await is('verified', card(), { ...test, 'junit.xml': report() });
    for (const outcome of ['<failure message="no"/>', '<skipped/>']) {
      const { gaps } = await is('missing', card(), { ...test, 'junit.xml': report(outcome) });
      assert.equal(gaps.length, 1);
    }
  });

  it('on a test in JavaScript likewise', async () => {
    const path = 'tests/gap.test.ts';
    const files = { [path]: `// aims: evidence A.6.2.4 parity\nit('keeps parity', () => {});\n` };
    await is('partial', card(), files);
    const passed = `<testsuite timestamp="${RAN}"><testcase classname="tests/gap.test.ts" name="keeps parity" file="tests/gap.test.ts"/></testsuite>`;
    await is('verified', card(), { ...files, 'junit.xml': passed });
  });

  it('on other code is evidence in part, whatever reports say', async () => {
    const code = ANNOTATED.replaceAll('test_gap', 'limit');
    await is('partial', card(), { 'src/limit.py': code, 'junit.xml': report() });
  });

  it('counts in the folder of the report beside the card', async () => {
    const files = {
      'credit/aims.yaml': card(),
      'credit/tests/test_gap.py': ANNOTATED,
      'credit/reports/junit.xml': report(),
    };
    assert.equal((await resultIn(serviceOf(files).service)).verdict, 'verified');
  });
});

describe('an annotation beside what the card says', () => {
  const passed = { [PATH]: ANNOTATED, 'junit.xml': report() };
  const failed = { [PATH]: ANNOTATED, 'junit.xml': report('<failure message="no"/>') };

  it('is the evidence of a row that names none', async () => {
    await is('partial', row('status: implemented'));
    await is('verified', row('status: implemented'), passed);
    await is('partial', row('status: partial'), passed);
  });

  it('makes evidence of a row no weaker, unless it fails', async () => {
    const { reasons } = await is('attested', row(`status: implemented, ${REVIEWED}`));
    assert.equal(reasons.filter(({ code }) => code).length, 1, 'it is named all the same');
    await is('attested', row(`status: implemented, ${REVIEWED}`), passed);
    await is('partial', row(`status: implemented, ${REVIEWED}`), failed);
    await is('partial', row('status: implemented, evidence: [gone.md]'), passed);
  });

  it('does not overrule a plan, or that the control is left out', async () => {
    await is('missing', row('status: planned, due: 2027-01-01'), passed);
    await is('overdue', row('status: planned, due: 2026-01-01'), passed);
    await is('not-applicable', row('status: not-applicable'), passed);
  });
});

describe('whose evidence an annotation is', () => {
  const CODE = { 'tests/test_gap.py': ANNOTATED };

  it('of each system whose card covers the file, and of no other', async () => {
    const { service } = serviceOf({
      'a.aims.yaml': card('code: ["tests/**"]\n', 'a'),
      'b.aims.yaml': card('code: ["tests/**"]\n', 'b'),
      'c.aims.yaml': card('code: ["src/**"]\n', 'c'),
      ...CODE,
    });
    for (const [id, verdict] of [
      ['a', 'partial'],
      ['b', 'partial'],
      ['c', 'missing'],
    ] as const)
      assert.equal((await resultIn(service, 'A.6.2.4', id)).verdict, verdict, id);
  });

  it('code of others speaks for nobody', async () => {
    await is('missing', card(), { 'vendor/x/test_gap.py': ANNOTATED });
  });

  it('no code answers for the organization', async () => {
    const organization = 'aims: 1\nkind: organization\nid: o\nname: O\nsystems: []\n';
    const files = {
      'aims.yaml': organization,
      'credit/aims.yaml': card(),
      'credit/a.py': '# aims: evidence A.2.2 policy\ndef f(): ...\n',
    };
    assert.equal((await resultIn(serviceOf(files).service, 'A.2.2', 'o')).verdict, 'missing');
  });
});

describe('verdicts while code is edited', () => {
  const FILES = {
    'a/aims.yaml': card('', 'a'),
    'b/aims.yaml': card('', 'b'),
    'a/tests/test_gap.py': ANNOTATED,
    'b/tests/test_gap.py': ANNOTATED,
  };
  const A = `${ROOT}/a/tests/test_gap.py`;

  it('follow it, and those of other systems are kept', async () => {
    const { service } = serviceOf(FILES);
    await service.snapshot();
    // That a test was edited since its last run is news to all who may rely on it; what is typed after that is not.
    service.index.setOpen(A, `${ANNOTATED}\n`);
    const before = service.status(await service.snapshot());
    service.index.setOpen(A, ANNOTATED.replace('A.6.2.4', 'A.6.2.5'));
    const after = service.status(await service.snapshot());
    assert.equal((await resultIn(service, 'A.6.2.4', 'a')).verdict, 'missing');
    assert.equal((await resultIn(service, 'A.6.2.5', 'a')).verdict, 'partial');
    assert.equal((await resultIn(service, 'A.6.2.4', 'b')).verdict, 'partial');
    const [a, b] = ['a', 'b'].map((id) => before.find(({ subject }) => subject.id === id));
    assert.notEqual(after.find(({ subject }) => subject.id === 'a')?.results, a?.results);
    assert.equal(after.find(({ subject }) => subject.id === 'b')?.results, b?.results);
  });

  it('a keystroke elsewhere leaves all of them', async () => {
    const { service } = serviceOf({ ...FILES, 'a/src/x.py': 'import torch\ntorch.load("x.pt")\n' });
    const before = service.status(await service.snapshot());
    service.index.setOpen(`${ROOT}/a/src/x.py`, 'import torch\n\ntorch.load("y.pt")\n');
    const after = service.status(await service.snapshot());
    assert.deepEqual(
      after.map(({ results }, at) => results === before[at]?.results),
      [true, true],
    );
  });

  it('a file that is deleted is evidence no longer', async () => {
    const { service, host } = serviceOf(FILES);
    await service.snapshot();
    host.write(A, undefined);
    await service.index.changed([A]);
    assert.equal((await resultIn(service, 'A.6.2.4', 'a')).verdict, 'missing');
  });
});
