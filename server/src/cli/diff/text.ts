/** `diff --format text`: what got worse, what got better, what is new and what is gone. */
import { relative } from 'node:path';
import type { Day } from '../../model/scalars';
import { titleOf } from '../../verdict/requirement';
import { VERDICTS, type SubjectResult } from '../../verdict/types';
import { findingLine } from '../check-text';
import type { FileFinding } from '../findings';
import { count, painter, printable, type Paint } from '../terminal';
import type { Difference } from './difference';
import type { VerdictChange } from './verdicts';

export interface DiffTextOptions {
  readonly day: Day;
  /** What it is compared with, as typed. */
  readonly revision: string;
  /** Absolute; files are named from here. */
  readonly cwd: string;
  readonly color: boolean;
}

const nameOf = ({ subject }: SubjectResult | VerdictChange): string =>
  printable(`${subject.kind === 'organization' ? 'Organization' : 'AI system'} ${subject.id}`);

/** Under the name of each subject what became of its requirements, with the reason why it stands so now. */
function changeLines(changes: readonly VerdictChange[], paint: Paint): readonly string[] {
  return changes.flatMap((change, at) => {
    const { before, after } = change;
    const isFirst = changes[at - 1]?.subject !== change.subject;
    return [
      ...(isFirst ? [`  ${nameOf(change)}`] : []),
      `    ${titleOf(after.requirement.id)}: ${before.verdict} -> ${paint('bold', after.verdict)}`,
      ...after.reasons.slice(0, 1).map(({ message }) => `      ${paint('gray', printable(message))}`),
    ];
  });
}

const counts = ({ results }: SubjectResult): string =>
  VERDICTS.flatMap((verdict) => {
    const number = results.filter((result) => result.verdict === verdict).length;
    return number === 0 ? [] : [`${number} ${verdict}`];
  }).join(', ');

/** Without a line: where it stood, something else stands now. */
const goneLine = (finding: FileFinding, cwd: string): string =>
  `  ${printable(relative(cwd, finding.path))} ${finding.rule} ${printable(finding.message)}`;

/** What was wrong with it is no news. */
function goneSubject(gone: SubjectResult, findings: readonly FileFinding[]): string {
  const own = findings.filter(({ uri }) => uri === gone.subject.uri).length;
  return `  ${nameOf(gone)}${own > 0 ? `, with ${count(own, 'finding')}` : ''}`;
}

const summary = ({ worse, better, other, appeared, gone }: Difference): string => {
  const parts = [
    [worse.length, 'worse'],
    [better.length, 'better'],
    [other.length, 'changed otherwise'],
    [appeared.subjects.length + appeared.findings.length, 'new'],
    [gone.subjects.length + gone.findings.length, 'gone'],
  ] as const;
  return parts.flatMap(([number, what]) => (number > 0 ? [`${number} ${what}`] : [])).join(', ');
};

export function diffText(difference: Difference, options: DiffTextOptions): string {
  const { day, revision, cwd, color } = options;
  const { worse, better, other, appeared, gone, commit } = difference;
  const paint = painter(color);
  const groups: readonly (readonly [string, readonly string[]])[] = [
    [paint('red', 'Worse'), changeLines(worse, paint)],
    [paint('green', 'Better'), changeLines(better, paint)],
    [paint('bold', 'Changed otherwise'), changeLines(other, paint)],
    [
      paint('yellow', 'New'),
      [
        ...appeared.subjects.map((each) => `  ${nameOf(each)}: ${counts(each)}`),
        ...appeared.findings.map((finding) => `  ${findingLine(finding, cwd, paint)}`),
      ],
    ],
    [
      paint('bold', 'Gone'),
      [
        ...gone.subjects.map((each) => goneSubject(each, gone.findings)),
        ...gone.findings
          .filter(({ uri }) => !gone.subjects.some(({ subject }) => subject.uri === uri))
          .map((finding) => goneLine(finding, cwd)),
      ],
    ],
  ];
  const since = `${printable(revision)} (${commit.hash.slice(0, 10)})`;
  const said = summary(difference);
  return [
    ...groups.flatMap(([title, lines]) => (lines.length > 0 ? [title, ...lines, ''] : [])),
    said === ''
      ? `Nothing changed since ${since}, judged at ${day}.`
      : `Since ${since}, judged at ${day}: ${said}.`,
    '',
  ].join('\n');
}
