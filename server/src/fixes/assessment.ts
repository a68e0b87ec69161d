/** The text of a new impact assessment: what the card knows is filled in, what only people know is marked. */
import { PLACEHOLDER, yamlText } from './scalar';

/** What somebody has said of an assessment that is not written yet. */
export interface AssessmentAnswers {
  /** Ids of `people`, or names. */
  readonly assessor?: string | undefined;
  readonly reviewer?: string | undefined;
  /** Who is affected; none where nobody has said. */
  readonly parties: readonly { readonly name: string; readonly kind: 'direct' | 'indirect' }[];
}

export interface AssessedSystem {
  readonly id: string;
  readonly version?: string | undefined;
  readonly purpose?: string | undefined;
  readonly intended: readonly string[];
}

const list = (texts: readonly string[]): readonly string[] =>
  (texts.length > 0 ? texts.map(yamlText) : [PLACEHOLDER]).map((text) => `    - ${text}`);

const SOMEBODY: AssessmentAnswers['parties'][number] = { name: PLACEHOLDER, kind: 'direct' };

const answer = (text: string | undefined): string => (text === undefined ? PLACEHOLDER : yamlText(text));

/** One impact to be described for each party: whoever is affected is asked about. */
const impact = (number: number): readonly string[] => [
  `  - id: I${number}`,
  `    party: P${number}`,
  '    dimension: fairness',
  '    nature: harm',
  `    what: ${PLACEHOLDER}`,
  `    severity: ${PLACEHOLDER}`,
  `    likelihood: ${PLACEHOLDER}`,
  '    measures:',
  `      - what: ${PLACEHOLDER}`,
  `        owner: ${PLACEHOLDER}`,
  '        status: planned',
];

/**
 * A draft that is complete in form: nothing but its placeholders is left to write.
 *
 * @param number of the assessment of this system: 1 for the first
 */
export function assessmentText(
  { id, version, purpose, intended }: AssessedSystem,
  answers: AssessmentAnswers = { parties: [] },
  number = 1,
): string {
  const parties = answers.parties.length > 0 ? answers.parties : [SOMEBODY];
  return [
    'aims: 1',
    'kind: impact-assessment',
    `id: ${yamlText(number === 1 ? `IA-${id}` : `IA-${id}-${number}`)}`,
    `system: ${yamlText(id)}`,
    ...(version === undefined
      ? []
      : [`systemVersion: ${/^[\d.]+$/.test(version) ? version : yamlText(version)}`]),
    'status: draft',
    `performed: ${PLACEHOLDER}`,
    `assessor: ${answer(answers.assessor)}`,
    `reviewer: ${answer(answers.reviewer)}`,
    `approvedBy: ${PLACEHOLDER}`,
    `approvedOn: ${PLACEHOLDER}`,
    'scope:',
    `  covers: ${purpose === undefined ? PLACEHOLDER : yamlText(purpose)}`,
    'uses:',
    '  intended:',
    ...list(intended),
    '  unintended:',
    ...list([]),
    '# Who uses the system, is judged by it, or feels its effects.',
    'parties:',
    ...parties.flatMap(({ name, kind }, at) => [
      `  - id: P${at + 1}`,
      `    kind: ${kind}`,
      `    name: ${yamlText(name)}`,
    ]),
    '# Harms and benefits for each of them. Dimensions: accountability, transparency, fairness, privacy, reliability,',
    '# safety, explainability, environment, accessibility.',
    'impacts:',
    ...parties.flatMap((_party, at) => impact(at + 1)),
    '# Effects on society and the environment.',
    'societal:',
    `  - what: ${PLACEHOLDER}`,
    '    nature: harm',
    '',
  ].join('\n');
}
