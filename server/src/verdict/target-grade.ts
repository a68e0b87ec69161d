/** What can be seen of the place evidence points to: that a part of it is gone, and how a test went. */
import { tr } from '../l10n/tr';
import type { Place } from '../model/located';
import { baseName } from '../workspace/uri';
import type { GradingContext } from './context';
import type { Grade } from './grade';
import type { Reason } from './types';

const pathOf = (text: string): string => text.split(/::|#/)[0] ?? text;

const failing = (reason: Reason): Grade => ({
  standing: 'missing',
  reasons: [reason],
  gaps: [reason],
  place: reason.place,
});

/**
 * @param anchor of the long form, where the part stands in a key of its own
 * @returns undefined where the part is there, none is named, or it cannot be judged: then the file itself decides
 */
export function gradePart(
  { snapshot }: GradingContext,
  text: string,
  place: Place,
  anchor?: string,
): Grade | undefined {
  const answer = snapshot.part(text, place.uri, anchor);
  if (answer?.kind !== 'missing') return undefined;
  return failing({ message: tr('{0} does not have {1}.', pathOf(text), answer.what), place });
}

/** @returns undefined where no result tells, or it is older than the test: then reviews decide */
export function gradeRun(
  { snapshot }: GradingContext,
  text: string,
  place: Place,
  anchor?: string,
): Grade | undefined {
  const run = snapshot.lastRun(text, place.uri, anchor);
  switch (run?.kind) {
    case 'failed':
      return failing({
        message: tr('{0}: its last result failed ({1}).', text, baseName(run.report)),
        place,
      });
    case 'skipped':
      return failing({
        message: tr('{0}: its last run skipped it ({1}).', text, baseName(run.report)),
        place,
      });
    case 'passed': {
      if (!run.isCurrent) return undefined;
      const reason = { message: tr('{0}: passed in its last run ({1}).', text, baseName(run.report)), place };
      return { standing: 'verified', reasons: [reason], gaps: [], place };
    }
    case undefined:
      return undefined;
  }
}
