/** `attest --format text`: one line an approval, and what it comes to. */
import { relative } from 'node:path';
import type { Line, Result } from './attest-report';
import { count, painter, printable, type Paint } from './terminal';

const WORDS: Readonly<Record<Result, string>> = {
  recorded: 'recorded',
  'to-record': 'not written',
  unchanged: 'unchanged',
  refused: 'refused',
};
const STYLES = { recorded: 'green', 'to-record': 'yellow', unchanged: 'gray', refused: 'red' } as const;

/** `file:line:column` counted from 1, which terminals and editors open on a click. */
const placeOf = ({ path, line, character }: Line, cwd: string): string =>
  `${printable(relative(cwd, path))}:${line + 1}:${character + 1}`;

function sentencesOf({ title, record, reason }: Line, cwd: string): readonly string[] {
  if (!record) return [reason ?? ''];
  const { name, named, path, isSelfAttested, expectedEmail } = record;
  const { effective, email } = record.record;
  return [
    `${title}, approved by ${name} on ${effective}, in ${relative(cwd, path)}.`,
    ...(isSelfAttested ? [`Self-attested: ${name} made it or answers for it.`] : []),
    ...(named === undefined ? [] : [`The file names ${named} there.`]),
    ...(expectedEmail === undefined
      ? []
      : [`Written as ${email ?? ''}, while the file gives ${expectedEmail} for ${name}.`]),
  ];
}

const line = (each: Line, cwd: string, paint: Paint): string =>
  [
    placeOf(each, cwd),
    paint(STYLES[each.result], WORDS[each.result]),
    ...sentencesOf(each, cwd).map(printable),
  ].join(' ');

function summary(lines: readonly Line[], isDryRun: boolean): string {
  const number = (result: Result): number => lines.filter((each) => each.result === result).length;
  const parts = [
    ...(number('recorded') > 0 ? [`${count(number('recorded'), 'approval')} recorded`] : []),
    ...(number('to-record') > 0
      ? [
          isDryRun
            ? `${count(number('to-record'), 'approval')} would be recorded`
            : `${count(number('to-record'), 'approval')} not written, since all or none was asked for`,
        ]
      : []),
    ...(number('unchanged') > 0 ? [`${number('unchanged')} recorded before and unchanged`] : []),
    ...(number('refused') > 0 ? [`${number('refused')} refused`] : []),
  ];
  return `${parts.join(', ')}.`;
}

export function attestText(
  lines: readonly Line[],
  { cwd, color, isDryRun }: { readonly cwd: string; readonly color: boolean; readonly isDryRun: boolean },
): string {
  const paint = painter(color);
  return [
    ...lines.map((each) => line(each, cwd, paint)),
    '',
    summary(lines, isDryRun),
    'A record, not a signature.',
    '',
  ].join('\n');
}
