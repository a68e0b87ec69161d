import { tr } from '../l10n/tr';
import { addKeys } from '../fixes/missing-keys';
import { has, type Place } from '../model/located';
import { defineRule, type ImpactAssessment } from './rule';
import { currentSystem, harmsIn, isDraft, type Impact } from './shared-assessment';
import { organizationOf } from './shared-subject';

const KEYS = ['severity', 'likelihood'] as const;

const lackingIn = (impact: Impact): readonly string[] => KEYS.filter((key) => !has(impact, key));

/** Are harms rated here at all: by this assessment, or by the organization's matrix? */
const isRatedHere = ({ impacts }: ImpactAssessment, hasMatrix: boolean): boolean =>
  hasMatrix || (impacts?.items ?? []).some((impact) => lackingIn(impact).length < KEYS.length);

export const harmUnrated = defineRule({
  id: 'harm-unrated',
  group: 'impact-assessment',
  severity: 'info',
  basis: 'reading',
  requirement: 'A.5.4',
  summary: 'A harm is not rated, though harms are rated here.',
  why: 'Without severity and likelihood nobody can say which harm comes first, or whether it is more than the organization accepts.',
  help: 'Add `severity` and `likelihood`, in words of the organization’s scales where it has some.',
  message: {
    one: 'How bad is harm {id}, and how likely? Add {keys}.',
    many: 'How bad are the harms {id}, and how likely? Add {keys}.',
  },
  on: 'assessment',
  check: (target, report) => {
    const system = currentSystem(target);
    if (!system || isDraft(target.body)) return;
    if (!isRatedHere(target.body, organizationOf(system)?.risk?.matrix !== undefined)) return;
    const harms = harmsIn(target.body).flatMap((harm) =>
      harm.id && lackingIn(harm).length > 0 ? [{ harm, id: harm.id }] : [],
    );
    const [first, ...others] = harms;
    if (!first) return;
    const keys = KEYS.filter((key) => harms.some(({ harm }) => !has(harm, key)));
    report(
      { place: first.id.place, part: 'value' },
      {
        message: others.length > 0 ? 'many' : 'one',
        args: {
          id: harms.map(({ id }) => id.value).join(', '),
          keys: keys.map((key) => `\`${key}\``).join(tr(' and ')),
        },
        absent: true,
        related: others.map(({ id }) => ({
          place: id.place,
          part: 'value' as const,
          message: tr('{0} is not rated either.', id.value),
        })),
        data: {
          missing: harms.map(({ harm }): readonly [Place, readonly string[]] => [
            harm.place,
            lackingIn(harm),
          ]),
        },
      },
    );
  },
  fixes: ({ uri, data: { missing } }, { snapshot }) =>
    addKeys(
      snapshot,
      uri,
      tr('Add the rating to fill in'),
      missing as readonly (readonly [Place, readonly string[]])[],
    ),
});
