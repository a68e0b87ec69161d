import { tr } from '../l10n/tr';
import { below } from '../model/located';
import { defineRule } from './rule';
import { currentSystem, harmsIn, isDraft } from './shared-assessment';
import { isReadWhole, organizationOf } from './shared-subject';

export const impactFeedsNoRisk = defineRule({
  id: 'impact-feeds-no-risk',
  group: 'impact-assessment',
  severity: 'info',
  basis: 'standard',
  requirement: '6.1.4',
  summary: 'A harm of the impact assessment is taken up by no risk.',
  why: 'The assessment finds what could happen to people; the risks say what is done about it. A harm no risk names falls between the two.',
  help: 'Name the harm in `from` of a risk it belongs to, or add a risk for it.',
  message: 'No risk takes up {impacts}. Name it in `from` of a risk in the card.',
  on: 'assessment',
  check: (target, report, { snapshot }) => {
    const system = currentSystem(target);
    if (!system || isDraft(target.body)) return;
    const bodies = [system.body, organizationOf(system)].flatMap((body) => body ?? []);
    // With no risks at all, that is the finding, and the card's.
    if (!system.body.risks || bodies.some((body) => !isReadWhole(snapshot, below(body, 'risks')))) return;
    if (system.organization.kind === 'unreachable') return;
    const taken = new Set(
      bodies
        .flatMap((body) => body.risks?.items ?? [])
        .flatMap((risk) => risk.from?.items ?? [])
        .map((id) => id.value),
    );
    const [first, ...others] = harmsIn(target.body).flatMap(({ id }) =>
      id && !taken.has(id.value) ? id : [],
    );
    if (!first) return;
    report(
      { place: first.place, part: 'value' },
      {
        args: { impacts: [first, ...others].map((id) => id.value).join(', ') },
        related: [
          ...others.map((id) => ({
            place: id.place,
            part: 'value' as const,
            message: tr('Nor {0}.', id.value),
          })),
          { place: below(system.own, 'risks'), part: 'key', message: tr('The risks of the system.') },
        ],
      },
    );
  },
});
