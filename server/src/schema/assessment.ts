/** `kind: impact-assessment`: one AI system impact assessment, in the shape of ISO/IEC 42005. */
import {
  block,
  boolean,
  choice,
  controlId,
  date,
  either,
  evidenceText,
  id,
  list,
  path,
  person,
  recorded,
  reference,
  serves,
  suggestion,
  text,
} from './field';
import { likelihood, severity } from './shared';

export const TRIGGERS = {
  'dataset-added': 'a dataset was added',
  'model-changed': 'a model or its base changed',
  'supplier-added': 'a supplier was added',
  'stage-entered': 'the system entered another life cycle stage',
  'purpose-changed': 'purpose or intended use changed',
  'population-changed': 'other people are affected',
  incident: 'an incident was recorded',
} as const;

const nature = choice({ harm: 'something bad', benefit: 'something good' }, 'Harm or benefit.');

const impacts = serves(
  list(
    block(
      {
        id: id('impact', 'Short name others can point to, such as I1.'),
        party: reference('party', 'Who is affected.'),
        dimension: choice(
          {
            accountability: 'can a decision be traced to someone who answers for it?',
            transparency: 'do people get the information they need?',
            fairness: 'are groups treated alike?',
            privacy: 'is personal data handled rightly?',
            reliability: 'does it work as meant, each time?',
            safety: 'can it hurt body or mind?',
            explainability: 'can the ground of an output be understood?',
            environment: 'what does it cost in energy, water, material?',
            accessibility: 'can everyone use it and get its benefit?',
          },
          'Which side of the system it is about.',
        ),
        nature,
        what: text('What happens to the party.'),
        rights: recorded(list(text('One right.'), 'Rights it touches.')),
        severity,
        likelihood,
        reversible: recorded(boolean('Can it be undone?')),
        duration: recorded(text('How long it lasts.')),
        measures: list(
          block(
            {
              what: text('What is done.'),
              control: controlId(
                'The control it belongs to; the evidence of its row counts for the measure too.',
              ),
              owner: person('Who does it.'),
              status: choice(
                { planned: 'decided', 'in-progress': 'under way', done: 'in place' },
                'Where it stands.',
              ),
              evidence: evidenceText('What shows it.'),
            },
            'One measure.',
          ),
          'What is done against the harm, or to get the benefit.',
        ),
        residual: block(
          {
            severity,
            likelihood,
            decision: choice(
              { accepted: 'we live with it', reduce: 'more is to be done', stop: 'the system is not used' },
              'What was decided.',
            ),
            by: person('Who decided.'),
          },
          'What is left, and who decided to live with it.',
        ),
      },
      'One impact.',
    ),
    'What the system does to people: harms and benefits.',
  ),
  'A.5.4',
);

export const assessmentKeys = {
  aims: text('Version of the format: 1.'),
  kind: text('organization, system or impact-assessment.'),
  id: id('assessment', 'Short name of the assessment.'),
  system: reference('system', 'Id of the system it assesses.'),
  systemVersion: text('Version of the system it was made for, as written.'),
  status: choice(
    {
      draft: 'being written',
      'in-review': 'being checked',
      approved: 'in force',
      rejected: 'not accepted',
      superseded: 'replaced by a newer one',
    },
    'Where it stands.',
  ),
  performed: date('When it was carried out.'),
  assessor: person('Who carried it out.'),
  reviewer: person('Who checked it; somebody else.'),
  approvedBy: person('Who approved it; neither assessor nor reviewer.'),
  approvedOn: date('When.'),
  nextReview: date('By when it is looked at again.'),
  reassessWhen: list(
    either(
      choice(TRIGGERS, 'A change that calls for a new look.'),
      block({ text: recorded(text('A reason in words; shown, never evaluated.')) }, 'A reason in words.'),
      'A change that calls for a new look.',
    ),
    'Changes that call for a new look before the next review.',
  ),
  scope: block(
    {
      covers: recorded(text('What it covers.')),
      excludes: text('What it leaves out, sides of the system that were looked at in vain included.'),
    },
    'What the assessment covers and leaves out.',
  ),
  uses: block(
    {
      intended: list(text('One use.'), 'Uses it is meant for.'),
      unintended: recorded(list(text('One use.'), 'Misuse that can be foreseen.')),
      sensitive: boolean(
        'Is it a sensitive use by the organization’s own rules? Then people watch over it, and those affected are asked.',
      ),
      restricted: boolean(
        'Is it a restricted use by the organization’s own rules? Then somebody has to have allowed it by name.',
      ),
    },
    'Uses looked at.',
  ),
  deployment: recorded(
    block(
      {
        geographies: list(text('A place.'), 'Where it is used.'),
        languages: list(text('A language.'), 'In which languages.'),
        constraints: list(text('A limit.'), 'Under which limits.'),
      },
      'Where and under which limits it is used.',
    ),
  ),
  parties: serves(
    list(
      block(
        {
          id: id('party', 'Short name others can point to.'),
          kind: recorded(
            suggestion(
              { direct: 'uses or is judged by the system', indirect: 'feels its effects' },
              'How they are affected.',
            ),
          ),
          name: text('Who they are.'),
          vulnerable: recorded(list(text('A group.'), 'Who among them needs special care.')),
          consulted: block(
            { how: recorded(text('How they were asked.')), date: recorded(date('When.')) },
            'Whether they were asked.',
          ),
        },
        'One group of people.',
      ),
      'Who is affected.',
    ),
    'A.5.4',
  ),
  impacts,
  societal: serves(
    list(
      block(
        { what: text('What happens.'), nature: recorded(nature), severity, likelihood },
        'One effect on society or the environment.',
      ),
      'Effects on society and the environment.',
    ),
    'A.5.5',
  ),
  failures: list(
    block(
      {
        what: recorded(text('What fails, or is misused.')),
        effect: recorded(text('What happens then.')),
        detection: recorded(text('How it is noticed.')),
        fallback: recorded(text('What is done instead.')),
      },
      'One failure or misuse.',
    ),
    'Failures and misuse that can be foreseen.',
  ),
  fria: block(
    {
      period: text('Over which time it is used.'),
      frequency: text('How often.'),
      recourse: path('How people can complain.'),
    },
    'Parts only a fundamental rights impact assessment asks for (EU AI Act, Art. 27).',
  ),
};

export const assessment = block(assessmentKeys, 'One AI system impact assessment.', [
  'aims',
  'kind',
  'id',
  'system',
]);
