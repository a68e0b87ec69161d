import { tr } from '../l10n/tr';
import { titleOf } from '../verdict/requirement';
import { defineRule } from './rule';
import { isForOrganization, keyOfRow } from './shared-soa';
import { asksForMore } from './shared-subject';

export const organizationControlInCard = defineRule({
  id: 'organization-control-in-card',
  group: 'soa',
  severity: 'info',
  basis: 'reading',
  requirement: '6.1.3',
  summary: 'A card has a row for a control that is asked of the organization alone.',
  why: 'Some controls, such as the AI policy, are answered once for the whole organization. A row for them in a card counts for nothing, whatever it says.',
  help: 'Move the row to `controls` of the organization file, or delete it if the organization has one.',
  message:
    '{title} is asked of the organization, so this row counts for nothing. Move it to the organization file.',
  on: 'row',
  check: ({ id, row, subject }, report) => {
    if (!asksForMore(subject) || !isForOrganization(subject, id)) return;
    const link = subject.kind === 'system' ? subject.organization : undefined;
    const answer = link?.kind === 'found' ? link.body.controls?.entries.get(id) : undefined;
    report(keyOfRow(row), {
      args: { title: titleOf(id) },
      requirement: id,
      related: answer ? [{ ...keyOfRow(answer), message: tr('The row of the organization.') }] : [],
    });
  },
});
