import { asksForWork, countVerdicts } from '../features/verdict-words';
import { WORST_FIRST } from '../protocol';
import { titleOf } from '../verdict/requirement';
import { VERDICTS, type RequirementResult } from '../verdict/types';
import type { Snapshot, Subject } from '../workspace/snapshot';
import { reasonsOf, said, spotOf } from './said';
import { chosenSubjects, resultsOf, SUBJECT_INPUT } from './subjects';
import { defineTool } from './tool';

const SHOWN = 30;
const MOST_SHOWN = 200;

const INPUT = {
  type: 'object',
  properties: {
    subject: { ...SUBJECT_INPUT, description: `${SUBJECT_INPUT.description} Left out: all of them.` },
    verdicts: {
      type: 'array',
      items: { type: 'string', enum: VERDICTS },
      description:
        'Only requirements with one of these verdicts. Left out: overdue, suspect, missing, partial, unknown.',
    },
    limit: {
      type: 'integer',
      minimum: 1,
      maximum: MOST_SHOWN,
      description: `How many to list (${SHOWN}).`,
    },
  },
  required: [],
  additionalProperties: false,
} as const;

export const listGaps = defineTool({
  name: 'aims_list_gaps',
  reference: 'aimsGaps',
  title: 'List open requirements of ISO/IEC 42001',
  description:
    'Lists the requirements of ISO/IEC 42001 (AI management system) that still need work in this workspace, worst first: for each the subject (AI system or organization), verdict, reasons, and file and line. Use it when asked what is missing, overdue or next for an AI system, a model card, an impact assessment, an audit or compliance. It changes nothing.',
  summary: 'What is missing, overdue or incomplete for an AI system or organization, with file and line.',
  icon: '$(checklist)',
  input: INPUT,
  run(world, { subject, verdicts, limit = SHOWN }) {
    const { service, snapshot } = world;
    const isAsked = verdicts
      ? ({ verdict }: RequirementResult) => verdicts.includes(verdict)
      : ({ verdict }: RequirementResult) => asksForWork(verdict);
    const found = chosenSubjects(snapshot, subject)
      .flatMap((each) =>
        resultsOf(world, each)
          .filter(isAsked)
          .map((result) => ({ of: each, result })),
      )
      .sort((a, b) => rank(a.result) - rank(b.result));
    return {
      date: service.date(),
      total: found.length,
      counts: countVerdicts(found.map(({ result }) => result.verdict)),
      gaps: found.slice(0, limit).map(({ of, result }) => gapOf(snapshot, of, result)),
      ...(found.length > limit ? { leftOut: found.length - limit } : {}),
    };
  },
});

const rank = ({ verdict }: RequirementResult): number => WORST_FIRST.indexOf(verdict);

const gapOf = (snapshot: Snapshot, subject: Subject, result: RequirementResult) => ({
  subject: said(subject.id),
  requirement: result.requirement.id,
  title: titleOf(result.requirement.id),
  verdict: result.verdict,
  ...(result.inherited ? { takenOverFromOrganization: true } : {}),
  reasons: reasonsOf(result),
  ...spotOf(snapshot, result.place),
});
