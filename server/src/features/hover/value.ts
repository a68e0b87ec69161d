/** Hover of a value, by what its field takes. */
import { tr } from '../../l10n/tr';
import { catalogue } from '../../catalogue';
import { addDuration, parseDay, parseDuration } from '../../model/scalars';
import { formats, scalarShape, type ScalarShape } from '../../schema';
import type { Field, Shape } from '../../schema/field';
import { nameOfEntity } from '../entity-name';
import type { Pointed } from '../cursor';
import { paragraphs } from '../markup';
import { entryHover, stageHover } from './catalogue-entry';
import type { HoverContext } from './context';
import { dayHover } from './day';
import { digestHover } from './digest';
import { entityHover } from './entity';
import { pathHover } from './evidence';
import { figureHover } from './figures';
import { scaleHover } from './scale';

export function valueHover(
  context: HoverContext,
  field: Field<unknown>,
  pointed: Pointed,
): string | undefined {
  const { text } = pointed;
  const shape = scalarShape(field);
  if (!shape) return undefined;
  switch (shape.is) {
    case 'scalar':
      return formatHover(context, shape, pointed);
    case 'person':
      return definitionHover(context, ['person'], text) ?? byFullName(context, text);
    case 'id':
      return definitionHover(context, [shape.of], text);
    case 'reference':
      return (
        definitionHover(context, shape.to, text) ??
        (shape.also.includes('requirement') ? entryHover(context, text) : undefined)
      );
    case 'choice':
      return choiceHover(context, field, shape.values, text);
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

/** A person may be named in full just as well. */
function byFullName(context: HoverContext, text: string): string | undefined {
  const { snapshot, cursor } = context;
  const named = snapshot
    .candidates('person', cursor.uri)
    .find((person) => nameOfEntity(snapshot, person) === text);
  return named && entityHover(context, named);
}

function choiceHover(
  context: HoverContext,
  { doc }: Field<unknown>,
  values: Readonly<Record<string, string>>,
  text: string,
): string | undefined {
  if (!Object.hasOwn(values, text)) return undefined;
  const stage = catalogue.stages.find(({ id }) => id === text);
  if (stage) return stageHover(context, stage);
  const meaning = values[text] ?? '';
  // Some words say all there is: then what the key is for says more.
  const said = meaning === '' || meaning === text ? context.markup.prose(doc) : tr(meaning);
  return `${context.markup.bold(context.markup.text(text))}: ${said}`;
}

function formatHover(
  context: HoverContext,
  { format, scale }: Extract<ScalarShape, { is: 'scalar' }>,
  { route, text }: Pointed,
): string | undefined {
  const { markup, date, cursor } = context;
  switch (format) {
    case 'control':
    case 'requirement':
      return entryHover(context, text);
    case 'date':
      return parseDay(text) === undefined ? undefined : dayHover(context, route, text);
    case 'duration': {
      const duration = parseDuration(text);
      return duration && tr('Counted from {0}: until {1}.', date, addDuration(date, duration));
    }
    case 'path':
    case 'evidence':
      return paragraphs(figureHover(context, route), pathHover(context, route, text));
    case 'comparison':
    case 'number':
      return figureHover(context, route);
    case 'digest':
      return digestHover(context, route);
    case 'scale':
      return scale && scaleHover(context, route, scale, text);
    case 'text':
      if (route.at(-1) === 'anchor' && route.includes('evidence')) return pathHover(context, route, text);
      if (route.length === 1 && route[0] === 'kind' && cursor.kind)
        return markup.prose(formats[cursor.kind].doc);
      return figureHover(context, route);
    default:
      return undefined;
  }
}
