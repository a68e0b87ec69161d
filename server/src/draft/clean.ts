/** Texts of others as values of a card: one line, of a length a name has, and nothing that hides. */
import { isPlaceholder } from '../model/scalars';

/** Longer texts are no names. In UTF-16 code units. */
const MOST_LENGTH = 200;
const MOST_ID_LENGTH = 60;

/** Addresses without what opens them: passwords and keys stand in the user part or behind `?`. */
const withoutSecrets = (text: string): string =>
  text.replace(/([a-z][a-z0-9+.-]*:\/\/)(?:[^\s/]*@)?([^\s?#]*)[^\s]*/gi, '$1$2');

/**
 * @returns undefined where nothing is left, only a place is held open, or it is too long to be a name: then the source
 *   says nothing
 */
export function cleanText(text: string | undefined): string | undefined {
  const line = text
    ?.replace(/[\p{Bidi_Control}\ufeff\ufffe\uffff]/gu, '')
    .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  if (line === undefined || line === '' || line.length > MOST_LENGTH) return undefined;
  // Templates have `{{ name }}`, `${NAME}` or `<name>` where a name is to come.
  const isHole = /^\{.*\}$|\$\{|\{\{|^<.*>$|^\[.*\]$/s.test(line);
  return isHole || isPlaceholder(line) ? undefined : withoutSecrets(line);
}

/** Letters, digits, dots and hyphens; empty where none of them is in the text. */
export const kebab = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}.]+/gu, '-')
    .slice(0, MOST_ID_LENGTH)
    .replace(/^[-.]+|[-.]+$/g, '')
    .toLowerCase();

/** `@acme/claims` -> `claims`: packages of npm. */
export const withoutScope = (name: string): string => name.replace(/^@[^/]+\//, '');

/**
 * Ids that are not taken yet, by adding a number.
 * @param used ids that stand elsewhere already
 */
export function uniqueIds(used: Iterable<string> = []): (text: string, otherwise: string) => string {
  const taken = new Set<string>(used);
  return (text, otherwise) => {
    const wanted = kebab(text);
    const id = wanted === '' || isPlaceholder(wanted) ? otherwise : wanted;
    for (let number = 1; ; number++) {
      const candidate = number === 1 ? id : `${id}-${number}`;
      if (taken.has(candidate)) continue;
      taken.add(candidate);
      return candidate;
    }
  };
}

/** `credit-scoring` -> `Credit scoring` */
export const readable = (id: string): string => {
  const words = id.replace(/[-_\s]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
};
