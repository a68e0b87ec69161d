/** The `euAiAct` block as the rules about it see it. */
import { lists, type AiActBlock } from '../frameworks';
import { below } from '../model/located';
import type { SystemEntry } from '../workspace/snapshot';
import type { Where } from './rule';

/** The block as written in the card, where the AI Act is one of the frameworks that count; a profile's is its own matter. */
export const ownAct = (system: SystemEntry): AiActBlock | undefined =>
  lists(system, 'eu-ai-act') ? system.own.euAiAct : undefined;

/** Where a card says of which tier it is, else the block's key, else the profile it takes it from. */
export function whereOfTier({ own }: SystemEntry): Where {
  const act = own.euAiAct;
  if (act?.tier) return { place: act.tier.place, part: 'value' };
  return act
    ? { place: below(own, 'euAiAct'), part: 'key' }
    : { place: below(own, 'profile'), part: 'value' };
}
