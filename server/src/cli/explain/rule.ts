/** Explains a rule: what it finds, why, and how to mend or silence it. */
import { GROUPS, type Basis, type Rule } from '../../rules/rule';
import type { Paint } from '../terminal';
import { heading, joinParts, paragraph } from './parts';

const BASIS: Readonly<Record<Basis, string>> = {
  format: 'the format asks for it',
  standard: 'the standard asks for it',
  reading: 'our reading of the standard',
  practice: 'good practice',
};

export const explainRule = (rule: Rule, paint: Paint): string =>
  joinParts(
    heading(paint, rule.id, '', ['rule', GROUPS[rule.group], rule.severity, BASIS[rule.basis]]),
    rule.summary,
    paragraph('Why', rule.why),
    paragraph('What to do', rule.help),
    paragraph('About', rule.requirement),
    `To silence it on one line: # aims-ignore-next-line ${rule.id} -- why it is fine here`,
  );
