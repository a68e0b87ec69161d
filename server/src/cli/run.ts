/** `aims COMMAND …`: picks the command and turns what goes wrong into one line and an exit code. */
import { version } from '../../../package.json';
import { nearest } from '../catalogue';
import { attest } from './attest';
import { check } from './check';
import type { Command } from './command';
import { diff } from './diff';
import { explain } from './explain';
import { init } from './init';
import { EXIT, UsageError, type Io } from './io';
import { lsp } from './lsp';
import { mcp } from './mcp';
import { status } from './status';
import { printable } from './terminal';

const COMMANDS: readonly Command[] = [check, status, diff, explain, init, attest, lsp, mcp];

const HELP = `aims: ISO/IEC 42001, the AI management system standard, as code.

${COMMANDS.map(({ name, summary }) => `  aims ${name.padEnd(8)} ${summary}`).join('\n')}

  aims COMMAND --help   options of a command
  aims --version        version of this program

It is no certification and no legal advice.
`;

const isHelp = (word: string | undefined): boolean => word === '--help' || word === '-h';

function commandNamed(word: string): Command {
  const found = COMMANDS.find(({ name }) => name === word);
  if (found) return found;
  const what = word.startsWith('-') ? 'option' : 'command';
  const close = nearest(
    word,
    COMMANDS.map(({ name }) => name),
  );
  const hint = close === undefined ? 'aims --help lists the commands' : `did you mean ${close}?`;
  throw new UsageError(`no ${what} ${printable(word)} (${hint})`);
}

async function dispatch(argv: readonly string[], io: Io): Promise<number> {
  const [word, ...args] = argv;
  if (isHelp(word) || (word === 'help' && args.length === 0)) {
    io.out(HELP);
    return EXIT.clean;
  }
  if (word === '--version' || word === '-V') {
    io.out(`${version}\n`);
    return EXIT.clean;
  }
  if (word === undefined) throw new UsageError('say what to do (aims --help lists the commands)');
  const command = commandNamed(word === 'help' ? (args[0] ?? '') : word);
  const rest = args.slice(0, args.includes('--') ? args.indexOf('--') : undefined);
  if (word === 'help' || rest.some(isHelp)) {
    io.out(command.help);
    return EXIT.clean;
  }
  return command.run(args, io);
}

/**
 * Runs one command line. Never throws.
 *
 * @param argv what stands behind `aims`
 * @returns the exit code
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  try {
    return await dispatch(argv, io);
  } catch (error) {
    if (error instanceof UsageError) io.err(`aims: ${error.message}`);
    else
      io.err(
        `aims: failed inside. ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    return EXIT.failed;
  }
}
