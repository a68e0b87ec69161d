/** A workspace of which things are approved, then changed. */
import assert from 'node:assert/strict';
import type { Approvable, ReadingContext } from '../../../server/src/lock/approvable';
import { addToLock } from '../../../server/src/lock/format';
import { recordApproval, type Approval } from '../../../server/src/lock/record';
import { approvablesIn } from '../../../server/src/lock/subjects';
import { approvalsOf, type ApprovalState } from '../../../server/src/lock/state';
import { suspects, type Suspect } from '../../../server/src/lock/suspect';
import { openWorkspace, ROOT } from '../../support/workspace';

export type Files = Readonly<Record<string, string>>;

export const NOW = '2026-11-01T09:00:00Z';

/** A workspace of these files in which everything that could be approved was looked up. */
export async function read(files: Files): Promise<ReadingContext> {
  const { service } = await openWorkspace(files);
  const { context } = await service.toApprove((snapshot) => [...approvablesIn(snapshot).values()]);
  return context;
}

/** The files with the text of records, by the URI of each. */
export const withLocks = (files: Files, locks: ReadonlyMap<string, string>): Files => ({
  ...files,
  ...Object.fromEntries([...locks].map(([uri, text]) => [uri.slice(ROOT.length + 1), text])),
});

export const partsOf = ({ snapshot }: ReadingContext): string[] =>
  [...approvablesIn(snapshot).values()].map(({ part }) => part);

export function approvable({ snapshot }: ReadingContext, part: string): Approvable {
  const found = [...approvablesIn(snapshot).values()].find((each) => each.part === part);
  assert.ok(found, `${part} in ${partsOf({ snapshot, targets: () => undefined }).join(', ')}`);
  return found;
}

/** Locks with approvals of these parts, as the files stand. */
export async function approve(
  files: Files,
  parts: readonly (string | readonly [string, Partial<Approval>])[],
  before: ReadonlyMap<string, string> = new Map(),
): Promise<ReadonlyMap<string, string>> {
  const context = await read(files);
  const locks = new Map(before);
  for (const each of parts) {
    const [part, over] = typeof each === 'string' ? [each, {}] : each;
    const found = approvable(context, part);
    const by = found.named[0]?.who.value ?? 'bo';
    const recording = recordApproval(found, context, {
      by,
      effective: '2026-10-31',
      recordedOn: NOW,
      ...over,
    });
    assert.ok('entry' in recording, JSON.stringify(recording));
    const added = addToLock(locks.get(recording.lock), [recording.entry]);
    assert.ok('text' in added);
    locks.set(recording.lock, added.text);
  }
  return locks;
}

export interface Judged {
  readonly suspects: readonly Suspect[];
  readonly state: (part: string) => ApprovalState;
}

/** What is known of approvals once the files stand like this. */
export async function judge(files: Files, locks: ReadonlyMap<string, string>): Promise<Judged> {
  const context = await read(withLocks(files, locks));
  const approvals = approvalsOf(context.snapshot);
  return {
    suspects: suspects(approvals.changed()),
    state: (part) => approvals.stateOf(approvable(context, part)),
  };
}

/** The files without one. */
export const without = (files: Files, path: string): Files =>
  Object.fromEntries(Object.entries(files).filter(([each]) => each !== path));

/** The files with one text in one file replaced. */
export function edit(files: Files, path: string, from: string | RegExp, to: string): Files {
  const before = files[path];
  assert.ok(before !== undefined, path);
  const after = before.replace(from, to);
  assert.notEqual(after, before, `${path} does not hold ${String(from)}`);
  return { ...files, [path]: after };
}

export const ORGANIZATION = `aims: 1
kind: organization
id: northwind
people:
  - {id: dana, name: Dana Reyes, email: dana@northwind.example, roles: [top-management, risk-approver]}
  - {id: amara, name: Amara Okafor}
  - {id: bo, name: Bo Lind}
  - {id: chen, name: Chen Wu}
policy: {document: docs/policy.md, approvedBy: dana, approvedOn: 2026-02-10, reviewEvery: 12 months}
treatmentPlan: {document: docs/plan.md, approvedBy: dana, approvedOn: 2026-02-20}
soa: {version: 3, approvedBy: dana, approvedOn: 2026-02-20}
profiles:
  tabular:
    suppliers: [bureau]
    controls: {A.6.2.5: {status: implemented, why: Gate, owner: amara, evidence: [docs/deploy.md]}}
suppliers: [{id: bureau, provides: Scores, kind: data}]
clauses:
  "7.3": {status: implemented, owner: bo, evidence: [docs/awareness.md]}
controls:
  A.2.2: {status: implemented, why: Law, owner: dana, evidence: [{path: docs/policy.md, reviewed: 2026-02-10, by: bo}]}
  A.9.3: {status: not-applicable, why: Nothing is used}
risks:
  - {id: OR1, what: Leaks, likelihood: possible, severity: major, owner: bo, treatment: {option: accept, accepted: {by: dana, date: 2026-03-28}}}
`;

