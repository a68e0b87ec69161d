/** How the requirements that relate to a part of another framework stand here. */
import { catalogue } from '../catalogue';
import type { Day } from '../model/scalars';
import { evaluateSubject, organizationEntryOf } from '../verdict/evaluate';
import type { SubjectResult, Verdict } from '../verdict/types';
import type { OrganizationEntry, Snapshot, Subject } from '../workspace/snapshot';

/** Verdicts by requirement; of several subjects, all of them. */
export type VerdictsById = ReadonlyMap<string, readonly Verdict[]>;

/** `open`: all that count are missing; `unknown`: something cannot be read, or nothing of it counts here. */
export type Standing = 'touched' | 'open' | 'unknown';

/** The requirements an id stands for: itself, or those below a heading. */
function leavesOf(id: string): readonly string[] {
  if (catalogue.controls.has(id)) return [id];
  const below = [...catalogue.leafClauses, ...catalogue.controls.values()].filter((entry) =>
    entry.id.startsWith(`${id}.`),
  );
  return below.length > 0 ? below.map((entry) => entry.id) : [id];
}

function collect(results: readonly SubjectResult[]): VerdictsById {
  const verdicts = new Map<string, Verdict[]>();
  for (const { results: each } of results)
    for (const { requirement, verdict } of each) {
      const known = verdicts.get(requirement.id);
      if (known) known.push(verdict);
      else verdicts.set(requirement.id, [verdict]);
    }
  return verdicts;
}

interface Kept {
  readonly date: Day;
  readonly verdicts: VerdictsById;
}

/** An organization's own verdicts, kept for its systems: a thousand of them would each ask for all the others. */
const ofOrganizations = new WeakMap<Snapshot, Map<OrganizationEntry, Kept>>();

function verdictsOf(snapshot: Snapshot, organization: OrganizationEntry, date: Day): VerdictsById {
  const known = ofOrganizations.get(snapshot) ?? new Map<OrganizationEntry, Kept>();
  ofOrganizations.set(snapshot, known);
  const kept = known.get(organization);
  if (kept?.date === date) return kept.verdicts;
  const verdicts = collect([evaluateSubject(snapshot, organization, date)]);
  known.set(organization, { date, verdicts });
  return verdicts;
}

/** What counts for a system: its own verdicts, and those of its organization on what systems are not asked. */
export function verdictsFor(snapshot: Snapshot, subject: Subject, date: Day): VerdictsById {
  const own = evaluateSubject(snapshot, subject, date);
  if (subject.kind === 'organization')
    return collect([own, ...subject.systems.map((system) => evaluateSubject(snapshot, system, date))]);
  const organization = organizationEntryOf(snapshot, subject);
  return new Map([...(organization ? verdictsOf(snapshot, organization, date) : []), ...collect([own])]);
}

/** Has anything been done about what these requirements ask? What is late or changed since has been begun too. */
export function standingOf(requirements: readonly string[], verdicts: VerdictsById): Standing {
  const all = requirements.flatMap(leavesOf).flatMap((id) => verdicts.get(id) ?? []);
  const counted = all.filter((verdict) => verdict !== 'not-applicable' && verdict !== 'not-due');
  if (counted.some((verdict) => verdict !== 'missing' && verdict !== 'unknown')) return 'touched';
  return counted.length === 0 || counted.includes('unknown') ? 'unknown' : 'open';
}
