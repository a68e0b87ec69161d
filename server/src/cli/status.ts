/** `aims status PATH`: where each requirement stands, at one day. */
import type { Trend } from '../page/view';
import type { Settings } from '../settings/settings';
import { readArgs, readWord, type Command } from './command';
import { readDayOption, today } from './day';
import { openEngines, type Engine } from './engine';
import { EXIT, UsageError } from './io';
import { settingsFor, TEST_RESULTS_HELP } from './judging';
import { fromSource } from './revision';
import { statusHtml } from './status-html';
import { statusJson } from './status-json';
import { statusText } from './status-text';
import { readTrend } from './status-trend';
import { subjectsOf } from './subjects';
import { printable } from './terminal';

const FORMATS = ['text', 'json', 'html'] as const;

const HELP = `aims status PATH [options]

Shows where each requirement of ISO/IEC 42001 stands: for the organizations and AI systems described at PATH, and for
the organization above them.

  --format text|json|html
                       how to print it (text); html is one page, whose links count from the working directory
  --no-trend           html: leave out the last twelve months, which are read from git
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
      'no-trend': { type: 'boolean', default: false },
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
    const print = async (): Promise<string> => {
      switch (format) {
        case 'json':
          return statusJson(subjects, day, commit);
        case 'text':
          return statusText(subjects, { day, color: io.color, given: path, revision: commit && values.rev });
        case 'html':
          return engine ? statusHtml(engine, subjects, { day, cwd: io.cwd, trend: await trend(engine) }) : '';
      }
    };
    const trend = async ({ targets: [target] }: Engine): Promise<Trend | undefined> => {
      if (values['no-trend'] || !target) return undefined;
      const settings = (root: string): Partial<Settings> => settingsFor(judging, io, root);
      return readTrend({ path, root: target.root, day, head: commit?.hash, settings }, io);
    };
    io.out(await print());
    for (const failure of engine?.failures ?? []) io.err(printable(failure));
    return engine && engine.failures.length > 0 ? EXIT.failed : EXIT.clean;
  },
};
