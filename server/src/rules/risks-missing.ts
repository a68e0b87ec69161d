import { tr } from '../l10n/tr';
import { PLACEHOLDER } from '../fixes/scalar';
import { insertInList, isPlace, oneEdit } from '../fixes/yaml';
import { below, has } from '../model/located';
import { defineRule } from './rule';
import { hasReached } from './shared-subject';

export const risksMissing = defineRule({
  id: 'risks-missing',
  group: 'life-cycle',
  severity: 'info',
  basis: 'standard',
  requirement: '8.2',
  summary: 'A card names no risk.',
  why: 'Which controls a system needs follows from its risks, to people and society first. A system without any is one nobody has looked at.',
  help: 'Write down what could go wrong and for whom, under `risks`. One or two to begin with are enough.',
  message:
    'No risk of this system is written down yet. Add what could go wrong, and for whom, under `risks`.',
  on: 'system',
  check: (system, report) => {
    const { own, body } = system;
    if (system.inventoryOnly || !hasReached(system, 'inception')) return;
    const isWrong = has(body, 'risks') && !body.risks;
    if (isWrong || (body.risks?.written ?? 0) > 0) return;
    report(
      { place: below(own, 'risks'), part: 'key' },
      { absent: true, data: { risks: below(own, 'risks') } },
    );
  },
  fixes: ({ data: { risks } }, { snapshot }) =>
    isPlace(risks)
      ? oneEdit(
          tr('Add a risk to fill in'),
          risks.uri,
          insertInList(snapshot, risks, [
            'id: R1',
            `what: ${PLACEHOLDER}`,
            'affects: [individuals]',
            `likelihood: ${PLACEHOLDER}`,
            `severity: ${PLACEHOLDER}`,
            `owner: ${PLACEHOLDER}`,
            `treatment: { option: ${PLACEHOLDER}, due: ${PLACEHOLDER} }`,
          ]),
        )
      : [],
});
