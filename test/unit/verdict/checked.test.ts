/** What a machine can check: parts of files, test results, figures. */
import assert from 'node:assert/strict';
import { createLanguageService } from '../../../server/src/service';
import type { RequirementResult } from '../../../server/src/verdict/types';
import { MemoryHost } from '../../../server/src/workspace/memory-host';
import { openWorkspace, ROOT } from '../../support/workspace';

const RAN = '2026-10-30T08:00:00Z';
const card = (rest: string): string => `aims: 1
kind: system
id: scorer
name: Scorer
owner: Dana Reyes
role: [developer]
lifecycle: {stage: operation-monitoring}
${rest}`;
const row = (...evidence: readonly string[]): string =>
  card(`controls:
  A.6.2.4:
    status: implemented
    why: Needed
    reviewEvery: 6 months
    evidence:
${evidence.map((item) => `      - ${item}\n`).join('')}`);
const REVIEWED = 'reviewed: 2026-09-20, by: Bo Lind';
const TEST = 'tests/test_gap.py::test_gap';
const LONG = `{path: tests/test_gap.py, anchor: test_gap, ${REVIEWED}}`;

const report = (outcome: string): string =>
  `<testsuite timestamp="${RAN}"><testcase classname="tests.test_gap" name="test_gap">${outcome}</testcase></testsuite>`;

/** @param test when the test was last written, seen from its run */
async function verdictOf(
  text: string,
  files: Record<string, string> = {},
  test: 'before' | 'after' | 'unknown' = 'before',
): Promise<RequirementResult> {
  const host = new MemoryHost({ 'aims.yaml': text, 'docs/v.md': '# Results\n', ...files }, ROOT);
  const written = { before: Date.parse(RAN) - 1, after: Date.parse(RAN) + 1, unknown: undefined };
  host.write(`${ROOT}/tests/test_gap.py`, 'def test_gap():\n    pass\n', written[test]);
  const service = createLanguageService({
    host,
    clock: { today: () => '2026-11-01' },
    log: { warn: (message) => assert.fail(message) },
  });
  const found = service
    .status(await service.snapshot())[0]
    ?.results.find(({ requirement }) => requirement.id === 'A.6.2.4');
  assert.ok(found);
  return found;
}

const is = async (
  expected: string,
  ...[text, files, test]: Parameters<typeof verdictOf>
): Promise<RequirementResult> => {
  const result = await verdictOf(text, files, test);
  assert.equal(result.verdict, expected, JSON.stringify(result.reasons));
  return result;
};

describe('a part of a file as evidence', () => {
  it('that is there counts as the file does; one that is gone is a gap that names it', async () => {
    await is('partial', row('docs/v.md#results'));
    await is('attested', row(`{path: docs/v.md, anchor: results, ${REVIEWED}}`));
    for (const item of ['docs/v.md#limits', `{path: docs/v.md, anchor: limits, ${REVIEWED}}`]) {
      const { gaps } = await is('missing', row(item));
      assert.deepEqual(
        gaps.map(({ message }) => message),
        ['docs/v.md does not have the heading "limits".'],
      );
    }
    await is('partial', row('docs/v.md#limits', `{path: docs/v.md, ${REVIEWED}}`));
  });

  it('that cannot be judged leaves the word to who reviewed the file', async () => {
    await is('attested', row(`{path: docs/v.pdf, anchor: page=3, ${REVIEWED}}`), { 'docs/v.pdf': '%PDF' });
  });

  it('counts in sections too', async () => {
    const gate = (anchor: string): string =>
      card('').replace(
        'lifecycle: {stage: operation-monitoring}',
        `lifecycle: {stage: deployment, history: [{stage: deployment, date: 2026-04-02, approvedBy: Dana Reyes, gate: docs/v.md${anchor}}]}`,
      );
    const verdict = async (text: string): Promise<string> => {
      const { result } = await openWorkspace({ 'aims.yaml': text, 'docs/v.md': '# Results\n' });
      return result('scorer', 'A.6.2.5').verdict;
    };
    assert.equal(await verdict(gate('#results')), 'attested');
    assert.equal(await verdict(gate('#limits')), 'partial');
  });
});

