/** What an id defined in a file stands for. */
import type { SyntaxNode } from '../syntax/types';
import type { FoundDefinition, Snapshot } from '../workspace/snapshot';

/** Keys that say what something is, the first that is there. */
export const NAME_KEYS: readonly string[] = ['name', 'what', 'text', 'purpose', 'provides'];

/** The map an id stands in, or names. */
export function bodyOf(
  snapshot: Snapshot,
  { place }: FoundDefinition,
): Extract<SyntaxNode, { kind: 'map' }> | undefined {
  const document = snapshot.files.get(place.uri)?.parsed.documents[place.document];
  const own = document?.node(place.route);
  if (own?.kind === 'map') return own;
  const holder = place.route.length > 1 ? document?.node(place.route.slice(0, -1)) : undefined;
  return holder?.kind === 'map' ? holder : undefined;
}

/** In its own words; undefined where it has none. */
export function nameOfEntity(snapshot: Snapshot, definition: FoundDefinition): string | undefined {
  const entries = bodyOf(snapshot, definition)?.entries ?? [];
  for (const name of NAME_KEYS) {
    const value = entries.find(({ key }) => key.text === name)?.value;
    if (value?.kind === 'scalar') return value.text;
  }
  return undefined;
}
