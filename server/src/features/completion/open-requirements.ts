/** What the file's subject still owes, so that what helps most comes first. */
import { evaluateSubject } from '../../verdict/evaluate';
import { asksForWork } from '../verdict-words';
import type { CompletionContext } from './types';

export function openRequirements({
  snapshot,
  subject,
  date,
}: Pick<CompletionContext, 'snapshot' | 'subject' | 'date'>): ReadonlySet<string> {
  if (!subject) return new Set();
  return new Set(
    evaluateSubject(snapshot, subject, date).results.flatMap(({ verdict, requirement }) =>
      asksForWork(verdict) ? [requirement.id] : [],
    ),
  );
}
