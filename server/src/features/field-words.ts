/** What a field takes, in words: for hovers of keys and for completion. */
import { requirementTitle } from '../catalogue';
import type { Field, ScalarFormat } from '../schema/field';
import { paragraphs, type Markup } from './markup';

const FORMATS: Readonly<Record<ScalarFormat, string>> = {
  text: 'text',
  date: 'a day, YYYY-MM-DD',
  duration: 'a duration such as 6 months, 2 weeks or 30 days',
  number: 'a number',
  boolean: 'true or false',
  comparison: 'a comparison such as >= 0.85',
  digest: 'a digest, `sha256:` and 64 hexadecimal digits',
  orcid: 'an ORCID iD, 0000-0000-0000-000X',
  email: 'an e-mail address',
  path: 'a path, relative to this file; a leading / means the workspace root',
  evidence: 'a path, path#heading, path::test or URL',
  glob: 'a pattern such as src/**',
  control: 'the id of a control, such as A.6.2.4',
  requirement: 'the id of a clause or control, such as 9.2 or A.6.2.4',
  served: 'a framework and a part of it, such as iso-9001-2015:9.1',
  scale: 'a word of the organization’s own scale',
};

/** "text", "one of …", "a list of …"; undefined where there is nothing worth saying. */
export function expects(field: Field<unknown>): string | undefined {
  const { shape } = field;
  switch (shape.is) {
    case 'scalar':
      return FORMATS[shape.format];
    case 'id':
      return 'a short name without spaces, which never changes';
    case 'person':
      return 'the id of a person in `people`, or a name';
    case 'reference':
      return `the id of ${shape.to.map(withArticle).join(' or ')}`;
    case 'choice':
      return undefined;
    case 'list': {
      const item = expects(shape.of);
      return item === undefined ? 'a list' : `a list; each item is ${item}`;
    }
    case 'dictionary':
      return `one entry for each ${KEY_WORDS[shape.keys] ?? shape.keys}`;
    case 'block':
      return `a block with ${Object.keys(shape.keys)
        .map((key) => `\`${key}\``)
        .join(', ')}`;
    case 'either':
      return shape.forms.flatMap((form) => expects(form) ?? []).join('; or ') || undefined;
  }
}

const KEY_WORDS: Readonly<Record<string, string>> = {
  control: 'control, by its id',
  clause: 'clause, by its number in quotes',
  'extension-control': 'control, under an id of your own',
  text: 'word',
  profile: 'profile, under a name of your own',
};

const withArticle = (word: string): string => `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`;

/** Words a field allows, with what they mean; of lists, those of the items. */
export function choicesOf(field: Field<unknown>): Readonly<Record<string, string>> | undefined {
  const { shape } = field;
  if (shape.is === 'choice') return shape.values;
  if (shape.is === 'list') return choicesOf(shape.of);
  if (shape.is === 'either') return shape.forms.map(choicesOf).find((found) => found !== undefined);
  return undefined;
}

/** The documentation of a key. */
export function describeField(markup: Markup, field: Field<unknown>): string {
  const choices = choicesOf(field);
  const words = expects(field);
  return paragraphs(
    markup.prose(field.doc),
    choices
      ? markup.bullets(Object.entries(choices).map(([word, meaning]) => `${markup.code(word)}: ${meaning}`))
      : words && `Takes ${markup.prose(words)}.`,
    field.serves &&
      `Evidence for ${field.serves.map((id) => `${id} ${requirementTitle(id) ?? ''}`.trim()).join('; ')}.`,
    field.recordedOnly && markup.italic('Kept for people: nothing is checked against it yet.'),
  );
}
