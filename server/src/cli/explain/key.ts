/** Explains a key of the format. */
import { KINDS } from '../../schema';
import type { Shape } from '../../schema/field';
import { keyPaths, type KeyPath } from '../../schema/key-paths';
import { describeShape, wordsOf } from '../../schema/describe';
import type { Paint } from '../terminal';
import { bullets, heading, joinParts } from './parts';

const ALL: readonly KeyPath[] = KINDS.flatMap((kind) => keyPaths(kind));

const KIND_PREFIX = new RegExp(`^(${KINDS.join('|')})[.:]`);

/** `[]` may be left out or hold a number; `.*` stands for any key, quoted or with dots of its own. */
function patternOf(path: string): RegExp {
  const source = path
    .split(/(\[\]|\.\*)/)
    .map((part) =>
      part === '[]'
        ? '(?:\\[[^\\]]*\\])?'
        : part === '.*'
          ? '\\.(?:"[^"]+"|\\S+?)'
          : part.replaceAll('.', '\\.'),
    )
    .join('');
  return new RegExp(`^${source}$`);
}

/** Keys with this path, one for each kind of file that has it; `system.use` asks for one kind. */
export function keysNamed(typed: string): readonly KeyPath[] {
  const kind = KIND_PREFIX.exec(typed)?.[1];
  const path = kind === undefined ? typed : typed.slice(kind.length + 1);
  return ALL.filter((key) => (kind === undefined || key.kind === kind) && patternOf(key.path).test(path));
}

/** Paths that end in this key, shortest first, for suggestions; what a profile repeats of a card is left out. */
export const pathsEndingIn = (key: string): readonly string[] =>
  allPaths()
    .filter((path) => path.endsWith(`.${key}`) && !path.startsWith('profiles.'))
    .sort((x, y) => x.length - y.length);

export const allPaths = (): readonly string[] => [...new Set(ALL.map(({ path }) => path))];

/** `system: datasets` and the like, for every key that gives evidence for a requirement. */
export const keysServing = (requirement: string): readonly string[] =>
  ALL.filter(({ field }) => field.serves?.includes(requirement)).map(({ kind, path }) => `${path} (${kind})`);

const childrenOf = (key: KeyPath): readonly string[] =>
  keyPaths(key.kind)
    .filter(({ path }) =>
      new RegExp(`^[^.[]+$`).test(path.slice(key.path.length).replace(/^(?:\[\]|\.\*)*\./, '')),
    )
    .filter(({ path }) => path.startsWith(key.path) && /^(?:\[\]|\.\*)*\./.test(path.slice(key.path.length)))
    .map(({ path, field }) => `${path.slice(path.lastIndexOf('.') + 1)}: ${field.doc}`);

export const explainKey = (key: KeyPath, paint: Paint): string => {
  const shape: Shape = key.field.shape;
  return joinParts(
    heading(paint, key.path, '', [`key of ${key.kind}`, describeShape(shape)]),
    key.field.doc,
    bullets('Values', wordsOf(shape)),
    key.field.serves ? `Evidence for: ${key.field.serves.join(', ')}` : [],
    key.field.recordedOnly ? 'Kept for people: nothing is checked or computed from it yet.' : [],
    bullets('Keys in it', childrenOf(key)),
  );
};
