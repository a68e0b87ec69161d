import assert from 'node:assert/strict';
import fc from 'fast-check';
import { evaluate } from '../../../server/src/verdict/evaluate';
import { createLanguageService } from '../../../server/src/service';
import { MemoryHost } from '../../../server/src/workspace/memory-host';
import type { Snapshot } from '../../../server/src/workspace/snapshot';
import { approve, withLocks, type Files } from '../lock/workspace';
import { DAY, openWorkspace, ROOT } from '../../support/workspace';

const FILES: Files = {
  'aims.yaml': `aims: 1
kind: organization
id: northwind
people: [{id: dana, name: Dana Reyes}, {id: bo, name: Bo Lind}]
profiles:
  scoring:
    controls:
      A.6.2.4: {reviewEvery: 2 years}
`,
  'credit/aims.yaml': `aims: 1
kind: system
id: credit
owner: dana
role: [developer]
profile: scoring
lifecycle: {stage: operation-monitoring}
controls:
  A.6.2.4:
    status: implemented
    why: Needed
    evidence: [{path: report.md, reviewed: 2025-10-01, by: bo}, log.md]
  A.6.2.6:
    status: implemented
    why: Needed
    evidence: [{path: log.md, reviewed: 2025-12-01, by: bo}]
`,
  'credit/report.md': '# Report\n',
  'credit/log.md': '# Log\n',
};

/** Each puts a text in place of another, or takes it back. */
const EDITS: readonly (readonly [path: string, from: string, to: string])[] = [
  ['credit/aims.yaml', 'owner: dana', 'owner: dana\nreviewEvery: 6 months'],
  ['credit/aims.yaml', 'profile: scoring\n', ''],
  ['credit/aims.yaml', 'stage: operation-monitoring', 'stage: retirement'],
  ['credit/aims.yaml', 'reviewed: 2025-10-01', 'reviewed: 2026-10-01'],
  ['credit/aims.yaml', 'by: bo}, log.md]', 'by: bo}, gone.md]'],
  ['credit/aims.yaml', 'status: implemented', 'status: partial'],
  ['aims.yaml', 'id: northwind\n', 'id: northwind\nreviewEvery: 1 year\n'],
  ['aims.yaml', 'Bo Lind', 'Bo Lindt'],
  ['aims.yaml', '2 years', '1 month'],
  ['credit/report.md', '# Report', '# Other'],
];

const edited = (files: Files, index: number): Files => {
  const [path, from, to] = EDITS[index]!;
  const text = files[path]!;
  const isDone = to !== '' && text.includes(to);
  const next = isDone ? text.replace(to, from) : text.replace(from, to);
  return { ...files, [path]: next };
};

const account = (snapshot: Snapshot, date: string): unknown =>
  evaluate(snapshot, date).map(({ subject, results }) => [
    subject.id,
    results.map(({ requirement, verdict, reasons, place, gaps }) => [
      requirement.id,
      verdict,
      reasons,
      place,
      gaps,
    ]),
  ]);

/** Folders that come and go. */
class FoldersHost extends MemoryHost {
  folders: readonly string[] = [];
  override roots(): readonly string[] {
    return this.folders;
  }
}

describe('verdicts after folders came or went', () => {
  const card = (id: string, evidence: string): string =>
    `aims: 1\nkind: system\nid: ${id}\nrole: [developer]\nlifecycle: {stage: operation-monitoring}\ncontrols:\n  A.6.2.4: {status: implemented, why: Needed, evidence: [${evidence}]}\n`;
  const alone = { 'credit/aims.yaml': card('credit', '../shared/log.md'), 'shared/log.md': '# Log\n' };
  // Here a look at the file is nothing new: only what the path means is.
  const known = { ...alone, 'shared/aims.yaml': card('shared', 'log.md') };
  const APART = [`${ROOT}/credit`, `${ROOT}/shared`];

  for (const [what, files] of Object.entries({ 'a file of its own': alone, 'a file of others too': known }))
    it(`a reference that led out of the folder leads to ${what}, and back`, async () => {
      const host = new FoldersHost(files, ROOT);
      host.folders = APART;
      const serve = () =>
        createLanguageService({
          host,
          clock: { today: () => DAY },
          log: { warn: (message) => assert.fail(message) },
        });
      const service = serve();
      const uri = `${ROOT}/credit/aims.yaml`;
      // In an editor, so that its rows stay the same nodes.
      service.index.setOpen(uri, alone['credit/aims.yaml']);
      const told = async (): Promise<string> => {
        const snapshot = await service.snapshot();
        assert.deepEqual(account(snapshot, DAY), account(await serve().snapshot(), DAY));
        const credit = evaluate(snapshot, DAY).find(({ subject }) => subject.id === 'credit');
        const row = credit?.results.find(({ requirement }) => requirement.id === 'A.6.2.4');
        return `${row?.verdict}: ${row?.reasons.map(({ message }) => message).join(' ')}`;
      };
      assert.match(await told(), /^unknown: .*outside/);
      host.folders = [ROOT];
      await service.index.rescan();
      assert.match(await told(), /^partial: .*is there/);
      host.folders = APART;
      await service.index.rescan();
      assert.match(await told(), /^unknown: .*outside/);
    });
});

describe('verdicts after edits', () => {
  it('what is kept from before is what a fresh look would say, on any day', async function () {
    this.timeout(60_000);
    const records = [new Map<string, string>(), await approve(FILES, ['credit:controls/A.6.2.6'])];
    const step = fc.record({
      edit: fc.nat({ max: EDITS.length - 1 }),
      lock: fc.nat({ max: records.length - 1 }),
      at: fc.constantFrom('2026-01-01', '2026-11-01', '2028-11-01'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const { host, service, snapshot } = await openWorkspace(FILES);
        evaluate(snapshot, DAY);
        for (const path of ['aims.yaml', 'credit/aims.yaml'])
          service.index.setOpen(`${ROOT}/${path}`, FILES[path]!);
        let [files, onDisk] = [FILES, FILES];
        for (const { edit, lock, at } of steps) {
          const before = onDisk;
          files = edited(files, edit);
          onDisk = withLocks(files, records[lock]!);
          const touched = [...new Set([...Object.keys(before), ...Object.keys(onDisk)])].filter(
            (path) => before[path] !== onDisk[path],
          );
          for (const path of touched) host.write(`${ROOT}/${path}`, onDisk[path]);
          // Cards are typed in, so that what did not change in them stays the same nodes.
          for (const path of touched.filter((each) => each.endsWith('.yaml')))
            service.index.setOpen(`${ROOT}/${path}`, onDisk[path]!);
          await service.index.changed(touched.map((path) => `${ROOT}/${path}`));
          const fresh = await openWorkspace(onDisk);
          assert.deepEqual(account(await service.snapshot(), at), account(fresh.snapshot, at));
        }
      }),
      { numRuns: 40 },
    );
  });
});
