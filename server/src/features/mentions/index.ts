/** What the words of a file mention, in file order: the one reading behind colours, highlights and hints. */
import type { AimsFile } from '../../model/build';
import type { Field } from '../../schema/field';
import type { PlacedNode, TextSpan } from '../../syntax/types';
import { entriesOf, fieldBelow, perEntry, type Entry } from './entries';
import { entity, scalarMentions, whole, type Written } from './scalar';
import type { Mention } from './types';

export type { Mention, MentionKind } from './types';

/** A mention with where its entry starts. */
export interface MentionInFile {
  readonly mention: Mention;
  /** Offset in the text of the file. */
  readonly start: number;
}

/** @param within only of entries that touch this stretch of the text */
export function* mentionsIn(
  { parsed, artefacts }: AimsFile,
  within: TextSpan = { start: 0, end: parsed.text.length },
): Generator<MentionInFile> {
  for (const { yaml, kind } of artefacts)
    for (const entry of entriesOf(kind, yaml)) {
      const { start: base, end } = entry.placed.entry;
      if (end < within.start) continue;
      if (base > within.end) return;
      for (const mention of ofEntry(entry, parsed.text)) yield { mention, start: base + mention.start };
    }
}

const ofEntry = perEntry(({ placed, field, holder }: Entry, text: string): readonly Mention[] => [
  ...walk(placed, field, holder, { text, base: placed.entry.start }),
]);

interface Source {
  readonly text: string;
  readonly base: number;
}

function* walk(
  placed: PlacedNode,
  field: Field<unknown> | undefined,
  holder: Field<unknown> | undefined,
  source: Source,
): Generator<Mention> {
  const { key, node, step } = placed;
  const written = key && typeof step === 'string' ? writtenAt(key, step, source) : undefined;
  if (written && holder) yield* keyMentions(holder, written);
  if (node?.kind === 'scalar') {
    const value = field && writtenAt(placed.value, node.text, source);
    if (field && value) yield* scalarMentions(field, value);
  } else for (const child of placed.children()) yield* walk(child, fieldBelow(field, child), field, source);
}

function keyMentions({ shape }: Field<unknown>, key: Written): readonly Mention[] {
  if (shape.is !== 'dictionary' || key.text.startsWith('x-')) return [];
  switch (shape.keys) {
    case 'text':
      return [];
    case 'control':
    case 'extension-control':
      return [whole('control', key, 'declares')];
    case 'clause':
      return [whole('clause', key, 'declares')];
    default:
      return [entity(key, [shape.keys], 'declares')];
  }
}

/** Text as it stands in the file; undefined where what is meant is not what is written: escapes, several lines, aliases. */
function writtenAt(span: TextSpan, meant: string, { text, base }: Source): Written | undefined {
  const raw = text.slice(span.start, span.end);
  const start = span.start - base;
  if (/[\r\n]/.test(raw)) return undefined;
  if (raw === meant) return { text: raw, start };
  return raw.slice(1, -1) === meant && /^["']/.test(raw) ? { text: meant, start: start + 1 } : undefined;
}
