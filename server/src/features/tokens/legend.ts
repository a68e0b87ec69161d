/** How what is mentioned is coloured: with the types and modifiers of LSP alone, so that every theme knows them. */
import type { Mention, MentionKind } from '../mentions';

export const TOKEN_TYPES = [
  'class',
  'variable',
  'parameter',
  'enumMember',
  'number',
  'operator',
  'string',
  'property',
  'function',
  'namespace',
] as const;

export const TOKEN_MODIFIERS = ['declaration', 'deprecated'] as const;

type TokenType = (typeof TOKEN_TYPES)[number];

const TYPE_OF: Readonly<Record<MentionKind, TokenType>> = {
  control: 'class',
  clause: 'class',
  person: 'parameter',
  entity: 'variable',
  word: 'enumMember',
  date: 'number',
  duration: 'number',
  operator: 'operator',
  number: 'number',
  path: 'string',
  part: 'property',
  test: 'function',
  framework: 'namespace',
};

const TYPE_INDEX: Readonly<Record<MentionKind, number>> = Object.fromEntries(
  Object.entries(TYPE_OF).map(([kind, type]) => [kind, TOKEN_TYPES.indexOf(type)]),
) as Record<MentionKind, number>;

const DECLARATION = 1 << TOKEN_MODIFIERS.indexOf('declaration');
const DEPRECATED = 1 << TOKEN_MODIFIERS.indexOf('deprecated');

/** Words that say of what they stand in that something newer has taken its place. */
const PASSED: ReadonlySet<string> = new Set(['superseded', 'retirement']);

export const typeOf = ({ is }: Mention): number => TYPE_INDEX[is];

export const modifiersOf = ({ is, role, text }: Mention): number =>
  (role === 'declares' ? DECLARATION : 0) | (is === 'word' && PASSED.has(text) ? DEPRECATED : 0);
