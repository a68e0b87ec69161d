/** `evaluate(snapshot, date)`: a verdict for every requirement of every subject. Pure; memoised by subject. */
import { tr } from '../l10n/tr';
import { approvalsOf } from '../lock/state';
import type { Day } from '../model/scalars';
import type { OrganizationEntry, Snapshot, Subject, SystemEntry } from '../workspace/snapshot';
import { isReadable, type GradingContext } from './context';
import { isStronger } from './grade';
import { inheritedGrade, rollUp, type OrganizationResults } from './levels';
import { keeper } from './memo';
import { nothingYet, ownGrade } from './own-grade';
import { rowOf } from './place-of-row';
import type { Requirement } from './requirement';
import { requirements } from './requirements.generated';
import { clocksRun, dueness, exclusion } from './settle';
import type { RequirementResult, SubjectResult } from './types';

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
      reasons: [{ message: tr('This part of the file has a syntax error.'), place }],
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

const remembered = keeper<SubjectResult>();

const BY_LEVEL = {
  organization: requirements.filter((requirement) => requirement.level === 'organization'),
  system: requirements.filter((requirement) => requirement.level === 'system'),
};

const asMap = (result: SubjectResult): OrganizationResults =>
  new Map(result.results.map((each) => [each.requirement.id, each]));

/** The organization's own answers, before its systems' are rolled up. */
function organizationOwn(snapshot: Snapshot, subject: OrganizationEntry, date: Day): SubjectResult {
  const inputs = [date, snapshot.facts, subject.artefact, approvalsOf(snapshot).of(subject)];
  return remembered(subject.body, inputs, () => ({
    subject,
    results: BY_LEVEL.organization.map((requirement) =>
      evaluateOne(requirement, snapshot, subject, date, undefined),
    ),
  }));
}

/** @returns the same object as long as nothing it was made from has changed */
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
  const approvals = approvalsOf(snapshot);
  const inputs = [
    date,
    snapshot.facts,
    subject.artefact,
    snapshot.codeEvidence(subject),
    inherited,
    approvals.of(subject),
    organization && approvals.of(organization),
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

/** Undefined where the system belongs to no organization, or to one that cannot be read. */
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
