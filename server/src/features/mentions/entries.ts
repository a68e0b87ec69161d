/** The entries a file is made of, each with what was made of it before: a keystroke makes one of them anew. */
import { childField, formats, type Kind } from '../../schema';
import type { Field } from '../../schema/field';
import { ownCopy } from '../../syntax/ownCopy';
import type { PlacedNode, SyntaxNode, YamlDocument } from '../../syntax/types';

/** A section, or one entry or item directly below it: about what the syntax layer reads on its own. */
export interface Entry {
  readonly placed: PlacedNode;
  /** What the format says of it; undefined where it says nothing. */
  readonly field: Field<unknown> | undefined;
  /** What the format says of what holds it. */
  readonly holder: Field<unknown> | undefined;
}

/** In file order; sections that are no map or list over several lines are one entry. */
export function* entriesOf(kind: Kind | undefined, yaml: YamlDocument): Generator<Entry> {
  const top = kind && formats[kind];
  for (const section of yaml.placed([])?.children() ?? []) {
    const field = fieldBelow(top, section);
    if (isDivided(section.node))
      for (const placed of section.children())
        yield { placed, field: fieldBelow(field, placed), holder: field };
    else yield { placed: section, field, holder: top };
  }
}

/** Does it stand over lines of its own, so that each entry in it is read by itself? */
export const isDivided = (node: SyntaxNode | undefined): boolean =>
  node !== undefined && node.kind !== 'scalar' && !node.flow;

export const fieldBelow = (
  field: Field<unknown> | undefined,
  { step }: PlacedNode,
): Field<unknown> | undefined => (field && step !== undefined ? childField(field, step) : undefined);

interface Kept<T> {
  readonly text: string;
  readonly holder: Field<unknown> | undefined;
  readonly made: T;
}

/**
 * @param make a function of the entry's text alone: what it gives holds no offset but from the start of the entry
 * @returns the same function, which gives what it gave before while text and format are the same
 */
export function perEntry<T>(
  make: (entry: Entry, fileText: string) => T,
): (entry: Entry, fileText: string) => T {
  const kept = new WeakMap<SyntaxNode, Kept<T>>();
  return (entry, fileText) => {
    const { placed, holder } = entry;
    if (!placed.node) return make(entry, fileText);
    const { start, end } = placed.entry;
    const text = fileText.slice(start, end);
    const known = kept.get(placed.node);
    // A node may stay the same while blanks in its text do not.
    if (known?.text === text && known.holder === holder) return known.made;
    const made = make(entry, fileText);
    kept.set(placed.node, { text: ownCopy(text), holder, made });
    return made;
  };
}
