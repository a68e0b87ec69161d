/** A small organization with everything the dashboard shows, and the dashboard of it. */
import { dashboardOf } from '../../../../server/src/features/dashboard';
import type { Dashboard } from '../../../../server/src/protocol';
import { agendaOf } from '../../../../server/src/rules/agenda';
import { DAY, openWorkspace } from '../../../support/workspace';

export const ORGANIZATION = `aims: 1
kind: organization
id: harbour
name: Harbour
target: managed
people: [{id: dana, name: Dana Reyes, roles: [top-management, risk-approver]}]
policy: {document: policy.md, approvedBy: dana, approvedOn: 2026-02-10, reviewEvery: 12 months}
risk:
  likelihood: [rare, possible, likely]
  severity: [minor, major]
  levels: [low, high]
  matrix: {rare: {minor: low, major: low}, possible: {minor: low, major: high}, likely: {major: high}}
  acceptUpTo: low
internalAudits: [{id: AU-1, planned: 2026-09-01}, {id: AU-2, planned: 2027-03-01, covers: [A.6]}]
objectives: [{id: O1, text: Fewer complaints, target: "<= 3", owner: dana, due: 2026-12-31, results: []}]
nonconformities:
  - {id: NC-1, found: 2026-09-08, what: No retention rule, rootCause: None named, status: open, actions: [{what: Set it, owner: dana, due: 2026-12-01}]}
certification: {initialDecisionOn: 2024-11-30, expires: 2027-06-30, surveillance: [2025-10-01, 2026-10-01]}
monitoring: [{id: M1, what: Incidents, owner: dana, every: 1 month, results: [{date: 2026-10-20, value: 1}]}]
`;

export const CARD = `aims: 1
kind: system
id: scoring
name: Scoring
owner: dana
lifecycle: {stage: operation-monitoring}
purpose: Say who gets a loan.
impactAssessment: impact-assessment.yaml
risks:
  - {id: R1, what: Unfair, likelihood: possible, severity: major, treatment: {option: reduce, residual: {likelihood: rare, severity: major}}}
  - {id: R2, what: Leaks, likelihood: likely, severity: minor}
  - {id: R3, what: Not rated yet}
controls:
  A.4.2: {status: not-applicable, why: Bought whole}
  A.4.3: {status: planned, why: Needed, due: 2027-02-01}
`;

export const ASSESSMENT = `aims: 1
kind: impact-assessment
id: IA-1
system: scoring
status: approved
nextReview: 2027-04-01
impacts:
  - {id: I1, nature: harm, what: Refused by mistake, likelihood: possible, severity: major, residual: {likelihood: rare, severity: minor}}
  - {id: I2, nature: benefit, what: Faster answers, likelihood: likely, severity: minor}
`;

export const FILES = {
  'aims.yaml': ORGANIZATION,
  'scoring/aims.yaml': CARD,
  'scoring/impact-assessment.yaml': ASSESSMENT,
};

export async function dashboardOfFiles(
  files: Readonly<Record<string, string>> = FILES,
  at = DAY,
): Promise<Dashboard> {
  const { snapshot } = await openWorkspace(files, { at });
  const due = [...snapshot.files.keys()].flatMap((uri) => agendaOf(snapshot, uri, { date: at }));
  return dashboardOf({ snapshot, date: at, due });
}
