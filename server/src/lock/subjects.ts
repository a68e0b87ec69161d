/** Everything in a workspace that can be approved. */
import { perLanguage } from '../l10n/tr';
import { isSamePerson } from '../model/people';
import {
  linkedOrganization,
  type AssessmentEntry,
  type OrganizationEntry,
  type OrganizationLink,
  type Snapshot,
  type Subject,
  type SystemEntry,
} from '../workspace/snapshot';
import type { Approvable } from './approvable';
import { profileSources, uriOfKey } from './approvable';
import { assessmentApproval } from './assessment-approvals';
import { gateApprovals, riskAcceptances } from './event-approvals';
import { organizationApprovals } from './organization-approvals';
import { rowApprovals, type Row } from './row-approvals';

/** What one subject, or an assessment of nobody's, has to approve: see `approvablesOf`. */
export type ApprovableList = readonly Approvable[];

type Rows = ReadonlyMap<string, Row> | undefined;

/** Kept while what they are made of is the same: a keystroke makes one subject's anew. */
const made = perLanguage(() => new WeakMap<object, readonly Approvable[]>());

function remembered(key: object, make: () => readonly Approvable[]): readonly Approvable[] {
  const lists = made();
  let known = lists.get(key);
  if (!known) lists.set(key, (known = make()));
  return known;
}

/** An organization seen from its own file. */
const linkTo = ({ uri, id, body, target }: OrganizationEntry): OrganizationLink => ({
  kind: 'found',
  uri,
  id,
  body,
  target,
});

function ofOrganization(entry: OrganizationEntry): readonly Approvable[] {
  const { body, artefact } = entry;
  const id = body.id?.value;
  if (id === undefined) return [];
  const organization = linkTo(entry);
  const rows = (key: string, written: Rows): readonly Approvable[] =>
    [...(written ?? [])].flatMap(([rowId, row]) =>
      rowApprovals({
        artefact,
        organization,
        part: `${id}:${key}/${rowId}`,
        id: rowId,
        written: row,
        row,
        owner: undefined,
      }),
    );
  return [
    ...organizationApprovals(entry, organization),
    ...rows('clauses', body.clauses?.entries),
    ...rows('controls', body.controls?.entries),
    ...rows('additionalControls', body.additionalControls?.entries),
    ...[...(body.profiles?.entries ?? [])].flatMap(([name, profile]) =>
      rows(`profiles/${name}/controls`, profile.controls?.entries),
    ),
    ...riskAcceptances({ artefact, organization, id, owner: undefined }, body.risks?.items ?? []),
  ];
}

function ofCard(entry: SystemEntry): readonly Approvable[] {
  const { own, body, artefact, organization } = entry;
  const id = own.id?.value;
  if (entry.inventoryOnly || id === undefined) return [];
  const site = { artefact, organization, id, owner: body.owner };
  const isWhole = (snapshot: Snapshot): boolean =>
    [artefact, ...profileSources(snapshot, entry)].every(({ yaml }) => yaml.complete);
  return [
    ...gateApprovals(site, own.lifecycle),
    ...riskAcceptances(site, own.risks?.items ?? []),
    ...[...(own.controls?.entries ?? [])].flatMap(([rowId, written]) =>
      rowApprovals({
        ...site,
        isWhole,
        part: `${id}:controls/${rowId}`,
        profile: own.profile?.value,
        id: rowId,
        written,
        row: body.controls?.entries.get(rowId) ?? written,
      }),
    ),
  ];
}

const ofSystem = (entry: SystemEntry): readonly Approvable[] => [
  ...ofCard(entry),
  ...entry.assessments.flatMap((each) => assessmentApproval(each, entry, entry.organization) ?? []),
];

/** An assessment of nobody's: nothing is known of its card. */
const ofAssessment = (entry: AssessmentEntry): readonly Approvable[] => {
  const found = assessmentApproval(entry, undefined, { kind: 'none' });
  return found ? [found] : [];
};

