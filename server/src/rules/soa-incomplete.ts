import { catalogue } from '../catalogue';
import { addRows } from '../fixes/control-rows';
import { isPlace } from '../fixes/yaml';
import { below } from '../model/located';
import { isWithin, folderOf } from '../workspace/uri';
import type { OrganizationEntry, Snapshot } from '../workspace/snapshot';
import type { RuleContext } from './rule';
import { defineRule } from './rule';
import { firstFew, misspeltRows } from './shared-controls';
import { asksForMore, isReadWhole } from './shared-subject';
import { missedByTreatments } from './shared-treatments';

/** May a row stand in a file that could not be read, or in a part of one? */
const isSeenWhole = (snapshot: Snapshot, { body, uri, systems }: OrganizationEntry): boolean =>
  [body, ...systems.map(({ own }) => own)].every((block) =>
    isReadWhole(snapshot, below(block, 'controls')),
  ) && ![...snapshot.unreadable.keys()].some((unread) => isWithin(unread, folderOf(uri)));

/** Controls that nobody in the organization has a word about: no row, no section, no role that owes it. */
function leftOut(organization: OrganizationEntry, context: RuleContext): readonly string[] {
  const subjects = [organization, ...organization.systems];
  const settled = new Set<string>(
    subjects
      .flatMap(({ body }) => [...(body.controls?.written ?? [])])
      .concat(
        [...(organization.body.profiles?.entries.values() ?? [])].flatMap((profile) => [
          ...(profile.controls?.written ?? []),
        ]),
      ),
  );
  for (const { artefact } of subjects) for (const id of misspeltRows(artefact)) settled.add(id);
  for (const id of missedByTreatments(context.snapshot, subjects)) settled.add(id);
  const owed = new Set<string>();
  for (const { results } of subjects.map((subject) => context.verdicts(subject)))
    for (const { requirement, answered, verdict } of results) {
      if (answered) settled.add(requirement.id);
      if (verdict !== 'not-applicable') owed.add(requirement.id);
    }
  return [...catalogue.controls.keys()].filter((id) => owed.has(id) && !settled.has(id));
}

export const soaIncomplete = defineRule({
  id: 'soa-incomplete',
  group: 'soa',
  severity: 'warning',
  basis: 'standard',
  requirement: '6.1.3',
  summary: 'Some of the 38 controls of Annex A are neither included nor left out.',
  why: 'Each control of Annex A is compared with the ones chosen, so that none is overlooked. A control in no row was overlooked.',
  help: 'Add a row for each under `controls`, here or in a card. A control that is not needed gets `status: not-applicable` and a reason.',
  message:
    '{count} of the 38 controls of Annex A are in no row, here or in a card: {ids}. Include each, or leave it out with a reason.',
  on: 'organization',
  check: (organization, report, context) => {
    if (!asksForMore(organization) || !isSeenWhole(context.snapshot, organization)) return;
    const ids = leftOut(organization, context);
    if (ids.length === 0) return;
    report(
      { place: below(organization.body, 'controls'), part: 'key' },
      { args: { count: ids.length, ids: firstFew(ids, 5) }, data: { body: organization.body.place, ids } },
    );
  },
  fixes: ({ data: { body, ids } }, { snapshot }) => {
    if (!isPlace(body) || !Array.isArray(ids)) return [];
    const all = ids.map(String);
    const each = all.flatMap((id) => addRows(snapshot, body, [id], `Add a row to fill in for ${id}`));
    return all.length > 1
      ? [
          ...addRows(snapshot, body, all, `Add a row to fill in for each of the ${all.length} controls`),
          ...each,
        ]
      : each;
  },
});
