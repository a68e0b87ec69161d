/** Explains a key of the format. */
import { describeField } from '../../features/field-words';
import { PLAIN } from '../../features/markup';
import { KINDS } from '../../schema';
import { keyPaths, type KeyPath } from '../../schema/key-paths';
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

/** Keys of several kinds of file that are the same: one path, one meaning. */
type SameKeys = readonly [KeyPath, ...KeyPath[]];

/** Keys with this path, in any kind of file; `system.use` asks for one kind. */
export function keysNamed(typed: string): readonly SameKeys[] {
  const kind = KIND_PREFIX.exec(typed)?.[1];
  const path = kind === undefined ? typed : typed.slice(kind.length + 1);
  const found: [KeyPath, ...KeyPath[]][] = [];
  for (const key of ALL) {
    if ((kind !== undefined && key.kind !== kind) || !patternOf(key.path).test(path)) continue;
    const same = found.find(([first]) => first.field === key.field && first.path === key.path);
    if (same) same.push(key);
    else found.push([key]);
  }
  return found;
}

/** Paths that end in this key, shortest first; what a profile repeats of a card is left out. */
const pathsEndingIn = (key: string): readonly string[] =>
  allPaths()
    .filter((path) => path.endsWith(`.${key}`) && !path.startsWith('profiles.'))
    .sort((x, y) => x.length - y.length);

/** A key inside a block, named alone; of several each with what it means there. Nothing where there is none. */
export function explainKeysInside(name: string, paint: Paint): readonly string[] {
  const [only, ...more] = pathsEndingIn(name).flatMap(keysNamed);
  if (!only) return [];
  if (more.length === 0) return [explainKey(only, paint)];
  const meanings = [only, ...more].map(([{ path, field }]) => `${path}: ${PLAIN.prose(field.doc)}`);
  return [joinParts(heading(paint, name, '', ['key inside others']), bullets('Where it stands', meanings))];
}

export const allPaths = (): readonly string[] => [...new Set(ALL.map(({ path }) => path))];

/** `system: datasets` and the like, for every key that gives evidence for a requirement. */
export const keysServing = (requirement: string): readonly string[] =>
  ALL.filter(({ field }) => field.serves?.includes(requirement)).map(({ kind, path }) => `${path} (${kind})`);

/** Sections of the organization's file that give evidence for a requirement. */
export const sectionsServing = (requirement: string): readonly string[] =>
  ALL.filter(
    ({ kind, path, field }) =>
      kind === 'organization' && !path.includes('.') && field.serves?.includes(requirement),
  ).map(({ path }) => path);

/** What follows a block's path in the path of a key right inside it: `[]` or `.*` of a list or dictionary, then its name. */
const RIGHT_INSIDE = /^(?:\[\]|\.\*)*\.([^.[]+)$/;

const childrenOf = (key: KeyPath): readonly string[] =>
  keyPaths(key.kind).flatMap(({ path, field }) => {
    const name = path.startsWith(key.path) ? RIGHT_INSIDE.exec(path.slice(key.path.length))?.[1] : undefined;
    return name === undefined ? [] : [`${name}: ${PLAIN.prose(field.doc)}`];
  });

/** The words of the hover on the key, and the keys inside it. */
export const explainKey = (keys: SameKeys, paint: Paint): string => {
  const [{ path, field }] = keys;
  return joinParts(
    heading(paint, path, '', [`key of ${keys.map(({ kind }) => kind).join(' and ')}`]),
    describeField(PLAIN, field),
    bullets('Keys in it', childrenOf(keys[0])),
  );
};