describe('a test as evidence', () => {
  const passed = { 'junit.xml': report('') };
  const failed = { 'junit.xml': report('<failure message="no"/>') };

  it('is verified where its last run passed and saw the test as it is', async () => {
    await is('verified', row(TEST), passed);
    await is('verified', row(LONG), passed);
    await is('verified', row('{path: tests/test_gap.py, anchor: test_gap}'), passed);
  });

  it('is as without a result where the test has changed since, or that is not known', async () => {
    for (const test of ['after', 'unknown'] as const) {
      await is('partial', row(TEST), passed, test);
      await is('attested', row(LONG), passed, test);
    }
    await is('partial', row(TEST));
    await is('attested', row(LONG));
  });

  it('that failed or was skipped is a gap, whoever reviewed it', async () => {
    for (const item of [TEST, LONG])
      for (const files of [failed, { 'junit.xml': report('<skipped/>') }]) {
        const { gaps } = await is('missing', row(item), files);
        assert.equal(gaps.length, 1);
      }
    await is('partial', row(TEST, `{path: docs/v.md, ${REVIEWED}}`), failed);
  });

  it('the weakest good piece decides; a clock that has run out wins over a run that passed', async () => {
    await is('attested', row(TEST, `{path: docs/v.md, ${REVIEWED}}`), passed);
    await is('partial', row(TEST, 'docs/v.md'), passed);
    await is('overdue', row(LONG.replace('2026-09-20', '2026-01-20')), passed);
    await is('partial', row(LONG.replace('reviewed', 'effective: 2027-01-01, reviewed')), passed);
  });
});

describe('a metric as evidence', () => {
  const models = (...metrics: readonly string[]): string =>
    card(
      `models:\n  - id: m\n    metrics:\n${metrics.map((metric) => `      - {dataset: d, ${metric}}\n`).join('')}`,
    );
  const eval_ = { 'reports/eval.json': '{"auc": 0.8712, "gap": 0.02, "near": 0.8496}' };
  const AUC = 'name: auc, value: 0.87, must: ">= 0.85", source: "reports/eval.json#/auc"';
  const GAP = 'name: gap, value: 0.02, must: "<= 0.03", source: "reports/eval.json#/gap"';

  it('is verified where it is what its source says and reaches what it must; all have to', async () => {
    await is('verified', models(AUC), eval_);
    await is('verified', models(AUC, GAP), eval_);
    await is('partial', models(AUC, 'name: x, value: 1, must: ">= 1"'), eval_);
  });

  it('is as before where the source is not there or says no number', async () => {
    await is('partial', models(AUC));
    await is('partial', models(AUC), { 'reports/eval.json': '{"auc": [0.87]}' });
    await is('partial', models(AUC.replace('#/auc', '')), eval_);
  });

  it('is a gap where it differs, does not reach it, or its source has no such value', async () => {
    for (const [metric, said] of [
      [AUC.replace('0.87,', '0.88,'), 'auc: the card says 0.88, its source 0.8712.'],
      [AUC.replace('0.85', '0.95'), 'auc: 0.87 does not satisfy >= 0.95.'],
      [AUC.replace('#/auc', '#/acu'), 'reports/eval.json does not have the value /acu.'],
    ] as const) {
      const { gaps } = await is('missing', models(metric), eval_);
      assert.deepEqual(
        gaps.map(({ message }) => message),
        [said],
      );
      await is('partial', models(metric, GAP), eval_);
    }
  });

  it('rounded up to what it must be is not verified', async () => {
    await is('partial', models(AUC.replace('0.87,', '0.85,').replace('#/auc', '#/near')), eval_);
  });

  it('is in part only while keys are absent', async () => {
    await is('partial', models(AUC).replace('dataset: d, ', ''), eval_);
  });
});
