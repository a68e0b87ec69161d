import type { Clause, Control } from '../catalogue';
import { PLAIN } from '../features/markup';
import { nameOf } from '../features/subject';
import { asksForWork, VERDICT_WORDS } from '../features/verdict-words';
import { rowOf, rowPlace } from '../verdict/place-of-row';
import type { RequirementResult } from '../verdict/types';
import type { Snapshot, Subject } from '../workspace/snapshot';
import { evidenceDocument } from './evidence-document';
import { evidenceItem, plannedRow } from './evidence-row';
import { chosenRequirement, REQUIREMENT_INPUT } from './requirements';
import { reasonsOf, said, spotOf } from './said';
import { ToolError } from './schema';
import { chosenSubjects, resultOf, SUBJECT_INPUT } from './subjects';
import { defineTool, type World } from './tool';

const INPUT = {
  type: 'object',
  properties: {
    requirement: REQUIREMENT_INPUT,
    subject: {
      ...SUBJECT_INPUT,
      description: `${SUBJECT_INPUT.description} Needed where the requirement is asked of several.`,
    },
  },
  required: ['requirement'],
  additionalProperties: false,
} as const;

export const draftEvidence = defineTool({
  name: 'aims_draft_evidence',
  reference: 'aimsDraft',
  title: 'Draft evidence for a requirement of ISO/IEC 42001',
  description:
    'Drafts what somebody can write to show that a requirement of ISO/IEC 42001 is met: the lines of YAML for the card, and an outline of a document in Markdown that quotes what the files already say and marks all else TODO. It claims nothing and writes no file. A person has to replace each TODO by what is true: never fill in a TODO yourself, neither results nor names nor dates, unless the user told you or a file shows it.',
  summary: 'An outline with TODO marks for a person to fill in and confirm. Claims nothing, writes nothing.',
  icon: '$(edit)',
  input: INPUT,
  run(world, { requirement, subject: id }) {
    const { snapshot, service } = world;
    const entry = chosenRequirement(requirement);
    const { subject, result } = theOneAsked(world, entry, id);
    const row = rowOf(subject, entry.id);
    // Where a row stands already, only evidence is added: its other words are somebody's.
    const yaml = row ? evidenceItem(entry) : plannedRow(entry);
    return {
      date: service.date(),
      requirement: entry.id,
      subject: said(subject.id),
      verdict: result.verdict,
      reasons: reasonsOf(result),
      ...(asksForWork(result.verdict) || result.verdict === 'not-due'
        ? { doNext: PLAIN.prose(entry.doNow) }
        : { hint: `It already stands at ${VERDICT_WORDS[result.verdict]}: nothing has to be written.` }),
      toBeConfirmed:
        'A draft. It counts for nothing until a person has replaced every TODO by what is true and put their name and a day to it.',
      yaml: { goesTo: whereTo(snapshot, subject, entry, row !== undefined), text: yaml },
      document: evidenceDocument(snapshot, subject, entry),
    };
  },
});

interface Asked {
  readonly subject: Subject;
  readonly result: RequirementResult;
}

/** @throws {ToolError} where it is asked of nobody that was named, or of several */
function theOneAsked(world: World, entry: Control | Clause, id: string | undefined): Asked {
  const chosen = chosenSubjects(world.snapshot, id);
  const asked = chosen.flatMap((subject): Asked[] => {
    const result = resultOf(world, subject, entry.id);
    return result ? [{ subject, result }] : [];
  });
  const [only, another] = asked;
  if (only && !another) return only;
  if (!only)
    throw new ToolError(
      `${entry.id} is not asked of ${id === undefined ? 'anybody here' : said(id)}. ${askedOf(entry)}`,
    );
  throw new ToolError(
    `${entry.id} is asked of ${asked.map(({ subject }) => said(subject.id)).join(', ')}: say which with \`subject\`.`,
  );
}

const askedOf = (entry: Control | Clause): string =>
  entry.kind === 'clause' && !entry.leaf
    ? `Ask for one of its parts: ${entry.children.join(', ')}.`
    : entry.kind === 'control' && entry.scope === 'ai-system'
      ? 'It is asked of each AI system.'
      : 'It is asked of the organization: name its id.';

function whereTo(snapshot: Snapshot, subject: Subject, { id, kind }: Control | Clause, hasRow: boolean) {
  const section = kind === 'control' ? 'controls' : 'clauses';
  const place = rowPlace(subject, id);
  return {
    ...spotOf(snapshot, place),
    key: hasRow ? `${section}."${id}".evidence` : section,
    of: said(nameOf(subject)),
  };
}
