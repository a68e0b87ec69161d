/** `aims init [PATH]`: drafts the card of an AI system from what its files say. */
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cardIn, draftIn } from '../draft';
import { createFile } from '../node/create-file';
import { toUri } from '../node/paths';
import { WriteError } from '../node/replace-files';
import { readArgs, type Command } from './command';
import { today } from './day';
import { openEngines, type Engine } from './engine';
import { EXIT, UsageError, type Io } from './io';
import { onDisk } from './source';
import { count, printable } from './terminal';

const HELP = `aims init [PATH] [--dry-run]

Drafts a card, aims.yaml, for the AI system in the folder PATH (.) from what is there: calls of libraries in the code,
the front matter of a README.md as on the Hugging Face Hub, MLmodel, dvc.yaml and *.dvc, requirements*.txt,
pyproject.toml, environment.yml, package.json, the licence and git. A comment behind each value names its source. What no
file says is marked TODO. Nothing that is there is overwritten.

  --dry-run   print the card, write nothing

Exit code: 0, or 2 where there is a card already, nothing to draft it from, or it cannot be written.
`;

const options = { 'dry-run': { type: 'boolean', default: false } } as const;

export const init: Command = {
  name: 'init',
  summary: 'Draft the card of an AI system from its code and files.',
  help: HELP,
  run: async (args, io) => {
    const { values, positionals } = readArgs('init', args, options);
    const [given = '.', another] = positionals;
    if (another !== undefined) throw new UsageError(`init takes one folder, not also ${printable(another)}`);
    const source = onDisk(io);
    const target = await source.target(given);
    if (target.path !== target.folder)
      throw new UsageError(`${printable(given)} is a file; init needs the folder of an AI system`);
    const [engine] = await openEngines([target], today(io), source);
    if (!engine) throw new UsageError(`${printable(given)} cannot be read`);
    const folder = toUri(target.folder);
    rejectCard(engine, folder, io);
    const drafted = await draftIn(source.host([target.folder], target.root), engine.snapshot, folder);
    if (!drafted) throw new UsageError(nothingIn(given));
    for (const line of [...engine.failures.map(printable), ...several(drafted.projects, given)]) io.err(line);
    if (values['dry-run']) {
      io.out(drafted.text);
      return EXIT.clean;
    }
    const path = fileURLToPath(drafted.uri);
    try {
      await createFile(target.folder, path, drafted.text);
    } catch (error) {
      if (!(error instanceof WriteError)) throw error;
      throw new UsageError(`${pathFrom(io, path)} cannot be written: ${printable(error.message)}`);
    }
    io.out(written(pathFrom(io, path), drafted.sources, given));
    return EXIT.clean;
  },
};

const pathFrom = ({ cwd }: Io, path: string): string => printable(relative(cwd, path));

/** @throws {UsageError} where the folder has a card, or a file that may be one */
function rejectCard({ snapshot }: Engine, folder: string, io: Io): void {
  const there = cardIn(snapshot, folder);
  if (there === undefined) return;
  throw new UsageError(`${pathFrom(io, fileURLToPath(there))} is there already; nothing was written`);
}

const nothingIn = (given: string): string =>
  `nothing in ${printable(given)} says anything about AI: no call of a library we know, no README.md about a model, no MLmodel, DVC file or requirement (aims init --help lists what is read)`;

/** Where the folder looks like more than one system. */
const several = (projects: readonly string[], given: string): readonly string[] =>
  projects.length < 2
    ? []
    : [
        `${projects.map(printable).join(', ')} have packages of their own. If each is a system of its own, give each a card of its own instead: aims init ${quoted(join(given, projects[0] ?? ''))}`,
      ];

const quoted = (path: string): string => (/^[\w./-]+$/.test(path) ? path : `'${printable(path)}'`);

const written = (path: string, sources: number, given: string): string =>
  `Wrote ${path}, drafted from ${count(sources, 'file')}.

Next: check each line against the source its comment names, and fill in what is marked TODO. Then see what is due:

  aims check ${quoted(given)}
`;
