/** Who can be named where a person is: by id of `people`, and until there is such a list, by a name in use already. */
import { flowText, yamlText } from '../../fixes/scalar';
import { isPersonId } from '../../model/read-scalar';
import { isPlaceholder } from '../../model/scalars';
import { mentionsIn } from '../mentions';
import { entityCompletions, namedInList } from './entities';
import type { Completion, CompletionContext } from './types';

export function personCompletions(context: CompletionContext): readonly Completion[] {
  const { snapshot, cursor } = context;
  // Where a list can be reached, a name beside it would be somebody the list does not know.
  if (snapshot.candidates('person', cursor.uri).length > 0) return entityCompletions(context, ['person']);
  const taken = new Set(namedInList(context));
  return [...namesInUse(context)]
    .filter(([name]) => !taken.has(name))
    .map(([name, isHere]) => ({
      label: name,
      kind: 'word',
      newText: cursor.locus.flow ? flowText(yamlText(name)) : yamlText(name),
      rank: isHere ? 0 : 1,
    }));
}

/** Full names and addresses at keys that take a person, and whether this file has them. An id without a list names nobody. */
function namesInUse({ snapshot, cursor }: CompletionContext): ReadonlyMap<string, boolean> {
  const names = new Map<string, boolean>();
  const { replace } = cursor.locus;
  for (const [uri, file] of snapshot.files)
    for (const { mention, start } of mentionsIn(file)) {
      if (!mention.of.includes('person') || isPersonId(mention.text) || isPlaceholder(mention.text)) continue;
      const isHere = uri === cursor.uri;
      const isAtCursor = isHere && start <= replace.end && start + mention.length >= replace.start;
      if (!isAtCursor) names.set(mention.text, isHere || names.get(mention.text) === true);
    }
  return names;
}
