import { tr } from '../l10n/tr';
import { organizationText } from '../draft';
import { isPlace } from '../fixes/yaml';
import { below } from '../model/located';
import { folderOf, rootOf } from '../workspace/uri';
import { defineRule } from './rule';

export const organizationMissing = defineRule({
  id: 'organization-missing',
  group: 'soa',
  severity: 'hint',
  basis: 'practice',
  requirement: '4.3',
  summary: 'A card has rows of the Statement of Applicability but belongs to no organization.',
  why: 'Whether all 38 controls were looked at can only be said for the organization with all its systems. Policy, people and audits are answered there as well.',
  help: 'Add an `aims.yaml` with `kind: organization` above the card, or name one elsewhere with `organization`.',
  message:
    'This card belongs to no organization file, so whether all controls were looked at cannot be checked. Add one above it, or name one with `organization`.',
  on: 'system',
  check: ({ inventoryOnly, own, body, organization }, report) => {
    if (inventoryOnly || organization.kind !== 'none' || (body.controls?.written.size ?? 0) === 0) return;
    report(
      { place: below(own, 'controls'), part: 'key' },
      { data: { card: own.place, roles: body.role?.items.map(({ value }) => value) ?? [] } },
    );
  },
  fixes: ({ data: { card } }, { snapshot }) => {
    const root = isPlace(card) ? rootOf(card.uri, snapshot.roots) : undefined;
    // A card at the root of its workspace has the place the organization file would take.
    if (!isPlace(card) || root === undefined || folderOf(card.uri) === root) return [];
    const uri = `${root}/aims.yaml`;
    if (snapshot.files.has(uri) || snapshot.unreadable.has(uri)) return [];
    const text = organizationText(snapshot, uri);
    return [{ title: tr('Create the organization file'), changes: [{ kind: 'create', uri, text }] }];
  },
});
