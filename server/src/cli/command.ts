/** What a command of `aims` is, and how it reads its options. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError, type Io } from './io';

export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** The whole help text. */
  readonly help: string;
  /** @returns the exit code */
  run(args: readonly string[], io: Io): Promise<number>;
}

type Options = NonNullable<ParseArgsConfig['options']>;

/** The first sentence of what node:util says about bad arguments; the rest explains how to escape a dash. */
const firstSentence = (message: string): string => message.split(/\. |\n/)[0]?.replace(/\.$/, '') ?? message;

/**
 * Reads options and the words between them.
 *
 * @throws {UsageError} for an option the command does not have, or one without its value
 */
export function readArgs<const O extends Options>(command: string, args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${firstSentence(said)} (aims ${command} --help lists the options)`);
  }
}

/**
 * One of a few words.
 *
 * @throws {UsageError} for any other word
 */
export function readWord<W extends string>(option: string, given: string, words: readonly W[]): W {
  const found = words.find((word) => word === given);
  if (found === undefined) throw new UsageError(`--${option} ${given}: must be ${words.join(', ')}`);
  return found;
}
