/** `status --format text`: subject by subject, phase by phase, with the first reason of each verdict. */
import type { PdcaPhase } from '../catalogue';
import type { Day } from '../model/scalars';
import { titleOf } from '../verdict/requirement';
import { VERDICTS, type RequirementResult, type SubjectResult, type Verdict } from '../verdict/types';
import { inOrder } from './status-json';
import { painter, printable, type Paint } from './terminal';

export interface StatusTextOptions {
  readonly day: Day;
  readonly color: boolean;
  /** The path as typed. */
  readonly given: string;
  /** As it was named, where the files are those of a commit. */
  readonly revision?: string | undefined;
}

const PHASES: readonly PdcaPhase[] = ['plan', 'do', 'check', 'act'];
const PHASE_TITLES: Readonly<Record<PdcaPhase, string>> = {
  plan: 'Plan',
  do: 'Do',
  check: 'Check',
  act: 'Act',
};

const STYLES: Readonly<Record<Verdict, Parameters<Paint>[0]>> = {
  'not-applicable': 'gray',
  'not-due': 'gray',
  unknown: 'magenta',
  suspect: 'red',
  overdue: 'red',
  missing: 'yellow',
  partial: 'yellow',
  attested: 'green',
  verified: 'green',
};

const WIDEST = Math.max(...VERDICTS.map((verdict) => verdict.length));

const counts = (results: readonly RequirementResult[]): string =>
  VERDICTS.flatMap((verdict) => {
    const number = results.filter((result) => result.verdict === verdict).length;
    return number === 0 ? [] : [`${number} ${verdict}`];
  }).join(', ');

const line = ({ requirement, verdict, reasons }: RequirementResult, paint: Paint): readonly string[] => [
  `    ${paint(STYLES[verdict], verdict.padEnd(WIDEST))}  ${titleOf(requirement.id)}`,
  ...reasons
    .slice(0, 1)
    .map(({ message }) => `    ${' '.repeat(WIDEST)}  ${paint('gray', printable(message))}`),
];

function subjectLines({ subject, results }: SubjectResult, paint: Paint): readonly string[] {
  const what = subject.kind === 'organization' ? 'Organization' : 'AI system';
  const name = subject.body.name?.value;
  const title = `${what} ${subject.id}${name === undefined ? '' : ` (${name})`}`;
  return [
    paint('bold', printable(title)),
    ...PHASES.flatMap((phase) => {
      const own = inOrder(results).filter(({ requirement }) => requirement.phase === phase);
      if (own.length === 0) return [];
      return [
        `  ${paint('bold', PHASE_TITLES[phase])}: ${counts(own)}`,
        ...own.flatMap((result) => line(result, paint)),
      ];
    }),
    '',
  ];
}

export function statusText(
  subjects: readonly SubjectResult[],
  { day, color, given, revision }: StatusTextOptions,
): string {
  const paint = painter(color);
  if (subjects.length === 0)
    return `Nothing at ${printable(given)} describes an organization or an AI system. A file aims.yaml with \`kind: system\` describes one.\n`;
  return [
    ...subjects.flatMap((each) => subjectLines(each, paint)),
    `Judged at ${day}${revision === undefined ? '' : ` in ${printable(revision)}`}. No certification and no legal advice.`,
    '',
  ].join('\n');
}
