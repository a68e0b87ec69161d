/** Pieces that several kinds of file share. */
import {
  block,
  choice,
  comparison,
  controlId,
  date,
  dictionary,
  duration,
  either,
  evidenceText,
  id,
  list,
  number,
  onScale,
  path,
  person,
  recorded,
  reference,
  servedClause,
  serves,
  suggestion,
  text,
  type BlockType,
  type Field,
} from './field';

export const roles = choice(
  {
    developer: 'builds or trains the system',
    provider: 'offers the system, or a product with it, to others',
    producer: 'develops, provides or uses it as part of its own product or service',
    customer: 'buys the system or gets it as a service',
    deployer: 'puts the system to use under its own authority (word of the EU AI Act)',
    partner: 'supplies parts: data, models, evaluation, integration',
    user: 'uses the system',
  },
  'What the organization is to AI systems; decides which controls it owes.',
);

export const stage = choice(
  {
    inception: 'deciding why, for whom and whether',
    'design-development': 'building it, data and models included',
    'verification-validation': 'checking it against requirements and needs',
    deployment: 'putting it into its target environment',
    'operation-monitoring': 'running and watching it',
    'continuous-validation': 'checking on while it learns or its data drifts',
    're-evaluation': 'looking again at goals, risks and results',
    retirement: 'switching it off or replacing it',
  },
  'Life cycle stage (ISO/IEC 22989). Decides what is due now.',
);

export const target = choice(
  {
    inventory: 'only the first gaps: up to three of a card, one of an organization',
    managed: 'one finding a section that lacks something',
    audit: 'every due requirement that is not met',
  },
  'How much the findings ask for. A system that does not say takes the word of its organization. Where neither says, it is inventory until its own `controls` has a row, or an organization writes down its audits, reviews, nonconformities, Statement of Applicability or certificate; managed from then on. Verdicts, and how many the tree, the lines above a card and the dashboard count, do not change with it.',
);

const evidenceLong = block(
  {
    path: path('File that shows it, relative to this file; a leading / means the workspace root.'),
    anchor: text('Heading, test, symbol, line or JSON pointer inside the file.'),
    ref: text('Number of a record kept in another system, when the record is confidential.'),
    heldBy: person('Who keeps the record that `ref` names.'),
    url: evidenceText('Address of the record. It is never fetched.'),
    kind: recorded(
      suggestion(
        {
          report: 'a report',
          policy: 'a policy',
          record: 'a record of something done',
          test: 'a test',
          procedure: 'how it is done',
        },
        'What sort of evidence it is.',
      ),
    ),
    effective: date('From which day it holds.'),
    reviewed: date('When somebody last looked at it and found it still right.'),
    by: person('Who looked.'),
    reviewEvery: duration('How long a review stays fresh, where it differs from the row.'),
    serves: list(
      servedClause('A part of another framework, such as iso-9001-2015:9.1.'),
      'Clauses of other frameworks that the same evidence serves, so that it is kept once.',
    ),
  },
  'One piece of evidence with its review.',
);

export const evidence = list(
  either(evidenceText('A path, path#heading, path::test or URL.'), evidenceLong, 'One piece of evidence.'),
  'What shows that it is done: files, tests, records. A dated review by a named person makes it count in full.',
);

export const why = either(
  text('The reason in a sentence.'),
  block(
    {
      risks: list(reference('risk', 'A risk this control treats.'), 'Risks this control treats.'),
      law: text('A law that asks for it.'),
      contract: text('A contract that asks for it.'),
      text: text('The reason in a sentence.'),
    },
    'The reason, by kind.',
  ),
  'Why the control is included or left out. Every control needs one, either way.',
);

const rowKeys = {
  status: choice(
    {
      implemented: 'in place; name the evidence',
      partial: 'in place in part',
      planned: 'decided, not there yet; add `due`',
      'not-applicable': 'left out; `why` gives the reason',
    },
    'Where it stands.',
  ),
  why,
  owner: person('Who answers for it.'),
  due: date('When a planned one will be in place.'),
  reviewEvery: duration('How long a review of its evidence stays fresh.'),
  evidence,
};

