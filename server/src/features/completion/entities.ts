/** Ids that files define: people, risks, impacts, data sets, suppliers, profiles … */
import { flowText, yamlText } from '../../fixes/scalar';
import type { EntityKind } from '../../schema/field';
import { nameOfEntity } from '../entity-name';
import type { Completion, CompletionContext } from './types';

export function entityCompletions(
  context: CompletionContext,
  kinds: readonly EntityKind[],
): readonly Completion[] {
  const { snapshot, cursor } = context;
  const seen = new Set<string>();
  return kinds.flatMap((kind) =>
    snapshot.candidates(kind, cursor.uri).flatMap((definition): Completion[] => {
      if (seen.has(definition.id)) return [];
      seen.add(definition.id);
      const name = nameOfEntity(snapshot, definition);
      return [
        {
          label: definition.id,
          kind: 'entity',
          ...(name === undefined ? {} : { detail: name }),
          newText: cursor.locus.flow ? flowText(yamlText(definition.id)) : yamlText(definition.id),
          rank: definition.place.uri === cursor.uri ? 0 : 1,
        },
      ];
    }),
  );
}
