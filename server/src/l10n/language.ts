/** Which translation a client wants. */
import type { Texts } from './tr';

/**
 * The language of a locale as editors send it: `de` of `de`, `de-AT` and `de_CH.UTF-8`.
 * Undefined for English and for what is no locale; what is returned is safe in the name of a file.
 */
export function languageOf(locale: string | undefined): string | undefined {
  const [, language] = /^([a-z]{2,3})(?:$|[-_.@])/i.exec(locale ?? '') ?? [];
  const lower = language?.toLowerCase();
  return lower === 'en' ? undefined : lower;
}

/** What was read as a translation: any client, or a damaged file, may send something else. */
export function readTexts(value: unknown): Texts | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const texts = Object.entries(value).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(texts);
}
