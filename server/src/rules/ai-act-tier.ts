import { tr } from '../l10n/tr';
import { pointsOf, type AiActBlock } from '../frameworks';
import { has } from '../model/located';
import { addKey } from '../fixes/yaml';
import { defineRule, type Report } from './rule';
import { ownAct, whereOfTier } from './shared-ai-act';
import { asksForMore } from './shared-subject';

type Gap = Pick<Report, 'message' | 'severity' | 'args' | 'absent' | 'data'>;

/** What the tier says that the other keys do not bear out. */
function gapOf(act: AiActBlock, isAsked: boolean): Gap | undefined {
  const tier = act.tier?.value;
  if (tier === 'transparency' && act.transparency?.value === false)
    return { message: 'transparency', severity: 'warning' };
  if (!isAsked) return undefined;
  if (tier === 'high-risk' && !has(act, 'annexIII') && !has(act, 'annexI'))
    return { message: 'point', absent: true, data: { block: act.place, add: 'annexIII' } };
  const points = pointsOf(act);
  if ((tier === 'minimal' || tier === 'transparency') && points.length > 0 && !has(act, 'exemption'))
    return {
      message: 'filter',
      args: { points: points.join(', '), tier },
      absent: true,
      data: { block: act.place, add: 'exemption' },
    };
  return undefined;
}

export const aiActTier = defineRule({
  id: 'ai-act-tier',
  group: 'frameworks',
  severity: 'info',
  basis: 'reading',
  summary: 'The risk tier of a system under the EU AI Act does not fit what else the card says.',
  why: 'A system is high-risk because of a listed use (Annex III) or a product law (Annex I), and the two have different dates. A listed use counts as high-risk unless one of four narrow cases applies, and the reasoning has to be written down (Art. 6(3), 6(4)).',
  help: 'Name the point under `annexIII` or the law under `annexI`. Where a listed use is not high-risk, name the file with the reasoning under `exemption`. This is our reading and no legal advice.',
  message: {
    point:
      'This system is said to be high-risk, but not why. Name the listed use under `annexIII`, such as 5(b), or the product law under `annexI`: the dates depend on it.',
    filter:
      'Point {points} of Annex III makes a system high-risk, unless one of the four cases of Art. 6(3) applies. Write down which, and name the file under `exemption`, or change the tier.',
    transparency:
      'The tier says that Art. 50 applies, `transparency: false` that it does not. Change one of them.',
  },
  on: 'system',
  check: (system, report) => {
    const act = ownAct(system);
    const gap = act && gapOf(act, asksForMore(system));
    if (gap) report(whereOfTier(system), gap);
  },
  fixes: ({ data: { block, add } }, { snapshot }) => {
    if (add === 'annexIII')
      return addKey(snapshot, block, 'annexIII', '[TODO]', tr('Add annexIII to fill in'));
    return add === 'exemption'
      ? addKey(snapshot, block, 'exemption', 'TODO', tr('Add the exemption to fill in'))
      : [];
  },
});
