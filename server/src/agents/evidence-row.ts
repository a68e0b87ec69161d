/** Lines of YAML for a card, with everything that only a person knows left open. */
import type { Clause, Control } from '../catalogue';
import { PLAIN } from '../features/markup';
import { PLACEHOLDER } from '../fixes/scalar';

/** What fits, as a comment: an example must not look like evidence. */
const examples = (entry: Control | Clause): readonly string[] =>
  entry.kind === 'control'
    ? entry.evidence.map(({ kind, example }) => `# fits: ${kind}, ${PLAIN.prose(example)}`)
    : entry.auditors.map((each) => `# fits: ${PLAIN.prose(each)}`);

const item = (entry: Control | Clause): readonly string[] => [
  ...examples(entry),
  `- path: ${PLACEHOLDER}`,
  `  reviewed: ${PLACEHOLDER}`,
  `  by: ${PLACEHOLDER}`,
];

/** A piece of evidence, as an entry of `evidence`. */
export const evidenceItem = (entry: Control | Clause): string => `${item(entry).join('\n')}\n`;

/** A whole row, as an entry of `controls` or `clauses`: planned, since nothing else can be said of it. */
export const plannedRow = (entry: Control | Clause): string =>
  `${[
    `"${entry.id}":`,
    '  status: planned',
    `  why: ${PLACEHOLDER}`,
    `  owner: ${PLACEHOLDER}`,
    `  due: ${PLACEHOLDER}`,
    '  evidence:',
    ...item(entry).map((line) => `    ${line}`),
  ].join('\n')}\n`;
