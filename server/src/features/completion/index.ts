/** Completion in AIMS files, and in comments for AIMS in code: keys, words, ids, days, paths. Works on text that does not parse yet. */
import { translatable } from '../../l10n/tr';
import { block, text, type Field } from '../../schema/field';
import type { Locus, Position, Route } from '../../syntax/types';
import { cursorAt, fieldOf, type Cursor } from '../cursor';
import { subjectOf } from '../subject';
import { completeAnnotation } from './annotation';
import { asIfEmpty, heldOpenAt, inItsPlace } from './held-open';
import { inPlace } from './in-place';
import { keyCompletions } from './keys';
import { clauseRows, controlRows } from './requirements';
import { fileSnippets, itemSnippets, rowSnippets, sectionSnippets } from './sections';
import { completeSuppression } from './suppression';
import type { Completion, CompletionContext, CompletionOptions, CompletionResult } from './types';

export type { Completion, CompletionResult } from './types';

/**
 * @param cell of a notebook
 * @returns undefined in files that are not ours
 */
export async function complete(
  options: CompletionOptions,
  uri: string,
  position: Position,
  cell?: number,
): Promise<CompletionResult | undefined> {
  const silencing = completeSuppression(options, { uri, position, cell });
  if (silencing) return silencing;
  if (options.snapshot.code.has(uri)) return completeAnnotation(options, { uri, position, cell });
  const found = cursorAt(options.snapshot, uri, position);
  if (!found) return undefined;
  const cursor = { ...found, locus: behindColons(found) };
  const context = { ...options, cursor, subject: subjectOf(options.snapshot, cursor.artefact) };
  const items = isInComment(context) ? [] : await offeredAt(context);
  return {
    // Of equals, the order given; ranks never mix.
    items: items.map((item, index) => ({ ...item, rank: item.rank * 10_000 + index })),
    replace: cursor.parsed.rangeOf(cursor.locus.replace),
  };
}

/** To YAML, `test_a.py::` with nothing behind it is a key. It is evidence whose test is about to be named. */
function behindColons({ locus, offset, parsed }: Cursor): Locus {
  const key = locus.route.at(-1);
  if (locus.at !== 'value' || locus.prefix !== '' || typeof key !== 'string') return locus;
  const prefix = `${key}:`;
  const start = offset - prefix.length;
  if (!key.endsWith(':') || parsed.text.slice(Math.max(0, start), offset) !== prefix) return locus;
  return { ...locus, route: locus.route.slice(0, -1), prefix, replace: { start, end: offset } };
}

function isInComment({ cursor: { parsed, offset } }: CompletionContext): boolean {
  const { line } = parsed.positionAt(offset);
  return parsed.comments.some(
    ({ span }) => span.start < offset && parsed.positionAt(span.start).line === line,
  );
}

/** Where a placeholder stands and nothing can take its place, what is typed is text like any other. */
async function offeredAt(context: CompletionContext): Promise<readonly Completion[]> {
  const { cursor } = context;
  const held = heldOpenAt(cursor);
  if (held === undefined) return itemsAt(context);
  const empty = { ...context, cursor: { ...cursor, locus: asIfEmpty(cursor.locus) } };
  const instead = inItsPlace(await itemsAt(empty), held, cursor.locus.prefix !== '');
  return instead.length > 0 ? instead : itemsAt(context);
}

async function itemsAt(context: CompletionContext): Promise<readonly Completion[]> {
  const { locus, yaml } = context.cursor;
  const { route } = locus;
  switch (locus.at) {
    case 'key':
      return entriesOf(context, route.slice(0, -1), String(route.at(-1)));
    case 'child':
      return route.length === 0 && yaml.blocks.length === 0
        ? [...fileSnippets(context), ...entriesOf(context, route)]
        : belowKey(context, route);
    case 'value':
      return besideKey(context, route);
  }
}

/** The top of a file that does not say yet what it describes. */
const OF_NO_KIND = block(
  {
    aims: text(translatable('Version of the format: 1.')),
    kind: text(translatable('What the file describes: organization, system or impact-assessment.')),
  },
  translatable('An AIMS file.'),
  ['aims', 'kind'],
);

function fieldAtRoute({ cursor }: CompletionContext, route: Route): Field<unknown> | undefined {
  if (cursor.kind) return fieldOf(cursor, route);
  if (route.length === 0) return OF_NO_KIND;
  return route.length === 1 && (route[0] === 'kind' || route[0] === 'aims') ? text('') : undefined;
}

/** New entries of the map at a route, or another key for one that is there. */
function entriesOf(context: CompletionContext, route: Route, renaming?: string): readonly Completion[] {
  const field = fieldAtRoute(context, route);
  if (!field) return [];
  const isNew = renaming === undefined;
  if (field.shape.is !== 'dictionary')
    return [
      ...keyCompletions(context, field, route, { renaming }),
      ...(isNew ? sectionSnippets(context, field, route) : []),
    ];
  const { keys } = field.shape;
  if (keys === 'control')
    return [...controlRows(context, route, renaming), ...(isNew ? rowSnippets(context, keys) : [])];
  if (keys === 'clause')
    return [...clauseRows(context, route, renaming), ...(isNew ? rowSnippets(context, keys) : [])];
  return [];
}

/** On a line below a key: entries of a block, items of a list, or the value itself. */
async function belowKey(context: CompletionContext, route: Route): Promise<readonly Completion[]> {
  const field = fieldAtRoute(context, route);
  if (!field) return [];
  if (field.shape.is !== 'list') return [...entriesOf(context, route), ...(await inPlace(context, field))];
  const item = field.shape.of;
  const { locus } = context.cursor;
  const values = await inPlace(context, item);
  if (locus.flow) return values;
  const keys = keyCompletions(context, item, [...route, -1], { column: locus.indent + 2 });
  const dashed = [...values, ...keys].map((entry) => ({ ...entry, newText: `- ${entry.newText}` }));
  return [...dashed, ...itemSnippets(context, item)];
}

/** Behind a colon or a dash, or inside brackets. */
async function besideKey(context: CompletionContext, route: Route): Promise<readonly Completion[]> {
  const field = fieldAtRoute(context, route);
  if (!field) return [];
  const values = await inPlace(context, field);
  // Behind a dash the first key of an item may stand on the same line.
  return typeof route.at(-1) === 'number' && !context.cursor.locus.flow
    ? [...values, ...keyCompletions(context, field, route)]
    : values;
}
