import { nameOf } from '../features/subject';
import { summarizeSystems } from '../features/systems';
import { countsOf } from '../features/tree/nodes';
import { subjectKey } from '../features/tree/subject-key';
import { asksForWork } from '../features/verdict-words';
import { PHASES, type SystemSummary } from '../protocol';
import { SEVERITIES } from '../rules/rule';
import type { Subject } from '../workspace/snapshot';
import { pathOf, said, spotAt, spotOf } from './said';
import { chosenSubjects, resultsOf, SUBJECT_INPUT } from './subjects';
import { defineTool, type World } from './tool';

/** Beyond these, who asks names one. */
const MOST_SUBJECTS = 50;

const INPUT = {
  type: 'object',
  properties: {
    subject: {
      ...SUBJECT_INPUT,
      description: 'Id of an AI system or organization, for more about it. Left out: all of them in short.',
    },
  },
  required: [],
  additionalProperties: false,
} as const;

export const status = defineTool({
  name: 'aims_status',
  reference: 'aimsStatus',
  title: 'Status of AI systems under ISO/IEC 42001',
  description:
    'Tells which organizations and AI systems this workspace describes (in aims.yaml files), with owner, life cycle stage, roles, and how many requirements of ISO/IEC 42001 have which verdict, in all and in each phase of Plan, Do, Check, Act. With a subject also which requirements are open, its impact assessments and what the checker finds in its files. Use it first, to learn the ids of the subjects. It changes nothing.',
  summary: 'Which AI systems are described here, and how each stands.',
  icon: '$(dashboard)',
  input: INPUT,
  run(world, { subject }) {
    const { snapshot, service } = world;
    const chosen = chosenSubjects(snapshot, subject);
    const systems = new Map(
      summarizeSystems(snapshot, (uri) => service.date(uri)).map((each) => [each.node, each]),
    );
    const describe = (each: Subject) => ({
      ...inShort(world, each, systems.get(subjectKey(each))),
      ...(subject === undefined ? {} : inFull(world, each, systems.get(subjectKey(each)))),
    });
    return {
      date: service.date(),
      subjects: chosen.slice(0, MOST_SUBJECTS).map(describe),
      ...(chosen.length > MOST_SUBJECTS ? { leftOut: chosen.length - MOST_SUBJECTS } : {}),
      ...(chosen.length === 0
        ? {
            hint: 'No organization and no AI system is described in this workspace: a file aims.yaml with `kind: system` describes one.',
          }
        : {}),
    };
  },
});

function inShort(world: World, subject: Subject, system: SystemSummary | undefined) {
  const results = resultsOf(world, subject);
  const phases = PHASES.map(({ id }) => [
    id,
    countsOf(results.filter(({ requirement }) => requirement.phase === id)),
  ]);
  return {
    id: said(subject.id),
    kind: subject.kind,
    name: said(nameOf(subject)),
    target: subject.target,
    ...(system?.stage ? { stage: system.stage.id } : {}),
    ...(system ? { roles: system.roles.map(said), inventoryOnly: system.inventoryOnly } : {}),
    ...(system?.owner === undefined ? {} : { owner: said(system.owner) }),
    ...(system?.organization === undefined ? {} : { organization: said(system.organization) }),
    counts: countsOf(results),
    phases: Object.fromEntries(phases) as object,
    ...spotOf(world.snapshot, subject.body.place),
  };
}

function inFull(world: World, subject: Subject, system: SystemSummary | undefined) {
  const { snapshot } = world;
  const open = resultsOf(world, subject).filter(({ verdict }) => asksForWork(verdict));
  return {
    open: open.map(({ requirement, verdict }) => ({ requirement: requirement.id, verdict })),
    ...(system
      ? {
          codeFiles: system.codeFiles,
          assessments: system.assessments.map(({ uri, range }) => spotAt(snapshot, uri, range)),
        }
      : {}),
    findings: findingsOf(world, subject),
  };
}

/** How many findings of which severity its files have: its own, and those of its assessments. */
function findingsOf({ service, snapshot }: World, subject: Subject) {
  const assessments = subject.kind === 'system' ? subject.assessments.map(({ uri }) => uri) : [];
  return [...new Set([subject.uri, ...assessments])].map((uri) => {
    const found = service.findings(snapshot, uri);
    const counts = SEVERITIES.map((severity) => [
      severity,
      found.filter((each) => each.severity === severity).length,
    ]);
    return { file: pathOf(snapshot, uri), ...(Object.fromEntries(counts) as object) };
  });
}
