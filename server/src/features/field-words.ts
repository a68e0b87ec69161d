/** What a field takes, in words: for hovers of keys and for completion. */
import { tr, translatable } from '../l10n/tr';
import { requirementTitle } from '../catalogue';
import type { EntityKind, Field, ScalarFormat } from '../schema/field';
import { paragraphs, type Markup } from './markup';

const FORMATS: Readonly<Record<ScalarFormat, string>> = {
  text: translatable('text'),
  date: translatable('a day, YYYY-MM-DD'),
  duration: translatable('a duration such as 6 months, 2 weeks or 30 days'),
  number: translatable('a number'),
  boolean: translatable('true or false'),
  comparison: translatable('a comparison such as >= 0.85'),
  digest: translatable('a digest, `sha256:` and 64 hexadecimal digits'),
  orcid: translatable('an ORCID iD, 0000-0000-0000-000X'),
  email: translatable('an e-mail address'),
  path: translatable('a path, relative to this file; a leading / means the workspace root'),
  evidence: translatable('a path, path#heading, path::test or URL'),
  glob: translatable('a pattern such as src/**'),
  control: translatable('the id of a control, such as A.6.2.4'),
  requirement: translatable('the id of a clause or control, such as 9.2 or A.6.2.4'),
  served: translatable('a framework and a part of it, such as iso-9001-2015:9.1'),
  scale: translatable('a word of the organization’s own scale'),
};

/** "text", "one of …", "a list of …"; undefined where there is nothing worth saying. */
export function expects(field: Field<unknown>): string | undefined {
  const { shape } = field;
  switch (shape.is) {
    case 'scalar':
      return tr(FORMATS[shape.format]);
    case 'id':
      return tr('a short name without spaces, which never changes');
    case 'person':
      return tr('the id of a person in `people`, or a name');
    case 'reference':
      return shape.to.map((kind) => tr(ID_WORDS[kind])).join(tr(' or '));
    case 'choice':
      return undefined;
    case 'list': {
      const item = expects(shape.of);
      return item === undefined ? tr('a list') : tr('a list; each item is {0}', item);
    }
    case 'dictionary':
      return tr('one entry for each {0}', tr(KEY_WORDS[shape.keys] ?? shape.keys));
    case 'block':
      return tr(
        'a block with {0}',
        Object.keys(shape.keys)
          .map((key) => `\`${key}\``)
          .join(', '),
      );
    case 'either':
      return shape.forms.flatMap((form) => expects(form) ?? []).join(tr('; or ')) || undefined;
  }
}

const KEY_WORDS: Readonly<Record<string, string>> = {
  control: translatable('control, by its id'),
  clause: translatable('clause, by its number in quotes'),
  'extension-control': translatable('control, under an id of your own'),
  text: translatable('word'),
  profile: translatable('profile, under a name of your own'),
};

const ID_WORDS: Readonly<Record<EntityKind, string>> = {
  person: translatable('the id of a person'),
  organization: translatable('the id of an organization'),
  system: translatable('the id of a system'),
  risk: translatable('the id of a risk'),
  impact: translatable('the id of an impact'),
  party: translatable('the id of a party'),
  dataset: translatable('the id of a dataset'),
  model: translatable('the id of a model'),
  supplier: translatable('the id of a supplier'),
  objective: translatable('the id of an objective'),
  need: translatable('the id of a need'),
  audit: translatable('the id of an audit'),
  nonconformity: translatable('the id of a nonconformity'),
  monitoring: translatable('the id of a monitoring'),
  profile: translatable('the id of a profile'),
  assessment: translatable('the id of an assessment'),
  incident: translatable('the id of an incident'),
};

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
      ? markup.bullets(
          Object.entries(choices).map(([word, meaning]) => `${markup.code(word)}: ${tr(meaning)}`),
        )
      : words && tr('Takes {0}.', markup.prose(words)),
    field.serves &&
      tr(
        'Evidence for {0}.',
        field.serves.map((id) => `${id} ${requirementTitle(id) ?? ''}`.trim()).join('; '),
      ),
    field.recordedOnly && markup.italic(tr('Kept for people: nothing is checked against it yet.')),
  );
}
