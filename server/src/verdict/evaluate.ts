/** `evaluate(snapshot, date)`: a verdict for every requirement of every subject. Pure; memoised by subject. */
import { catalogue, requirementTitle, stageOrder } from '../catalogue';
import { below, type Place } from '../model/located';
import type { Day } from '../model/scalars';
import type { OrganizationEntry, Snapshot, Subject, SystemEntry } from '../workspace/snapshot';
import { isReadable, type GradingContext } from './context';
import { isStronger, merge, type Grade } from './grade';
import type { Requirement } from './requirement';
import { requirements } from './requirements.generated';
import { gradeStatus, isExcluded, rowGrade, type ControlRow } from './row';
import { gradeSection, sectionHome } from './section';
import type { RequirementResult, SubjectResult, Verdict } from './types';

const isControl = (id: string): boolean => catalogue.controls.has(id);

/** Where the row of a requirement stands, or would. */
export const rowPlace = (subject: Subject, id: string): Place =>
  below(subject.body, isControl(id) ? 'controls' : 'clauses', id);

export function rowOf(subject: Subject, id: string): ControlRow | undefined {
  if (isControl(id)) return subject.body.controls?.entries.get(id);
  return subject.kind === 'organization' ? subject.body.clauses?.entries.get(id) : undefined;
}

/** The stage from which a system owes a requirement, with the words to say so; our reading of the standard. */
export function dueFrom(requirement: Requirement): string | undefined {
  if (requirement.level === 'organization') return undefined;
  return (
    requirement.from ??
    catalogue.stages.find((stage) => stage.expectedControls.some((id) => id === requirement.id))?.id
  );
}

/** At retirement the clocks of what does not apply there have stopped. */
function clocksRun(subject: Subject, id: string): boolean {
  if (subject.kind !== 'system' || subject.stage !== 'retirement') return true;
  const retirement = catalogue.stages.find((stage) => stage.id === 'retirement');
  return [...(retirement?.expectedControls ?? []), ...(retirement?.alsoApplies ?? [])].some(
    (control) => control === id,
  );
}

type Settled = Pick<RequirementResult, 'verdict' | 'reasons'>;

const rolesOf = (subject: Subject): ReadonlySet<string> =>
  subject.kind === 'system'
    ? subject.roles
    : new Set(subject.body.scope?.roles?.items.map((role) => role.value) ?? []);

function exclusion(
  requirement: Requirement,
  subject: Subject,
  row: ControlRow | undefined,
): Settled | undefined {
  if (isControl(requirement.id) && isExcluded(row))
    return {
      verdict: 'not-applicable',
      reasons: [{ message: 'Left out, with a reason.', ...(row ? { place: row.place } : {}) }],
    };
  const inherited = subject.kind === 'system' && !row ? organizationRow(subject, requirement.id) : undefined;
  if (isExcluded(inherited) && inherited)
    return {
      verdict: 'not-applicable',
      reasons: [{ message: 'Left out by the organization, with a reason.', place: inherited.place }],
    };
  const roles = rolesOf(subject);
  if (requirement.roles && roles.size > 0 && !requirement.roles.some((role) => roles.has(role)))
    return {
      verdict: 'not-applicable',
      reasons: [
        {
          message: `Owed by those who are ${requirement.roles.join(', ')}; here the role is ${[...roles].join(', ')}.`,
        },
      ],
    };
  return undefined;
}

const organizationRow = (system: SystemEntry, id: string): ControlRow | undefined =>
  system.organization.kind === 'found' ? system.organization.body.controls?.entries.get(id) : undefined;

function dueness(requirement: Requirement, subject: Subject): Settled | undefined {
  if (subject.kind !== 'system') return undefined;
  if (subject.reached === undefined)
    return {
      verdict: 'unknown',
      reasons: [
        {
          message: 'What is due cannot be said before `lifecycle.stage` is.',
          place: below(subject.body, 'lifecycle'),
        },
      ],
    };
  const from = dueFrom(requirement);
  if (from !== undefined && (stageOrder(from) ?? 0) > (stageOrder(subject.reached) ?? 0))
    return { verdict: 'not-due', reasons: [{ message: `Due from the stage ${from} on.` }] };
  return undefined;
}

