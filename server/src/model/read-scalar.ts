/** Reads one scalar as its field asks, or says what is wrong with it. */
import { catalogue } from '../catalogue';
import type { ScalarFormat, Shape } from '../schema/field';
import type { ScalarNode } from '../syntax/types';
import type { Place, Value } from './located';
import { isDigest, isPlaceholder, orcidProblem, parseComparison, parseDay, parseDuration } from './scalars';
import type { Sink } from './sink';

type ScalarShape = Exclude<Shape, { is: 'list' | 'dictionary' | 'block' | 'either' }>;
type Scalar = Value<string | number | boolean>;

const CLAUSE_RANGE = /^(\d{1,2})-(\d{1,2})$/;

/** A control, a group, a clause at any depth, or a range of main clauses such as `4-10`. */
export function isRequirementId(text: string): boolean {
  const range = CLAUSE_RANGE.exec(text);
  if (range) return Number(range[1]) >= 4 && Number(range[2]) <= 10 && Number(range[1]) < Number(range[2]);
  return catalogue.controls.has(text) || catalogue.groups.has(text) || catalogue.clauses.has(text);
}

const FORMAT_TESTS: Partial<Record<ScalarFormat, (text: string) => boolean>> = {
  date: (text) => parseDay(text) !== undefined,
  duration: (text) => parseDuration(text) !== undefined,
  comparison: (text) => parseComparison(text) !== undefined,
  digest: (text) => isDigest(text),
  email: (text) => /^[^\s@]+@[^\s@]+$/.test(text),
};

const make = (value: string | number | boolean, node: ScalarNode, place: Place): Scalar => ({
  node: 'value',
  value,
  source: node.text,
  place,
});

function readFormat(format: ScalarFormat, node: ScalarNode, place: Place, sink: Sink): Scalar | undefined {
  const { text } = node;
  const bad = (detail?: 'checksum'): undefined => {
    sink.problems.push({
      code: 'bad-scalar',
      format,
      text,
      place,
      part: 'value',
      ...(detail ? { detail } : {}),
    });
    return undefined;
  };
  switch (format) {
    case 'number': {
      const value = Number(text);
      return node.type === 'number' && Number.isFinite(value) ? make(value, node, place) : bad();
    }
    case 'boolean':
      return node.type === 'boolean' ? make(text.toLowerCase() === 'true', node, place) : bad();
    case 'orcid': {
      const problem = orcidProblem(text);
      return problem ? bad(problem === 'checksum' ? problem : undefined) : make(text, node, place);
    }
    case 'control':
      if (catalogue.controls.has(text)) return make(text, node, place);
      sink.problems.push({ code: 'unknown-control', text, place, part: 'value' });
      return undefined;
    case 'requirement':
      if (isRequirementId(text)) return make(text, node, place);
      sink.problems.push({ code: 'unknown-requirement', text, clausesOnly: false, place, part: 'value' });
      return undefined;
    case 'path':
    case 'evidence':
      if (!isPlaceholder(text)) sink.paths.push({ text, place, evidence: format === 'evidence' });
      return make(text, node, place);
    default:
      return FORMAT_TESTS[format]?.(text) === false && !isPlaceholder(text) ? bad() : make(text, node, place);
  }
}

/** Text without a space or `@` names somebody of `people`; anything else is a name as it stands. */
export const isPersonId = (text: string): boolean => !/[\s@]/.test(text);

/** @returns undefined where the text is not what the shape asks for; then `sink.problems` says why */
export function readScalar(
  shape: ScalarShape,
  node: ScalarNode,
  place: Place,
  sink: Sink,
): Scalar | undefined {
  const { text } = node;
  if (isPlaceholder(text)) sink.placeholders.push(place);
  switch (shape.is) {
    case 'scalar':
      if (shape.scale && !isPlaceholder(text))
        sink.scaleWords.push({ scale: shape.scale, word: text, place, part: 'value' });
      return readFormat(shape.format, node, place, sink);
    case 'id':
      if (text === '' || /\s/.test(text)) {
        sink.problems.push({ code: 'bad-id', text, place, part: 'value' });
        return undefined;
      }
      sink.definitions.push({ of: shape.of, id: text, place });
      return make(text, node, place);
    case 'person':
      if (isPersonId(text) && !isPlaceholder(text))
        sink.references.push({ to: ['person'], id: text, place, open: false, person: true });
      return make(text, node, place);
    case 'reference':
      if (!shape.also.includes('requirement') || !isRequirementId(text))
        sink.references.push({ to: shape.to, id: text, place, open: shape.open, person: false });
      return make(text, node, place);
    case 'choice':
      if (shape.open) {
        if (!Object.hasOwn(shape.values, text) && !isPlaceholder(text))
          sink.ownWords.push({ word: text, listed: Object.keys(shape.values), place });
      } else if (!Object.hasOwn(shape.values, text)) {
        sink.problems.push({
          code: 'bad-choice',
          word: text,
          choices: Object.keys(shape.values),
          place,
          part: 'value',
        });
        return undefined;
      }
      return make(text, node, place);
  }
}