export const CARD = `aims: 1
kind: system
id: credit
name: Credit
version: 2.3.0
owner: amara
profile: tabular
role: [developer, provider]
purpose: Score loans.
lifecycle:
  stage: deployment
  history:
    - {stage: deployment, date: 2026-04-02, approvedBy: dana, gate: docs/release.md}
    - {stage: deployment, date: 2026-08-02, approvedBy: dana}
use: {intended: [Loans], users: [Officers]}
euAiAct: {tier: high-risk}
models:
  - {id: scorer, task: tabular-classification, basedOn: {name: bert, provider: huggingface}, metrics: [{name: auc, value: 0.87}]}
datasets:
  - {id: applications, uses: [training], source: CRM, personalData: true}
impactAssessment: impact-assessment.yaml
risks:
  - {id: R1, what: Unfair, owner: amara, likelihood: possible, severity: major, treatment: {option: reduce, done: 2026-03-01, residual: {severity: minor, likelihood: unlikely}, accepted: {by: dana, date: 2026-03-28}}}
controls:
  A.5.4:
    status: implemented
    why: {risks: [R1]}
    owner: bo
    evidence:
      - {path: impact-assessment.yaml, reviewed: 2026-07-28, by: chen}
      - {path: report.md, anchor: fairness, reviewed: 2026-09-20, by: chen}
  A.6.2.4:
    status: implemented
    why: Tests
    evidence: [tests/test_fair.py::test_parity, https://example.org/x, {ref: DMS-1, heldBy: bo, reviewed: 2026-09-20, by: amara}]
`;

export const ASSESSMENT = `aims: 1
kind: impact-assessment
id: IA-1
system: credit
systemVersion: 2.3.0
status: approved
performed: 2026-07-14
assessor: bo
reviewer: chen
approvedBy: dana
approvedOn: 2026-07-28
uses: {intended: [Loans]}
parties: [{id: applicants, kind: direct}]
impacts:
  - {id: I1, party: applicants, nature: harm, what: Unfair, severity: major}
  - {id: I2, party: applicants, nature: benefit, what: Fast}
`;

export const FILES: Files = {
  'aims.yaml': ORGANIZATION,
  'credit/aims.yaml': CARD,
  'credit/impact-assessment.yaml': ASSESSMENT,
  'credit/report.md': '# Report\n\n## Fairness\n',
  'credit/tests/test_fair.py': 'def test_parity(): pass\n',
  'credit/docs/release.md': '# 2.3\n',
  'docs/policy.md': '# Policy\n',
  'docs/plan.md': '# Plan\n',
  'docs/deploy.md': '# Deploy\n',
  'docs/awareness.md': '# Awareness\n',
};

/** Of all that can be approved there, most. */
export const EVERYTHING = [
  'IA-1:assessment',
  'credit:controls/A.5.4',
  'credit:controls/A.5.4/evidence/impact-assessment.yaml',
  'credit:controls/A.5.4/evidence/report.md#fairness',
  'credit:controls/A.6.2.4',
  'credit:controls/A.6.2.4/evidence/ref:DMS-1',
  'credit:controls/A.6.2.4/evidence/tests/test_fair.py::test_parity',
  'credit:lifecycle/deployment',
  'credit:lifecycle/deployment/2',
  'credit:risks/R1/accepted',
  'northwind:controls/A.2.2',
  'northwind:controls/A.2.2/evidence/docs/policy.md',
  'northwind:policy',
  'northwind:profiles/tabular/controls/A.6.2.5',
  'northwind:soa',
  'northwind:treatmentPlan',
];

/** What is suspect, by cause, with what rests on it. */
export const causesOf = async (
  files: Files,
  locks: ReadonlyMap<string, string>,
): Promise<Record<string, string>> =>
  Object.fromEntries(
    (await judge(files, locks)).suspects.map(({ approvable, reason }) => [approvable.part, reason]),
  );
