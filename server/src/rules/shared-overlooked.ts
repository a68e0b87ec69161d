/** Which controls of Annex A an organization has overlooked: `soa-incomplete` says so once, for all its systems. */
import { catalogue } from '../catalogue';
import { below } from '../model/located';
import { isWithin, folderOf } from '../workspace/uri';
import type { OrganizationEntry, Snapshot } from '../workspace/snapshot';
import type { RuleContext } from './rule';
import { misspeltRows } from './shared-controls';
import { oncePerOrganization } from './shared-once';
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

/**
 * Ids of controls that neither the organization nor a card of its has a word about; none where only the basics are asked
 * of the organization, or a row may stand where nothing can be read.
 */
export const overlookedControls = oncePerOrganization((organization, context): readonly string[] =>
  asksForMore(organization) && isSeenWhole(context.snapshot, organization)
    ? leftOut(organization, context)
    : [],
);
