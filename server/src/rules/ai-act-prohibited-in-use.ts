import { aiActDates } from '../catalogue/frameworks';
import { defineRule } from './rule';
import { ownAct } from './shared-ai-act';
import { hasReached } from './shared-subject';

export const aiActProhibitedInUse = defineRule({
  id: 'ai-act-prohibited-in-use',
  group: 'frameworks',
  severity: 'warning',
  basis: 'reading',
  summary: 'A system of the tier `prohibited` is in use.',
  why: 'Art. 5 of the EU AI Act bans some uses of AI, and the card says that this is one of them. ISO/IEC 42001 bans nothing, so no other finding says it.',
  help: 'Take the system out of use and set its stage to `retirement`, or correct the tier. This is our reading and no legal advice.',
  message:
    'The card says that this system is prohibited (Art. 5 of the EU AI Act, since {from}) and that it is in use. Retire it, or correct the tier.',
  on: 'system',
  check: (system, report, { date }) => {
    const tier = ownAct(system)?.tier;
    if (tier?.value !== 'prohibited' || date < aiActDates.prohibited) return;
    if (!hasReached(system, 'deployment') || system.stage === 'retirement') return;
    report({ place: tier.place, part: 'value' }, { args: { from: aiActDates.prohibited } });
  },
});
