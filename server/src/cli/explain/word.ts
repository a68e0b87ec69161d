/** Explains a word that a key takes: `top-management`, `high-risk`. */
import { PLAIN } from '../../features/markup';
import { choicesOf } from '../../features/field-words';
import { KINDS } from '../../schema';
import { keyPaths } from '../../schema/key-paths';
import { VERDICT_MEANINGS, VERDICT_WORDS } from '../../features/verdict-words';
import { VERDICTS } from '../../verdict/types';
import type { Paint } from '../terminal';
import { heading, joinParts } from './parts';

/** Keys by what the word means there: one meaning is told once, at the first key that has it. */
function meaningsOf(word: string): ReadonlyMap<string, string> {
  const meanings = new Map<string, string>();
  for (const kind of KINDS)
    for (const { path, field } of keyPaths(kind)) {
      const choices = choicesOf(field) ?? {};
      const meaning = Object.hasOwn(choices, word) ? choices[word] : undefined;
      if (meaning !== undefined && !meanings.has(meaning)) meanings.set(meaning, `word of ${path} (${kind})`);
    }
  return meanings;
}

/** A verdict, as `aims status` and the editor name it: `attested`, `not due yet`, `not-due`. */
export const explainVerdict = (word: string, paint: Paint): readonly string[] =>
  VERDICTS.filter((verdict) => verdict === word || VERDICT_WORDS[verdict] === word).map((verdict) =>
    joinParts(
      heading(paint, VERDICT_WORDS[verdict], '', ['how a requirement stands']),
      PLAIN.prose(VERDICT_MEANINGS[verdict]),
    ),
  );

export const explainWord = (word: string, paint: Paint): readonly string[] =>
  [...meaningsOf(word)].map(([meaning, where]) =>
    joinParts(heading(paint, word, '', [where]), PLAIN.prose(meaning)),
  );
