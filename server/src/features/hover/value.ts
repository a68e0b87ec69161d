/** Hover of a value, by what its field takes. */
import { catalogue } from '../../catalogue';
import { addDuration, parseDay, parseDuration } from '../../model/scalars';
import type { Field, Shape } from '../../schema/field';
import type { ScalarFormat } from '../../schema/field';
import type { Existence } from '../../workspace/host';
import { paragraphs } from '../markup';
import { entryHover, stageHover } from './catalogue-entry';
import type { HoverContext } from './context';
import { entityHover } from './entity';

type Scalar = Exclude<Shape, { is: 'list' | 'dictionary' | 'block' | 'either' }>;

/** The scalar a field takes: its own, or that of its short form. */
function scalarOf({ shape }: Field<unknown>): Scalar | undefined {
  switch (shape.is) {
    case 'either':
      return shape.forms.map(scalarOf).find((found) => found !== undefined);
    case 'list':
    case 'dictionary':
    case 'block':
      return undefined;
    default:
      return shape;
  }
}

export function valueHover(context: HoverContext, field: Field<unknown>, text: string): string | undefined {
  const shape = scalarOf(field);
  if (!shape) return undefined;
  switch (shape.is) {
    case 'scalar':
      return formatHover(context, shape.format, text);
    case 'person':
      return definitionHover(context, ['person'], text);
    case 'id':
      return definitionHover(context, [shape.of], text);
    case 'reference':
      return (
        definitionHover(context, shape.to, text) ??
        (shape.also.includes('requirement') ? entryHover(context, text) : undefined)
      );
    case 'choice':
      return choiceHover(context, shape.values, text);
  }
}

function definitionHover(
  context: HoverContext,
  kinds: Extract<Shape, { is: 'reference' }>['to'],
  text: string,
): string | undefined {
  for (const kind of kinds) {
    const found = context.snapshot.lookup(kind, text, context.cursor.uri);
    if (found) return entityHover(context, found);
  }
  return undefined;
}

function choiceHover(
  context: HoverContext,
  values: Readonly<Record<string, string>>,
  text: string,
): string | undefined {
  if (!Object.hasOwn(values, text)) return undefined;
  const stage = catalogue.stages.find(({ id }) => id === text);
  if (stage) return stageHover(context, stage);
  return `${context.markup.bold(context.markup.text(text))}: ${values[text] ?? ''}`;
}

const EXISTENCE: Readonly<Record<Existence, string>> = {
  file: 'The file is there.',
  directory: 'This is a folder.',
  missing: 'There is no such file.',
  outside: 'This leads out of the workspace and is not read.',
  unknown: 'Whether it is there could not be found out.',
};

function formatHover(context: HoverContext, format: ScalarFormat, text: string): string | undefined {
  const { snapshot, cursor, markup, date } = context;
  switch (format) {
    case 'control':
    case 'requirement':
      return entryHover(context, text);
    case 'date':
      return parseDay(text) === undefined ? undefined : paragraphs(distance(text, date));
    case 'duration': {
      const duration = parseDuration(text);
      return duration && `Counted from ${date}: until ${addDuration(date, duration)}.`;
    }
    case 'path':
    case 'evidence': {
      const resolved = snapshot.resolve(text, cursor.uri);
      if (resolved.kind === 'url') return 'An address on the web. It is never fetched.';
      return paragraphs(markup.code(text), EXISTENCE[snapshot.exists(resolved)]);
    }
    default:
      return undefined;
  }
}

/** Days between a day and the day everything is judged at. */
function distance(day: string, date: string): string {
  const days = Math.round((Date.parse(day) - Date.parse(date)) / 86_400_000);
  if (days === 0) return `${day} is the day everything is judged at.`;
  const count = `${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'}`;
  return `${day} is ${count} ${days < 0 ? 'before' : 'after'} ${date}.`;
}
