/** Says in words what may stand behind a key: for the reference, explanations and hovers. */
import type { EntityKind, ScalarFormat, Shape } from './field';

const FORMATS: Readonly<Record<ScalarFormat, string>> = {
  text: 'text',
  date: 'a day, YYYY-MM-DD',
  duration: 'a time span, such as 6 months',
  number: 'a number',
  boolean: 'true or false',
  comparison: 'a comparison, such as >= 0.85',
  orcid: 'an ORCID iD',
  email: 'an e-mail address',
  path: 'a path',
  evidence: 'a path, path#heading, path::test or URL',
  glob: 'a pattern of paths, such as src/**',
  control: 'id of a control',
  requirement: 'id of a clause, group or control, or a range of clauses such as 4-10',
  scale: "a word of the organization's scale",
};

const SCALES = {
  likelihood: "a word of the organization's likelihood scale",
  severity: "a word of the organization's severity scale",
  levels: "a word of the organization's risk levels",
} as const;

const ENTITIES: Readonly<Record<EntityKind, string>> = {
  person: 'person',
  organization: 'organization',
  system: 'AI system',
  risk: 'risk',
  impact: 'impact',
  party: 'party',
  dataset: 'dataset',
  model: 'model',
  supplier: 'supplier',
  objective: 'objective',
  need: 'need',
  audit: 'internal audit',
  nonconformity: 'nonconformity',
  monitoring: 'thing monitored',
  profile: 'profile',
  assessment: 'impact assessment',
  incident: 'incident',
};

const KEYS: Readonly<Partial<Record<string, string>>> = {
  control: 'ids of controls',
  clause: 'ids of clauses',
  'extension-control': 'ids of controls from other standards',
  text: 'any keys',
};

const orList = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;

/** A phrase without a full stop: `a list, each: id of a control`. */
export function describeShape(shape: Shape): string {
  switch (shape.is) {
    case 'scalar':
      return shape.scale ? SCALES[shape.scale] : FORMATS[shape.format];
    case 'id':
      return `an id of your choice, by which others name this ${ENTITIES[shape.of]}`;
    case 'reference':
      return orList([
        `id of ${orList(shape.to.map((kind) => `a ${ENTITIES[kind]}`.replace(/^a (?=[aiou])/i, 'an ')))}`,
        ...shape.also.map((format) => FORMATS[format]),
        ...(shape.open ? ['any text'] : []),
      ]);
    case 'person':
      return 'id of one of the people, or a name';
    case 'choice':
      return shape.open ? 'text, best one of these words' : 'one of these words';
    case 'list':
      return `a list, each: ${describeShape(shape.of.shape)}`;
    case 'dictionary':
      return `keys are ${KEYS[shape.keys] ?? `ids of your choice`}, each: ${describeShape(shape.of.shape)}`;
    case 'block':
      return 'keys of its own';
    case 'either':
      return [...new Set(shape.forms.map((form) => describeShape(form.shape)))].join(', or ');
  }
}

/** The words a choice offers, with what each means; of lists and alternatives, those inside. */
export function wordsOf(shape: Shape): readonly string[] {
  switch (shape.is) {
    case 'choice':
      return Object.entries(shape.values).map(([word, meaning]) => `${word}: ${meaning}`);
    case 'list':
      return wordsOf(shape.of.shape);
    case 'either':
      return shape.forms.flatMap((form) => wordsOf(form.shape));
    default:
      return [];
  }
}
