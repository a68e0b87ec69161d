import assert from 'node:assert/strict';
import { createLanguageService, type LanguageService } from '../../../server/src/service';
import type { TextResult } from '../../../server/src/workspace/host';
import { MemoryHost } from '../../../server/src/workspace/memory-host';
import type { Snapshot } from '../../../server/src/workspace/snapshot';
import { openWorkspace, ROOT } from '../../support/workspace';

const CARD = `${ROOT}/aims.yaml`;
const card = (evidence: string): string => `aims: 1
kind: system
id: scoring
controls:
  A.6.2.4: {status: implemented, why: Needed, evidence: [${evidence}]}
`;
const report = (outcome: string, at = '2026-10-30T08:00:00Z', name = 'test_gap'): string =>
  `<testsuite name="pytest" timestamp="${at}"><testcase classname="tests.test_gap" name="${name}">${outcome}</testcase></testsuite>`;
const TEST = 'def test_gap():\n    pass\n';

/** Counts what is read, and can hold answers back. */
class SlowHost extends MemoryHost {
  readonly reads: string[] = [];
  gate: Promise<void> = Promise.resolve();

  override async readText(uri: string): Promise<TextResult> {
    this.reads.push(uri.slice(ROOT.length + 1));
    const read = await super.readText(uri);
    await this.gate;
    return read;
  }
}

function open(files: Record<string, string>): { host: SlowHost; service: LanguageService } {
  const host = new SlowHost(files, ROOT);
  const service = createLanguageService({
    host,
    clock: { today: () => '2026-11-01' },
    log: { warn: (message) => assert.fail(message) },
  });
  return { host, service };
}

const kindOf = (snapshot: Snapshot, text: string): string | undefined => snapshot.part(text, CARD)?.kind;

