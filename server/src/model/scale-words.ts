/** Finds the words in a file that have to stand on one of the organization's risk scales. */
import type { Field } from '../schema/field';
import type { Organization } from './build';
import type { BlockBase, Entries, List, Place, Value } from './located';
import { isPlaceholder } from './scalars';

export type ScaleName = 'likelihood' | 'severity' | 'levels';

export interface ScaleWord {
  readonly scale: ScaleName;
  readonly word: string;
  readonly place: Place;
  readonly part: 'key' | 'value';
}

type Node =
  | Value<string | number | boolean>
  | List<Node>
  | Entries<Node>
  | (BlockBase & Readonly<Record<string, unknown>>);

/** Walks a located node beside its field. */
export function* scaleWords(field: Field<unknown>, node: unknown): Generator<ScaleWord> {
  if (node === undefined) return;
  const { shape } = field;
  const located = node as Node;
  switch (shape.is) {
    case 'scalar':
      if (shape.scale && located.node === 'value' && !isPlaceholder(located.source))
        yield { scale: shape.scale, word: located.source, place: located.place, part: 'value' };
      break;
    case 'list':
      if (located.node === 'list') for (const item of located.items) yield* scaleWords(shape.of, item);
      break;
    case 'dictionary':
      if (located.node === 'entries')
        for (const entry of located.entries.values()) yield* scaleWords(shape.of, entry);
      break;
    case 'block':
      if (located.node === 'block')
        for (const [key, child] of Object.entries(shape.keys)) yield* scaleWords(child, located[key]);
      break;
    case 'either':
      // Forms differ in kind of node, so at most one of them finds anything.
      for (const form of shape.forms) yield* scaleWords(form, node);
      break;
    default:
  }
}

/** Keys of the matrix are words of the scales too: likelihood outside, severity inside. */
export function* matrixKeys(risk: Organization['risk']): Generator<ScaleWord> {
  for (const [word, row] of risk?.matrix?.entries ?? []) {
    yield { scale: 'likelihood', word, place: row.place, part: 'key' };
    for (const [severity, level] of row.entries)
      yield { scale: 'severity', word: severity, place: level.place, part: 'key' };
  }
}

/** The words of a scale, lowest first; undefined where the organization has not set it. */
export function scaleOf(risk: Organization['risk'], scale: ScaleName): readonly string[] | undefined {
  const words = risk?.[scale]?.items.map((item) => item.value);
  return words && words.length > 0 ? words : undefined;
}
