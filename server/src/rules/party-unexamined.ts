import { tr } from '../l10n/tr';
import { has } from '../model/located';
import { defineRule } from './rule';
import { currentSystem, severityIn } from './shared-assessment';

export const partyUnexamined = defineRule({
  id: 'party-unexamined',
  group: 'impact-assessment',
  severity: 'warning',
  basis: 'reading',
  requirement: 'A.5.4',
  summary: 'An impact assessment lists people who are affected, but neither harm nor benefit to them.',
  why: 'Whoever is listed as affected was forgotten when it came to how.',
  help: 'Add an entry under `impacts` whose `party` is theirs, a harm or a benefit.',
  message: 'What does the system do to {parties}? Add a harm or benefit under `impacts` with this `party`.',
  on: 'assessment',
  check: (target, report) => {
    const { parties, impacts } = target.body;
    // Where nothing is examined at all yet, that is the finding, and the section's.
    if (!currentSystem(target) || !parties || !impacts || impacts.items.length < impacts.written) return;
    const known = parties.items.flatMap((party) => party.id ?? []);
    const examined = new Set(impacts.items.map((impact) => impact.party?.value));
    const ids = new Set(known.map((id) => id.value));
    // An impact on nobody, or on somebody not listed, may be the one that is missed here.
    if (impacts.items.some((impact) => !has(impact, 'party') || !ids.has(impact.party?.value ?? ''))) return;
    const [first, ...others] = known.filter((id) => !examined.has(id.value));
    if (!first) return;
    report(
      { place: first.place, part: 'value' },
      {
        severity: severityIn(target.body),
        args: { parties: [first, ...others].map((id) => id.value).join(', ') },
        related: others.map((id) => ({
          place: id.place,
          part: 'value' as const,
          message: tr('No harm or benefit to {0} either.', id.value),
        })),
      },
    );
  },
});