export const controlRow = block(rowKeys, 'One row of the Statement of Applicability.');
export type ControlRowKeys = typeof rowKeys;

export const controls = dictionary(
  'control',
  controlRow,
  'Rows of the Statement of Applicability: one per Annex A control.',
);
export const clauseRows = dictionary(
  'clause',
  controlRow,
  'A row for any clause that has no section of its own, in the form of a control row. A clause cannot be left out.',
);

export const result = <T>(value: Field<T>): Field<BlockType<{ date: Field<string>; value: Field<T> }>> =>
  block({ date: date('Day of the result.'), value }, 'One result.');

export const monitoring = serves(
  list(
    block(
      {
        id: id('monitoring', 'Short name others can point to.'),
        what: text('What is measured.'),
        method: recorded(text('How it is measured.')),
        every: duration('How often a result is due.'),
        alert: comparison('Value at which somebody has to act.'),
        owner: person('Who looks at the results.'),
        results: list(result(number('The value measured.')), 'Results with their day.'),
      },
      'One thing that is measured again and again.',
    ),
    'What is measured, how often, by whom, and the results.',
  ),
  '9.1',
  'A.6.2.6',
);

const likelihood = onScale(
  'likelihood',
  'How likely it is: a word of the scale under `risk.likelihood` in the organization file. Without a scale there, any word is taken.',
);
const severity = onScale(
  'severity',
  'How bad it would be: a word of the scale under `risk.severity` in the organization file. Without a scale there, any word is taken.',
);

export const residual = block({ severity, likelihood }, 'What is left after treatment.');
export { likelihood, severity };

export const risks = serves(
  list(
    block(
      {
        id: id('risk', 'Short name others can point to, such as R1.'),
        what: text('What could happen, and to whom.'),
        affects: list(
          suggestion(
            {
              individuals: 'single people',
              groups: 'groups of people',
              society: 'society or the environment',
              organization: 'the organization itself',
            },
            'Who or what is affected.',
          ),
          'Who would feel it. A risk to the organization alone misses what the standard is about.',
        ),
        from: list(
          reference('impact', 'An impact of the assessment.'),
          'Impacts of the impact assessment this risk comes from.',
        ),
        sources: recorded(list(text('A risk source, such as C.3.4.'), 'Where it comes from (Annex C).')),
        likelihood,
        severity,
        owner: person('Who answers for this risk.'),
        assessed: date('When it was last assessed.'),
        treatment: block(
          {
            option: choice(
              {
                reduce: 'make it less likely or less bad',
                avoid: 'stop what causes it',
                share: 'share it with another party',
                accept: 'live with it, knowingly',
              },
              'What is done about it.',
            ),
            controls: list(
              controlId('A control that treats it.'),
              'Controls that treat it. How they do is said in their rows.',
            ),
            due: date('When treatment is to be done.'),
            done: date('When treatment was done.'),
            residual,
            accepted: block(
              {
                by: person('Who accepts what is left: somebody with the role risk-approver.'),
                date: date('When.'),
              },
              'Who accepted what is left, and when.',
            ),
          },
          'What is done about the risk: the `option` chosen, the `controls` that bring it about, the day by which that is `due`; of a risk that stays, by whom it is `accepted`.',
        ),
      },
      'One risk.',
    ),
    'Risks of the system, to people and society first.',
  ),
  '6.1.2',
  '8.2',
);

export const supplierEntry = block(
  {
    id: id('supplier', 'Short name others can point to.'),
    name: text('Name of the supplier.'),
    provides: text('What it supplies.'),
    kind: suggestion(
      { data: 'data', model: 'a model', service: 'a hosted service', tool: 'tools or platforms' },
      'What sort of supply it is.',
    ),
    contract: path('The contract or terms.'),
    responsibilities: path('Who does what, between us and the supplier.'),
  },
  'One supplier.',
);

const riskPlan = {
  document: path('The document.'),
  approvedBy: person('Who approved it.'),
  approvedOn: date('When.'),
};
export const approvedDocument = (doc: string): Field<BlockType<typeof riskPlan>> => block(riskPlan, doc);
