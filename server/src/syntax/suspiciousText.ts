import { phrase, type Phrase } from '../l10n/tr';
import type { LocalProblem } from './reading';
import { quoteForUser } from './quoteForUser';

// Embeddings, overrides and isolates: they make a line read differently from what is stored (CVE-2021-42574).
// The plain marks U+200E and U+200F only nudge a neutral character and are everyday Arabic and Hebrew.
const BIDI = /[\u202a-\u202e\u2066-\u2069]/;

// Never visible, so never meant, in a name made of ASCII letters. (In Persian or Hindi words and in emoji they are.)
const ZERO_WIDTH = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

const ID = /^[A-Za-z0-9][A-Za-z0-9._:@/-]*$/;
const CONTROL_NUMBER = /^[A-Z]\.\d+(?:\.\d+)+$/;

/** Cyrillic and Greek letters drawn like Latin ones (a subset of Unicode's confusables, UTS #39). */
const LOOKALIKES: ReadonlyMap<string, string> = new Map(
  [
    ...'АA ВB СC ЕE НH ІI ЈJ КK МM ОO РP ЅS ТT ХX УY'.split(' '),
    ...'аa сc еe һh іi јj оo рp ѕs хx уy ѵv ԁd ԛq ԝw'.split(' '),
    ...'ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX οo νv'.split(' '),
  ].map((pair) => [pair.charAt(0), pair.charAt(1)] as const),
);

/** Finds characters that reorder text on screen: one problem a line, at its first such character. */
export function findBidiText(text: string): LocalProblem[] {
  const problems: LocalProblem[] = [];
  let at = text.search(BIDI);
  while (at >= 0) {
    problems.push({
      code: 'bidi-text',
      message: phrase(
        'An invisible character ({0}) changes the order in which this line is shown, so it does not read as it is stored. Delete the character.',
        quoteForUser(text.charAt(at)).slice(1, -1),
      ),
      start: at,
      end: at + 1,
    });
    const lineEnd = text.indexOf('\n', at);
    const next = lineEnd < 0 ? -1 : text.slice(lineEnd).search(BIDI);
    at = next < 0 ? -1 : lineEnd + next;
  }
  return problems;
}

/** The word somebody sees who reads `text`: without invisible characters, in Latin letters. */
export const asLatin = (text: string): string =>
  Array.from(text.replace(ZERO_WIDTH, ''), (c) => LOOKALIKES.get(c) ?? c).join('');

/**
 * The message for a key or plain value that looks like an ASCII id but is not one, or undefined. Words that are wholly
 * Cyrillic or Greek are left alone: only a mixture with Latin letters, or a control number, is certainly a slip.
 */
export function lookalikeMessage(text: string): Phrase | undefined {
  const seen = text.replace(ZERO_WIDTH, '');
  if (seen.length < text.length && ID.test(seen)) {
    return phrase(
      'There is an invisible character in {0}. Type {1} anew.',
      quoteForUser(text),
      quoteForUser(seen),
    );
  }
  const latin = asLatin(seen);
  if (latin === seen || !ID.test(latin)) return undefined;
  if (!/[A-Za-z]/.test(seen) && !CONTROL_NUMBER.test(latin)) return undefined;
  const foreign = Array.from(seen).filter((c) => LOOKALIKES.has(c));
  return phrase(
    '{0} has letters from another alphabet that only look Latin ({1}). Type {2} anew.',
    quoteForUser(text),
    foreign.join(', '),
    quoteForUser(latin),
  );
}
