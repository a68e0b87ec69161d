/** What an internal audit covers, and what of it somebody answers for. */
import { tr } from '../l10n/tr';
import { catalogue } from '../catalogue';
import type { Organization } from '../model/build';
import { has, type Place, type Value } from '../model/located';
import { isSamePerson } from '../model/people';
import type { Day } from '../model/scalars';
import type { OrganizationEntry } from '../workspace/snapshot';
import { dayOf } from './shared-due';

export type Audit = NonNullable<Organization['internalAudits']>['items'][number];

type Audits = NonNullable<Organization['internalAudits']>;

/** Is every audit in the list readable, and its day with it? One that is not may be the newest. */
export const areDaysKnown = ({ items, written }: Audits): boolean =>
  items.length === written &&
  items.every((audit) => !has(audit, 'performed') || dayOf(audit.performed) !== undefined);

export interface HeldAudit {
  readonly audit: Audit;
  readonly on: Day;
}

/** Audits held up to a day, oldest first. */
export const heldAudits = (audits: readonly Audit[], date: Day): readonly HeldAudit[] =>
  audits
    .flatMap((audit) => {
      const on = dayOf(audit.performed);
      return on !== undefined && on <= date ? [{ audit, on }] : [];
    })
    .sort((a, b) => (a.on < b.on ? -1 : 1));

const RANGE = /^(\d+)-(\d+)$/;

/** Does `4-10`, `A.6`, `9.2` or `A.6.2.4` take in this clause or control? */
export function takesIn(covered: string, requirement: string): boolean {
  const range = RANGE.exec(covered);
  if (!range) return requirement === covered || requirement.startsWith(`${covered}.`);
  const clause = /^\d+/.exec(requirement)?.[0];
  return clause !== undefined && Number(clause) >= Number(range[1]) && Number(clause) <= Number(range[2]);
}

/** Does an audit look at a clause or group, or at something in it? A sample of a group is an audit of the group. */
export const touches = ({ covers }: Audit, part: string): boolean =>
  covers?.items.some(({ value }) => takesIn(value, part) || takesIn(part, value)) ?? false;

export interface Owned {
  readonly what: string;
  readonly place: Place;
}

/** Controls that look at the systems themselves. */
const ABOUT_SYSTEMS = [...catalogue.controls.values()].filter(({ scope }) => scope === 'ai-system');

/** What the audit covers that this person answers for, largest things first. */
export function ownedAndCovered(
  organization: OrganizationEntry,
  audit: Audit,
  person: string,
): readonly Owned[] {
  const covered = audit.covers?.items.map(({ value }) => value) ?? [];
  const isCovered = (id: string): boolean => covered.some((each) => takesIn(each, id));
  const owns = (owner: Value<string> | undefined): owner is Value<string> =>
    owner !== undefined && isSamePerson(organization.body, owner.value, person);
  const looksAtSystems = isCovered('8.1') || ABOUT_SYSTEMS.some(({ id }) => isCovered(id));
  const systems = organization.systems.flatMap(({ id, body }) =>
    looksAtSystems && owns(body.owner) ? [{ what: id, place: body.owner.place }] : [],
  );
  const { people, objectives, monitoring } = organization.body;
  // Who runs the management system cannot audit the running of it.
  const runs = (people?.items ?? []).flatMap((each) => {
    const role = each.roles?.items.find(({ value }) => value === 'aims-responsible');
    return role && isCovered('4.4') && owns(each.id ?? each.name)
      ? [{ what: tr('the management system'), place: role.place }]
      : [];
  });
  const items = [
    ...(isCovered('6.2') ? (objectives?.items ?? []) : []),
    ...(isCovered('9.1') ? (monitoring?.items ?? []) : []),
  ].flatMap(({ id, owner }) => (id && owns(owner) ? [{ what: id.value, place: owner.place }] : []));
  const rowsOf = (rows: Organization['controls'], suffix: string): readonly Owned[] =>
    [...(rows?.entries ?? [])].flatMap(([id, { owner }]) =>
      isCovered(id) && owns(owner) ? [{ what: `${id}${suffix}`, place: owner.place }] : [],
    );
  return [
    ...runs,
    ...systems,
    ...rowsOf(organization.body.clauses, ''),
    ...rowsOf(organization.body.controls, ''),
    ...organization.systems.flatMap(({ id, own }) => rowsOf(own.controls, tr(' of {0}', id))),
    ...items,
  ];
}