describe('what cards point to inside files', () => {
  it('is found, missing or unknown; undefined where no part is named', async () => {
    const evidence = ['docs/a.md#results', 'docs/a.md#limits', 'docs/a.md', 'docs/a.pdf#page=2', 'gone.md#x'];
    const { snapshot } = await openWorkspace({
      'aims.yaml': card(evidence.join(', ')),
      'docs/a.md': '# Results\n',
      'docs/a.pdf': '%PDF',
    });
    assert.deepEqual(
      evidence.map((text) => kindOf(snapshot, text)),
      ['found', 'missing', undefined, 'unknown', 'unknown'],
    );
  });

  it('is asked with the anchor of the long form', async () => {
    const { snapshot } = await openWorkspace({
      'aims.yaml': card('{path: docs/a.md, anchor: results}, {path: docs/a.md, anchor: limits}'),
      'docs/a.md': '# Results\n',
    });
    assert.equal(snapshot.part('docs/a.md', CARD, 'results')?.kind, 'found');
    assert.equal(snapshot.part('docs/a.md', CARD, 'limits')?.kind, 'missing');
  });

  it('holds the value at a pointer as it is written', async () => {
    const { snapshot } = await openWorkspace({
      'aims.yaml': card('reports/eval.json#/auc'),
      'reports/eval.json': '{"auc": 0.870}',
    });
    const value = snapshot.pointerValue('reports/eval.json#/auc', CARD);
    assert.ok(value?.kind === 'value');
    assert.equal(value.source, '0.870');
  });

  it('never leads out of the workspace', async () => {
    const { host, service } = open({ 'aims.yaml': card('"../secret.md#x", "https://example.org/a#b"') });
    await service.snapshot();
    assert.deepEqual(host.reads, ['aims.yaml']);
  });

  it('is read once a file, and not again at a keystroke that leaves the references alone', async () => {
    const text = card('docs/a.md#results, docs/a.md#limits');
    const { host, service } = open({ 'aims.yaml': text, 'docs/a.md': '# Results\n' });
    await service.snapshot();
    assert.equal(host.reads.filter((path) => path === 'docs/a.md').length, 1);
    const before = (await service.snapshot()).facts;
    service.index.setOpen(CARD, text.replace('Needed', 'Needed now'));
    assert.equal((await service.snapshot()).facts, before);
    assert.equal(host.reads.filter((path) => path === 'docs/a.md').length, 1);
  });

  it('is read again once the file has changed, and a verdict hangs on it only where something else was found', async () => {
    const { host, service } = open({ 'aims.yaml': card('docs/a.md#results'), 'docs/a.md': '# Results\n' });
    const first = await service.snapshot();
    host.write(`${ROOT}/docs/a.md`, '# About\n\n# Results\n');
    await service.index.changed([`${ROOT}/docs/a.md`]);
    const moved = await service.snapshot();
    const answer = moved.part('docs/a.md#results', CARD);
    assert.ok(answer?.kind === 'found');
    assert.equal(answer.range.start.line, 2);
    assert.equal(moved.facts, first.facts);
    host.write(`${ROOT}/docs/a.md`, '# About\n');
    await service.index.changed([`${ROOT}/docs/a.md`]);
    const gone = await service.snapshot();
    assert.equal(kindOf(gone, 'docs/a.md#results'), 'missing');
    assert.notEqual(gone.facts, first.facts);
  });

  it('an answer that a change has overtaken is dropped', async () => {
    const { host, service } = open({ 'aims.yaml': card('docs/a.md#results'), 'docs/a.md': '# About\n' });
    await service.index.scan();
    let letGo = (): void => undefined;
    host.gate = new Promise((resolve) => (letGo = resolve));
    const early = service.snapshot();
    while (!host.reads.includes('docs/a.md')) await Promise.resolve();
    host.write(`${ROOT}/docs/a.md`, '# Results\n');
    await service.index.changed([`${ROOT}/docs/a.md`]);
    letGo();
    assert.equal(kindOf(await early, 'docs/a.md#results'), 'found');
  });

  it('is looked for in the text an editor holds', async () => {
    const { service } = open({ 'aims.yaml': card('reports/e.yaml#/auc'), 'reports/e.yaml': 'auc: 1\n' });
    assert.equal(kindOf(await service.snapshot(), 'reports/e.yaml#/auc'), 'found');
    service.index.setOpen(`${ROOT}/reports/e.yaml`, 'roc: 1\n');
    assert.equal(kindOf(await service.snapshot(), 'reports/e.yaml#/auc'), 'missing');
    await service.index.setClosed(`${ROOT}/reports/e.yaml`);
    assert.equal(kindOf(await service.snapshot(), 'reports/e.yaml#/auc'), 'found');
  });

  it('a host that throws leaves it unknown and answers everything else', async () => {
    class BrokenHost extends MemoryHost {
      override readText(uri: string): Promise<TextResult> {
        return uri.endsWith('.md') ? Promise.reject(new Error('disk')) : super.readText(uri);
      }
    }
    const files = { 'aims.yaml': card('docs/a.md#results'), 'docs/a.md': '# Results' };
    const host = new BrokenHost(files, ROOT);
    const service = createLanguageService({
      host,
      clock: { today: () => '2026-11-01' },
      log: { warn: (message) => assert.fail(message) },
    });
    assert.equal(kindOf(await service.snapshot(), 'docs/a.md#results'), 'unknown');
  });
});

