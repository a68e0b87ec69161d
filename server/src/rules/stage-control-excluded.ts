import { tr } from '../l10n/tr';
import { isExcluded } from '../verdict/row';
import type { Place } from '../model/located';
import type { StageId, SystemEntry } from '../workspace/snapshot';
import { defineRule } from './rule';
import { hasGate, stepsInto } from './shared-gates';
import { rowFor, statusOf } from './shared-soa';
import { asksForMore } from './shared-subject';

/** Who runs a system themselves. A developer or provider may rightly leave that to those who do. */
const RUNNING = ['deployer', 'producer'];

interface Contradiction {
  readonly control: string;
  readonly stage: StageId;
  readonly words: string;
  readonly place: Place;
}

/** The card says that a gate was passed, which is what A.6.2.5 is about. */
function deployed({ own }: SystemEntry): readonly Contradiction[] {
  const step = stepsInto(own, 'deployment').find(hasGate);
  if (!step) return [];
  const { place } = step.stage ?? step;
  return [
    {
      control: 'A.6.2.5',
      stage: 'deployment',
      words: tr('`history` names the gate of the deployment'),
      place,
    },
  ];
}

/** The card says that the organization runs the system, which is what A.6.2.6 is about. */
function running({ own, roles, stage }: SystemEntry): readonly Contradiction[] {
  const place = own.lifecycle?.stage?.place;
  if (stage !== 'operation-monitoring' || !place || !RUNNING.some((role) => roles.has(role))) return [];
  return [
    {
      control: 'A.6.2.6',
      stage,
      words: tr('you run this system, and its stage is operation-monitoring'),
      place,
    },
  ];
}

export const stageControlExcluded = defineRule({
  id: 'stage-control-excluded',
  group: 'soa',
  severity: 'info',
  basis: 'reading',
  requirement: '6.1.3',
  summary:
    'The control on deployment or operation is left out, while the card says that the system was deployed or is run.',
  why: 'The Statement of Applicability says that this part of the life cycle is not yours, and the card says that it is. One of the two is out of date.',
  help: 'Include the control in a row of the card, or correct the stage, its history or `role`.',
  message: '{control} is left out, yet {words}. Include the control, or correct the card.',
  on: 'system',
  check: (system, report, { snapshot }) => {
    if (system.inventoryOnly || !asksForMore(system)) return;
    for (const { control, words, place } of [...deployed(system), ...running(system)]) {
      const row = rowFor(snapshot, system, control);
      if (!row || !isExcluded(row)) continue;
      // At the row where it is this card's to mend, else at what the card says.
      const isOwn = system.own.controls?.entries.has(control) === true;
      const [at, other] = [statusOf(row), { place, part: 'value' as const }];
      report(isOwn ? at : other, {
        args: { control, words },
        requirement: control,
        related: [
          isOwn
            ? { ...other, message: tr('What the card says.') }
            : { ...at, message: tr('{0} is left out here.', control) },
        ],
      });
    }
  },
});
