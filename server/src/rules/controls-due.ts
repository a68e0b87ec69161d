import { tr } from '../l10n/tr';
import { addRows, excludeControl } from '../fixes/control-rows';
import { isPlace } from '../fixes/yaml';
import { below } from '../model/located';
import { organizationEntryOf } from '../verdict/evaluate';
import { titleOf } from '../verdict/requirement';
import type { SystemEntry } from '../workspace/snapshot';
import { defineRule, type RuleContext } from './rule';
import { firstFew, unansweredControls } from './shared-controls';
import { overlookedControls } from './shared-overlooked';

/** Those that nobody in the organization has a word about are missed at the organization, for all its systems. */
function missedHere(system: SystemEntry, context: RuleContext): readonly string[] {
  const ids = unansweredControls(system, context).map(({ requirement }) => requirement.id);
  const organization = ids.length > 0 ? organizationEntryOf(context.snapshot, system) : undefined;
  const elsewhere = new Set(organization ? overlookedControls(organization, context) : []);
  return ids.filter((id) => !elsewhere.has(id));
}

export const controlsDue = defineRule({
  id: 'controls-due',
  group: 'life-cycle',
  severity: 'info',
  basis: 'reading',
  requirement: '6.1.3',
  summary: 'Controls are due at the stage of a system, and nothing in the card answers them.',
  why: 'Each stage of the life cycle expects some controls to be looked after. Which stage expects which is our reading: the standard sets none.',
  help: 'Fill in the section the hover names, or add a row under `controls`. A control that is not needed is left out with a reason.',
  message: {
    one: '{ids} is due at this stage, and nothing answers it yet. Add a row, or leave it out with a reason.',
    many: '{count} controls are due at this stage, and nothing answers them yet: {ids}. Add a row for each, or leave it out with a reason.',
    more: '{count} controls are due at this stage, and nothing answers them yet: {ids} (`aims status` has all). Add a row for each, or leave it out with a reason.',
  },
  on: 'system',
  check: (system, report, context) => {
    if (system.inventoryOnly || system.target !== 'managed') return;
    const ids = missedHere(system, context);
    const [only] = ids;
    if (only === undefined) return;
    const isOne = ids.length === 1;
    const listed = firstFew(ids);
    report(
      { place: below(system.own, 'controls'), part: 'key' },
      {
        message: isOne ? 'one' : listed.includes(' more') ? 'more' : 'many',
        args: { count: ids.length, ids: isOne ? titleOf(only) : listed },
        absent: true,
        data: { body: system.own.place, ids },
      },
    );
  },
  fixes: ({ data: { body, ids } }, { snapshot }) => {
    if (!isPlace(body) || !Array.isArray(ids)) return [];
    const all = ids.map(String);
    return [
      ...(all.length > 1
        ? addRows(snapshot, body, all, tr('Add a row to fill in for each of the {0} controls', all.length))
        : []),
      ...all.flatMap((id) => [
        ...addRows(snapshot, body, [id], tr('Add a row to fill in for {0}', titleOf(id))),
        ...excludeControl(snapshot, body, id),
      ]),
    ];
  },
});
