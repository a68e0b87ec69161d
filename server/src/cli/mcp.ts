/** `aims mcp [PATH]`: tools for language models, over the Model Context Protocol. */
import { version } from '../../../package.json';
import { callTool, TOOLS, type ToolAnswer } from '../agents';
import { readArgs, type Command } from './command';
import { readDayOption, today } from './day';
import { openEngines } from './engine';
import { EXIT, UsageError, type Io } from './io';
import { settingsFor, TEST_RESULTS_HELP } from './judging';
import { onDisk } from './source';
import { printable } from './terminal';

const HELP = `aims mcp [PATH] [options]

Offers tools to language models (Model Context Protocol, on standard input and output): what is open, what a requirement
asks, how a system stands, what a file touches, an outline of evidence to fill in. They read the files at PATH, by default
the working directory, and change nothing.

${TOOLS.map(({ name, summary }) => `  ${name.padEnd(26)} ${summary}`).join('\n')}

  --at YYYY-MM-DD      judge everything at this day (today, in UTC)
  --test-results PATH  ${TEST_RESULTS_HELP}; may be repeated

Exit code: 0 when the client has gone, 2 where it could not start.
`;

export const mcp: Command = {
  name: 'mcp',
  summary: 'Offer tools to language models (MCP).',
  help: HELP,
  run: async (args, io) => {
    const { values, positionals } = readArgs('mcp', args, {
      at: { type: 'string' },
      'test-results': { type: 'string', multiple: true },
    });
    const [path = '.', another] = positionals;
    if (another !== undefined) throw new UsageError(`mcp takes one path, not also ${printable(another)}`);
    const asked = {
      path,
      at: readDayOption('at', values.at, io),
      testResults: values['test-results'] ?? [],
    };
    // Said now rather than at the first call.
    await onDisk(io).target(path);
    const { serveTools } = await import('./mcp/serve');
    await serveTools({
      version,
      tools: TOOLS,
      call: oneByOne((name, input) => answer(name, input, asked, io)),
      onError: (message) => io.err(`aims mcp: ${printable(message)}`),
    });
    return EXIT.clean;
  },
};

interface Asked {
  readonly path: string;
  readonly at: ReturnType<typeof readDayOption>;
  readonly testResults: readonly string[];
}

/** The files are read at each call: whoever asks may have changed them a moment ago. */
async function answer(
  name: string,
  input: unknown,
  { path, at, testResults }: Asked,
  io: Io,
): Promise<ToolAnswer> {
  const source = onDisk(io);
  try {
    const target = await source.target(path);
    const day = at ?? today(io);
    const [engine] = await openEngines([target], day, source, (root) =>
      settingsFor({ testResults }, io, root),
    );
    if (!engine) return { error: 'Nothing can be read there.' };
    const answered = callTool(engine, name, input);
    for (const failure of engine.failures) io.err(printable(failure));
    return answered;
  } catch (error) {
    if (error instanceof UsageError) return { error: error.message };
    throw error;
  } finally {
    source.close();
  }
}

/** Many calls at once would each hold a whole workspace in memory. */
function oneByOne<A extends readonly unknown[], R>(
  call: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  let last: Promise<unknown> = Promise.resolve();
  return (...args) => {
    const next = last.then(() => call(...args));
    last = next.catch(() => undefined);
    return next;
  };
}
