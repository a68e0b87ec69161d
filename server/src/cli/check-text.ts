/** `check --format text`: one line a finding, file by file, and what it comes to. */
import { relative } from 'node:path';
import type { Day } from '../model/scalars';
import { SEVERITIES, type Severity } from '../rules/rule';
import type { FileFinding } from './findings';
import { count, painter, printable, type Paint } from './terminal';

export interface TextOptions {
  readonly day: Day;
  /** Absolute; files are named from here, so that a terminal can open them. */
  readonly cwd: string;
  readonly color: boolean;
  /** As it was named, where the files are those of a commit. */
  readonly revision?: string | undefined;
  /** False where something could not be checked: then nothing is called clean. */
  readonly whole: boolean;
}

const STYLES = { error: 'red', warning: 'yellow', info: 'blue', hint: 'gray' } as const;

/** `2 warnings`; info has no plural. */
const counted = (number: number, severity: Severity): string =>
  severity === 'info' ? `${number} info` : count(number, severity);

/** `file:line:column` counted from 1, which terminals and editors open on a click. */
const placeOf = ({ path, cell, range }: FileFinding, cwd: string): string => {
  const inCell = cell === undefined ? '' : `:cell ${cell + 1}`;
  return `${printable(relative(cwd, path))}${inCell}:${range.start.line + 1}:${range.start.character + 1}`;
};

/** One line a finding, whatever text is in it. */
export const findingLine = (finding: FileFinding, cwd: string, paint: Paint): string =>
  [
    placeOf(finding, cwd),
    paint(STYLES[finding.severity], finding.severity),
    paint('bold', finding.rule),
    printable(finding.message),
  ].join(' ');

function summary(findings: readonly FileFinding[], { day, whole, revision }: TextOptions): string {
  const when = revision === undefined ? day : `${day} in ${printable(revision)}`;
  if (findings.length === 0)
    return whole
      ? `No findings at ${when}. No findings is not conformity.`
      : `No findings at ${when} in what could be checked.`;
  const counts = SEVERITIES.flatMap((severity) => {
    const number = findings.filter((finding) => finding.severity === severity).length;
    return number === 0 ? [] : [counted(number, severity)];
  });
  const files = new Set(findings.map(({ path }) => path)).size;
  return `${count(findings.length, 'finding')} in ${count(files, 'file')} at ${when}: ${counts.join(', ')}.`;
}

export function checkText(findings: readonly FileFinding[], options: TextOptions): string {
  const paint = painter(options.color);
  const lines = findings.flatMap((finding, index) => {
    const startsFile = index > 0 && findings[index - 1]?.path !== finding.path;
    return [...(startsFile ? [''] : []), findingLine(finding, options.cwd, paint)];
  });
  return [...lines, ...(lines.length > 0 ? [''] : []), summary(findings, options), ''].join('\n');
}
