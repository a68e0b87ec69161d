/** What the reference says besides the keys. */
import type { Kind } from '../../server/src/schema';

export const INTRODUCTION = `
# The AIMS format

Three kinds of YAML file describe an AI management system beside the code it is about. This page lists every key. You
need few of them: the shortest useful card has ten lines, and the editor says what is missing when it falls due.

| file | \`kind\` | describes |
| --- | --- | --- |
| \`aims.yaml\` beside ML code, or \`*.aims.yaml\` | \`system\` | one AI system: its model card and its rows of the Statement of Applicability |
| \`impact-assessment.yaml\`, \`*.impact.yaml\` | \`impact-assessment\` | what one AI system does to people and society |
| \`aims.yaml\` at the root of a repository or organization | \`organization\` | the management system itself |

A system belongs to the nearest organization file above it, or to the one it names. A file of any other name counts too
when its first key is \`aims\`. One file may hold several YAML documents.

How values are read:

- **Order** does not matter, and nothing but \`aims\`, \`kind\` and an id is required: what is missing is \`missing\` in the
  status, not an error.
- **An empty value** is a missing one. So is a placeholder such as \`TODO\`: it is reported until something stands there.
- **Text** is taken as written: \`version: 1.10\` stays 1.10.
- **Days** are \`YYYY-MM-DD\`. **Time spans** read \`6 months\`, \`1 month\`, \`2 weeks\`, \`30 days\`, \`1 year\`.
- **Paths** are relative to the file they stand in; a leading \`/\` means the workspace root. Behind the path may stand
  \`#heading\` or \`::test\`. What lies outside the workspace is not read.
- **People**: text without a space or \`@\` is an id of the organization's \`people\`; anything else is a name.
- **Keys of your own** start with \`x-\`, anywhere, and are never checked.
- **To silence a finding** on the next line: \`# aims-ignore-next-line <rule> -- <reason>\`, with \`until=YYYY-MM-DD\` if it
  is for a time. The [rules](rules/README.md) have their names.

*Evidence for* names the requirements of ISO/IEC 42001 that a key helps to meet without a row under \`controls\`: leaf
clauses such as 9.1, and controls of Annex A such as A.7.5. \`aims explain A.7.5\` says what each asks for.
`;

export const EXAMPLES: Readonly<Record<Kind, string>> = {
  system: `
aims: 1
kind: system
id: credit-scoring
name: Credit scoring
owner: Amara Okafor
role: [developer]
purpose: Estimate default risk of retail applicants.
lifecycle: {stage: design-development}
use: {intended: [Retail loans up to 20 000 EUR]}
models: [{id: scorer, task: tabular-classification}]
datasets: [{id: applications, uses: [training], source: internal CRM}]
`,
  'impact-assessment': `
aims: 1
kind: impact-assessment
id: IA-credit-2026
system: credit-scoring
status: draft
performed: 2026-03-10
assessor: bo
parties:
  - {id: applicants, kind: direct}
impacts:
  - {id: I1, party: applicants, dimension: fairness, nature: harm, what: Higher rejection for a protected group,
     severity: major, likelihood: possible}
`,
  organization: `
aims: 1
kind: organization
id: northwind
name: Northwind Credit
scope:
  statement: Development and operation of credit decision systems.
  roles: [developer, provider]
policy: {document: docs/ai-policy.md, approvedBy: dana, approvedOn: 2026-02-10, reviewEvery: 12 months}
people:
  - {id: dana, name: Dana Reyes, roles: [top-management, risk-approver]}
`,
};
