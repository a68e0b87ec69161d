import { tr } from '../l10n/tr';
import { addRows } from '../fixes/control-rows';
import { isPlace } from '../fixes/yaml';
import { below, has } from '../model/located';
import type { RequirementResult } from '../verdict/types';
import type { SystemEntry } from '../workspace/snapshot';
import { defineRule } from './rule';
import { dueControls, needsAssessment, unansweredControls } from './shared-controls';

/** The key of the card that would answer: of the section that is begun, or the one it lacks at the top. */
const keysOf = ({ gaps }: RequirementResult): readonly string[] =>
  gaps.flatMap(({ place, lacks = [] }) => place?.route[0] ?? lacks.slice(0, 1)).map((key) => `\`${key}\``);

/** Where those are answered that no row is needed for, in words: `, 3 by the impact assessment`. */
function elsewhere(missing: readonly RequirementResult[]): string {
  const assessed = missing.filter(needsAssessment);
  const begun = missing.filter((result) => result.answered && !needsAssessment(result));
  const keys = [...new Set(begun.flatMap(keysOf))];
  return [
    assessed.length > 0 ? tr(', {0} by the impact assessment', assessed.length) : '',
    begun.length > 0 ? tr(', {0} by what is still to be said in {1}', begun.length, keys.join(', ')) : '',
  ].join('');
}

/** Where nobody has said how much is asked for, the first row raises it. */
const hasTarget = ({ body, organization }: SystemEntry): boolean =>
  body.target !== undefined || (organization.kind === 'found' && organization.target !== undefined);

export const soaNotStarted = defineRule({
  id: 'soa-not-started',
  group: 'soa',
  severity: 'info',
  basis: 'reading',
  requirement: '6.1.3',
  summary: 'A card has no row of the Statement of Applicability yet.',
  why: 'The Statement of Applicability says of each control whether it is needed and where it stands. Rows under `controls` are this system’s part of it.',
  help: 'Add a row under `controls` for a control you already meet, or one you mean to. From then on the editor shows what is missing.',
  message:
    'The Statement of Applicability of this system is not started. {due} controls are due at this stage, {missing} of them missing: {count} can be answered by rows under `controls`{others}.',
  on: 'system',
  check: (system, report, context) => {
    if (system.inventoryOnly || system.target !== 'inventory' || has(system.body, 'controls')) return;
    const ids = unansweredControls(system, context).map(({ requirement }) => requirement.id);
    if (ids.length === 0) return;
    const due = dueControls(system, context);
    const missing = due.filter(({ verdict }) => verdict === 'missing');
    report(
      { place: below(system.own, 'controls'), part: 'key' },
      {
        args: { due: due.length, missing: missing.length, count: ids.length, others: elsewhere(missing) },
        absent: true,
        data: { body: system.own.place, ids, raises: !hasTarget(system) },
      },
    );
  },
  fixes: ({ data: { body, ids, raises } }, { snapshot }) => {
    if (!isPlace(body) || !Array.isArray(ids)) return [];
    const title =
      raises === true
        ? tr('Add a row to fill in for each of the {0} controls; from then on more is asked for', ids.length)
        : tr('Add a row to fill in for each of the {0} controls', ids.length);
    return addRows(snapshot, body, ids.map(String), title);
  },
});
