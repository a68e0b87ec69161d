/** Ids that files define: people, risks, impacts, data sets, suppliers, profiles … */
import { flowText, yamlText } from '../../fixes/scalar';
import type { EntityKind } from '../../schema/field';
import type { FoundDefinition } from '../../workspace/snapshot';
import { bodyOf, nameOfEntity } from '../entity-name';
import type { Completion, CompletionContext } from './types';

export function entityCompletions(
  context: CompletionContext,
  kinds: readonly EntityKind[],
): readonly Completion[] {
  const { snapshot, cursor } = context;
  const seen = new Set<string>(namedInList(context));
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
          rank: answersHere(context, definition) ? 0 : definition.place.uri === cursor.uri ? 1 : 2,
          entity: { of: kind, id: definition.id },
        },
      ];
    }),
  );
}

/** What the list names already; the word under the cursor is none of that. */
export function namedInList({ cursor }: CompletionContext): readonly string[] {
  const { route, replace, at } = cursor.locus;
  const above = at === 'child' ? route : typeof route.at(-1) === 'number' ? route.slice(0, -1) : undefined;
  const node = above && cursor.yaml.node(above);
  if (!above || node?.kind !== 'list') return [];
  return node.items.flatMap((item, index) => {
    const span = cursor.yaml.span([...above, index], 'value');
    const isHere = span !== undefined && span.start <= replace.end && span.end >= replace.start;
    return item?.kind === 'scalar' && !isHere ? [item.text] : [];
  });
}

/** As the reason for a control: a risk whose treatment names that control. */
function answersHere({ snapshot, cursor }: CompletionContext, definition: FoundDefinition): boolean {
  const { route } = cursor.locus;
  const why = route.indexOf('why');
  if (definition.of !== 'risk' || why < 1) return false;
  const treatment = bodyOf(snapshot, definition)?.entries.find(({ key }) => key.text === 'treatment')?.value;
  const controls =
    treatment?.kind === 'map'
      ? treatment.entries.find(({ key }) => key.text === 'controls')?.value
      : undefined;
  return (
    controls?.kind === 'list' &&
    controls.items.some((item) => item?.kind === 'scalar' && item.text === route[why - 1])
  );
}
