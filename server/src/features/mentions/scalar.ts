/** What a scalar mentions, by what its field takes. */
import { catalogue } from '../../catalogue';
import { parseComparison, parseDay, parseDuration } from '../../model/scalars';
import { scalarShape } from '../../schema';
import type { EntityKind, Field, ScalarFormat } from '../../schema/field';
import type { Mention, MentionKind } from './types';

/** Written text with where it stands, from the start of the entry. */
export interface Written {
  readonly text: string;
  readonly start: number;
}

export function scalarMentions(field: Field<unknown>, written: Written): readonly Mention[] {
  const shape = scalarShape(field);
  if (!shape || written.text.trim() === '') return [];
  switch (shape.is) {
    case 'id':
      return [entity(written, [shape.of], 'declares')];
    case 'person':
      return [entity(written, ['person'], 'refers')];
    case 'reference':
      return shape.also.includes('requirement') && isRequirement(written.text)
        ? [requirement(written)]
        : [entity(written, shape.to, 'refers')];
    case 'choice':
      return shape.open || Object.hasOwn(shape.values, written.text) ? [whole('word', written)] : [];
    case 'scalar':
      return ofFormat(shape.format, written);
  }
}

export const whole = (
  is: MentionKind,
  { text, start }: Written,
  role: Mention['role'] = 'refers',
): Mention => ({ is, role, of: [], text, start, length: text.length });

export const entity = (
  { text, start }: Written,
  of: readonly EntityKind[],
  role: Mention['role'],
): Mention => ({ is: of[0] === 'person' ? 'person' : 'entity', role, of, text, start, length: text.length });

const isRequirement = (text: string): boolean => catalogue.controls.has(text) || catalogue.clauses.has(text);

const requirement = (written: Written): Mention =>
  whole(written.text.startsWith('A.') ? 'control' : 'clause', written);

function ofFormat(format: ScalarFormat, written: Written): readonly Mention[] {
  switch (format) {
    case 'control':
      return [whole('control', written)];
    case 'requirement':
      return [requirement(written)];
    case 'date':
      return parseDay(written.text) === undefined ? [] : [whole('date', written)];
    case 'duration':
      return parseDuration(written.text) ? [whole('duration', written)] : [];
    case 'scale':
      return [whole('word', written)];
    case 'comparison':
      return parseComparison(written.text)
        ? pieces(written, /^(\s*[<>=!≤≥]+\s*)(.+)$/u, 'operator', 'number')
        : [];
    case 'served':
      return pieces(written, /^([^:\s]+):(.+)$/, 'framework', 'part');
    case 'path':
    case 'evidence':
    case 'glob':
      return pathMentions(written);
    case 'text':
      return controlsIn(written);
    default:
      return [];
  }
}

/** The two groups of a pattern as mentions; the blanks around them are left out. */
function pieces(
  written: Written,
  pattern: RegExp,
  first: MentionKind,
  second: MentionKind,
): readonly Mention[] {
  const match = pattern.exec(written.text);
  const [, head = '', tail = ''] = match ?? [];
  if (!match) return [];
  const behind = written.start + written.text.length - tail.length;
  return [trimmed(first, head, written.start), trimmed(second, tail, behind)].flatMap((each) => each ?? []);
}

function trimmed(is: MentionKind, text: string, start: number): Mention | undefined {
  const blanks = text.length - text.trimStart().length;
  const word = text.trim();
  return word === '' ? undefined : whole(is, { text: word, start: start + blanks });
}

const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\//i;

/** A path ends at the first `#` or `::`, whichever comes first; an address is one piece. */
function pathMentions(written: Written): readonly Mention[] {
  const { text, start } = written;
  const split = ADDRESS.test(text) ? null : /^(.+?)(#|::)(.+)$/.exec(text);
  const [, path = '', sign = '', part = ''] = split ?? [];
  if (!split) return [whole('path', written)];
  const behind = { text: part, start: start + path.length + sign.length };
  return [whole('path', { text: path, start }), whole(sign === '#' ? 'part' : 'test', behind)];
}

const CONTROL_ID = /\bA\.\d{1,2}(?:\.\d{1,2}){1,2}\b/g;

/** Controls named in running text, such as a reason. */
function controlsIn({ text, start }: Written): readonly Mention[] {
  if (!text.includes('A.')) return [];
  return [...text.matchAll(CONTROL_ID)].flatMap((match) =>
    catalogue.controls.has(match[0])
      ? [{ ...whole('control', { text: match[0], start: start + match.index }), isInText: true }]
      : [],
  );
}
