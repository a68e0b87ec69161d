/** `kind: system`: one AI system, its model card and its rows of the Statement of Applicability. */
import { annexIIIPoints } from '../catalogue/frameworks';
import {
  block,
  boolean,
  choice,
  comparison,
  date,
  digest,
  duration,
  either,
  evidenceText,
  glob,
  id,
  list,
  number,
  path,
  person,
  recorded,
  reference,
  serves,
  suggestion,
  text,
} from './field';
import { controls, monitoring, risks, roles, stage, supplierEntry, target } from './shared';

const CREDIT_ROLES = {
  conceptualization: 'ideas and aims',
  'data-curation': 'looking after data',
  'formal-analysis': 'statistics and other analysis',
  'funding-acquisition': 'finding money',
  investigation: 'carrying out experiments',
  methodology: 'design of methods and models',
  'project-administration': 'managing the project',
  resources: 'providing material, data or compute',
  software: 'writing the code',
  supervision: 'leading the work',
  validation: 'checking results',
  visualization: 'figures and displays',
  'writing-original-draft': 'first text',
  'writing-review-editing': 'revision of the text',
} as const;

const lifecycle = serves(
  block(
    {
      stage,
      history: list(
        block(
          {
            stage,
            date: date('When the stage was entered.'),
            approvedBy: person('Who approved entering it.'),
            gate: path('What was checked before: release checklist, plan.'),
          },
          'One stage that was entered.',
        ),
        'Stages entered so far, with who approved them.',
      ),
    },
    'Where the system is in its life.',
  ),
  'A.6.2.5',
);

const use = serves(
  block(
    {
      intended: list(text('One use.'), 'What the system is meant for.'),
      outOfScope: list(text('One use.'), 'What it must not be used for.'),
      users: recorded(list(text('Who.'), 'Who works with it.')),
      oversight: text('How people watch over it and step in.'),
    },
    'What the system is for, and what not.',
  ),
  'A.9.4',
);

const euAiAct = block(
  {
    role: list(text('provider, deployer, importer, distributor.'), 'Roles in the sense of the EU AI Act.'),
    deployerKind: choice(
      {
        public: 'governed by public law',
        'public-service': 'private, providing a public service',
        private: 'any other',
      },
      'What sort of deployer.',
    ),
    tier: choice(
      {
        prohibited: 'banned by Art. 5',
        'high-risk': 'Annex I or III',
        transparency: 'duties of Art. 50 only',
        minimal: 'no duty but literacy',
      },
      'Risk tier.',
    ),
    annexIII: list(
      suggestion(
        Object.fromEntries(annexIIIPoints().map(({ id: point, area, what }) => [point, `${area}: ${what}`])),
        'A point such as 5(b).',
      ),
      'Points of Annex III that apply.',
    ),
    annexI: text('The product law of Annex I, where that is what makes it high-risk.'),
    exemption: path(
      'Why a use listed in Annex III is not high-risk (Art. 6(3)): the reasoning that Art. 6(4) asks to write down.',
    ),
    transparency: boolean('Do the transparency duties of Art. 50 apply?'),
    gpai: boolean('Is a general-purpose AI model provided?'),
    placedOn: date('When it was placed on the market or put into service.'),
  },
  'How the EU AI Act applies.',
);

const models = serves(
  list(
    block(
      {
        id: id('model', 'Short name others can point to.'),
        artifact: path('The model file.'),
        digest: digest(
          'Digest of the model file, sha256: and what `sha256sum` prints. It has to be that of the file.',
        ),
        task: text('What the model does, such as tabular-classification.'),
        license: recorded(text('Licence under which the model may be used.')),
        basedOn: block(
          {
            name: text('Name or path of the base model.'),
            provider: text('Where it comes from: huggingface, openai, …'),
            revision: text('Exact revision, so that it can be had again.'),
            license: recorded(text('Licence of the base model.')),
          },
          'The pretrained model it starts from or calls.',
        ),
        limitations: list(text('One limitation.'), 'What the model cannot do well.'),
        metrics: list(
          block(
            {
              name: text('Name of the metric.'),
              value: number(
                'Value measured; the digits written are its precision. 50 here and 0.5 at its source may be the same in percent: then nothing is said, and it is not verified.',
              ),
              dataset: reference('dataset', 'Dataset it was measured on.'),
              slice: recorded(text('Part of the data, or all.')),
              must: comparison('What the value has to satisfy, such as >= 0.85.'),
              source: evidenceText(
                'Where the value comes from: reports/eval.json#/auc. It has to be the same.',
              ),
            },
            'One metric.',
          ),
          'How well it does, on which data, and what it must reach.',
        ),
        energy: recorded(
          block(
            { trainingKgCo2e: number('CO₂ equivalent of training, in kilograms.') },
            'What training cost.',
          ),
        ),
      },
      'One model of the system.',
    ),
    'Models the system is made of, bought and called ones included.',
  ),
  'A.4.4',
  'A.6.2.3',
);

