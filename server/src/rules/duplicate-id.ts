import { tr } from '../l10n/tr';
import type { Artefact } from '../model/build';
import { placeKey, type Place, type Value } from '../model/located';
import type { Definition } from '../model/problems';
import { groupBy } from '../workspace/group-by';
import type { Snapshot } from '../workspace/snapshot';
import { rootOf } from '../workspace/uri';
import { entityWord } from '../schema/entity-words';
import { defineRule } from './rule';

type Firsts = ReadonlyMap<string, Place>;
const known = new WeakMap<Snapshot, Firsts>();

/** Two workspace folders may hold two versions of one repository. */
const keyIn = (snapshot: Snapshot, id: Value<string>, ...rest: readonly (string | undefined)[]): string =>
  JSON.stringify([rootOf(id.place.uri, snapshot.roots), id.value, ...rest]);

/** The id of a file's subject, and what it may not share with another; an assessment that was replaced keeps its own. */
function ownId(
  snapshot: Snapshot,
  { kind, body }: Artefact,
): { readonly id: Value<string>; readonly key: string } | undefined {
  if (!body?.id) return undefined;
  const { id } = body;
  if (kind !== 'impact-assessment') return { id, key: keyIn(snapshot, id, kind) };
  const { status, system } = body;
  const isPast = status?.value === 'superseded' || status?.value === 'rejected';
  return isPast || !system ? undefined : { id, key: keyIn(snapshot, id, kind, system.value) };
}

/** First place of each such id. */
function firstOnes(snapshot: Snapshot): Firsts {
  let firsts = known.get(snapshot);
  if (!firsts) {
    const first = new Map<string, Place>();
    for (const { artefact } of [
      ...snapshot.systems.filter(({ inventoryOnly }) => !inventoryOnly),
      ...snapshot.organizations,
      ...snapshot.assessments,
    ]) {
      const own = ownId(snapshot, artefact);
      if (own && !first.has(own.key)) first.set(own.key, own.id.place);
    }
    known.set(snapshot, (firsts = first));
  }
  return firsts;
}

const ACROSS = {
  system: { of: 'system', message: 'card' },
  organization: { of: 'organization', message: 'organization' },
  'impact-assessment': { of: 'assessment', message: 'assessment' },
} as const;

export const duplicateId = defineRule({
  id: 'duplicate-id',
  group: 'format',
  severity: 'error',
  basis: 'format',
  summary: 'Two things of one sort have the same id.',
  why: 'Whoever points to the id cannot say which of the two is meant; the first one is taken.',
  help: 'Give one of the two another id, and change what points to it.',
  message: {
    here: 'The id {id} is taken in this file already. Give this {of} another one.',
    card: 'Another card has the id {id} too. Give this system another one.',
    organization: 'Another organization file has the id {id} too. Give this organization another one.',
    assessment:
      'Another assessment of this system has the id {id} too. Give this one another, or set the one it replaces to `superseded`.',
  },
  on: 'document',
  check: ({ artefact }, report, { snapshot }) => {
    const twice = ({ place, id, of }: Definition, first: Place | undefined, message: string): void => {
      if (!first || placeKey(first) === placeKey(place)) return;
      report(
        { place, part: 'value' },
        {
          message,
          args: { id, of: entityWord(of) },
          related: [{ place: first, part: 'value', message: tr('The id is used here first.') }],
        },
      );
    };
    for (const [first, ...others] of groupBy(artefact.definitions, ({ of, id }) =>
      JSON.stringify([of, id]),
    ).values())
      for (const definition of others) twice(definition, first?.place, 'here');
    const own = ownId(snapshot, artefact);
    const first = own && firstOnes(snapshot).get(own.key);
    if (!own || !artefact.kind) return;
    const { of, message } = ACROSS[artefact.kind];
    twice({ of, id: own.id.value, place: own.id.place }, first, message);
  },
});