/** What a subject, or an assessment of nobody's, has to approve. The same list while it is the same. */
export function approvablesOf(entry: Subject | AssessmentEntry): readonly Approvable[] {
  switch (entry.kind) {
    case 'organization':
      return remembered(entry.body, () => ofOrganization(entry));
    case 'system':
      return remembered(entry, () => ofSystem(entry));
    case 'impact-assessment':
      return remembered(entry, () => ofAssessment(entry));
  }
}

/** By whom: subjects first, so that an assessment is found with the card it is about. */
export const approvableLists = (snapshot: Snapshot): readonly ApprovableList[] =>
  [...snapshot.organizations, ...snapshot.systems, ...snapshot.assessments].map(approvablesOf);

const byKey = new WeakMap<ApprovableList, ReadonlyMap<string, Approvable>>();

/** A list by key (`keyOf`). Where two parts of a file answer to the same name, the first counts. */
export function firstByKey(list: ApprovableList): ReadonlyMap<string, Approvable> {
  let known = byKey.get(list);
  // Of several with the same key a map keeps the last.
  if (!known) byKey.set(list, (known = new Map([...list].reverse().map((each) => [each.key, each]))));
  return known;
}

const urisOf = new WeakMap<ApprovableList, ReadonlySet<string>>();

/** Files that approvables of a list stand in, or are read from. */
function filesOf(list: ApprovableList): ReadonlySet<string> {
  let known = urisOf.get(list);
  if (!known) {
    known = new Set(list.flatMap(({ uri, homes }) => [uri, ...homes.slice(0, 1).map((home) => home.uri)]));
    urisOf.set(list, known);
  }
  return known;
}

const byFile = perLanguage(() => new WeakMap<Snapshot, ReadonlyMap<string, readonly ApprovableList[]>>());

/** Lists with something that stands in a file or is read from it, in the order of `approvableLists`. */
export function listsAbout(snapshot: Snapshot, uri: string): readonly ApprovableList[] {
  let lists = byFile().get(snapshot);
  if (!lists) {
    const found = new Map<string, ApprovableList[]>();
    for (const list of approvableLists(snapshot))
      for (const file of filesOf(list)) {
        const others = found.get(file);
        if (others) others.push(list);
        else found.set(file, [list]);
      }
    byFile().set(snapshot, (lists = found));
  }
  return lists.get(uri) ?? [];
}

/** What answers to a key (`keyOf`). */
export function approvableNamed(snapshot: Snapshot, key: string): Approvable | undefined {
  for (const list of listsAbout(snapshot, uriOfKey(key))) {
    const found = firstByKey(list).get(key);
    if (found) return found;
  }
  return undefined;
}

const perSnapshot = perLanguage(() => new WeakMap<Snapshot, ReadonlyMap<string, Approvable>>());

/** By key (`keyOf`). Where two parts of a file answer to the same name, the first counts. */
export function approvablesIn(snapshot: Snapshot): ReadonlyMap<string, Approvable> {
  const known = perSnapshot().get(snapshot);
  if (known) return known;
  const all = new Map<string, Approvable>();
  for (const list of approvableLists(snapshot))
    for (const each of list) if (!all.has(each.key)) all.set(each.key, each);
  perSnapshot().set(snapshot, all);
  return all;
}

/** What names a person as approver, owner or reviewer. @param person an id of `people`, or a name */
export const approvalsBy = (snapshot: Snapshot, person: string): readonly Approvable[] =>
  [...approvablesIn(snapshot).values()].filter(({ named, organization }) =>
    named.some(({ who }) => isSamePerson(linkedOrganization(organization), person, who.value)),
  );

/** With the id of the document and without. */
const namesOf = ({ part }: Approvable): readonly string[] => [part, part.slice(part.indexOf(':') + 1)];

/**
 * What a route as somebody types it means: what is called so, such as `controls/A.6.2.4` or `credit:controls/A.6.2.4`,
 * and that alone; where nothing is, all that stands below it, such as `controls`.
 */
export function routedTo(all: readonly Approvable[], route: string): readonly Approvable[] {
  const called = all.filter((each) => namesOf(each).includes(route));
  return called.length > 0
    ? called
    : all.filter((each) => namesOf(each).some((name) => name.startsWith(`${route}/`)));
}
