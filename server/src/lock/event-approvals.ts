/** Decisions somebody took on a day: entering a life cycle stage, living with a risk. */
import { tr } from '../l10n/tr';
import { type Value, asBlock } from '../model/located';
import { parseDay } from '../model/scalars';
import type { AiSystem } from '../model/build';
import { namedAs, toApprovable, type Approvable, type Draft } from './approvable';
import { meaningOfBlock } from './content';
import { filePart, ownReading, withParts } from './parts';

type Risk = NonNullable<AiSystem['risks']>['items'][number];

/** Where decisions stand. */
export interface EventSite extends Pick<Draft, 'artefact' | 'organization'> {
  readonly id: string;
  readonly owner: Value<string> | undefined;
}

/** What is accepted is the risk and what is left of it, not who looks after it or how far treatment is. */
const RISK_OMIT = [
  'id',
  'owner',
  'assessed',
  'sources',
  'treatment.due',
  'treatment.done',
  'treatment.accepted',
];

/** Risks somebody agreed to live with. */
export const riskAcceptances = (site: EventSite, risks: readonly Risk[]): readonly Approvable[] =>
  risks.flatMap((risk) => {
    const accepted = risk.treatment?.accepted;
    if (!risk.id || !accepted) return [];
    const read = ownReading(asBlock(risk), () => meaningOfBlock(asBlock(risk), { omit: RISK_OMIT }));
    return [
      toApprovable({
        artefact: site.artefact,
        organization: site.organization,
        kind: 'risk-acceptance',
        part: `${site.id}:risks/${risk.id.value}/accepted`,
        title: tr('the acceptance of risk {0}', risk.id.value),
        place: accepted.place,
        homes: [risk.place],
        statedOn: parseDay(accepted.date?.value ?? ''),
        named: namedAs('approver', accepted.by),
        answerable: risk.owner ? [risk.owner.value] : [],
        read,
      }),
    ];
  });

/** Stages that were entered. One entered again is counted: `lifecycle/deployment`, `lifecycle/deployment/2`. */
export function gateApprovals(site: EventSite, lifecycle: AiSystem['lifecycle']): readonly Approvable[] {
  const entered = new Map<string, number>();
  return (lifecycle?.history?.items ?? []).flatMap((step) => {
    if (!step.stage) return [];
    const stage = step.stage.value;
    const times = (entered.get(stage) ?? 0) + 1;
    entered.set(stage, times);
    const own = ownReading(asBlock(step), () => meaningOfBlock(asBlock(step), { omit: ['approvedBy'] }));
    return [
      toApprovable({
        artefact: site.artefact,
        organization: site.organization,
        kind: 'gate',
        part: `${site.id}:lifecycle/${stage}${times > 1 ? `/${times}` : ''}`,
        title: tr('the gate to {0}', stage),
        place: step.approvedBy?.place ?? step.place,
        homes: [step.place],
        statedOn: parseDay(step.date?.value ?? ''),
        named: namedAs('approver', step.approvedBy),
        answerable: site.owner ? [site.owner.value] : [],
        read: (context) => withParts(own(), filePart(context, step.gate)),
      }),
    ];
  });
}
