import { tr } from '../l10n/tr';
import { has } from '../model/located';
import { defineRule } from './rule';
import { currentSystem, isDraft } from './shared-assessment';

export const sensitiveUseUnwatched = defineRule({
  id: 'sensitive-use-unwatched',
  group: 'impact-assessment',
  severity: 'hint',
  basis: 'practice',
  requirement: 'A.5.4',
  summary: 'A use is called sensitive, and nobody watches over it or none of the people affected was asked.',
  why: 'ISO/IEC 42005 has an organization say which uses are sensitive, so that these are looked at more closely: by people who watch over them, and with those who feel them.',
  help: 'Say in `use.oversight` of the card who watches and when they step in, and under `consulted` of a party how its people were asked.',
  message: 'This use is called sensitive, but {lacks}.',
  on: 'assessment',
  check: (target, report) => {
    const { uses, parties } = target.body;
    const { sensitive } = uses ?? {};
    const system = currentSystem(target);
    if (!system || sensitive?.value !== true || isDraft(target.body)) return;
    const { use } = system.body;
    // Where neither oversight nor limits are said, A.9.4 asks for them already.
    const isUnwatched = has(use, 'outOfScope') && !has(use, 'oversight');
    const isUnasked =
      parties !== undefined &&
      parties.items.length > 0 &&
      parties.items.length === parties.written &&
      parties.items.every((party) => !has(party, 'consulted'));
    if (!isUnwatched && !isUnasked) return;
    const lacks = [
      isUnwatched ? tr('nobody watches over it (`use.oversight` in the card)') : undefined,
      isUnasked ? tr('none of the people affected was asked (`consulted` under `parties`)') : undefined,
    ].filter((words) => words !== undefined);
    report(
      { place: sensitive.place, part: 'value' },
      { args: { lacks: lacks.join(tr(', and ')) }, absent: true },
    );
  },
});
