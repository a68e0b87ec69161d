/** `aims status PATH`: where each requirement stands, at one day. */
import { readArgs, readWord, type Command } from './command';
import { readDay } from './day';
import { openEngines } from './engine';
import { EXIT, UsageError } from './io';
import { statusJson } from './status-json';
import { statusText } from './status-text';
import { subjectsOf } from './subjects';
import { printable } from './terminal';
import { resolveTarget } from './target';

const FORMATS = ['text', 'json'] as const;

const HELP = `aims status PATH [options]

Shows where each requirement of ISO/IEC 42001 stands: for the organizations and AI systems described at PATH, and for
the organization above them.

  --format text|json   how to print it (text)
  --at YYYY-MM-DD      judge everything at this day (today, in UTC)

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
    });
    const format = readWord('format', values.format, FORMATS);
    const day = readDay(values.at, io);
    const [path, another] = positionals;
    if (path === undefined) throw new UsageError('status needs a file or folder, such as `aims status .`');
    if (another !== undefined) throw new UsageError(`status takes one path, not also ${printable(another)}`);
    const [engine] = await openEngines([await resolveTarget(path, io.cwd)], day, io);
    const subjects = engine ? subjectsOf(engine) : [];
    io.out(
      format === 'json'
        ? statusJson(subjects, day)
        : statusText(subjects, { day, color: io.color, given: path }),
    );
    for (const failure of engine?.failures ?? []) io.err(printable(failure));
    return engine && engine.failures.length > 0 ? EXIT.failed : EXIT.clean;
  },
};
