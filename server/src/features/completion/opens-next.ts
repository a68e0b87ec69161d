/** Is there something to offer behind a key just put in? Asked for where there is nothing, editors offer any word. */
import type { Field, ScalarFormat } from '../../schema/field';
import type { CompletionContext } from './types';

/** Of these something is always offered; of text, numbers and addresses of all kinds nobody knows. */
const OFFERED: ReadonlySet<ScalarFormat> = new Set<ScalarFormat>([
  'date',
  'duration',
  'boolean',
  'path',
  'evidence',
  'glob',
  'control',
  'requirement',
]);

/** @param field of the key; of a list, its items count */
export function opensNext(context: CompletionContext, { shape }: Field<unknown>): boolean {
  const { snapshot, cursor } = context;
  const isNamed = (kinds: Parameters<typeof snapshot.candidates>[0][]): boolean =>
    kinds.some((kind) => snapshot.candidates(kind, cursor.uri).length > 0);
  switch (shape.is) {
    case 'list':
      return opensNext(context, shape.of);
    case 'either':
      return shape.forms.some((form) => opensNext(context, form));
    case 'block':
    case 'choice':
      return true;
    case 'dictionary':
      return shape.keys === 'control' || shape.keys === 'clause';
    case 'person':
      return isNamed(['person']);
    case 'reference':
      return shape.also.includes('requirement') || isNamed([...shape.to]);
    case 'scalar':
      return OFFERED.has(shape.format);
    case 'id':
      return false;
  }
}
