import { baseName } from '../workspace/uri';
import { defineRule } from './rule';
import { wordAt } from './shared-approvals';

export const approvalSuspect = defineRule({
  id: 'approval-suspect',
  group: 'evidence',
  severity: 'warning',
  basis: 'standard',
  summary: 'What somebody approved, or what it rests on, has changed since the approval was recorded.',
  why: 'An approval is about what stood in the files that day. After a change nobody knows whether the person would approve it again.',
  help: 'Have the person look at what changed. If it still holds, record the approval anew with `aims attest`; if not, undo the change or take the approval out.',
  message: '{reason} Look again; if it still holds, record it with `aims attest {file} --by {by}`.',
  on: 'suspect',
  check: ({ approvable, recorded, since, reason, related }, report, { date, snapshot }) => {
    // Seen from an earlier day nobody had recorded anything yet.
    if (since > date) return;
    const { by } = recorded.record;
    report(wordAt(snapshot, approvable.place), {
      args: { reason, file: baseName(approvable.uri), by: /\s/.test(by) ? `"${by}"` : by },
      related: related.map(({ place, message }) => ({ ...wordAt(snapshot, place), message })),
      data: { part: approvable.part },
    });
  },
});
