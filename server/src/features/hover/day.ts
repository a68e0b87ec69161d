/** Hover of a day: how far it is, and what falls due because of it. */
import type { Day } from '../../model/scalars';
import type { Route } from '../../syntax/types';
import { distanceInTime } from '../hints/age';
import { paragraphs } from '../markup';
import type { HoverContext } from './context';

export function dayHover({ cursor, markup, date, dueIn }: HoverContext, route: Route, day: Day): string {
  const range = cursor.yaml.span(route, 'value');
  const start = range && cursor.parsed.positionAt(range.start);
  const mine = dueIn(cursor.uri).filter(
    ({ range: at }) => at.start.line === start?.line && at.start.character === start.character,
  );
  return paragraphs(
    distance(day, date),
    ...mine.map(
      ({ due, message }) =>
        `${markup.bold(due < date ? `Overdue since ${due} (${distanceInTime(due, date)}):` : `Due on ${due} (${distanceInTime(due, date)}):`)} ${markup.message(message)}`,
    ),
  );
}

/** Days between a day and the day everything is judged at. */
function distance(day: Day, date: Day): string {
  const days = Math.round((Date.parse(day) - Date.parse(date)) / 86_400_000);
  if (days === 0) return `${day} is the day everything is judged at.`;
  const count = `${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'}`;
  const words = distanceInTime(day, date);
  const inWords = words === `${count} ago` || words === `in ${count}` ? '' : ` (${words})`;
  return `${day} is ${count} ${days < 0 ? 'before' : 'after'} ${date}${inWords}.`;
}