const datasets = serves(
  list(
    block(
      {
        id: id('dataset', 'Short name others can point to.'),
        uses: list(
          suggestion(
            {
              training: 'fitting the model',
              validation: 'choosing between models',
              testing: 'final measurement',
              'fine-tuning': 'adapting a pretrained model',
              retrieval: 'looked up in use',
              production: 'fed in during use',
            },
            'What it is used for.',
          ),
          'What the data is used for.',
        ),
        source: text('Where it comes from.'),
        file: path('The data itself, where it is kept here.'),
        digest: digest(
          'Digest of the data file, sha256: and what `sha256sum` prints. It has to be that of the file.',
        ),
        collected: recorded(
          block({ from: date('First day.'), to: date('Last day.') }, 'When it was collected.'),
        ),
        personalData: recorded(boolean('Does it hold personal data?')),
        license: text('Licence or right under which it is used.'),
        provenance: path('Where it came from and what happened to it.'),
        quality: path('What quality was asked for and found.'),
        preparation: path('How it was cleaned, labelled, transformed: code or a guide.'),
        knownBias: recorded(list(text('One known bias.'), 'What is known to be skewed.')),
      },
      'One dataset.',
    ),
    'Data the system is built, tested and run with.',
  ),
  'A.4.3',
  'A.7.2',
  'A.7.3',
  'A.7.4',
  'A.7.5',
  'A.7.6',
);

/** Keys a profile of the organization may hold and a card may override. */
export const sharedSystemKeys = {
  target,
  role: list(roles, 'What the organization is to this system. Decides which controls it owes.'),
  owner: person('Who answers for the system.'),
  reviewEvery: duration('How long reviews of evidence stay fresh, where a row says nothing else.'),
  use,
  euAiAct,
  code: list(
    glob('A pattern such as src/**.'),
    'Which code belongs to the system, by patterns from the folder of this file; `!scratch/**` leaves out. Default: all below that folder.',
  ),
  models,
  datasets,
  resources: serves(
    block(
      {
        data: list(text('One data resource.'), 'Data, where `datasets` does not say it.'),
        tools: serves(list(text('One tool.'), 'Tools: frameworks, libraries, platforms.'), 'A.4.4'),
        compute: serves(
          list(text('One compute resource.'), 'Machines and services it runs and trains on.'),
          'A.4.5',
        ),
        people: serves(list(person('A person.'), 'People it takes to build and run it.'), 'A.4.6'),
      },
      'What the system is made with and runs on.',
    ),
    'A.4.2',
  ),
  logging: serves(
    block(
      {
        stages: list(stage, 'Stages in which events are logged; at least while in use.'),
        config: path('Where logging is configured.'),
        retain: recorded(duration('How long logs are kept.')),
      },
      'Event logs.',
    ),
    'A.6.2.8',
  ),
  requirements: serves(path('What the system has to do and reach.'), 'A.6.2.2'),
  technicalDocumentation: serves(
    path('Documentation for those who build on, run or check the system.'),
    'A.6.2.7',
  ),
  userInformation: serves(path('What users need to know: purpose, limits, oversight.'), 'A.8.2'),
  disclosures: serves(
    list(
      block(
        { duty: text('Which duty.'), to: text('To whom.'), evidence: path('What shows it.') },
        'One duty to tell others about the system.',
      ),
      'Duties to tell others about the system.',
    ),
    'A.8.5',
  ),
  suppliers: serves(
    list(
      either(reference('supplier', 'Id of a supplier.', { open: false }), supplierEntry, 'A supplier.'),
      'Who supplies data, models or services: ids of the organization, or entries of its own.',
    ),
    'A.10.2',
    'A.10.3',
  ),
  risks,
  controls,
  monitoring,
};

export const systemKeys = {
  aims: text('Version of the format: 1.'),
  kind: text('organization, system or impact-assessment.'),
  id: id('system', 'Short name of the system; never changes.'),
  name: text('Name of the system.'),
  version: text('Version of the system, as written.'),
  organization: path('Organization file, where it is not the nearest above. A URL is never fetched.'),
  profile: reference('profile', 'Profile of the organization this system starts from.'),
  purpose: serves(text('What the system is for, in a sentence.'), 'A.6.2.2', 'A.9.4'),
  lifecycle,
  ...sharedSystemKeys,
  contributors: recorded(
    list(
      block(
        {
          person: person('Who.'),
          credit: list(choice(CREDIT_ROLES, 'A CRediT role.'), 'What the person did (CRediT).'),
        },
        'One contributor.',
      ),
      'Who did what.',
    ),
  ),
  impactAssessment: serves(path('The impact assessment of the system.'), 'A.5.3', 'A.5.4', 'A.5.5'),
  incidents: serves(
    list(
      block(
        {
          id: id('incident', 'Short name.'),
          date: date('When it happened.'),
          what: text('What happened.'),
          communicated: path('What users were told.'),
          notified: recorded(
            list(
              block({ who: text('Authority or party.'), date: date('When.') }, 'One notification.'),
              'Who else was told.',
            ),
          ),
          nonconformity: reference('nonconformity', 'Nonconformity it led to.'),
        },
        'One incident.',
      ),
      'What went wrong, and who was told.',
    ),
    'A.8.4',
  ),
};

export const system = block(systemKeys, 'One AI system.', ['aims', 'kind', 'id']);
