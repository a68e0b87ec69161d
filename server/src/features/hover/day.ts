/** Hover of a day: how far it is, and what falls due because of it. */
import { tr, translatable } from '../../l10n/tr';
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
        `${markup.bold(due < date ? tr('Overdue since {0} ({1}):', due, distanceInTime(due, date)) : tr('Due on {0} ({1}):', due, distanceInTime(due, date)))} ${markup.message(message)}`,
    ),
  );
}

/** Days between a day and the day everything is judged at. */
const ONE_DAY = {
  before: translatable('{0} is 1 day before {1}'),
  after: translatable('{0} is 1 day after {1}'),
} as const;

const MANY_DAYS = {
  before: translatable('{0} is {2} days before {1}'),
  after: translatable('{0} is {2} days after {1}'),
} as const;

function distance(day: Day, date: Day): string {
  const days = Math.round((Date.parse(day) - Date.parse(date)) / 86_400_000);
  if (days === 0) return tr('{0} is the day everything is judged at.', day);
  const side = days < 0 ? 'before' : 'after';
  const count = tr(Math.abs(days) === 1 ? '1 day' : '{0} days', Math.abs(days));
  const words = distanceInTime(day, date);
  const isSame = words === tr('{0} ago', count) || words === tr('in {0}', count);
  const whole = tr(Math.abs(days) === 1 ? ONE_DAY[side] : MANY_DAYS[side], day, date, Math.abs(days));
  return `${whole}${isSame ? '' : ` (${words})`}.`;
}
