/** Hover in AIMS files, and in comments for AIMS in code: controls and clauses wherever they are written, keys, stages, ids, days and paths. */
import { catalogue } from '../../catalogue';
import type { Day } from '../../model/scalars';
import type { Position, Range } from '../../syntax/types';
import type { Snapshot } from '../../workspace/snapshot';
import { cursorAt, fieldOf, pointedAt, type Pointed } from '../cursor';
import { describeField } from '../field-words';
import type { DueDay } from '../dashboard/agenda';
import { markupFor, paragraphs } from '../markup';
import { subjectOf } from '../subject';
import { annotationHover } from './annotation';
import { approvalHover } from './approval';
import { entryHover } from './catalogue-entry';
import type { HoverContext, HoverResult } from './context';
import { frameworkHover } from './frameworks';
import { callHover } from './in-code';
import { valueHover } from './value';

export type { HoverResult } from './context';

/**
 * @param cell of a notebook
 * @param dueIn what falls due in a file, in the words of its findings; asked only for days
 * @returns undefined in files that are not ours, and where there is nothing to say
 */
export function hover(
  snapshot: Snapshot,
  date: Day,
  uri: string,
  position: Position,
  isMarkdown: boolean,
  cell?: number,
  dueIn: (uri: string) => readonly DueDay[] = () => [],
): HoverResult | undefined {
  const code = snapshot.code.get(uri);
  if (code) {
    const at = { uri, position, cell };
    return annotationHover(snapshot, date, at, isMarkdown) ?? callHover(snapshot, code, at, isMarkdown);
  }
  const cursor = cursorAt(snapshot, uri, position);
  const pointed = cursor && pointedAt(cursor);
  if (!pointed) return undefined;
  const context: HoverContext = {
    snapshot,
    date,
    cursor,
    markup: markupFor(isMarkdown),
    subject: subjectOf(snapshot, cursor.artefact),
    dueIn,
  };
  const inText = controlInText(context, pointed);
  if (inText) return { ...inText, isMarkdown };
  const text = pointed.part === 'key' ? keyHover(context, pointed) : ofValue(context, pointed);
  return text === undefined ? undefined : { text, isMarkdown, range: pointed.range };
}

function ofValue(context: HoverContext, pointed: Pointed): string | undefined {
  const { route, text } = pointed;
  const field = fieldOf(context.cursor, route);
  const said = [
    frameworkHover(context, route, text) ?? (field && valueHover(context, field, pointed)),
    approvalHover(context, route),
  ];
  return said.some((each) => each !== undefined) ? paragraphs(...said) : undefined;
}

function keyHover(context: HoverContext, { route, text }: Pointed): string | undefined {
  const holder = fieldOf(context.cursor, route.slice(0, -1));
  const dictionary = holder?.shape.is === 'dictionary' ? holder.shape.keys : undefined;
  if (dictionary === 'control' || dictionary === 'clause') return entryHover(context, text);
  const field = fieldOf(context.cursor, route);
  if (!field) return undefined;
  const { markup } = context;
  return paragraphs(markup.bold(markup.text(text)), describeField(markup, field));
}

const CONTROL_ID = /\bA\.\d{1,2}(?:\.\d{1,2}){1,2}\b/g;

/** A control named in running text, such as a reason: the id under the cursor, with its own range. */
function controlInText(
  context: HoverContext,
  { part, range }: Pointed,
): { readonly text: string; readonly range: Range } | undefined {
  if (part !== 'value' || range.start.line !== range.end.line) return undefined;
  const { parsed, offset } = context.cursor;
  const start = parsed.offsetAt(range.start);
  const written = parsed.text.slice(start, parsed.offsetAt(range.end));
  for (const match of written.matchAll(CONTROL_ID)) {
    const from = start + match.index;
    const to = from + match[0].length;
    if (offset < from || offset > to || !catalogue.controls.has(match[0])) continue;
    const text = entryHover(context, match[0]);
    return text === undefined ? undefined : { text, range: parsed.rangeOf({ start: from, end: to }) };
  }
  return undefined;
}
