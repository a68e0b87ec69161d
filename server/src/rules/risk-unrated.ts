import { tr } from '../l10n/tr';
import { addKeys } from '../fixes/missing-keys';
import { has, type Place } from '../model/located';
import { isPlaceholder } from '../model/scalars';
import { defineRule } from './rule';
import { hasReached } from './shared-subject';

const KEYS = ['likelihood', 'severity'] as const;

export const riskUnrated = defineRule({
  id: 'risk-unrated',
  group: 'risk',
  severity: 'info',
  basis: 'standard',
  requirement: '6.1.2',
  summary: 'Nobody has said how likely a risk is or how bad it would be.',
  why: 'Without both nobody can say which risk comes first, or whether it is more than the organization accepts.',
  help: 'Add `likelihood` and `severity`, in words of the organization’s scales where it has some.',
  message: 'Risk {id} is not rated. Add {keys}.',
  on: 'risk',
  check: ({ risk, subject }, report) => {
    // Before an audit, 8.2 asks for them; a risk of the organization's is rated the same way at both.
    if (subject.target === 'inventory' || (subject.target === 'audit' && subject.kind === 'system')) return;
    if (!risk.id || (risk.what && isPlaceholder(risk.what.value))) return;
    // First what is done about it is asked for, by `risk-without-treatment`, and then what for.
    const isFirst = subject.kind === 'organization' || hasReached(subject, 'design-development');
    if (isFirst && !has(risk, 'treatment')) return;
    const lacking = KEYS.filter((key) => !has(risk, key));
    if (lacking.length === 0) return;
    report(
      { place: risk.id.place, part: 'value' },
      {
        args: { id: risk.id.value, keys: lacking.map((key) => `\`${key}\``).join(tr(' and ')) },
        absent: true,
        data: { missing: [[risk.place, lacking]] satisfies readonly (readonly [Place, readonly string[]])[] },
      },
    );
  },
  fixes: ({ uri, data: { missing } }, { snapshot }) =>
    addKeys(
      snapshot,
      uri,
      tr('Add the rating to fill in'),
      missing as readonly (readonly [Place, readonly string[]])[],
    ),
});