describe('results of tests', () => {
  const EVIDENCE = 'tests/test_gap.py::test_gap';
  const files = { 'aims.yaml': card(EVIDENCE), 'tests/test_gap.py': TEST };
  const runIn = async (more: Record<string, string>, settings: object = {}): Promise<string | undefined> => {
    const { snapshot } = await openWorkspace({ ...files, ...more }, { settings });
    return snapshot.lastRun(EVIDENCE, CARD)?.kind;
  };

  it('are found beside the card and at the root, in the usual places', async () => {
    for (const place of ['junit.xml', 'reports/unit.xml', 'test-results/a/b/unit.xml'])
      assert.equal(await runIn({ [place]: report('') }), 'passed', place);
    const below = Object.fromEntries(Object.entries(files).map(([path, text]) => [`a/${path}`, text]));
    for (const place of ['junit.xml', 'a/junit.xml', 'a/reports/x.xml']) {
      const { snapshot } = await openWorkspace({ ...below, [place]: report('<failure/>') });
      assert.equal(snapshot.lastRun(EVIDENCE, `${ROOT}/a/aims.yaml`)?.kind, 'failed', place);
    }
  });

  it('are found elsewhere only where the settings say so', async () => {
    const elsewhere = { 'out/ci/run-1.xml': report('<skipped/>') };
    assert.equal(await runIn(elsewhere), undefined);
    for (const named of ['out/ci/run-1.xml', 'out/**/*.xml', './out/ci/run-?.xml'])
      assert.equal(await runIn(elsewhere, { testResults: [named] }), 'skipped', named);
    for (const named of ['../out/ci/run-1.xml', 'other/*.xml', 'out/ci', ''])
      assert.equal(await runIn(elsewhere, { testResults: [named] }), undefined, named);
  });

  it('are not looked for where no card names a test', async () => {
    const { host, service } = open({ 'aims.yaml': card('docs/a.md'), 'junit.xml': report('') });
    await service.snapshot();
    assert.deepEqual(host.reads, ['aims.yaml']);
  });

  it('are read anew when a report is written, and gone with it', async () => {
    const { host, service } = open(files);
    const outcome = async (): Promise<string | undefined> =>
      (await service.snapshot()).lastRun(EVIDENCE, CARD)?.kind;
    assert.equal(await outcome(), undefined);
    for (const [text, expected] of [
      [report('<failure message="no"/>'), 'failed'],
      [report(''), 'passed'],
      ['<coverage/>', undefined],
      [report(''), 'passed'],
      [undefined, undefined],
    ] as const) {
      const before = (await service.snapshot()).facts;
      host.write(`${ROOT}/junit.xml`, text);
      await service.index.changed([`${ROOT}/junit.xml`]);
      assert.equal(await outcome(), expected);
      assert.notEqual((await service.snapshot()).facts, before);
    }
  });

  it('count as current where the run is no older than the test', async () => {
    const { host, service } = open(files);
    const isCurrent = async (xml: string, test: number | undefined, written?: number): Promise<unknown> => {
      host.write(`${ROOT}/junit.xml`, xml, written);
      host.write(`${ROOT}/tests/test_gap.py`, TEST, test);
      await service.index.changed([`${ROOT}/junit.xml`, `${ROOT}/tests/test_gap.py`]);
      return (await service.snapshot()).lastRun(EVIDENCE, CARD)?.isCurrent;
    };
    const ran = Date.parse('2026-10-30T08:00:00Z');
    const hour = 3_600_000;
    assert.equal(await isCurrent(report(''), ran), true);
    assert.equal(await isCurrent(report(''), ran + 1), false);
    assert.equal(await isCurrent(report(''), undefined), false);
    // Without a time zone the report's own time says when, as long as it fits; else the earliest moment it can be.
    const local = report('', '2026-10-30T08:00:00');
    assert.equal(await isCurrent(local, ran + hour, ran + 2 * hour), true);
    assert.equal(await isCurrent(local, ran + hour, ran + 100 * hour), false);
    assert.equal(await isCurrent(local, ran - 13 * hour), false);
    assert.equal(await isCurrent(local, ran - 14 * hour), true);
  });

  it('are not current while the editor holds changes of the test', async () => {
    const { host, service } = open(files);
    const test = `${ROOT}/tests/test_gap.py`;
    host.write(`${ROOT}/junit.xml`, report(''));
    host.write(test, TEST, 0);
    const isCurrent = async (): Promise<unknown> =>
      (await service.snapshot()).lastRun(EVIDENCE, CARD)?.isCurrent;
    assert.equal(await isCurrent(), true);
    service.index.setOpen(test, TEST);
    assert.equal(await isCurrent(), true);
    service.index.setOpen(test, TEST.replace('pass', 'assert True'));
    assert.equal(await isCurrent(), false);
    await service.index.setClosed(test);
    assert.equal(await isCurrent(), true);
  });

  it('hostile reports say nothing', async () => {
    for (const text of [
      '',
      '<testsuite',
      '\0\0',
      '<!DOCTYPE a [<!ENTITY b "x">]><testsuite>&b;</testsuite>',
      '[]',
    ])
      assert.equal(await runIn({ 'junit.xml': text }), undefined, text);
  });
});
