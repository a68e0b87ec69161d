/** The small part of JSON Schema that the inputs of tools are written in, and how an input is read by it. */
import { nearest } from '../catalogue';
import { quoteForUser } from '../syntax/quoteForUser';

interface Described {
  /** Read by a language model: what to write here. */
  readonly description: string;
}

export type PropertySchema = Described &
  (
    | { readonly type: 'string'; readonly maxLength: number }
    | { readonly type: 'integer'; readonly minimum: number; readonly maximum: number }
    | {
        readonly type: 'array';
        readonly items: { readonly type: 'string'; readonly enum: readonly string[] };
      }
  );

export interface InputSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, PropertySchema>>;
  readonly required: readonly string[];
  readonly additionalProperties: false;
}

type ValueOf<P extends PropertySchema> = P extends { readonly type: 'string' }
  ? string
  : P extends { readonly type: 'integer' }
    ? number
    : P extends { readonly items: { readonly enum: readonly (infer W)[] } }
      ? readonly W[]
      : never;

type Names<S extends InputSchema> = keyof S['properties'];
type Needed<S extends InputSchema> = Extract<Names<S>, S['required'][number]>;

/** What an input that fits the schema holds. */
export type InputOf<S extends InputSchema> = {
  readonly [N in Needed<S>]: ValueOf<S['properties'][N]>;
} & {
  readonly [N in Exclude<Names<S>, Needed<S>>]?: ValueOf<S['properties'][N]>;
};

/** Why a tool has no answer, in words for whoever called it: what is wrong with the question, and how to ask better. */
export class ToolError extends Error {
  override readonly name = 'ToolError';
}

/**
 * The input, checked. Values that are null count as left out: callers that fill in every property write it.
 *
 * @throws {ToolError} where it does not fit
 */
export function readInput<const S extends InputSchema>(schema: S, raw: unknown): InputOf<S> {
  if (raw !== undefined && (typeof raw !== 'object' || raw === null || Array.isArray(raw)))
    throw new ToolError('The input has to be a JSON object.');
  const given = Object.entries(raw ?? {}).filter(([, value]) => value !== null && value !== undefined);
  const names = Object.keys(schema.properties);
  for (const [name, value] of given) {
    const property = Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined;
    if (!property) throw new ToolError(`There is no input ${quoteForUser(name)}. ${knownWords(name, names)}`);
    checkValue(name, property, value);
  }
  const input = Object.fromEntries(given);
  for (const name of schema.required)
    if (!Object.hasOwn(input, name))
      throw new ToolError(`The input \`${name}\` is missing: ${schema.properties[name]?.description ?? ''}`);
  // Each value was checked by its property just now.
  return input as InputOf<S>;
}

function checkValue(name: string, property: PropertySchema, value: unknown): void {
  switch (property.type) {
    case 'string':
      if (typeof value !== 'string' || value.trim() === '')
        throw new ToolError(`\`${name}\` has to be text: ${property.description}`);
      if (value.length > property.maxLength)
        throw new ToolError(`\`${name}\` is longer than ${property.maxLength} characters.`);
      return;
    case 'integer':
      if (!Number.isInteger(value) || Number(value) < property.minimum || Number(value) > property.maximum)
        throw new ToolError(
          `\`${name}\` has to be a whole number from ${property.minimum} to ${property.maximum}.`,
        );
      return;
    case 'array': {
      const words = property.items.enum;
      if (!Array.isArray(value))
        throw new ToolError(`\`${name}\` has to be a list. ${knownWords('', words)}`);
      for (const each of value as readonly unknown[]) {
        if (typeof each === 'string' && words.includes(each)) continue;
        const shown = typeof each === 'string' ? each : JSON.stringify(each);
        throw new ToolError(`\`${name}\` cannot hold ${quoteForUser(shown)}. ${knownWords(shown, words)}`);
      }
    }
  }
}

function knownWords(typed: string, words: readonly string[]): string {
  const close = nearest(typed, words);
  return close === undefined ? `It can be: ${words.join(', ')}.` : `Did you mean ${close}?`;
}
