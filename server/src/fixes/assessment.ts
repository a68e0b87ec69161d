/** The text of a new impact assessment: what the card knows is filled in, what only people know is marked. */
import { PLACEHOLDER, yamlText } from './scalar';

export interface AssessedSystem {
  readonly id: string;
  readonly version?: string | undefined;
  readonly purpose?: string | undefined;
  readonly intended: readonly string[];
}

const list = (texts: readonly string[]): readonly string[] =>
  (texts.length > 0 ? texts.map(yamlText) : [PLACEHOLDER]).map((text) => `    - ${text}`);

/** A draft that is complete in form: nothing but its placeholders is left to write. */
export function assessmentText({ id, version, purpose, intended }: AssessedSystem): string {
  return [
    'aims: 1',
    'kind: impact-assessment',
    `id: ${yamlText(`IA-${id}`)}`,
    `system: ${yamlText(id)}`,
    ...(version === undefined
      ? []
      : [`systemVersion: ${/^[\d.]+$/.test(version) ? version : yamlText(version)}`]),
    'status: draft',
    ...['performed', 'assessor', 'reviewer', 'approvedBy', 'approvedOn'].map(
      (key) => `${key}: ${PLACEHOLDER}`,
    ),
    'scope:',
    `  covers: ${purpose === undefined ? PLACEHOLDER : yamlText(purpose)}`,
    'uses:',
    '  intended:',
    ...list(intended),
    '  unintended:',
    ...list([]),
    '# Who uses the system, is judged by it, or feels its effects.',
    'parties:',
    '  - id: P1',
    '    kind: direct',
    `    name: ${PLACEHOLDER}`,
    '# Harms and benefits for each of them. Dimensions: accountability, transparency, fairness, privacy, reliability,',
    '# safety, explainability, environment, accessibility.',
    'impacts:',
    '  - id: I1',
    '    party: P1',
    '    dimension: fairness',
    '    nature: harm',
    `    what: ${PLACEHOLDER}`,
    `    severity: ${PLACEHOLDER}`,
    `    likelihood: ${PLACEHOLDER}`,
    '    measures:',
    `      - what: ${PLACEHOLDER}`,
    `        owner: ${PLACEHOLDER}`,
    '        status: planned',
    '# Effects on society and the environment.',
    'societal:',
    `  - what: ${PLACEHOLDER}`,
    '    nature: harm',
    '',
  ].join('\n');
}
