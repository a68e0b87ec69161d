/** When two words name the same thing. */
import type { Mention, MentionKind } from '../mentions';

const WITH_ID: ReadonlySet<MentionKind> = new Set(['control', 'clause', 'person', 'entity', 'path', 'test']);

/** Tells what names the same as this one does; undefined where it names nothing of its own. */
export function namesSameAs(one: Mention): ((other: Mention) => boolean) | undefined {
  if (!WITH_ID.has(one.is)) return undefined;
  return (other) =>
    other.is === one.is &&
    other.text === one.text &&
    (one.of.length === 0 || one.of.some((kind) => other.of.includes(kind)));
}
