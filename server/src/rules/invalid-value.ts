import { tr } from '../l10n/tr';
import { isPlaceholder } from '../model/scalars';
import { oneEdit, replaceAt } from '../fixes/yaml';
import type { FormatProblem } from '../model/problems';
import { defineRule } from './rule';
import { keyOf } from './shared-format';
import { respell } from './shared-spelling';

type BadScalar = Extract<FormatProblem, { code: 'bad-scalar' }>;

const messageFor = ({ format, text, detail }: BadScalar): string => {
  if (format === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(text) ? 'impossibleDay' : 'date';
  if (format === 'number' && respell('number', text) !== undefined) return 'quoted';
  return detail ?? format;
};

export const invalidValue = defineRule({
  id: 'invalid-value',
  group: 'format',
  severity: 'error',
  basis: 'format',
  summary: 'A day, duration, number, comparison or identifier is not written in the form that is read.',
  why: 'It cannot be read, so it counts as not there: a review with a wrong day is no review.',
  help: 'Days are written 2026-11-01, durations `6 months`, comparisons `">= 0.85"`, numbers without a unit.',
  message: {
    impossibleDay: 'The calendar has no {text}.',
    date: '`{key}` takes a day such as 2026-11-01, not {text}.',
    duration: '`{key}` takes a duration such as 6 months, 2 weeks or 30 days, not {text}.',
    number: '`{key}` takes a number such as 0.87, not {text}.',
    quoted: '`{key}` takes a number, and what stands in quotes is a text. Take off the quotes: {text}.',
    boolean: '`{key}` takes true or false, not {text}.',
    comparison: '`{key}` takes a comparison such as ">= 0.85", not {text}.',
    email: '`{key}` takes an e-mail address, not {text}.',
    digest: '`{key}` takes `sha256:` and the 64 digits `sha256sum` prints, not {text}.',
    orcid: '`{key}` takes an ORCID iD in the form 0000-0002-1825-0097, not {text}.',
    checksum: 'The ORCID iD {text} has a slip: its check digit does not fit. Copy it anew from orcid.org.',
  },
  on: 'format-problem',
  check: ({ problem }, report) => {
    if (problem.code !== 'bad-scalar' || isPlaceholder(problem.text)) return;
    report(
      { place: problem.place, part: 'value' },
      {
        message: messageFor(problem),
        args: { key: keyOf(problem.place), text: problem.text },
        data: { spelling: respell(problem.format, problem.text) },
      },
    );
  },
  fixes: ({ place, data }, { snapshot }) =>
    place && typeof data.spelling === 'string'
      ? oneEdit(
          tr('Write {0}', data.spelling),
          place.uri,
          replaceAt(snapshot, place, 'value', data.spelling),
          {
            preferred: true,
            lossless: true,
          },
        )
      : [],
});
