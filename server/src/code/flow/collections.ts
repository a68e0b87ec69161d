/** Lists, dicts and objects: what stands for their elements, and what they hold once they are changed. */
import { extended, merge, type Field, type RecordValue, type Value } from './values';

export const NO_FIELDS: RecordValue = { is: 'record', fields: new Map(), open: false };

/** What stands for each element of a collection, for loops over models. */
export function elementOf(value: Value | undefined): Value | undefined {
  if (value?.is === 'items') return value.items.reduce(merge, undefined);
  if (value?.is === 'record') return valuesOf(value).reduce(merge, undefined);
  return value?.is === 'library' ? extended(value, '[]') : undefined;
}

/** What `collection[key]` holds. */
export function elementAt(collection: Value | undefined, key: Value | undefined): Value | undefined {
  if (collection?.is === 'record' && key?.is === 'text') return collection.fields.get(key.text)?.value;
  return elementOf(collection);
}

/** A collection after `collection[key] = field`; `undefined` where it is none that is followed. */
export function withElement(
  collection: Value | undefined,
  key: Value | undefined,
  field: Field,
): Value | undefined {
  if (collection?.is === 'record') {
    if (key?.is === 'text') return withField(collection, key.text, field);
    return { is: 'items', items: [...valuesOf(collection), field.value] };
  }
  if (collection?.is !== 'items' || !field.value) return undefined;
  return { is: 'items', items: [merge(collection.items[0], field.value)] };
}

export function withField(record: RecordValue, key: string, field: Field): RecordValue {
  return { ...record, fields: new Map(record.fields).set(key, field) };
}

/** `{**record, **value}`: what is not known may replace any field. */
export function spreadInto(record: RecordValue, value: Value | undefined): RecordValue {
  const before = value?.is === 'record' && !value.open ? record.fields : withoutValues(record);
  const fields = new Map(before);
  if (value?.is === 'record') for (const [key, field] of value.fields) fields.set(key, field);
  return { is: 'record', fields, open: record.open || value?.is !== 'record' || value.open };
}

/** A record any of whose fields may have been replaced. */
function withoutValues({ fields }: RecordValue): RecordValue['fields'] {
  return new Map([...fields].map(([key, { written }]) => [key, { value: undefined, written }]));
}

function valuesOf({ fields }: RecordValue): (Value | undefined)[] {
  return [...fields.values()].map(({ value }) => value);
}
