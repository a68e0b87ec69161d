/** The text of a new impact assessment: what the card knows is filled in, what only people know is marked. */
import { isPlaceholder } from '../model/scalars';
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

/** Held open, with what belongs there: who reads it may see such a file for the first time. */
const todo = (note: string): string => `${PLACEHOLDER} # ${note}`;

const list = (texts: readonly string[], note: string): readonly string[] =>
  (texts.length > 0 ? texts : [PLACEHOLDER]).map((text) => `    - ${answer(text, note)}`);

const SOMEBODY: AssessmentAnswers['parties'][number] = { name: PLACEHOLDER, kind: 'direct' };

/** What the card holds open is open here too. */
const answer = (text: string | undefined, note: string): string =>
  text === undefined || isPlaceholder(text) ? todo(note) : yamlText(text);

/** One impact to be described for each party: whoever is affected is asked about. */
const impact = (number: number): readonly string[] => [
  `  - id: I${number}`,
  `    party: P${number}`,
  '    dimension: fairness',
  '    nature: harm # or benefit',
  `    what: ${todo('what could happen to them')}`,
  `    severity: ${todo('how bad it would be, such as major')}`,
  `    likelihood: ${todo('how likely it is, such as possible')}`,
  '    measures:',
  `      - what: ${todo('what is done against it')}`,
  `        owner: ${todo('who sees to that')}`,
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
    '# What is marked TODO only people know: fill it in, or delete the key.',
    'aims: 1',
    'kind: impact-assessment',
    `id: ${yamlText(number === 1 ? `IA-${id}` : `IA-${id}-${number}`)}`,
    `system: ${yamlText(id)}`,
    ...(version === undefined || isPlaceholder(version)
      ? []
      : [`systemVersion: ${/^[\d.]+$/.test(version) ? version : yamlText(version)}`]),
    'status: draft',
    `performed: ${todo('the day it was carried out, YYYY-MM-DD')}`,
    `assessor: ${answer(answers.assessor, 'who carries it out')}`,
    `reviewer: ${answer(answers.reviewer, 'who looks it over')}`,
    `approvedBy: ${todo('who approves it: somebody other than the assessor')}`,
    `approvedOn: ${todo('the day it was approved')}`,
    'scope:',
    `  covers: ${answer(purpose, 'what is assessed: the system, or which part of it')}`,
    'uses:',
    '  intended:',
    ...list(intended, 'what it is meant for'),
    '  unintended:',
    ...list([], 'what people may use it for all the same'),
    '# Who uses the system, is judged by it, or feels its effects.',
    'parties:',
    ...parties.flatMap(({ name, kind }, at) => [
      `  - id: P${at + 1}`,
      `    kind: ${kind}`,
      `    name: ${answer(name, 'who they are, such as applicants')}`,
    ]),
    '# Harms and benefits for each of them. Dimensions: accountability, transparency, fairness,',
    '# privacy, reliability, safety, explainability, environment, accessibility.',
    'impacts:',
    ...parties.flatMap((_party, at) => impact(at + 1)),
    '# Effects on society and the environment.',
    'societal:',
    `  - what: ${todo('what it changes for many people at once')}`,
    '    nature: harm # or benefit',
    '',
  ].join('\n');
}