/** What the subject's own row and sections amount to; undefined where there is neither. */
function ownGrade(
  requirement: Requirement,
  context: GradingContext,
  row: ControlRow | undefined,
): Grade | undefined {
  const status = row && gradeStatus(context, row);
  if (status) return status;
  const sections = requirement.sections.flatMap((rule) => gradeSection(rule, context) ?? []);
  const evidence = row && rowGrade(context, row);
  if (evidence) {
    // A dated row answers for the section too; what the section lacks still shows.
    const incomplete = sections.filter((grade) => grade.gaps.length > 0 || grade.standing === 'overdue');
    return merge([
      evidence,
      ...incomplete.map((grade) => (grade.standing === 'missing' ? grade : { ...grade })),
    ]);
  }
  if (sections.length > 0) return merge(sections);
  if (!row) return undefined;
  const claim = row.status?.value === 'implemented' || row.status?.value === 'partial';
  const reason = {
    message: claim ? 'Said to be in place, but no evidence is named.' : 'A row without evidence.',
    place: row.place,
    lacks: ['evidence'],
  };
  return { standing: 'missing', reasons: [reason], gaps: [reason], place: row.place };
}

function nothingYet(requirement: Requirement, subject: Subject): Grade {
  const rule = requirement.sections[0];
  const home = rule ? sectionHome(rule, subject.body) : rowPlace(subject, requirement.id);
  const key = String(home.route.at(-1) ?? '');
  const how = rule
    ? `Nothing yet. Fill in \`${key}\`${isControl(requirement.id) ? ', or add a row under `controls`' : ''}.`
    : `Nothing yet. Add a row for it under \`${isControl(requirement.id) ? 'controls' : 'clauses'}\`.`;
  const reason = { message: how, place: home, lacks: [key] };
  return { standing: 'missing', reasons: [reason], gaps: [reason], place: home };
}

/** Of controls both levels may answer, the organization's word suffices unless the system has a row of its own. */
function inheritedGrade(
  requirement: Requirement,
  subject: Subject,
  organization: OrganizationResults | undefined,
): Grade | undefined {
  if (subject.kind !== 'system' || catalogue.controls.get(requirement.id)?.scope !== 'both') return undefined;
  if (subject.organization.kind === 'unreachable')
    return {
      standing: 'unknown',
      reasons: [{ message: 'The organization it belongs to cannot be read here.' }],
      gaps: [],
      place: undefined,
    };
  const found = organization?.get(requirement.id);
  if (!found || !['attested', 'verified', 'partial', 'overdue', 'suspect', 'unknown'].includes(found.verdict))
    return undefined;
  return {
    standing: found.verdict as Grade['standing'],
    reasons: [{ message: 'Answered by the organization.', place: found.place }, ...found.reasons],
    gaps: [],
    place: found.place,
  };
}

type OrganizationResults = ReadonlyMap<string, RequirementResult>;

function evaluateOne(
  requirement: Requirement,
  snapshot: Snapshot,
  subject: Subject,
  date: Day,
  organization: OrganizationResults | undefined,
): RequirementResult {
  const row = rowOf(subject, requirement.id);
  const fallback = row?.place ?? nothingYet(requirement, subject).place ?? subject.body.place;
  const settled = exclusion(requirement, subject, row) ?? dueness(requirement, subject);
  const answered = row !== undefined;
  if (settled)
    return { requirement, ...settled, place: row?.place ?? fallback, gaps: [], inherited: false, answered };
  const context: GradingContext = { snapshot, subject, date, clocksRun: clocksRun(subject, requirement.id) };
  const own = ownGrade(requirement, context, row);
  const inherited = row ? undefined : inheritedGrade(requirement, subject, organization);
  const useInherited = inherited !== undefined && (!own || isStronger(inherited.standing, own.standing));
  const grade = useInherited ? inherited : (own ?? nothingYet(requirement, subject));
  const place = row?.place ?? grade.place ?? fallback;
  if (
    (grade.standing === 'missing' || grade.gaps.length > 0) &&
    !isReadable(context, grade.gaps[0]?.place ?? place)
  )
    return {
      requirement,
      verdict: 'unknown',
      reasons: [{ message: 'This part of the file has a syntax error.', place }],
      place,
      gaps: [],
      inherited: false,
      answered,
    };
  return {
    requirement,
    verdict: grade.standing,
    reasons: grade.reasons,
    place,
    gaps: grade.gaps,
    inherited: useInherited,
    answered: own !== undefined,
  };
}

