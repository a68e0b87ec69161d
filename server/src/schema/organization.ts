/** `kind: organization`: the management system itself. */
import {
  block,
  boolean,
  choice,
  comparison,
  date,
  dictionary,
  duration,
  email,
  id,
  list,
  number,
  onScale,
  orcid,
  path,
  person,
  recorded,
  reference,
  serves,
  suggestion,
  text,
} from './field';
import { cycleKeys } from './cycle';
import {
  approvedDocument,
  clauseRows,
  controlRow,
  controls,
  monitoring,
  result,
  risks,
  roles,
  stage,
  supplierEntry,
  target,
} from './shared';
import { sharedSystemKeys } from './system';

export const PERSON_ROLES = {
  'top-management': 'answers for the management system as a whole',
  'aims-responsible': 'runs the management system and reports on it',
  'risk-approver': 'may accept a risk',
  'ai-owner': 'answers for an AI system',
  assessor: 'carries out impact assessments',
  reviewer: 'checks assessments and evidence',
  auditor: 'audits the management system',
} as const;

const people = serves(
  list(
    block(
      {
        id: id('person', 'Short name used wherever a person is named, such as `owner: amara`.'),
        name: text('Full name.'),
        roles: list(
          suggestion(PERSON_ROLES, 'A role in the management system.'),
          'Roles in the management system.',
        ),
        email: recorded(email('Address of work.')),
        orcid: recorded(orcid('ORCID iD, 0000-0000-0000-000X; its last digit is a check digit.')),
        external: recorded(boolean('True for somebody outside the organization.')),
        competence: serves(
          list(
            block(
              {
                what: text('Training, experience or qualification.'),
                date: date('When it was gained or shown.'),
                evidence: path('What shows it.'),
              },
              'One proof of competence.',
            ),
            'What shows that the person can do the work.',
          ),
          '7.2',
        ),
      },
      'One person.',
    ),
    'The people who hold roles. Elsewhere, a word without a space or @ is one of these ids.',
  ),
  '5.3',
  'A.3.2',
);

const risk = serves(
  block(
    {
      method: path('How risks are found, analysed and ranked.'),
      likelihood: list(text('A word of the scale.'), 'Likelihood scale, lowest first.'),
      severity: list(text('A word of the scale.'), 'Severity scale, lowest first.'),
      levels: list(text('A word of the scale.'), 'Risk levels, lowest first.'),
      matrix: dictionary(
        'text',
        dictionary('text', onScale('levels', 'A risk level.'), 'Severity to level.'),
        'Likelihood to severity to level. A cell that is missing keeps rules about levels silent.',
      ),
      acceptUpTo: onScale('levels', 'Risk appetite: above this level a named acceptance is needed.'),
    },
    'How risks are assessed.',
  ),
  '6.1.1',
  '6.1.2',
);

/** What a call can mean, in the words of `server/data/signals.yaml`. */
const SIGNAL_KINDS = {
  'model-load': 'loads a model',
  'dataset-load': 'loads a data set',
  'ai-api-call': 'calls a hosted model',
  train: 'trains a model',
  save: 'saves a model',
  deploy: 'deploys a model',
  track: 'records runs or metrics',
} as const;

const signals = list(
  block(
    {
      call: text(
        'Dotted name of the call as imports give it, such as `acme.Client().ask`: `X()` is what a call of X gives back, `*` any part of a name, `**` any number of names, `{a,b}` either.',
      ),
      kind: choice(SIGNAL_KINDS, 'What the call does.'),
      language: choice(
        { python: 'Python and notebooks (default)', javascript: 'JavaScript and TypeScript' },
        'In which language.',
      ),
      library: text('Name of the library in findings; default: the first part of the call.'),
      provider: text('Who runs the hosted model.'),
      target: list(
        text('Name of the argument, or its position from 0.'),
        'Which arguments name the model or the data set; the first one given counts.',
      ),
      revision: list(
        text('Name of the argument, or its position from 0.'),
        'Which arguments name its revision.',
      ),
    },
    'One call.',
  ),
  'Calls of libraries of your own that load, train or call models, for code below this file. Taken over when the file is saved.',
);

