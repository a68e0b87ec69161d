/** Document highlights: an id and wherever this file names it. */
import type { Position, Range } from '../../syntax/types';
import type { Snapshot } from '../../workspace/snapshot';
import { mentionsIn } from '../mentions';
import { namesSameAs } from './same';

export interface Highlight {
  readonly range: Range;
  /** `write` where the id is given, `read` where it is used. */
  readonly kind: 'read' | 'write';
}

/** @returns undefined where no id stands, so that the editor can look for equal words */
export function highlightsAt(
  snapshot: Snapshot,
  uri: string,
  position: Position,
): readonly Highlight[] | undefined {
  const file = snapshot.files.get(uri);
  if (!file) return undefined;
  const { parsed } = file;
  const offset = parsed.offsetAt(position);
  const all = [...mentionsIn(file)];
  const at = all.find(({ start, mention }) => start <= offset && offset <= start + mention.length)?.mention;
  const isSame = at && namesSameAs(at);
  if (!isSame) return undefined;
  return all
    .filter(({ mention }) => isSame(mention))
    .map(({ mention, start }) => ({
      range: parsed.rangeOf({ start, end: start + mention.length }),
      kind: mention.role === 'declares' ? 'write' : 'read',
    }));
}
