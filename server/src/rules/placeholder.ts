import type { Artefact } from '../model/build';
import type { Place } from '../model/located';
import { isPlaceholder } from '../model/scalars';
import type { SyntaxNode } from '../syntax/types';
import { defineRule } from './rule';

/** As many places as anybody wants to step through. */
const MOST_RELATED = 50;

function* placesIn(node: SyntaxNode | undefined, place: Place): Generator<Place> {
  if (node?.kind === 'scalar') {
    if (isPlaceholder(node.text)) yield place;
    return;
  }
  if (!node) return;
  const children: readonly (readonly [string | number, SyntaxNode | undefined])[] =
    node.kind === 'map'
      ? node.entries.map(({ key, value }) => [key.text, value] as const)
      : node.items.map((item, index) => [index, item] as const);
  for (const [step, child] of children)
    if (typeof step !== 'string' || !step.startsWith('x-'))
      yield* placesIn(child, { ...place, route: [...place.route, step] });
}

function* placeholdersIn({ uri, document, yaml }: Artefact): Generator<Place> {
  for (const { key, value } of yaml.blocks)
    if (!key.text.startsWith('x-')) yield* placesIn(value, { uri, document, route: [key.text] });
}

export const placeholder = defineRule({
  id: 'placeholder',
  group: 'format',
  severity: 'info',
  basis: 'format',
  summary: 'Text that only holds a place open, such as TODO, is still to be filled in.',
  why: 'A placeholder never counts as content: what it stands for shows as missing until somebody writes it.',
  help: 'Replace each placeholder with what is true, or delete the key.',
  message: {
    one: 'Fill this in; until then it counts as missing.',
    many: 'Fill this in; until then it counts as missing. The file has {count} more.',
  },
  on: 'document',
  check: ({ artefact }, report, { snapshot }) => {
    const artefacts = snapshot.files.get(artefact.uri)?.artefacts ?? [];
    // One finding for the whole file, however many documents it has.
    if (artefact !== artefacts[0]) return;
    const [first, ...others] = artefacts.flatMap((each) => (each.kind ? [...placeholdersIn(each)] : []));
    if (!first) return;
    report(
      { place: first, part: 'value' },
      {
        message: others.length > 0 ? 'many' : 'one',
        args: { count: others.length },
        related: others
          .slice(0, MOST_RELATED)
          .map((place) => ({ place, part: 'value', message: 'To be filled in.' })),
      },
    );
  },
});
