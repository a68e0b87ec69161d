/** Keys of the organization's management cycle: audits, reviews, nonconformities, certification. */
import {
  block,
  choice,
  date,
  duration,
  id,
  list,
  path,
  person,
  recorded,
  reference,
  requirementId,
  serves,
  text,
} from './field';

const certification = block(
  {
    body: recorded(text('Certification body.')),
    accreditedBy: recorded(text('Who accredited the body.')),
    certificate: recorded(text('Number of the certificate.')),
    scope: recorded(text('Scope as printed on the certificate.')),
    initialDecisionOn: date('Day of the certification decision.'),
    expires: date('Last day of validity.'),
    surveillance: list(date('Day of a surveillance audit.'), 'Surveillance audits held.'),
    recertification: date('Day of the recertification decision.'),
  },
  'The certificate of the management system. It never covers a model or a system.',
);

export const cycleKeys = {
  internalAudits: serves(
    list(
      block(
        {
          id: id('audit', 'Short name others can point to.'),
          planned: date('When it is to be held.'),
          performed: date('When it was held.'),
          auditor: person('Who audits. Nobody audits what they own.'),
          covers: list(
            requirementId('A clause, a range such as 4-10, a group or a control.'),
            'What it covers.',
          ),
          report: path('The report.'),
          every: duration('How often an audit is held.'),
          findings: list(reference('nonconformity', 'A nonconformity found.'), 'Nonconformities found.'),
        },
        'One internal audit.',
      ),
      'Internal audits, planned and held.',
    ),
    '9.2.1',
    '9.2.2',
  ),
  auditCycle: serves(
    duration(
      'Within what time the internal audits together cover every clause and every group of controls in use. Without it, the cycle of the certificate counts.',
    ),
    '9.2.2',
  ),
  managementReviews: serves(
    list(
      block(
        {
          date: date('When it was held.'),
          chair: person('Who of top management chaired it.'),
          minutes: path('The minutes.'),
          inputs: list(
            reference(
              ['audit', 'monitoring', 'objective', 'nonconformity'],
              'An audit, monitoring or text.',
              { open: true },
            ),
            'What was looked at.',
          ),
          decisions: list(text('One decision.'), 'What was decided.'),
          every: duration('How often it is held.'),
        },
        'One management review.',
      ),
      'Reviews of the management system by top management.',
    ),
    '9.3.1',
    '9.3.2',
    '9.3.3',
  ),
  nonconformities: serves(
    list(
      block(
        {
          id: id('nonconformity', 'Short name others can point to.'),
          found: date('When it was found.'),
          grade: recorded(
            choice({ minor: 'a slip', major: 'a requirement not met as a whole' }, 'How grave it is.'),
          ),
          what: text('What does not conform.'),
          requirement: recorded(requirementId('Which requirement it is about.')),
          rootCause: text('Why it could happen.'),
          status: choice({ open: 'not done yet', closed: 'done and checked' }, 'Where it stands.'),
          actions: list(
            block(
              {
                what: text('What is done.'),
                owner: person('Who does it.'),
                due: date('By when.'),
                done: date('When it was done.'),
                checkBy: date('By when somebody is to look whether it worked.'),
                effective: date('When it was found to have worked.'),
              },
              'One corrective action.',
            ),
            'What is done so that it does not happen again.',
          ),
        },
        'One nonconformity.',
      ),
      'What did not conform, why, and what is done about it.',
    ),
    '10.2',
  ),
  certification,
};
