import { tr } from '../l10n/tr';
import { PLACEHOLDER } from '../fixes/scalar';
import { insertKeyAfter, isPlace, oneEdit } from '../fixes/yaml';
import { below, has } from '../model/located';
import type { SystemEntry } from '../workspace/snapshot';
import { defineRule } from './rule';
import { asksForMore, isLeftOut } from './shared-subject';

/** What every card says, in the order in which it is written. */
const ASKED = ['owner', 'purpose'] as const;
type Asked = (typeof ASKED)[number];

/** Keys behind which they stand, the nearest first. */
const BEFORE = ['name', 'id', 'kind'];

/** A key with nothing behind it is `empty-value`’s. */
function isMissing(system: SystemEntry, key: Asked): boolean {
  const { body, artefact, target } = system;
  if (has(body, key) || artefact.yaml.has([key])) return false;
  // At `audit` the control that asks for the owner speaks for itself.
  return key === 'purpose' || (target !== 'audit' && !isLeftOut(system, 'A.3.2'));
}

export const cardIncomplete = defineRule({
  id: 'card-incomplete',
  group: 'model-card',
  severity: 'info',
  basis: 'reading',
  summary: 'A card does not say who answers for the system, or what it is for.',
  why: 'Whoever reads a card asks these two questions first, and what is assessed and reviewed is held against the answers.',
  help: 'Add what is named. The owner may stand in a profile of the organization, for several systems at once.',
  message: {
    owner: 'This card does not say who answers for the system. Add `owner`.',
    purpose: 'This card does not say what the system is for. Add `purpose`.',
    both: 'This card does not say who answers for the system, or what it is for. Add `owner` and `purpose`.',
  },
  on: 'system',
  check: (system, report) => {
    const { own, reached, inventoryOnly } = system;
    // Without a stage nothing is said to be due, and `stage-missing` asks for that first.
    if (inventoryOnly || reached === undefined || !asksForMore(system)) return;
    const missing = ASKED.filter((key) => isMissing(system, key));
    const [first, second] = missing;
    if (first === undefined) return;
    report(
      { place: below(own, first), part: 'key' },
      { message: second ? 'both' : first, absent: true, data: { card: own.place, missing } },
    );
  },
  fixes: ({ data: { card, missing } }, { snapshot }) => {
    if (!isPlace(card) || !Array.isArray(missing)) return [];
    const keys = ASKED.filter((key) => missing.includes(key));
    const lines = keys.map((key) => `${key}: ${PLACEHOLDER}`);
    return oneEdit(
      tr('Add {0}, to fill in', keys.join(', ')),
      card.uri,
      insertKeyAfter(snapshot, card, lines, BEFORE),
      { preferred: true },
    );
  },
});
