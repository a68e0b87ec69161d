/** Which parts of the format stand in several places, so that a schema can say them once. */
import { formats, KINDS } from '../../server/src/schema';
import type { Field, Shape } from '../../server/src/schema/field';

/** Name of the definition by shape; only of blocks and dictionaries that stand in more than one place. */
export type SharedShapes = ReadonlyMap<Shape, string>;

export function sharedShapes(): SharedShapes {
  const places = new Map<Shape, string[]>();
  const visit = ({ shape }: Field<unknown>, path: string): void => {
    if (shape.is === 'list') visit(shape.of, path);
    else if (shape.is === 'either') for (const form of shape.forms) visit(form, path);
    else if (shape.is === 'block' || shape.is === 'dictionary') {
      const before = places.get(shape);
      places.set(shape, [...(before ?? []), path]);
      // What stands inside is counted once: its other places are those of what holds it.
      if (before) return;
      if (shape.is === 'dictionary') visit(shape.of, `${path}.entry`);
      else for (const [key, child] of Object.entries(shape.keys)) visit(child, `${path}.${key}`);
    }
  };
  for (const kind of KINDS) visit(formats[kind], kind);
  const shared = new Map<Shape, string>();
  const taken = new Set<string>(KINDS);
  for (const [shape, paths] of places) {
    if (paths.length < 2) continue;
    const short =
      paths.map((path) => path.split('.').at(-1) ?? path).sort((a, b) => a.length - b.length)[0] ?? '';
    let name = short;
    for (let number = 2; taken.has(name); number++) name = `${short}${number}`;
    taken.add(name);
    shared.set(shape, name);
  }
  return shared;
}
