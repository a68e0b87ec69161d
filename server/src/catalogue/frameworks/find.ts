/** Finds frameworks and their parts by what people type, and suggests what they may have meant. */
import { allNearest } from '../nearest';
import { frameworks, itemsByFramework } from './frameworks';
import type { Framework, FrameworkItem } from './types';

/** Words without case, blanks and punctuation: `Article 27` and `Art. 27` are one. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\b(?:article|art)\b\.?\s*/g, 'art')
    .replace(/[^\p{L}\p{N}.]+/gu, '')
    .replace(/\.+$/, '');

/** What a framework is called beside its id: with its year or without, with or without `IEC`. */
function plainFramework(text: string): string {
  return plain(text)
    .replace(/^iso(?:iec)?(?:t[rs])?/, 'iso')
    .replace(/\./g, '');
}

/** The framework with this id. */
export const findFramework = (id: string): Framework | undefined => frameworks().get(id);

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/**
 * The framework most likely meant by a text that is no id. Numbers must be the same, or leave out only the year: ISO
 * 9001:2026 is no slip for 9001:2015.
 */
export function suggestFramework(text: string): Framework | undefined {
  const typed = plainFramework(text);
  const candidates = [...frameworks().values()].filter(({ id, title }) =>
    [id, title].some((name) => {
      const [own, written] = [digitsOf(plainFramework(name)), digitsOf(typed)];
      return own === written || (written !== '' && own === `${written}${own.slice(-4)}` && own.length > 7);
    }),
  );
  const names = new Map<string, Framework>(
    candidates.flatMap((each) =>
      [each.id, each.title].flatMap((name): [string, Framework][] => {
        const whole = plainFramework(name);
        const short = whole.replace(/\d{4}$/, '');
        return [[whole, each], ...(digitsOf(short) === '' ? [] : ([[short, each]] as [string, Framework][]))];
      }),
    ),
  );
  const found = new Set(allNearest(typed, names.keys(), 2).map((name) => names.get(name)));
  const [only] = found;
  return found.size === 1 ? only : undefined;
}

/** The part of a framework with this id, however it is spaced and cased. */
export function findItem(framework: string, id: string): FrameworkItem | undefined {
  const typed = plain(id);
  return itemsByFramework()
    .get(framework)
    ?.find((item) => plain(item.id) === typed);
}

/** The parts of any framework that a text names: `GOVERN 1.1`, `Article 27`, `ISO/IEC 23894`. Clauses need their framework. */
export function findItems(text: string): readonly FrameworkItem[] {
  const typed = plain(text);
  return [...itemsByFramework()].flatMap(([framework, items]) =>
    items.filter(
      (item) =>
        plain(item.id) === typed && !/^(?:A\.)?[\d.]+$/.test(item.id) && framework !== 'iso-27001-2022',
    ),
  );
}

/** Parts of frameworks close to a text, for did-you-mean. */
export const nearItems = (text: string): readonly string[] =>
  allNearest(
    text.replace(/^article\b/i, 'Art.'),
    [...itemsByFramework().values()].flatMap((items) =>
      items.map(({ id }) => id).filter((id) => /^[A-Z][A-Za-z]/.test(id)),
    ),
    2,
  );
