import assert from 'node:assert/strict';
import { openWorkspace } from '../../support/workspace';

const ORGANIZATION = `aims: 1
kind: organization
id: northwind
target: managed
`;

/** Verdict of a clause and what is loudly said about it, at a day. */
async function judged(text: string, clause: string, at = '2026-11-01') {
  const { result, service, snapshot } = await openWorkspace(
    { 'aims.yaml': ORGANIZATION + text, 'docs/a.md': '' },
    { at },
  );
  const findings = service.files(snapshot).flatMap((uri) => service.findings(snapshot, uri));
  const late = findings.filter(
    ({ severity, requirement }) => severity === 'warning' && requirement?.startsWith(clause.slice(0, 3)),
  );
  return { verdict: result('northwind', clause).verdict, late: late.map(({ rule }) => rule) };
}

const objective = (rest: string): string =>
  `objectives: [{id: O1, text: Fair, metric: gap, target: "<= 0.03", plan: docs/a.md, owner: Amara Okafor, ${rest}}]\n`;
const nonconformity = (status: string, action: string, cause = 'rootCause: Nobody owned it, '): string =>
  `nonconformities: [{id: NC-1, found: 2026-06-01, what: Old logs, ${cause}status: ${status}, actions: [{what: Mend, owner: Amara Okafor, ${action}}]}]\n`;
const audits = (...items: readonly string[]): string => `internalAudits: [${items.join(', ')}]\n`;

const CASES: readonly (readonly [string, string, string, string, readonly string[]])[] = [
  [
    'a review after the interval that an older one gives',
    'managementReviews: [{date: 2024-10-01, chair: Dana Reyes, minutes: docs/a.md, inputs: [O1], decisions: [Go on], every: 12 months}, {date: 2025-10-01, chair: Dana Reyes, minutes: docs/a.md, inputs: [O1], decisions: [Go on]}]\n',
    '9.3.1',
    'overdue',
    ['review-overdue'],
  ],
  [
    'reached by its day',
    objective('due: 2026-09-30, results: [{date: 2026-09-30, value: 0.03}]'),
    '6.2',
    'attested',
    [],
  ],
  [
    'not reached by its day, though there are results',
    objective('due: 2026-09-30, results: [{date: 2026-09-30, value: 0.05}]'),
    '6.2',
    'overdue',
    ['objective-overdue'],
  ],
  ['without any result by its day', objective('due: 2026-09-30'), '6.2', 'overdue', ['objective-overdue']],
  [
    'a result of the period that has not come',
    objective('due: 2027-12-31, every: 3 months, results: [{date: 2026-06-30, value: 0.02}]'),
    '6.2',
    'overdue',
    ['objective-result-overdue'],
  ],
  [
    'results of a period that has ended',
    objective('due: 2026-06-30, every: 3 months, results: [{date: 2026-06-30, value: 0.02}]'),
    '6.2',
    'attested',
    [],
  ],
  [
    'a corrective action that is late',
    nonconformity('open', 'due: 2026-10-31'),
    '10.2',
    'overdue',
    ['action-overdue'],
  ],
  ['a corrective action that is due today', nonconformity('open', 'due: 2026-11-01'), '10.2', 'attested', []],
  [
    'an effect that was to be looked at by now',
    nonconformity('open', 'due: 2026-07-01, done: 2026-07-01, checkBy: 2026-10-01'),
    '10.2',
    'overdue',
    ['effectiveness-unchecked'],
  ],
  [
    'done, looked at, closed',
    nonconformity('closed', 'due: 2026-07-01, done: 2026-07-01, checkBy: 2026-10-01, effective: 2026-10-20'),
    '10.2',
    'attested',
    [],
  ],
  ['closed without a look', nonconformity('closed', 'done: 2026-07-01'), '10.2', 'partial', []],
  [
    'no cause after five months',
    nonconformity('open', 'due: 2026-12-01', ''),
    '10.2',
    'partial',
    ['nonconformity-without-cause'],
  ],
  [
    'an audit whose interval has run out',
    audits(
      '{id: A1, performed: 2025-10-01, auditor: Eli Roth, covers: ["4-10"], report: docs/a.md, every: 1 year}',
    ),
    '9.2.1',
    'overdue',
    ['audit-interval-overdue'],
  ],
  [
    'an audit held within its interval',
    audits(
      '{id: A1, performed: 2025-11-01, auditor: Eli Roth, covers: ["4-10"], report: docs/a.md, every: 1 year}',
    ),
    '9.2.1',
    'attested',
    [],
  ],
  [
    'an audit without a report',
    audits('{id: A1, performed: 2025-11-01, auditor: Eli Roth, covers: ["4-10"]}'),
    '9.2.2',
    'partial',
    [],
  ],
  [
    'a need that nothing answers',
    'context: {issues: [Law], interestedParties: [{name: Applicants, needs: [{id: N1, what: Fairness}]}]}\n',
    '4.2',
    'partial',
    [],
  ],
  [
    'somebody who holds a role without competence, beside somebody with it',
    'people: [{id: a, name: A Ay, roles: [reviewer], competence: [{what: Course, date: 2026-01-01, evidence: docs/a.md}]}, {id: b, name: B Be, roles: [auditor]}]\n',
    '7.2',
    'partial',
    [],
  ],
  [
    'competence of everybody who holds a role',
    'people: [{id: a, name: A Ay, roles: [reviewer], competence: [{what: Course, date: 2026-01-01, evidence: docs/a.md}]}, {id: b, name: B Be}]\n',
    '7.2',
    'attested',
    [],
  ],
];

describe('the management cycle: verdict and findings agree', () => {
  for (const [name, text, clause, verdict, late] of CASES)
    it(`${clause}: ${name}`, async () => assert.deepEqual(await judged(text, clause), { verdict, late }));
});
