/**
 * The vocabulary the format is written in. One value of this vocabulary (see `formats.ts`) is the single source for
 * the static types, validation, completion, key hovers, the JSON Schema and `docs/format.md`.
 */

/** What an id names, and so what a reference can point to. */
export type EntityKind =
  | 'person'
  | 'organization'
  | 'system'
  | 'risk'
  | 'impact'
  | 'party'
  | 'dataset'
  | 'model'
  | 'supplier'
  | 'objective'
  | 'need'
  | 'audit'
  | 'nonconformity'
  | 'monitoring'
  | 'profile'
  | 'assessment'
  | 'incident';

/** How the text of a scalar is to be read. */
export type ScalarFormat =
  | 'text' // as written
  | 'date' // YYYY-MM-DD, a day of the calendar
  | 'duration' // 6 months, 2 weeks, 30 days
  | 'number'
  | 'boolean'
  | 'comparison' // >= 0.85
  | 'orcid'
  | 'email'
  | 'digest' // sha256: and 64 hexadecimal digits
  | 'path' // relative to the file; a leading / is the workspace root; may carry #anchor
  | 'evidence' // path, path#anchor, path::test or URL
  | 'glob'
  | 'control' // id of an Annex A control
  | 'requirement' // id of a control, a group or a clause, or a range of clauses such as 4-10
  | 'served' // a part of another framework: iso-9001-2015:9.1
  | 'scale'; // a word of the organisation's own risk scale (likelihood, severity, level)

export type Shape =
  | {
      readonly is: 'scalar';
      readonly format: ScalarFormat;
      readonly scale?: 'likelihood' | 'severity' | 'levels';
    }
  | { readonly is: 'id'; readonly of: EntityKind }
  /** `open`: text that is no known id is a literal (a supplier of its own, a report's title), so never dangling. */
  | {
      readonly is: 'reference';
      readonly to: readonly EntityKind[];
      readonly also: readonly ScalarFormat[];
      readonly open: boolean;
    }
  | { readonly is: 'person' }
  /** `open`: other words are allowed; the list is what is offered. */
  | { readonly is: 'choice'; readonly values: Readonly<Record<string, string>>; readonly open: boolean }
  | { readonly is: 'list'; readonly of: Field<unknown> }
  | {
      readonly is: 'dictionary';
      readonly keys: 'control' | 'clause' | 'extension-control' | 'text' | EntityKind;
      readonly of: Field<unknown>;
    }
  | {
      readonly is: 'block';
      readonly keys: Readonly<Record<string, Field<unknown>>>;
      readonly required: readonly string[];
    }
  /** A short form beside a long one, told apart by whether the node is a scalar, a list or a map. */
  | { readonly is: 'either'; readonly forms: readonly Field<unknown>[] };

export interface Field<T> {
  readonly shape: Shape;
  /** One plain sentence: shown in key hovers, completion and the reference. */
  readonly doc: string;
  /** Kept for people; nothing in the product reads it yet. */
  readonly recordedOnly?: true;
  /** Requirement this key is evidence for, shown in its hover. */
  readonly serves?: readonly string[];
  /** Carries the static type only; never set. */
  readonly type?: T;
}

/** The plain type a field describes. */
export type TypeOf<F> = F extends Field<infer T> ? T : never;

/** Keys are all optional: what is missing is a finding, never a type error. */
export type BlockType<K> = { readonly [P in keyof K]?: TypeOf<K[P]> };

const scalar = (format: ScalarFormat, doc: string): Field<string> => ({
  shape: { is: 'scalar', format },
  doc,
});

export const text = (doc: string): Field<string> => scalar('text', doc);
export const date = (doc: string): Field<string> => scalar('date', doc);
export const duration = (doc: string): Field<string> => scalar('duration', doc);
export const comparison = (doc: string): Field<string> => scalar('comparison', doc);
export const orcid = (doc: string): Field<string> => scalar('orcid', doc);
export const email = (doc: string): Field<string> => scalar('email', doc);
export const digest = (doc: string): Field<string> => scalar('digest', doc);
export const path = (doc: string): Field<string> => scalar('path', doc);
export const evidenceText = (doc: string): Field<string> => scalar('evidence', doc);
export const glob = (doc: string): Field<string> => scalar('glob', doc);
export const controlId = (doc: string): Field<string> => scalar('control', doc);
export const requirementId = (doc: string): Field<string> => scalar('requirement', doc);
export const servedClause = (doc: string): Field<string> => scalar('served', doc);
/** Numbers keep their written form too: precision matters when they are compared. */
export const number = (doc: string): Field<number> => ({ shape: { is: 'scalar', format: 'number' }, doc });
export const boolean = (doc: string): Field<boolean> => ({ shape: { is: 'scalar', format: 'boolean' }, doc });
export const person = (doc: string): Field<string> => ({ shape: { is: 'person' }, doc });
export const id = (of: EntityKind, doc: string): Field<string> => ({ shape: { is: 'id', of }, doc });

export const onScale = (scale: 'likelihood' | 'severity' | 'levels', doc: string): Field<string> => ({
  shape: { is: 'scalar', format: 'scale', scale },
  doc,
});

export const reference = (
  to: EntityKind | readonly EntityKind[],
  doc: string,
  options: { also?: readonly ScalarFormat[]; open?: boolean } = {},
): Field<string> => ({
  shape: {
    is: 'reference',
    to: typeof to === 'string' ? [to] : to,
    also: options.also ?? [],
    open: options.open ?? false,
  },
  doc,
});

export const choice = <V extends string>(values: Readonly<Record<V, string>>, doc: string): Field<V> => ({
  shape: { is: 'choice', values, open: false },
  doc,
});

export const suggestion = (values: Readonly<Record<string, string>>, doc: string): Field<string> => ({
  shape: { is: 'choice', values, open: true },
  doc,
});

export const list = <T>(of: Field<T>, doc: string): Field<readonly T[]> => ({
  shape: { is: 'list', of },
  doc,
});

/** Marks a plain type as a dictionary, so that the located model can tell it from a block. */
export interface Dictionary<T> {
  readonly dictionaryOf: T;
}

export const dictionary = <T>(
  keys: Extract<Shape, { is: 'dictionary' }>['keys'],
  of: Field<T>,
  doc: string,
): Field<Dictionary<T>> => ({ shape: { is: 'dictionary', keys, of }, doc });

export const block = <K extends Readonly<Record<string, Field<unknown>>>>(
  keys: K,
  doc: string,
  required: readonly (keyof K & string)[] = [],
): Field<BlockType<K>> => ({ shape: { is: 'block', keys, required }, doc });

export const either = <A, B>(short: Field<A>, long: Field<B>, doc: string): Field<A | B> => ({
  shape: { is: 'either', forms: [short, long] },
  doc,
});

/** Marks a key that is kept for people and read by nothing yet; the reference says so, a test holds it true. */
export const recorded = <T>(field: Field<T>): Field<T> => ({ ...field, recordedOnly: true });

/** Says which requirements a key gives evidence for. */
export const serves = <T>(field: Field<T>, ...requirements: readonly string[]): Field<T> => ({
  ...field,
  serves: requirements,
});
