import { tr } from '../l10n/tr';
import { addKeys } from '../fixes/missing-keys';
import { has, type Place } from '../model/located';
import { defineRule } from './rule';
import { currentSystem, isDraft, type Impact } from './shared-assessment';
import { orList } from './shared-format';

const KEYS = ['what', 'party', 'nature'] as const;

const lackingIn = (impact: Impact): readonly string[] => KEYS.filter((key) => !has(impact, key));

export const impactIncomplete = defineRule({
  id: 'impact-incomplete',
  group: 'impact-assessment',
  severity: 'info',
  basis: 'reading',
  requirement: 'A.5.4',
  summary: 'An impact does not say what happens, to whom, or whether it is a harm or a benefit.',
  why: 'Only of a harm can be asked what is done against it, and only of one to somebody who was listed whether anybody was forgotten. An impact that says neither is looked at by nobody.',
  help: 'Add what is named: `what` happens, to which `party`, and as `nature` harm or benefit.',
  message: {
    one: 'Impact {ids} does not say everything. Add {keys}.',
    many: 'The impacts {ids} do not say everything. Add {keys} where they lack.',
  },
  on: 'assessment',
  check: (target, report) => {
    if (!currentSystem(target) || isDraft(target.body)) return;
    const impacts = (target.body.impacts?.items ?? []).flatMap((impact) =>
      impact.id && lackingIn(impact).length > 0 ? [{ id: impact.id, impact, lacks: lackingIn(impact) }] : [],
    );
    const [first, ...others] = impacts;
    if (!first) return;
    report(
      { place: first.id.place, part: 'value' },
      {
        message: others.length > 0 ? 'many' : 'one',
        args: {
          ids: impacts.map(({ id }) => id.value).join(', '),
          keys: KEYS.filter((key) => impacts.some(({ lacks }) => lacks.includes(key)))
            .map((key) => `\`${key}\``)
            .join(', '),
        },
        absent: true,
        related: others.map(({ id, lacks }) => ({
          place: id.place,
          part: 'value' as const,
          message: tr('{0} has no {1}.', id.value, orList(lacks)),
        })),
        data: { missing: impacts.map(({ impact, lacks }) => [impact.place, lacks]) },
      },
    );
  },
  fixes: ({ uri, data: { missing } }, { snapshot }) =>
    addKeys(
      snapshot,
      uri,
      tr('Add what is missing, to fill in'),
      missing as readonly (readonly [Place, readonly string[]])[],
    ),
});
