import { tr } from '../l10n/tr';
import type { ImpactAssessment } from '../model/build';
import { below, has } from '../model/located';
import { insertInMap, isPlace, oneEdit, replaceAt } from '../fixes/yaml';
import type { Snapshot } from '../workspace/snapshot';
import { defineRule } from './rule';
import { currentSystem, isDraft } from './shared-assessment';
import { clocksStopped, hasReached, isReadWhole } from './shared-subject';

const APPROVAL = ['approvedBy', 'approvedOn'] as const;

/** An approval nobody gave is a false claim, however little is asked of the card. */
function claimWithout(snapshot: Snapshot, body: ImpactAssessment): readonly string[] {
  const lacking = APPROVAL.filter((key) => !has(body, key));
  const isKnown = lacking.every((key) => isReadWhole(snapshot, below(body, key)));
  return body.status?.value === 'approved' && isKnown ? lacking : [];
}

/** Neither a status nor an approval: no more than a draft. */
const isUnsaid = (snapshot: Snapshot, body: ImpactAssessment): boolean =>
  !has(body, 'status') &&
  !APPROVAL.every((key) => has(body, key)) &&
  (['status', ...APPROVAL] as const).every((key) => isReadWhole(snapshot, below(body, key)));

export const assessmentNotApproved = defineRule({
  id: 'assessment-not-approved',
  group: 'impact-assessment',
  severity: 'warning',
  basis: 'standard',
  requirement: '8.4',
  summary: 'An impact assessment is called approved by nobody, or still a draft while the system is in use.',
  why: 'Somebody has to stand for the result before people feel the effects of the system.',
  help: 'Have the assessment approved by somebody other than who wrote it, and set `approvedBy` and `approvedOn`.',
  message: {
    unsigned: 'Called approved, but without {keys}. Say who approved it and when, or set the status back.',
    draft: 'The system is past deployment, but its impact assessment is still “{status}”. Have it approved.',
    unsaid:
      'The system is past deployment, but its impact assessment does not say where it stands. Have it approved, and set `status`.',
  },
  on: 'assessment',
  check: (target, report, { snapshot }) => {
    const { body } = target;
    const { status } = body;
    const lacking = claimWithout(snapshot, body);
    if (status && lacking.length > 0)
      report(
        { place: status.place, part: 'value' },
        {
          message: 'unsigned',
          args: { keys: lacking.map((key) => `\`${key}\``).join(tr(' and ')) },
          data: { body: body.place, status: status.place, lacking },
        },
      );
    const system = currentSystem(target);
    if (!system || clocksStopped(system)) return;
    // An earlier assessment that was approved stays in force while the next is written.
    const inForce = system.assessments.some((entry) => entry.body.status?.value === 'approved');
    if (inForce || !hasReached(system, 'deployment')) return;
    if (status && isDraft(body))
      report(
        { place: status.place, part: 'value' },
        { message: 'draft', severity: 'info', args: { status: status.value } },
      );
    else if (body.id && isUnsaid(snapshot, body))
      report({ place: body.id.place, part: 'value' }, { message: 'unsaid', severity: 'info', absent: true });
  },
  fixes: ({ data: { body, status, lacking } }, { snapshot }) => {
    if (!isPlace(body) || !isPlace(status) || !Array.isArray(lacking)) return [];
    const lines = lacking.map((key) => `${String(key)}: TODO`);
    return [
      ...oneEdit(
        tr('Add who approved it and when, to fill in'),
        body.uri,
        insertInMap(snapshot, body, lines),
      ),
      ...oneEdit(
        tr('Set the status back to in-review'),
        body.uri,
        replaceAt(snapshot, status, 'value', 'in-review'),
      ),
    ];
  },
});
