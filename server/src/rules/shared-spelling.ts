/** What somebody meant who wrote a scalar in another form, where only one meaning is possible. */
import { parseComparison, parseDay, parseDuration } from '../model/scalars';
import type { ScalarFormat } from '../schema/field';

const UNITS: Readonly<Record<string, string>> = {
  d: 'day',
  day: 'day',
  w: 'week',
  wk: 'week',
  week: 'week',
  m: 'month',
  mo: 'month',
  mon: 'month',
  month: 'month',
  y: 'year',
  yr: 'year',
  year: 'year',
};

function day(text: string): string | undefined {
  const match = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})(?:[T ].*)?$/.exec(text.trim());
  if (!match) return undefined;
  const [, year = '', month = '', date = ''] = match;
  return parseDay(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);
}

function duration(text: string): string | undefined {
  const match = /^P?(\d{1,4})[\s-]*([a-z]+?)s?$/i.exec(text.trim());
  const unit = UNITS[match?.[2]?.toLowerCase() ?? ''];
  if (!match?.[1] || unit === undefined) return undefined;
  const written = `${match[1]} ${unit}${Number(match[1]) === 1 ? '' : 's'}`;
  return parseDuration(written) ? written : undefined;
}

function comparison(text: string): string | undefined {
  const written = text.trim().replace(/^=>/, '>=').replace(/^=</, '<=');
  return written !== text && parseComparison(written) ? JSON.stringify(written) : undefined;
}

/** Is read as a number where it stands without quotes. */
const PLAIN_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

const BOOLEANS: Readonly<Record<string, string>> = {
  yes: 'true',
  y: 'true',
  on: 'true',
  no: 'false',
  n: 'false',
  off: 'false',
};

/** The right spelling as YAML; undefined where nobody can be sure. */
export function respell(format: ScalarFormat, text: string): string | undefined {
  switch (format) {
    case 'date':
      return day(text);
    case 'duration':
      return duration(text);
    case 'comparison':
      return comparison(text);
    case 'number':
      return PLAIN_NUMBER.test(text) ? text : undefined;
    case 'boolean':
      return /^(?:true|false)$/i.test(text) ? text.toLowerCase() : BOOLEANS[text.toLowerCase()];
    default:
      return undefined;
  }
}
