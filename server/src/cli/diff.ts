/** `aims diff REV [PATH]`: what a change makes missing, stale or suspect, and what it closes. */
import { readArgs, readWord, type Command } from './command';
import { readDayOption, today } from './day';
import { differenceOf, type Difference } from './diff/difference';
import { diffJson } from './diff/json';
import { openSides } from './diff/sides';
import { diffText } from './diff/text';
import { EXIT, UsageError } from './io';
import { printable } from './terminal';

const FORMATS = ['text', 'json'] as const;

const HELP = `aims diff REV [PATH] [options]

Shows what changed since a commit, tag or branch: requirements that stand worse or better, AI systems and findings that
are new or gone. The files as of REV are compared with those on disk at PATH (.), both judged at the same day.

  --format text|json   how to print it (text)
  --at YYYY-MM-DD      judge both at this day (today, in UTC)
  --fail-on-worse      exit with 1 where a requirement stands worse, or an error or a warning is new

What git leaves alone (.gitignore) counts as the same on both sides. For what a branch changed, compare with where it
began: aims diff $(git merge-base origin/main HEAD)

Exit code: 0, 1 with --fail-on-worse, 2 the comparison could not be done.
`;

const isWorse = ({ worse, appeared }: Difference): boolean =>
  worse.length > 0 ||
  appeared.findings.some(({ severity }) => severity === 'error' || severity === 'warning');

export const diff: Command = {
  name: 'diff',
  summary: 'Show what a change makes worse or better.',
  help: HELP,
  run: async (args, io) => {
    const { values, positionals } = readArgs('diff', args, {
      format: { type: 'string', default: 'text' },
      at: { type: 'string' },
      'fail-on-worse': { type: 'boolean', default: false },
    });
    const format = readWord('format', values.format, FORMATS);
    const day = readDayOption('at', values.at, io) ?? today(io);
    const [revision, path = '.', another] = positionals;
    if (revision === undefined)
      throw new UsageError('diff needs a commit, tag or branch, such as `aims diff HEAD`');
    if (another !== undefined)
      throw new UsageError(`diff takes one commit and one path, not also ${printable(another)}`);
    const sides = await openSides(revision, path, day, io);
    const difference = differenceOf(sides);
    const folder = sides.after.targets[0]?.folder ?? io.cwd;
    io.out(
      format === 'json'
        ? diffJson(difference, day, folder)
        : diffText(difference, { day, revision, cwd: io.cwd, color: io.color }),
    );
    for (const failure of difference.failures) io.err(printable(failure));
    if (difference.failures.length > 0) return EXIT.failed;
    return values['fail-on-worse'] && isWorse(difference) ? EXIT.findings : EXIT.clean;
  },
};
