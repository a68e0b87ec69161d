import { placeKey, type Place } from '../model/located';
import type { Definition } from '../model/problems';
import { groupBy } from '../workspace/group-by';
import type { Snapshot } from '../workspace/snapshot';
import { rootOf } from '../workspace/uri';
import { defineRule } from './rule';

type Cards = ReadonlyMap<string, Place>;
const known = new WeakMap<Snapshot, Cards>();

const cardKey = (snapshot: Snapshot, id: string, { uri }: Place): string =>
  JSON.stringify([rootOf(uri, snapshot.roots), id]);

/** First place of each card's id by workspace folder: two folders may hold two versions of one repository. */
function firstCards(snapshot: Snapshot): Cards {
  let cards = known.get(snapshot);
  if (!cards) {
    const first = new Map<string, Place>();
    for (const { own, inventoryOnly } of snapshot.systems) {
      if (inventoryOnly || !own.id) continue;
      const key = cardKey(snapshot, own.id.value, own.id.place);
      if (!first.has(key)) first.set(key, own.id.place);
    }
    known.set(snapshot, (cards = first));
  }
  return cards;
}

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
  },
  on: 'document',
  check: ({ artefact }, report, { snapshot }) => {
    const twice = ({ place, id, of }: Definition, first: Place | undefined, message: string): void => {
      if (!first || placeKey(first) === placeKey(place)) return;
      report(
        { place, part: 'value' },
        {
          message,
          args: { id, of },
          related: [{ place: first, part: 'value', message: 'The id is used here first.' }],
        },
      );
    };
    for (const [first, ...others] of groupBy(artefact.definitions, ({ of, id }) =>
      JSON.stringify([of, id]),
    ).values())
      for (const definition of others) twice(definition, first?.place, 'here');
    if (artefact.kind !== 'system') return;
    for (const definition of artefact.definitions)
      if (definition.of === 'system')
        twice(
          definition,
          firstCards(snapshot).get(cardKey(snapshot, definition.id, definition.place)),
          'card',
        );
  },
});
