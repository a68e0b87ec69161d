import { isAboveAppetite, levelOf } from '../model/risk-level';
import { defineRule } from './rule';
import { currentSystem, harmsIn, severityIn } from './shared-assessment';
import { mayAcceptRisks, nameOf } from './shared-people';
import { hasReached, organizationOf } from './shared-subject';

export const residualAboveAppetite = defineRule({
  id: 'residual-above-appetite',
  group: 'impact-assessment',
  severity: 'warning',
  basis: 'standard',
  requirement: '6.1.3',
  summary:
    'What is left of a harm is more than the organization accepts, and nobody who may has accepted it.',
  why: 'The organization has said how much it is willing to live with. Beyond that only somebody with the right to do so may agree.',
  help: 'Add measures until the level is within `risk.acceptUpTo`, or have a person with the role `risk-approver` accept it.',
  message: {
    wrong:
      'What is left of harm {id} is {level}, above {appetite}. {name} accepted it without the role risk-approver.',
    open: 'What is left of harm {id} is {level}, above {appetite}, while the system is in use. Reduce it, or have a risk approver accept it.',
  },
  on: 'assessment',
  check: (target, report) => {
    const system = currentSystem(target);
    const organization = system && organizationOf(system);
    const method = organization?.risk;
    if (!system || !method) return;
    for (const { id, residual } of harmsIn(target.body)) {
      if (!id || !residual?.decision || isAboveAppetite(method, residual) !== true) continue;
      const args = {
        id: id.value,
        level: levelOf(method, residual) ?? '',
        appetite: method.acceptUpTo?.value ?? '',
      };
      const severity = severityIn(target.body);
      const { decision, by } = residual;
      if (decision.value === 'accepted' && by && mayAcceptRisks(organization, by.value) === false)
        report(
          { place: by.place, part: 'value' },
          { message: 'wrong', severity, args: { ...args, name: nameOf(organization, by.value) } },
        );
      else if (
        decision.value === 'reduce' &&
        hasReached(system, 'deployment') &&
        system.stage !== 'retirement'
      )
        report({ place: decision.place, part: 'value' }, { message: 'open', severity, args });
    }
  },
});