export const organizationKeys = {
  aims: text('Version of the format: 1.'),
  kind: text('organization, system or impact-assessment.'),
  id: id('organization', 'Short name of the organization.'),
  name: text('Name of the organization.'),
  target,
  reviewEvery: duration(
    'How long reviews of evidence stay fresh, where no row and no system says otherwise.',
  ),
  scope: serves(
    block(
      {
        statement: text('What the management system covers, in a sentence.'),
        roles: list(roles, 'What the organization is to AI systems.'),
        excludes: recorded(
          list(
            block({ what: text('What is left out.'), why: text('Why.') }, 'One exclusion.'),
            'What the management system leaves out, with reasons.',
          ),
        ),
      },
      'What the management system covers.',
    ),
    '4.3',
  ),
  context: serves(
    block(
      {
        issues: list(
          text('One issue.'),
          'What inside and outside the organization bears on its AI; climate change included.',
        ),
        interestedParties: list(
          block(
            {
              name: text('Who.'),
              needs: list(
                block(
                  {
                    id: id('need', 'Short name.'),
                    what: text('What they need or expect.'),
                    addressedBy: list(
                      reference(['objective', 'impact', 'risk'], 'An objective, control, clause or impact.', {
                        also: ['requirement'],
                      }),
                      'What answers the need.',
                    ),
                  },
                  'One need.',
                ),
                'What they need or expect.',
              ),
            },
            'One interested party.',
          ),
          'Who cares about the AI systems, and what they need.',
        ),
      },
      'Where the organization stands.',
    ),
    '4.1',
    '4.2',
  ),
  governingBody: block(
    {
      reports: text('Who gets reports on AI.'),
      reviewed: date('When the body last looked at AI.'),
      reviewEvery: duration('How often the body is to look at AI.'),
    },
    'The board or its like (ISO/IEC 38507).',
  ),
  policy: serves(
    block(
      {
        document: path('The AI policy.'),
        approvedBy: person('Who in top management approved it.'),
        approvedOn: date('When.'),
        reviewEvery: duration('How often it is looked at again.'),
      },
      'The AI policy.',
    ),
    '5.2',
    'A.2.2',
  ),
  people,
  risk,
  risks,
  opportunities: serves(
    list(
      block(
        {
          what: text('What could go well.'),
          action: text('What is done to get there.'),
          owner: person('Who does it.'),
        },
        'One opportunity.',
      ),
      'What could go better than planned, and what is done about it.',
    ),
    '6.1.1',
  ),
  treatmentPlan: serves(approvedDocument('The risk treatment plan.'), '6.1.3'),
  soa: serves(
    block(
      {
        version: recorded(text('Version of the Statement of Applicability.')),
        approvedBy: person('Who approved it.'),
        approvedOn: date('When.'),
      },
      'Approval of the Statement of Applicability. Its rows stand under `controls`.',
    ),
    '6.1.3',
  ),
  impactProcess: serves(path('How impact assessments are done, when, by whom.'), '6.1.4', 'A.5.2'),
  objectives: serves(
    list(
      block(
        {
          id: id('objective', 'Short name others can point to.'),
          text: text('The objective in a sentence.'),
          metric: text('What is measured.'),
          target: comparison('The value to reach, such as <= 0.03.'),
          plan: path('How it is reached.'),
          owner: person('Who answers for it.'),
          due: date('By when.'),
          every: duration('How often a result is due until then.'),
          results: list(result(number('The value measured.')), 'Results with their day.'),
        },
        'One objective.',
      ),
      'Measurable objectives for responsible AI.',
    ),
    '6.2',
    'A.6.1.2',
    'A.9.3',
  ),
  changes: serves(
    list(
      block(
        {
          what: text('What changes in the management system.'),
          why: text('Why.'),
          planned: date('When.'),
          approvedBy: person('Who approved it.'),
        },
        'One planned change.',
      ),
      'Changes to the management system, planned before they happen.',
    ),
    '6.3',
  ),
  clauses: clauseRows,
  communication: serves(
    list(
      block(
        { what: text('What is told.'), to: text('To whom.'), when: text('When.'), how: text('How.') },
        'One thing that is told.',
      ),
      'What is told about AI, to whom, when and how.',
    ),
    '7.4',
  ),
  documents: serves(
    block(
      {
        procedure: path('How documents are named, reviewed, approved, kept.'),
        retain: dictionary('text', duration('How long.'), 'How long each sort of record is kept.'),
      },
      'Documents and records of the management system.',
    ),
    '7.5.2',
    '7.5.3',
  ),
  concerns: serves(
    block({ channel: path('How people inside raise concerns.') }, 'Raising concerns.'),
    'A.3.3',
  ),
  externalReports: serves(
    block({ channel: path('How people outside report harm.') }, 'Reports from outside.'),
    'A.8.3',
  ),
  incidentPlan: serves(path('How users hear of incidents.'), 'A.8.4'),
  suppliers: serves(
    list(supplierEntry, 'Suppliers of data, models, services and tools. Systems name them by id.'),
    '8.1',
    'A.10.2',
    'A.10.3',
  ),
  frameworks: list(
    suggestion(
      {
        'nist-ai-rmf': 'NIST AI Risk Management Framework 1.0',
        'eu-ai-act': 'Regulation (EU) 2024/1689 as amended',
        'iso-27001-2022': 'ISO/IEC 27001:2022',
        'iso-9001-2015': 'ISO 9001:2015',
        'iso-42005': 'ISO/IEC 42005:2025',
        'iso-38507': 'ISO/IEC 38507:2022',
        'iso-23894': 'ISO/IEC 23894:2023',
        'iso-22989': 'ISO/IEC 22989:2022',
      },
      'A framework.',
    ),
    'Which other frameworks to show in hovers, and to check. Those that are not listed are never spoken of.',
  ),
  systems: list(
    block(
      {
        id: id('system', 'Short name of the system.'),
        name: text('Name of the system.'),
        role: list(roles, 'What the organization is to this system.'),
        supplier: reference('supplier', 'Who supplies it.', { open: true }),
        owner: person('Who answers for it.'),
        stage,
        file: path('Where its card is, if it has one elsewhere.'),
      },
      'One system of the inventory.',
    ),
    'Inventory of AI systems that have no card of their own, bought ones above all.',
  ),
  profiles: dictionary(
    'profile',
    block(sharedSystemKeys, 'What systems of one sort share.'),
    'What similar systems share; a card names one with `profile`.',
  ),
  controls,
  additionalControls: dictionary(
    'extension-control',
    controlRow,
    'Controls from elsewhere that the treatment plan needs.',
  ),
  monitoring,
  signals,
  ...cycleKeys,
};

export const organization = block(organizationKeys, 'The management system of an organization.', [
  'aims',
  'kind',
  'id',
]);
