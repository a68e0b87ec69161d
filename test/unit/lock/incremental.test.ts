import assert from 'node:assert/strict';
import fc from 'fast-check';
import { approvalsOf, type RecordedApproval } from '../../../server/src/lock/state';
import { approvablesIn } from '../../../server/src/lock/subjects';
import { suspects } from '../../../server/src/lock/suspect';
import type { Snapshot } from '../../../server/src/workspace/snapshot';
import { openWorkspace, ROOT } from '../../support/workspace';
import { approve, edit, FILES as ONE_SYSTEM, read, withLocks, without, type Files } from './workspace';

const inWords = ({ approvable, state }: RecordedApproval): readonly string[] => [
  approvable.key,
  state.kind,
  'reason' in state ? state.reason : '',
];

/** Everything that is said of a workspace, as text. */
function account(snapshot: Snapshot): string {
  const approvals = approvalsOf(snapshot);
  const states = [...approvablesIn(snapshot).values()].map((each) => {
    const state = approvals.stateOf(each);
    return [each.key, state.kind, 'reason' in state ? state.reason : ''];
  });
  const found = suspects(approvals.changed()).map(({ approvable, reason, related }) => [
    approvable.key,
    reason,
    related,
  ]);
  const subjects = [...snapshot.organizations, ...snapshot.systems];
  const listed = subjects.map((each) => approvals.of(each).map(inWords));
  const inFiles = [...snapshot.files.keys()].sort().map((uri) => approvals.recordedIn(uri).map(inWords));
  const atPlaces = [...approvablesIn(snapshot).values()].flatMap(({ homes }) =>
    homes.map((home) => {
      const found = approvals.at(home);
      return JSON.stringify([home, found && inWords(found)]);
    }),
  );
  return JSON.stringify([states.sort(), found, listed, inFiles, atPlaces.sort()]);
}

/** With a second system whose rows rest on the assessment of the first. */
const FILES: Files = {
  ...ONE_SYSTEM,
  'other/aims.yaml':
    'aims: 1\nkind: system\nid: other\ncontrols:\n  A.5.4: {status: implemented, evidence: [../credit/impact-assessment.yaml]}\n',
};

/** Each makes of the files what they would be: none depends on another having come before. */
const EDITS: Readonly<Record<string, (files: Files) => Files>> = {
  purpose: (files) => ({
    ...files,
    'credit/aims.yaml': files['credit/aims.yaml']!.replace('Score loans', 'Score rent'),
  }),
  version: (files) => ({
    ...files,
    'credit/aims.yaml': files['credit/aims.yaml']!.replace('version: 2.3.0', 'version: 9'),
  }),
  broken: (files) => ({ ...files, 'credit/aims.yaml': `${files['credit/aims.yaml']!}\nx: {` }),
  impact: (files) => ({
    ...files,
    'credit/impact-assessment.yaml': FILES['credit/impact-assessment.yaml']!.replace('Unfair', 'Bad'),
  }),
  'no assessment': (files) => without(files, 'credit/impact-assessment.yaml'),
  policy: (files) => ({ ...files, 'docs/policy.md': '# Other\n' }),
  'no policy': (files) => without(files, 'docs/policy.md'),
  report: (files) => ({ ...files, 'credit/report.md': '# Other\n' }),
  profile: (files) => ({
    ...files,
    'aims.yaml': files['aims.yaml']!.replace('suppliers: [bureau]', 'suppliers: []'),
  }),
  'no organization': (files) => without(files, 'aims.yaml'),
  restore: () => FILES,
};

describe('approvals after edits', () => {
  it('what is kept from before is what a fresh look would say', async function () {
    this.timeout(60_000);
    const context = await read(FILES);
    const parts = [...approvablesIn(context.snapshot).values()].map(({ part }) => part);
    const full = await approve(FILES, parts);
    const few = await approve(FILES, ['northwind:policy', 'credit:controls/A.5.4', 'other:controls/A.5.4']);
    const records = [full, few, new Map<string, string>()];
    const step = fc.record({ edit: fc.constantFrom(...Object.keys(EDITS)), lock: fc.nat({ max: 2 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        const { host, service } = await openWorkspace(FILES);
        let [files, onDisk] = [FILES, FILES];
        for (const { edit: name, lock } of steps) {
          const before = onDisk;
          files = EDITS[name]!(
            files['aims.yaml'] && files['credit/aims.yaml'] ? files : { ...FILES, ...files },
          );
          onDisk = withLocks(files, records[lock]!);
          const touched = [...new Set([...Object.keys(before), ...Object.keys(onDisk)])].filter(
            (path) => before[path] !== onDisk[path],
          );
          for (const path of touched) host.write(`${ROOT}/${path}`, onDisk[path]);
          await service.index.changed(touched.map((path) => `${ROOT}/${path}`));
          const fresh = await openWorkspace(onDisk);
          assert.equal(
            account(await service.snapshot()),
            account(fresh.snapshot),
            `${name} with lock ${lock}`,
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it('a judgement is kept while nothing it was made of is another', async () => {
    const locks = await approve(FILES, ['northwind:policy', 'IA-1:assessment']);
    const { service } = await openWorkspace(withLocks(FILES, locks));
    const stateOf = async (part: string): Promise<unknown> => {
      const snapshot = await service.snapshot();
      const found = [...approvablesIn(snapshot).values()].find((each) => each.part === part);
      return found && approvalsOf(snapshot).stateOf(found);
    };
    const uri = `${ROOT}/credit/aims.yaml`;
    service.index.setOpen(uri, FILES['credit/aims.yaml']!);
    const before = await stateOf('northwind:policy');
    assert.equal((before as { kind: string }).kind, 'fresh');
    service.index.setOpen(
      uri,
      edit(FILES, 'credit/aims.yaml', 'Score loans', 'Score rent')['credit/aims.yaml']!,
    );
    assert.equal(await stateOf('northwind:policy'), before);
  });
});
