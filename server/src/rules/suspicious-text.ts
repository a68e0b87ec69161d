import { tr } from '../l10n/tr';
import { asLatin } from '../syntax/suspiciousText';
import type { SyntaxProblem } from '../syntax/types';
import type { Snapshot } from '../workspace/snapshot';
import { defineRule } from './rule';

/** What the format says of the same word. */
function formatProblemAt(snapshot: Snapshot, uri: string, { span }: SyntaxProblem) {
  const file = snapshot.files.get(uri);
  return file?.artefacts
    .flatMap(({ problems, yaml }) => problems.map((problem) => ({ problem, yaml })))
    .find(({ problem, yaml }) => yaml.span(problem.place.route, problem.part)?.start === span.start)?.problem;
}

export const suspiciousText = defineRule({
  id: 'suspicious-text',
  group: 'format',
  severity: 'warning',
  basis: 'format',
  summary: 'Text does not read as it is stored: invisible characters, or letters that only look Latin.',
  why: 'Two words that look the same are different words to every tool, and hidden direction characters can show a line in another order than it has. Both have been used to slip changes past a review.',
  help: 'Delete the character, or type the word anew.',
  message: '{problem}',
  on: 'syntax-problem',
  check: ({ uri, problem, range }, report, { snapshot }) => {
    const args = { problem: problem.message };
    if (problem.code === 'bidi-text') report({ uri, range }, { args, data: { newText: '' } });
    if (problem.code !== 'lookalike') return;
    const also = formatProblemAt(snapshot, uri, problem);
    // The rule about control ids says what is meant, letters included.
    if (also?.code === 'unknown-control') return;
    const text = snapshot.files.get(uri)?.parsed.text.slice(problem.span.start, problem.span.end) ?? '';
    report(
      { uri, range },
      { args, ...(also ? { severity: 'error' } : {}), data: { newText: asLatin(text) } },
    );
  },
  fixes: ({ uri, range, data }) =>
    typeof data.newText === 'string'
      ? [
          {
            title: data.newText === '' ? tr('Delete the character') : tr('Change to {0}', data.newText),
            changes: [{ kind: 'edit', uri, edits: [{ range, newText: data.newText }] }],
            preferred: true,
            lossless: true,
          },
        ]
      : [],
});
