import { lists, pointsOf } from '../frameworks';
import { below, has, type Place } from '../model/located';
import type { SystemEntry } from '../workspace/snapshot';
import { defineRule } from './rule';
import { asksForMore, clocksStopped, isReadWhole, organizationOf } from './shared-subject';

/** Does the card, or the profile it takes over, say of which tier the system is, or name what makes it high-risk? */
function isTierKnown({ body }: SystemEntry): boolean {
  const act = body.euAiAct;
  if (!act) return has(body, 'euAiAct');
  return has(act, 'tier') || has(act, 'annexI') || pointsOf(act).length > 0;
}

/** May a profile that is not there, or not read, say it? */
const isProfileKnown = (system: SystemEntry): boolean =>
  !has(system.own, 'profile') ||
  organizationOf(system)?.profiles?.entries.has(system.own.profile?.value ?? '') === true;

const placeOf = ({ own }: SystemEntry): { readonly place: Place; readonly part: 'key' | 'value' } =>
  own.euAiAct || !own.id
    ? { place: below(own, 'euAiAct'), part: 'key' }
    : { place: own.id.place, part: 'value' };

export const aiActTierMissing = defineRule({
  id: 'ai-act-tier-missing',
  group: 'frameworks',
  severity: 'info',
  basis: 'reading',
  summary: 'The organization lists the EU AI Act, and a card does not say of which risk tier its system is.',
  why: 'The tier decides which duties bind the system and from when. As long as it is not said, none of them is shown or asked for.',
  help: 'Set `tier` under `euAiAct`: prohibited, high-risk, transparency or minimal. `euAiAct` of a profile counts for all cards that take it over. This is our reading and no legal advice.',
  message:
    'The organization lists the EU AI Act, but the risk tier of {id} is not said. Set `tier` under `euAiAct`: minimal is an answer too.',
  on: 'system',
  check: (system, report, { snapshot }) => {
    if (system.inventoryOnly || !asksForMore(system) || clocksStopped(system)) return;
    if (system.organization.kind !== 'found' || !lists(system, 'eu-ai-act')) return;
    if (isTierKnown(system) || !isProfileKnown(system)) return;
    if (!isReadWhole(snapshot, below(system.own, 'euAiAct', 'tier'))) return;
    report(placeOf(system), { args: { id: system.id }, absent: true });
  },
});
