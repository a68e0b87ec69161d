import type { Reading, Root } from '../reading';
import { BlockReader } from './blocks';
import { isOrdinary } from './characters';
import { Lines } from './lines';

/**
 * Reads a stretch of YAML that uses only what nearly all cards are written with: maps and lists in block style, scalars
 * and brackets that end on their line, block scalars, comments. Undefined for everything else, above all for whatever is
 * not valid: the `yaml` package reads that, and knows what to say. Where there is a result, it is the one `yaml` leads to.
 */
export function readFast(text: string): Reading | undefined {
  if (!isOrdinary(text)) return undefined;
  const lines = new Lines(text);
  const root = lines.column < 0 ? EMPTY : readRoot(lines);
  if (root === undefined) return undefined;
  const { comments } = lines;
  return {
    roots: [root],
    problems: NONE,
    comments: comments.length === 0 ? NONE : comments.slice(),
    entangled: false,
  };
}

const NONE: readonly never[] = [];

/** Nothing but comments. */
const EMPTY: Root = { node: undefined, place: undefined, start: 0 };

function readRoot(lines: Lines): Root | undefined {
  const { start } = lines;
  const read = new BlockReader(lines).root();
  return read && { ...read, start };
}
