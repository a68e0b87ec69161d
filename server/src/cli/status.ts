/** `aims status PATH`: where each requirement stands, at one day. */
import { readArgs, readWord, type Command } from './command';
import { readDayOption, today } from './day';
import { openEngines } from './engine';
import { EXIT, UsageError } from './io';
import { settingsFor, TEST_RESULTS_HELP } from './judging';
import { fromSource } from './revision';
import { statusJson } from './status-json';
import { statusText } from './status-text';
import { subjectsOf } from './subjects';
import { printable } from './terminal';

const FORMATS = ['text', 'json'] as const;

const HELP = `aims status PATH [options]

Shows where each requirement of ISO/IEC 42001 stands: for the organizations and AI systems described at PATH, and for
the organization above them.

  --format text|json   how to print it (text)
  --at YYYY-MM-DD      judge everything at this day (today, in UTC; with --rev, the day of the commit)
  --test-results PATH  ${TEST_RESULTS_HELP}; may be repeated
  --rev REV            judge the files as of a commit, tag or branch, not those on disk

Exit code: 0, or 2 where it could not be said.
`;

export const status: Command = {
  name: 'status',
  summary: 'Show where each requirement stands.',
  help: HELP,
  run: async (args, io) => {
    const { values, positionals } = readArgs('status', args, {
      format: { type: 'string', default: 'text' },
      at: { type: 'string' },
      rev: { type: 'string' },
      'test-results': { type: 'string', multiple: true },
    });
    const format = readWord('format', values.format, FORMATS);
    const judging = { testResults: values['test-results'] ?? [] };
    const at = readDayOption('at', values.at, io);
    const [path, another] = positionals;
    if (path === undefined) throw new UsageError('status needs a file or folder, such as `aims status .`');
    if (another !== undefined) throw new UsageError(`status takes one path, not also ${printable(another)}`);
    const { engine, day, commit } = await fromSource(values.rev, io, async (source) => {
      const target = await source.target(path);
      const commit = source.commit();
      const day = at ?? commit?.day ?? today(io);
      return {
        engine: (await openEngines([target], day, source, (root) => settingsFor(judging, io, root)))[0],
        day,
        commit,
      };
    });
    const subjects = engine ? subjectsOf(engine) : [];
    io.out(
      format === 'json'
        ? statusJson(subjects, day, commit)
        : statusText(subjects, { day, color: io.color, given: path, revision: commit && values.rev }),
    );
    for (const failure of engine?.failures ?? []) io.err(printable(failure));
    return engine && engine.failures.length > 0 ? EXIT.failed : EXIT.clean;
  },
};
