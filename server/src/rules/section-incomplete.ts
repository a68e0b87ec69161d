import { tr } from '../l10n/tr';
import { addKeys } from '../fixes/missing-keys';
import { below, type Place } from '../model/located';
import { isDeploymentGate } from './shared-gates';
import { gapsBySection, type Gap } from './shared-gaps';
import { defineRule } from './rule';
import { orList } from './shared-format';

/** Items named in the message; the others are related places. */
const SHOWN = 3;

/** Of a list this long nobody follows every place; the fix adds to all of them. */
const MOST_RELATED = 20;

/** `competence[].what` is written as the path people see. */
const pathInWords = (path: string): string => path.replaceAll('[]', '');

/** A key, or several of which any one will do. */
function keyInWords(path: string): string {
  const keys = path.split('|').map(pathInWords);
  return keys.length > 1 ? tr('{0} (one is enough)', orList(keys)) : orList(keys);
}

/** What a gap is in, and the keys it lacks. */
const inWords = ({ about, lacks }: Gap): string =>
  tr(
    '{0} has no {1}',
    about,
    lacks.map(keyInWords).join(lacks.some((key) => key.includes('|')) ? tr(' and no ') : ', '),
  );

function describe(gaps: readonly Gap[]): string {
  const rest = gaps.length - SHOWN;
  const shown = gaps.slice(0, rest > 1 ? SHOWN : SHOWN + 1).map(inWords);
  return [...shown, ...(rest > 1 ? [tr('and {0} more lack something', rest)] : [])].join('; ');
}

export const sectionIncomplete = defineRule({
  id: 'section-incomplete',
  group: 'life-cycle',
  severity: 'info',
  basis: 'reading',
  summary: 'A section is begun and lacks something that is due.',
  why: 'What is written counts in part only. The missing keys are what somebody would ask next.',
  help: 'Add what is named. A key that cannot apply is answered by a row under `controls` that leaves the control out with a reason.',
  message: 'Not complete yet: {gaps}.',
  on: 'subject',
  check: (subject, report, context) => {
    if (subject.target !== 'managed') return;
    const sections = gapsBySection(subject, context, (result) => !isDeploymentGate(result));
    for (const [section, gaps] of sections)
      report(
        { place: below(subject.kind === 'system' ? subject.own : subject.body, section), part: 'key' },
        {
          args: { gaps: describe(gaps) },
          absent: true,
          related: gaps
            .slice(0, MOST_RELATED)
            .map((gap) => ({ place: gap.place, part: 'key', message: `${inWords(gap)}.` })),
          data: { gaps: gaps.map(({ place, lacks }): readonly [Place, readonly string[]] => [place, lacks]) },
        },
      );
  },
  fixes: ({ uri, data }, { snapshot }) =>
    addKeys(
      snapshot,
      uri,
      tr('Add what is missing, to fill in'),
      data.gaps as readonly (readonly [Place, readonly string[]])[],
    ),
});
