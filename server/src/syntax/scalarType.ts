import type { ScalarType } from './types';

// YAML 1.2.2, section 10.3.2 (core schema): the patterns in the order in which the specification lists them.
const NULL = /^(?:null|Null|NULL|~)?$/;
const BOOLEAN = /^(?:true|True|TRUE|false|False|FALSE)$/;
const INTEGER = /^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$/;
const FLOAT =
  /^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

const LONGEST_WORD = 5; // "false"

/** What the core schema of YAML 1.2 takes a plain scalar for. The text itself stays as written. */
export function plainScalarType(text: string): ScalarType {
  if (INTEGER.test(text) || FLOAT.test(text)) return 'number';
  if (text.length > LONGEST_WORD) return 'string';
  if (NULL.test(text)) return 'null';
  return BOOLEAN.test(text) ? 'boolean' : 'string';
}
