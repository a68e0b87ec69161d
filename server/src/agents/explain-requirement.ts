import { firstStageDue, type Clause, type Control } from '../catalogue';
import { crosswalk } from '../features/frameworks/crosswalk';
import { PLAIN } from '../features/markup';
import { VERDICT_MEANINGS } from '../features/verdict-words';
import { dutiesOf, listedFrameworks } from '../frameworks';
import type { RequirementResult } from '../verdict/types';
import type { Subject } from '../workspace/snapshot';
import { chosenRequirement, REQUIREMENT_INPUT } from './requirements';
import { reasonsOf, said, spotOf } from './said';
import { chosenSubjects, resultOf, SUBJECT_INPUT } from './subjects';
import { defineTool, type World } from './tool';

/** Systems whose standing is told; aims_list_gaps tells of all. */
const MOST_STANDINGS = 10;

const INPUT = {
  type: 'object',
  properties: {
    requirement: REQUIREMENT_INPUT,
    subject: { ...SUBJECT_INPUT, description: `${SUBJECT_INPUT.description} Left out: all it is asked of.` },
  },
  required: ['requirement'],
  additionalProperties: false,
} as const;

export const explainRequirement = defineTool({
  name: 'aims_explain_requirement',
  reference: 'aimsExplain',
  title: 'Explain a requirement of ISO/IEC 42001',
  description:
    'Explains a control of Annex A or a clause of ISO/IEC 42001 in plain words (not the text of the standard): what it asks, what to do next, what auditors usually accept, when it is due, what relates to it in the frameworks the organization lists, and where it stands in this workspace. Use it when an id such as A.6.2.4 or 9.2.1 is asked about. It changes nothing.',
  summary: 'What a control or clause asks, in plain words, and where it stands here.',
  icon: '$(book)',
  input: INPUT,
  run(world, { requirement, subject }) {
    const entry = chosenRequirement(requirement);
    const asked = chosenSubjects(world.snapshot, subject).flatMap((each) => {
      const result = resultOf(world, each, entry.id);
      return result ? [{ subject: each, result }] : [];
    });
    const [only, another] = asked;
    return {
      date: world.service.date(),
      requirement: entry.id,
      title: entry.title,
      kind: entry.kind,
      phase: entry.pdca,
      asks: PLAIN.prose(entry.asks),
      doNext: PLAIN.prose(entry.doNow),
      auditorsUsuallyAccept: entry.auditors.map(PLAIN.prose),
      ...(entry.kind === 'control' ? controlFacts(entry) : clauseFacts(entry)),
      // The same for all but the days of their duties: told where one is meant.
      ...(only && !another ? elsewhere(only.subject, entry.id) : {}),
      standing: asked.slice(0, MOST_STANDINGS).map((each) => standing(world, each)),
      ...(asked.length > MOST_STANDINGS ? { standingLeftOut: asked.length - MOST_STANDINGS } : {}),
    };
  },
});

function controlFacts(control: Control) {
  const stage = control.scope === 'organization' ? undefined : firstStageDue(control.id);
  return {
    askedOf: control.scope,
    ...(stage ? { dueFromStage: stage.id, dueNote: 'Our reading: the standard sets no stage.' } : {}),
    evidenceThatFits: control.evidence.map(({ kind, example }) => `${kind}: ${PLAIN.prose(example)}`),
    ...(control.confusedWith === undefined ? {} : { notToBeConfused: PLAIN.prose(control.confusedWith) }),
  };
}

const clauseFacts = ({ children, controls }: Clause) => ({
  ...(children.length > 0 ? { parts: children } : {}),
  controlsThatHelp: controls,
});

function elsewhere(subject: Subject, id: string) {
  const duties = subject.kind === 'system' ? dutiesOf(subject) : [];
  const text = crosswalk(PLAIN, id, listedFrameworks(subject), duties);
  return text === undefined ? {} : { otherFrameworks: text };
}

interface Asked {
  readonly subject: Subject;
  readonly result: RequirementResult;
}

const standing = ({ snapshot }: World, { subject, result }: Asked) => ({
  subject: said(subject.id),
  verdict: result.verdict,
  means: VERDICT_MEANINGS[result.verdict],
  ...(result.inherited ? { takenOverFromOrganization: true } : {}),
  reasons: reasonsOf(result),
  ...spotOf(snapshot, result.place),
});
