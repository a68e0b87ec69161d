import { tr } from '../l10n/tr';
import { catalogue } from '../catalogue';
import { below } from '../model/located';
import { isPlaceholder } from '../model/scalars';
import type { ImpactAssessment } from '../model/build';
import { defineRule } from './rule';
import { currentSystem } from './shared-assessment';

/** The dimension that effects on society and the environment look at, without naming it. */
const OF_SOCIETY = 'environment';

/** Does the assessment say in words that it leaves the dimension out? */
const isExcluded = ({ scope }: ImpactAssessment, id: string): boolean =>
  scope?.excludes?.value.toLowerCase().includes(id) ?? false;

/**
 * The dimensions that no impact is about, with what to ask. Empty unless every impact says which one it is about: an
 * impact that does not say, or is still to be written, may be about any.
 */
function unexamined(body: ImpactAssessment): readonly string[] {
  const { impacts, societal } = body;
  const items = impacts?.items ?? [];
  if (items.length === 0 || items.length < (impacts?.written ?? 0)) return [];
  if (items.some(({ dimension, what }) => !dimension || !what || isPlaceholder(what.value))) return [];
  const seen = new Set<string>(items.flatMap(({ dimension }) => dimension?.value ?? []));
  if ((societal?.written ?? 0) > 0) seen.add(OF_SOCIETY);
  return catalogue.impactAssessment.dimensions
    .filter(({ id }) => !seen.has(id) && !isExcluded(body, id))
    .map(({ id, question }) => {
      const asked = tr(question);
      return `${id} (${asked.charAt(0).toLowerCase()}${asked.slice(1)})`;
    });
}

export const dimensionsUnexamined = defineRule({
  id: 'dimensions-unexamined',
  group: 'impact-assessment',
  severity: 'info',
  basis: 'practice',
  requirement: 'A.5.4',
  summary:
    'No impact of the assessment is about some of the sides ISO/IEC 42005 looks at (shown at `target: audit`).',
  why: 'Nobody finds what nobody looks for. The guidance on impact assessments goes through the same sides of every system, so that none is overlooked.',
  help: 'Ask the question of each side that is named. Add an impact where there is one; where there is none, name the side in `scope.excludes`.',
  message:
    'No impact is about {dimensions}. Ask each question; where there is no impact, name it in `scope.excludes`.',
  on: 'assessment',
  check: (target, report) => {
    const system = currentSystem(target);
    if (system?.target !== 'audit') return;
    const missing = unexamined(target.body);
    if (missing.length === 0) return;
    report(
      { place: below(target.body, 'impacts'), part: 'key' },
      { args: { dimensions: missing.join('; ') } },
    );
  },
});