const BY_LEVEL = {
  organization: requirements.filter((requirement) => requirement.level === 'organization'),
  system: requirements.filter((requirement) => requirement.level === 'system'),
};

interface Memo {
  readonly inputs: readonly unknown[];
  readonly result: SubjectResult;
}

/** One keystroke makes one subject new; the others keep their result. Keyed by the body, which lives as long as its text. */
const memo = new WeakMap<object, Memo>();

const remembered = (key: object, inputs: readonly unknown[], compute: () => SubjectResult): SubjectResult => {
  const known = memo.get(key);
  if (
    known &&
    known.inputs.length === inputs.length &&
    known.inputs.every((input, index) => input === inputs[index])
  )
    return known.result;
  const result = compute();
  memo.set(key, { inputs, result });
  return result;
};

const asMap = (result: SubjectResult): OrganizationResults =>
  new Map(result.results.map((each) => [each.requirement.id, each]));

/** The organization's own answers, before its systems' are rolled up. */
function organizationOwn(snapshot: Snapshot, subject: OrganizationEntry, date: Day): SubjectResult {
  return remembered(subject.body, [date, snapshot.existence, subject.artefact], () => ({
    subject,
    results: BY_LEVEL.organization.map((requirement) =>
      evaluateOne(requirement, snapshot, subject, date, undefined),
    ),
  }));
}

/** Where an organization says nothing of its own, its systems answer, if each of them does. */
function rollUp(own: RequirementResult, systems: readonly SubjectResult[]): RequirementResult {
  if (own.requirement.rollUp !== true || own.answered || own.verdict !== 'missing' || systems.length === 0)
    return own;
  const answers = systems.map((system) =>
    system.results.find((result) => result.requirement.id === own.requirement.id),
  );
  const owed = answers.flatMap((answer) =>
    answer && answer.verdict !== 'not-applicable' && answer.verdict !== 'not-due' ? [answer] : [],
  );
  if (owed.length === 0 || owed.some((answer) => !answer.answered)) return own;
  const grade = merge(
    owed.map((answer) => ({
      standing: answer.verdict as Grade['standing'],
      reasons:
        answer.verdict === 'attested' || answer.verdict === 'verified' ? [] : answer.reasons.slice(0, 1),
      gaps: [],
      place: answer.place,
    })),
  );
  return {
    ...own,
    verdict: grade.standing,
    reasons: [{ message: 'Answered by its systems.' }, ...grade.reasons],
    gaps: [],
  };
}

export function evaluateSubject(snapshot: Snapshot, subject: Subject, date: Day): SubjectResult {
  if (subject.kind === 'organization') {
    const own = organizationOwn(snapshot, subject, date);
    const systems = subject.systems.map((system) => evaluateSubject(snapshot, system, date));
    return remembered(
      own,
      systems.map((system) => system.results),
      () => ({
        subject,
        results: own.results.map((result) => rollUp(result, systems)),
      }),
    );
  }
  const organization = organizationEntryOf(snapshot, subject);
  const inherited = organization && organizationOwn(snapshot, organization, date);
  const inputs = [
    date,
    snapshot.existence,
    subject.artefact,
    inherited,
    ...subject.assessments.map((entry) => entry.body),
  ];
  return remembered(subject.body, inputs, () => {
    const byId = inherited && asMap(inherited);
    return {
      subject,
      results: BY_LEVEL.system.map((requirement) => evaluateOne(requirement, snapshot, subject, date, byId)),
    };
  });
}

export const organizationEntryOf = (
  snapshot: Snapshot,
  system: SystemEntry,
): OrganizationEntry | undefined => {
  const link = system.organization;
  return link.kind === 'found' ? snapshot.organizations.find((entry) => entry.body === link.body) : undefined;
};

/** Every subject, organizations first. */
export const evaluate = (snapshot: Snapshot, date: Day): readonly SubjectResult[] =>
  [...snapshot.organizations, ...snapshot.systems].map((subject) => evaluateSubject(snapshot, subject, date));

/** Is a verdict one that a finding may be about? */
export const isOpen = (verdict: Verdict): boolean =>
  verdict === 'missing' || verdict === 'partial' || verdict === 'overdue' || verdict === 'suspect';

export const titleOf = (id: string): string => `${id} ${requirementTitle(id) ?? ''}`.trim();
