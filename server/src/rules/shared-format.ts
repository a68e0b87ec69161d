/** What the rules about the format have in common. */
import { tr } from '../l10n/tr';
import type { Artefact } from '../model/build';
import type { Place } from '../model/located';
import type { FormatProblem } from '../model/problems';
import type { Snapshot } from '../workspace/snapshot';
import type { Where } from './rule';

/** The key a value stands under, for messages: `models[2].task` is about `task`, an item about its list. */
export const keyOf = ({ route }: Place): string =>
  [...route].reverse().find((step): step is string => typeof step === 'string') ?? tr('This file');

/** Where a problem shows: on the value where that is short, else on the key or the first words of the item. */
export const whereOf = ({ artefact, problem }: ProblemTarget): Where => {
  const node = artefact.yaml.node(problem.place.route);
  const part = problem.part === 'value' && node?.kind === 'scalar' ? 'value' : 'key';
  return { place: problem.place, part };
};

interface ProblemTarget {
  readonly artefact: Artefact;
  readonly problem: FormatProblem;
}

/**
 * Does a word that looks like the right one, but has letters of another alphabet or invisible ones, stand here? Then
 * that is the cause, and `suspicious-text` says so.
 */
export const isLookalike = (snapshot: Snapshot, { problem }: ProblemTarget): boolean => {
  const parsed = snapshot.files.get(problem.place.uri)?.parsed;
  const span = parsed?.documents[problem.place.document]?.span(problem.place.route, problem.part);
  if (!parsed || !span) return false;
  return parsed.problems.some(({ code, span: at }) => code === 'lookalike' && at.start === span.start);
};

/** Is the value no YAML somewhere inside? Then that is the cause: in which shape it was meant nobody knows. */
export const isUnreadable = (snapshot: Snapshot, { problem }: ProblemTarget): boolean => {
  const parsed = snapshot.files.get(problem.place.uri)?.parsed;
  const span = parsed?.documents[problem.place.document]?.span(problem.place.route, 'value');
  if (!parsed || !span) return false;
  return parsed.problems.some(
    ({ code, span: at }) => code === 'syntax' && at.start >= span.start && at.start < span.end,
  );
};

/** `a`, `b` or `c` for messages. */
export const orList = (words: readonly string[]): string =>
  words.length < 2
    ? words.map((word) => `\`${word}\``).join('')
    : tr(
        '{0} or `{1}`',
        words
          .slice(0, -1)
          .map((word) => `\`${word}\``)
          .join(', '),
        words.at(-1) ?? '',
      );
