import assert from 'node:assert/strict';
import { catalogue, findEntry } from '../../../server/src/catalogue';
import { formats, type Kind } from '../../../server/src/schema';
import type { Field } from '../../../server/src/schema/field';

const requirements = [...catalogue.controls.values(), ...catalogue.clauses.values()];
const textsOf = (entry: (typeof requirements)[number]): string[] => [
  entry.asks,
  entry.doNow,
  ...entry.auditors,
  ...('confusedWith' in entry ? [entry.confusedWith] : []),
];
const otherTexts = [
  ...[...catalogue.groups.values(), ...catalogue.objectives.values()].map(({ aim }) => aim),
  ...[...catalogue.annexC.values()].map(({ explanation }) => explanation),
  ...catalogue.stages.map(({ what }) => what),
  ...catalogue.dimensions.map(({ question }) => question),
  ...catalogue.impactAssessment.elements.map(({ what }) => what),
];
const allTexts = [...requirements.flatMap(textsOf), ...otherTexts];

/** Every key path of the format (`datasets[].provenance`), and every word that is a value of a choice. */
function vocabulary(): { paths: Set<string>; words: Set<string> } {
  const paths = new Set<string>();
  const words = new Set<string>();
  const walk = ({ shape }: Field<unknown>, path: string): void => {
    switch (shape.is) {
      case 'block':
        for (const [key, field] of Object.entries(shape.keys)) {
          const below = path === '' ? key : `${path}.${key}`;
          paths.add(below);
          walk(field, below);
        }
        break;
      case 'list':
        walk(shape.of, `${path}[]`);
        break;
      case 'dictionary':
        walk(shape.of, `${path}.*`);
        break;
      case 'either':
        shape.forms.forEach((form) => walk(form, path));
        break;
      case 'choice':
        Object.keys(shape.values).forEach((word) => words.add(word));
        break;
      default:
        break;
    }
  };
  for (const kind of Object.keys(formats) as Kind[]) walk(formats[kind], '');
  return { paths, words };
}

describe('catalogue: texts', () => {
  it('says something everywhere, in a length people read', () => {
    for (const entry of requirements) {
      assert.ok(
        entry.asks.length >= 40 && entry.asks.length <= 240,
        `${entry.id}: asks has ${entry.asks.length}`,
      );
      assert.ok(
        entry.doNow.length >= 30 && entry.doNow.length <= 300,
        `${entry.id}: doNow has ${entry.doNow.length}`,
      );
      assert.ok(entry.auditors.length >= 2 && entry.auditors.length <= 4, entry.id);
      for (const item of entry.auditors)
        assert.ok(item.length >= 10 && item.length <= 80, `${entry.id}: ${item}`);
    }
    for (const text of otherTexts) assert.ok(text.length >= 10 && text.length <= 160, text);
  });

  it('ends sentences, and leaves nothing to be written later', () => {
    for (const entry of requirements) {
      assert.match(entry.asks, /[.?]$/, entry.id);
      assert.match(entry.doNow, /\.$/, entry.id);
      for (const item of entry.auditors) assert.doesNotMatch(item, /\.$/, entry.id);
    }
    for (const text of allTexts) assert.doesNotMatch(text, /\b(?:todo|tbd|fixme|pending|lorem|xxx)\b|\?\?/i);
  });

  it('never says the same twice', () => {
    for (const field of ['asks', 'doNow'] as const) {
      const seen = new Map<string, string>();
      for (const entry of requirements) {
        assert.equal(
          seen.get(entry[field]),
          undefined,
          `${entry.id} repeats ${seen.get(entry[field]) ?? ''}`,
        );
        seen.set(entry[field], entry.id);
      }
    }
  });

  it('uses plain words', () => {
    const filler =
      /\b(?:ensur\w*|leverag\w*|robust|seamless\w*|holistic\w*|comprehensive\w*|utili[sz]\w*|facilitat\w*|in order to|best practices?|stakeholders?|shall|please|simply|just|appropriate\w*|adequate\w*|suitable|suitability)\b/i;
    for (const text of allTexts) assert.doesNotMatch(text, filler);
  });

  it('never says that a model or system is certified, nor that conformity is reached', () => {
    for (const text of allTexts) assert.doesNotMatch(text, /certified|compliant|(?<!non)conform/i);
  });

  it('names only keys and words of the format in `code`', () => {
    const { paths, words } = vocabulary();
    const isKey = (code: string): boolean =>
      words.has(code) || [...paths].some((path) => path === code || path.endsWith(`.${code}`));
    assert.ok(isKey('datasets[].provenance') && isKey('lifecycle.history') && !isKey('datasets[].origin'));
    let named = 0;
    for (const text of allTexts) {
      assert.equal(text.split('`').length % 2, 1, `odd backticks: ${text}`);
      for (const [, code = ''] of text.matchAll(/`([^`]*)`/g)) {
        named++;
        assert.ok(isKey(code), `\`${code}\` is no key of the format: ${text}`);
      }
    }
    assert.ok(named > 150);
  });

  it('tells for every requirement but a heading which key to fill', () => {
    for (const entry of requirements) assert.match(entry.doNow, /`/, entry.id);
  });

  it('mentions only controls and clauses that exist', () => {
    for (const entry of requirements) {
      for (const text of textsOf(entry)) {
        for (const [id] of text.matchAll(/\b[A-C](?:\.\d+)+\b/g))
          assert.ok(findEntry(id), `${entry.id}: ${id}`);
        for (const [, id = ''] of text.matchAll(/\brow for (\d+(?:\.\d+)+|A(?:\.\d+)+)/g)) {
          assert.equal(id, entry.id, `${entry.id}: speaks of the row of another requirement`);
        }
      }
    }
  });

  it('warns where a title leads astray', () => {
    assert.match(catalogue.controls.get('A.8.3')?.confusedWith ?? '', /come in from outside/);
  });
});
