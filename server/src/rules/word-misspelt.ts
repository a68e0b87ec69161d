import { nearest } from '../catalogue';
import { changeTo } from '../fixes/yaml';
import { defineRule } from './rule';
import { keyOf } from './shared-format';

/** Lists that have rules of their own. */
const READ_ELSEWHERE: ReadonlySet<string> = new Set(['frameworks', 'annexIII']);

/**
 * Most edits that are still a slip. Words of one's own may stand in these lists, and many are only a few letters away
 * from a listed one: `evaluation` is none for `validation`, `prediction` none for `production`.
 */
const mostEdits = ({ length }: string): number => (length < 4 ? 0 : length < 12 ? 1 : 2);

export const wordMisspelt = defineRule({
  id: 'word-misspelt',
  group: 'format',
  severity: 'info',
  basis: 'format',
  summary: 'A word is nearly one of the words its key knows.',
  why: 'Words of your own may stand here, but only the known ones are read: a role that is misspelt is held by nobody.',
  help: 'Take the word that is suggested. If you mean another thing, choose a word that is not so near to it, or suppress this line.',
  message: '`{key}` does not know `{word}`. Did you mean `{near}`?',
  on: 'document',
  check: ({ artefact }, report) => {
    for (const { word, listed, place } of artefact.ownWords) {
      const key = keyOf(place);
      const near = READ_ELSEWHERE.has(key) ? undefined : nearest(word, listed, mostEdits(word));
      if (near !== undefined) report({ place, part: 'value' }, { args: { key, word, near }, data: { near } });
    }
  },
  fixes: ({ place, data: { near } }, { snapshot }) => changeTo(snapshot, place, near, { preferred: true }),
});
