/** `aims check PATH…`: the findings of the editor, for people at a terminal and for machines. */
import { SEVERITIES, type Severity } from '../rules/rule';
import { checkJson } from './check-json';
import { checkText } from './check-text';
import { readArgs, readWord, type Command } from './command';
import { readDayOption, today } from './day';
import { openEngines } from './engine';
import { collectFindings } from './findings';
import { EXIT, UsageError } from './io';
import { readDays, settingsFor, TEST_RESULTS_HELP } from './judging';
import { fromSource } from './revision';
import { printable } from './terminal';

const FORMATS = ['text', 'json'] as const;
const FAIL_ON = ['error', 'warning', 'never'] as const;

const HELP = `aims check PATH... [options]

Reports what is wrong or missing in the AIMS files and ML code at each PATH, a file or a folder.

  --format text|json              how to print the findings (text)
  --at YYYY-MM-DD                 judge everything at this day (today, in UTC; with --rev, the day of the commit)
  --rev REV                       judge the files as of a commit, tag or branch, not those on disk
  --test-results PATH             ${TEST_RESULTS_HELP}; may be repeated
  --coming-due DAYS               how many days ahead something is said to come due (30; 0: not at all)
  --fail-on error|warning|never   from which severity on the exit code is 1 (warning)

Exit code: 0 no such finding, 1 there are some, 2 the check could not be done.
`;

const isAtLeast = (severity: Severity, bound: Severity): boolean =>
  SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(bound);

export const check: Command = {
  name: 'check',
  summary: 'Report what is wrong or missing in AIMS files and ML code.',
  help: HELP,
  run: async (args, io) => {
    const { values, positionals } = readArgs('check', args, {
      format: { type: 'string', default: 'text' },
      at: { type: 'string' },
      rev: { type: 'string' },
      'test-results': { type: 'string', multiple: true },
      'coming-due': { type: 'string' },
      'fail-on': { type: 'string', default: 'warning' },
    });
    const format = readWord('format', values.format, FORMATS);
    const failOn = readWord('fail-on', values['fail-on'], FAIL_ON);
    if (positionals.length === 0)
      throw new UsageError('check needs a file or folder, such as `aims check .`');
    const judging = {
      testResults: values['test-results'] ?? [],
      comingDueDays: readDays('coming-due', values['coming-due']),
    };
    const at = readDayOption('at', values.at, io);
    const { findings, failures, targets, day, commit } = await fromSource(values.rev, io, async (source) => {
      const targets = await Promise.all(positionals.map((path) => source.target(path)));
      const commit = source.commit();
      const day = at ?? commit?.day ?? today(io);
      return {
        ...collectFindings(await openEngines(targets, day, source, (root) => settingsFor(judging, io, root))),
        targets,
        day,
        commit,
      };
    });
    io.out(
      format === 'json'
        ? checkJson(findings, targets, commit)
        : checkText(findings, {
            ...{ day, cwd: io.cwd, color: io.color, whole: failures.length === 0 },
            revision: commit && values.rev,
          }),
    );
    for (const failure of failures) io.err(printable(failure));
    if (failures.length > 0) return EXIT.failed;
    const fails = findings.some(({ severity }) => failOn !== 'never' && isAtLeast(severity, failOn));
    return fails ? EXIT.findings : EXIT.clean;
  },
};
