import { placeKey } from '../model/located';
import type { Definition } from '../model/problems';
import { groupBy } from '../workspace/group-by';
import type { Snapshot } from '../workspace/snapshot';
import { rootOf } from '../workspace/uri';
import type { Report, Where } from './rule';
import { defineRule } from './rule';

type Cards = ReadonlyMap<string, readonly Definition[]>;
const known = new WeakMap<Snapshot, Cards>();

const cardKey = (snapshot: Snapshot, { id, place }: Definition): string =>
  JSON.stringify([rootOf(place.uri, snapshot.roots), id]);

/** Ids of cards by workspace folder, in file order: two folders may hold two versions of one repository. */
function cardIds(snapshot: Snapshot): Cards {
  let cards = known.get(snapshot);
  if (!cards) {
    const definitions = [...snapshot.files.values()].flatMap(({ artefacts }) =>
      artefacts.flatMap((artefact) =>
        artefact.kind === 'system' ? artefact.definitions.filter(({ of }) => of === 'system') : [],
      ),
    );
    known.set(snapshot, (cards = groupBy(definitions, (definition) => cardKey(snapshot, definition))));
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
  check: ({ artefact }, report: (where: Where, details?: Report) => void, { snapshot }) => {
    const twice = (definition: Definition, first: Definition | undefined, message: string): void => {
      if (!first || placeKey(first.place) === placeKey(definition.place)) return;
      const { place, id, of } = definition;
      report(
        { place, part: 'value' },
        {
          message,
          args: { id, of },
          related: [{ place: first.place, part: 'value', message: 'The id is used here first.' }],
        },
      );
    };
    const isCard = artefact.kind === 'system';
    for (const definitions of groupBy(artefact.definitions, ({ of, id }) =>
      JSON.stringify([of, id]),
    ).values())
      for (const definition of definitions.slice(1)) twice(definition, definitions[0], 'here');
    if (!isCard) return;
    for (const definition of artefact.definitions)
      if (definition.of === 'system')
        twice(definition, cardIds(snapshot).get(cardKey(snapshot, definition))?.[0], 'card');
  },
});
