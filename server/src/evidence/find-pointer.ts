/** Does a JSON pointer lead to something? */
import { tr } from '../l10n/tr';
import { nearest } from '../catalogue/nearest';
import { visibleText } from '../syntax/quoteForUser';
import { valueAt } from './pointer';
import { pointerText } from './target';
import { missing, type Part, type PartAnswer } from './types';

/** An empty value is there: whether it says anything is for whoever reads it. */
export function findPointer(
  { tokens }: Extract<Part, { kind: 'pointer' }>,
  fileName: string,
  text: string,
): PartAnswer {
  const answer = valueAt(fileName, text, tokens);
  if (answer.kind === 'value') return { kind: 'found', range: answer.range };
  if (answer.kind === 'unknown') return answer;
  const { depth, keys, length } = answer;
  const reached = tokens.slice(0, depth);
  const next = tokens[depth] ?? '';
  const what = (): string =>
    tr('the value {0}', visibleText(pointerText(tokens.slice(0, depth + 1)), LONGEST));
  if (length !== undefined) {
    const count = (): string => tr(length === 1 ? 'there is 1 item' : 'there are {0} items', length);
    return missing(() => tr('{0} ({1}, counted from 0)', what(), count()));
  }
  const close = nearest(next, keys);
  return missing(what, close === undefined ? undefined : pointerText([...reached, close]));
}

/** Of a pointer, in a message. */
const LONGEST = 100;
