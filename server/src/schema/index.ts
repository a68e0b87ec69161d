/** The three kinds of file, as one table. */
import { assessment } from './assessment';
import type { Field, Shape, TypeOf } from './field';
import { organization } from './organization';
import { system } from './system';

export const formats = {
  organization,
  system,
  'impact-assessment': assessment,
} as const;

export { keyMeantBy } from './synonyms';

export type Kind = keyof typeof formats;
export const KINDS = Object.keys(formats) as readonly Kind[];
export const FORMAT_VERSION = '1';

export type OrganizationShape = TypeOf<typeof organization>;
export type SystemShape = TypeOf<typeof system>;
export type AssessmentShape = TypeOf<typeof assessment>;

export const isKind = (word: string): word is Kind => Object.hasOwn(formats, word);

/** The keys of a block field, or of the block form of an either. */
export function blockKeys(field: Field<unknown>): Readonly<Record<string, Field<unknown>>> | undefined {
  const { shape } = field;
  if (shape.is === 'block') return shape.keys;
  if (shape.is === 'either') return shape.forms.map(blockKeys).find((keys) => keys !== undefined);
  return undefined;
}

/** The field one step down: by key, or `#` for any item of a list. */
export function childField(field: Field<unknown>, step: string | number): Field<unknown> | undefined {
  const { shape } = field;
  switch (shape.is) {
    case 'block':
      return typeof step === 'string' && Object.hasOwn(shape.keys, step) ? shape.keys[step] : undefined;
    case 'dictionary':
      return typeof step === 'string' ? shape.of : undefined;
    case 'list':
      return typeof step === 'number' ? shape.of : undefined;
    case 'either':
      return shape.forms.map((form) => childField(form, step)).find((found) => found !== undefined);
    default:
      return undefined;
  }
}

/** The field a route of a file of this kind leads to. */
export function fieldAt(kind: Kind, route: readonly (string | number)[]): Field<unknown> | undefined {
  let field: Field<unknown> | undefined = formats[kind];
  for (const step of route) field = field && childField(field, step);
  return field;
}

/** What a scalar is read as. */
export type ScalarShape = Exclude<Shape, { is: 'list' | 'dictionary' | 'block' | 'either' }>;

/** The scalar a field takes: its own, or that of its short form; undefined where it takes none. */
export function scalarShape({ shape }: Field<unknown>): ScalarShape | undefined {
  switch (shape.is) {
    case 'either':
      return shape.forms.map(scalarShape).find((found) => found !== undefined);
    case 'list':
    case 'dictionary':
    case 'block':
      return undefined;
    default:
      return shape;
  }
}
