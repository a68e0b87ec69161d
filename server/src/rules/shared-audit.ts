/** What an internal audit covers, and what of it somebody answers for. */
import { catalogue } from '../catalogue';
import type { Organization } from '../model/build';
import type { Place, Value } from '../model/located';
import type { OrganizationEntry } from '../workspace/snapshot';
import { isSamePerson } from './shared-people';

export type Audit = NonNullable<Organization['internalAudits']>['items'][number];

const RANGE = /^(\d+)-(\d+)$/;

/** Does `4-10`, `A.6`, `9.2` or `A.6.2.4` take in this clause or control? */
export function takesIn(covered: string, requirement: string): boolean {
  const range = RANGE.exec(covered);
  if (!range) return requirement === covered || requirement.startsWith(`${covered}.`);
  const clause = /^\d+/.exec(requirement)?.[0];
  return clause !== undefined && Number(clause) >= Number(range[1]) && Number(clause) <= Number(range[2]);
}

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
  const rowsOf = (rows: Organization['controls'], suffix: string): readonly Owned[] =>
    [...(rows?.entries ?? [])].flatMap(([id, { owner }]) =>
      isCovered(id) && owns(owner) ? [{ what: `${id}${suffix}`, place: owner.place }] : [],
    );
  return [
    ...systems,
    ...rowsOf(organization.body.clauses, ''),
    ...rowsOf(organization.body.controls, ''),
    ...organization.systems.flatMap(({ id, own }) => rowsOf(own.controls, ` of ${id}`)),
  ];
}
