/** Every key of the format by its dotted path, spelled as readers and the reference spell it. */
import { formats, type Kind } from './index';
import type { Field } from './field';

export interface KeyPath {
  readonly kind: Kind;
  /** `datasets[].provenance`, `controls.*.evidence[].reviewed`: `[]` any item of a list, `.*` any key of a dictionary. */
  readonly path: string;
  readonly field: Field<unknown>;
}

const collected = new Map<Kind, readonly KeyPath[]>();

/** All keys of a kind of file, each behind the one that holds it, in the order of the schema. */
export function keyPaths(kind: Kind): readonly KeyPath[] {
  let paths = collected.get(kind);
  if (!paths) collected.set(kind, (paths = [...walk(kind, formats[kind], '')]));
  return paths;
}

function* walk(kind: Kind, field: Field<unknown>, path: string): Generator<KeyPath> {
  const { shape } = field;
  switch (shape.is) {
    case 'either':
      for (const form of shape.forms) yield* walk(kind, form, path);
      break;
    case 'list':
      yield* walk(kind, shape.of, `${path}[]`);
      break;
    case 'dictionary':
      yield* walk(kind, shape.of, `${path}.*`);
      break;
    case 'block':
      for (const [key, child] of Object.entries(shape.keys)) {
        const below = path === '' ? key : `${path}.${key}`;
        yield { kind, path: below, field: child };
        yield* walk(kind, child, below);
      }
      break;
    default:
  }
}
