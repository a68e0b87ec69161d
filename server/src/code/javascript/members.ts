/** Members of values, as JavaScript's modules and objects have them. */
import { extended, library, memberOf, type Value } from '../flow/values';

/** `value.name`; what a default export has, its module has too. */
export function memberNamed(value: Value | undefined, name: string): Value | undefined {
  if (value?.is === 'record') return value.fields.get(name)?.value;
  if (value?.is === 'library' && value.path.endsWith('.default') && name !== 'default')
    return library(`${value.path.slice(0, -'.default'.length)}.${name}`, value);
  return memberOf(value, name);
}

/** `require('openai')` is called like the module's default export. */
export function callable(value: Value | undefined): Value | undefined {
  if (value?.is !== 'library' || /[.([]/.test(value.path)) return value;
  return extended(value, '.default');
}
