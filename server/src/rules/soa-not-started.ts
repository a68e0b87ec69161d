import { tr } from '../l10n/tr';
import { addRows } from '../fixes/control-rows';
import { isPlace } from '../fixes/yaml';
import { below, has } from '../model/located';
import { defineRule } from './rule';
import { dueControls, unansweredControls } from './shared-controls';

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
    'The Statement of Applicability of this system is not started. {due} controls are due at this stage, {missing} of them missing. Rows under `controls` can answer {count} of those.',
  on: 'system',
  check: (system, report, context) => {
    if (system.inventoryOnly || system.target !== 'inventory' || has(system.body, 'controls')) return;
    const ids = unansweredControls(system, context).map(({ requirement }) => requirement.id);
    if (ids.length === 0) return;
    const due = dueControls(system, context);
    const missing = due.filter(({ verdict }) => verdict === 'missing').length;
    report(
      { place: below(system.own, 'controls'), part: 'key' },
      {
        args: { due: due.length, missing, count: ids.length },
        absent: true,
        data: { body: system.own.place, ids },
      },
    );
  },
  fixes: ({ data: { body, ids } }, { snapshot }) =>
    isPlace(body) && Array.isArray(ids)
      ? addRows(
          snapshot,
          body,
          ids.map(String),
          tr('Add a row to fill in for each of the {0} controls', ids.length),
        )
      : [],
});
