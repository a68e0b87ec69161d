/** Reading the text of scalars: days, durations, comparisons, ORCID iDs. Pure calendar arithmetic in UTC, no time zones. */

/** A day of the calendar as YYYY-MM-DD; compares as text. */
export type Day = string;

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The day, or undefined where the calendar has no such day (2026-02-30) or the form is another. */
export function parseDay(text: string): Day | undefined {
  const match = DAY.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1) return undefined;
  // Every month has 28: a file has thousands of days.
  return day <= 28 || day <= daysInMonth(year, month) ? text : undefined;
}

export interface Duration {
  readonly count: number;
  readonly unit: 'day' | 'week' | 'month' | 'year';
}

const DURATION = /^(\d{1,4}) +(day|week|month|year)s?$/;

/** `6 months`, `1 month`, `2 weeks`, `30 days`, `1 year`; undefined for anything else, zero included. */
export function parseDuration(text: string): Duration | undefined {
  const match = DURATION.exec(text.trim());
  const count = Number(match?.[1] ?? 0);
  return match && count > 0 ? { count, unit: match[2] as Duration['unit'] } : undefined;
}

/** The day so much later. A month after 31 January is the last day of February; a year after 29 February is 28 February. */
export function addDuration(day: Day, duration: Duration): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  if (duration.unit === 'day' || duration.unit === 'week') {
    const days = duration.count * (duration.unit === 'week' ? 7 : 1);
    return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
  }
  const months = duration.count * (duration.unit === 'year' ? 12 : 1);
  const index = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  const toDate = Math.min(date, daysInMonth(toYear, toMonth));
  return [
    String(toYear).padStart(4, '0'),
    String(toMonth).padStart(2, '0'),
    String(toDate).padStart(2, '0'),
  ].join('-');
}

export interface Comparison {
  readonly operator: '<' | '<=' | '>' | '>=' | '=' | '!=';
  readonly bound: number;
}

const COMPARISON = /^(<=|>=|<|>|==?|!=|≤|≥)\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)\s*%?$/;
const OPERATORS: Readonly<Record<string, Comparison['operator']>> = { '≤': '<=', '≥': '>=', '==': '=' };

/** `>= 0.85`; undefined for anything else. */
export function parseComparison(text: string): Comparison | undefined {
  const match = COMPARISON.exec(text.trim());
  if (!match?.[1]) return undefined;
  const operator = OPERATORS[match[1]] ?? (match[1] as Comparison['operator']);
  return { operator, bound: Number(match[2]) };
}

/** Does a value keep to the bound? */
export function satisfies(value: number, { operator, bound }: Comparison): boolean {
  switch (operator) {
    case '<':
      return value < bound;
    case '<=':
      return value <= bound;
    case '>':
      return value > bound;
    case '>=':
      return value >= bound;
    case '=':
      return value === bound;
    case '!=':
      return value !== bound;
  }
}

const ORCID = /^(?:https:\/\/orcid\.org\/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])$/;

/** ISO 7064 MOD 11-2 over the first fifteen digits, as ORCID documents it. */
export function orcidProblem(text: string): 'form' | 'checksum' | undefined {
  const match = ORCID.exec(text);
  if (!match?.[1]) return 'form';
  const digits = match[1].replaceAll('-', '');
  let total = 0;
  for (const digit of digits.slice(0, 15)) total = (total + Number(digit)) * 2;
  const check = (12 - (total % 11)) % 11;
  return digits[15] === (check === 10 ? 'X' : String(check)) ? undefined : 'checksum';
}

/** `sha256:` and 64 hexadecimal digits, in letters of either case. */
export const isDigest = (text: string): boolean => /^sha256:[0-9a-f]{64}$/i.test(text.trim());

const PLACEHOLDER =
  /^(?:todo|tbd|tba|fixme|xxx+|to do|to be (?:done|defined|decided|written)|lorem ipsum.*|n\/?a\?|\.{3}|…|-+|\?+|<[^<>]*>|(?:todo|tbd|fixme)\s*[:(–—].*|(?:todo|tbd|fixme)\s+-.*)$/iu;
/** In capitals a note may follow at once: "TODO ask Bo". In small letters it may be a word: "todo lists". */
const LOUD_PLACEHOLDER = /^(?:TODO|TBD|FIXME)\b(?!-)/u;

/** Text that only holds a place open: it never counts as content. */
export function isPlaceholder(text: string): boolean {
  const trimmed = text.trim();
  return PLACEHOLDER.test(trimmed) || LOUD_PLACEHOLDER.test(trimmed);
}
