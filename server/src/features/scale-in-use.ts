/** The scale a word of a risk or harm stands on: the organization's own, or the common one people begin with. */
import type { ScaleName } from '../model/problems';
import { scaleOf } from '../model/scale-words';
import { organizationOf, type Subject } from '../workspace/snapshot';

/** Scales in common use, lowest first, for those who have none of their own. Levels are the organization's to set. */
const COMMON_SCALES: Readonly<Record<ScaleName, readonly string[]>> = {
  likelihood: ['rare', 'unlikely', 'possible', 'likely', 'almost-certain'],
  severity: ['negligible', 'minor', 'moderate', 'major', 'critical'],
  levels: [],
};

export interface ScaleInUse {
  /** Lowest first; of the organization's own, empty where it has set others and not this one. */
  readonly words: readonly string[];
  /** False where no organization that can be read has set any scale. */
  readonly isOwn: boolean;
}

/** @returns undefined where the organization's file cannot be read, so that nobody here knows its scales */
export function scaleInUse(subject: Subject | undefined, scale: ScaleName): ScaleInUse | undefined {
  if (subject?.kind === 'system' && subject.organization.kind === 'unreachable') return undefined;
  const risk = (subject && organizationOf(subject))?.risk;
  return (risk?.likelihood ?? risk?.severity ?? risk?.levels)
    ? { words: scaleOf(risk, scale) ?? [], isOwn: true }
    : { words: COMMON_SCALES[scale], isOwn: false };
}
