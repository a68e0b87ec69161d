import { tr } from '../l10n/tr';
import { oneEdit, deleteOnLine } from '../fixes/yaml';
import { defineRule } from './rule';

/** Of a placeholder with a note behind it, such as “TODO: say why”, what to look for. */
const MARK = /^(?:todo|tbd|fixme)\b/i;

export const suppressionInvalid = defineRule({
  id: 'suppression-invalid',
  group: 'format',
  severity: 'warning',
  basis: 'format',
  summary:
    'An `aims-ignore-next-line` comment does not count: it names no rule, gives no reason, or has run out.',
  why: 'Whoever reads the file later has to see why a finding was set aside, and until when.',
  help: 'Write `# aims-ignore-next-line <rule> -- <reason>`, with `until=YYYY-MM-DD` at the end where it should run out.',
  message: {
    'no-rule':
      'This comment silences nothing: name a rule, as in `aims-ignore-next-line risk-without-owner -- reason`.',
    'unknown-rule': 'This comment silences nothing: there is no rule {rule}.',
    'no-reason': 'This comment silences nothing until it says why: add ` -- ` and a reason.',
    'placeholder-reason':
      'This comment silences nothing until it says why: replace {placeholder} by the reason.',
    'bad-date': 'This comment silences nothing: `until` needs a day such as until=2027-03-31.',
    expired:
      'This comment ran out on {until} and silences nothing any more. Look again, then remove it or set a later day.',
  },
  on: 'suppression',
  check: ({ uri, suppression, outcome }, report) => {
    if (outcome === 'used' || outcome === 'unused') return;
    const { range, cell, rule, reason, until } = suppression;
    const message = outcome === 'no-reason' && reason !== '' ? 'placeholder-reason' : outcome;
    report(
      { uri, range, cell },
      {
        message,
        args: { rule, placeholder: MARK.exec(reason)?.[0] ?? reason, until: until ?? '' },
        data: { outcome },
      },
    );
  },
  fixes: ({ uri, range, data }, { snapshot }) =>
    data.outcome === 'expired'
      ? oneEdit(tr('Remove the comment that ran out'), uri, deleteOnLine(snapshot, uri, range))
      : [],
});
