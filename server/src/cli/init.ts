/** `aims init [PATH]`: drafts the card of an AI system from what its files say. */
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cardIn, draftIn, projectFolder } from '../draft';
import { createFile } from '../node/create-file';
import { toUri } from '../node/paths';
import { WriteError } from '../node/replace-files';
import type { WorkspaceHost } from '../workspace/host';
import { isWithin } from '../workspace/uri';
import { readArgs, type Command } from './command';
import { today } from './day';
import { openEngines, type Engine } from './engine';
import { EXIT, UsageError, type Io } from './io';
import { onDisk } from './source';
import type { Target } from './target';
import { count, printable } from './terminal';

const HELP = `aims init [PATH] [--dry-run]

Drafts a card, aims.yaml, for an AI system from what is there: calls of libraries in the code, the front matter of a
README.md as on the Hugging Face Hub, MLmodel, dvc.yaml and *.dvc, files that name packages (requirements*.txt,
pyproject.toml, setup.cfg, setup.py, Pipfile, environment.yml, package.json) and lock their versions, Dockerfile and
compose.yaml, the licence and git. Nothing of it is run. A comment behind each value names its source. What no file says
is marked TODO. Nothing that is there is overwritten.

The card goes into the folder PATH. For a file of code, and without PATH, it goes where the editor puts it: into the
nearest folder above that names packages or is a repository, else beside the code.

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
    const [typed, another] = positionals;
    if (another !== undefined) throw new UsageError(`init takes one folder, not also ${printable(another)}`);
    const { target, engine, host, given } = await look(typed, io);
    const folder = toUri(target.folder);
    rejectCard(engine, folder, io);
    const drafted = await draftIn(host, engine.snapshot, folder);
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

interface Looked {
  readonly target: Target;
  readonly engine: Engine;
  readonly host: WorkspaceHost;
  /** The folder, as it can be typed. */
  readonly given: string;
}

/**
 * A folder that is named is meant; for a file, and where nothing is named, it is the project's.
 * @throws {UsageError} where it cannot be read
 */
async function look(typed: string | undefined, io: Io): Promise<Looked> {
  const source = onDisk(io);
  const open = async (given: string): Promise<Looked> => {
    const target = await source.target(given);
    const [engine] = await openEngines([target], today(io), source);
    if (!engine) throw new UsageError(`${printable(given)} cannot be read`);
    return { target, engine, host: source.host([target.folder], target.root), given };
  };
  const found = await open(typed ?? '.');
  const { target, engine, host } = found;
  const isFile = target.path !== target.folder;
  if (typed !== undefined && !isFile) return found;
  rejectCovered(found, io);
  const project = fileURLToPath(await projectFolder(host, engine.snapshot, toUri(target.folder)));
  return project === target.folder && !isFile ? found : open(relative(io.cwd, project) || '.');
}

const pathFrom = ({ cwd }: Io, path: string): string => printable(relative(cwd, path));

/**
 * Who names no folder asks where the card belongs: nowhere, where all that is there belongs to one above.
 * @throws {UsageError} where it does
 */
function rejectCovered({ target: { path, folder }, engine: { snapshot } }: Looked, io: Io): void {
  const at = toUri(folder);
  const code = [...snapshot.code.values()].filter(
    ({ uri, facts }) => isWithin(uri, toUri(path)) && facts.signals.length > 0,
  );
  const above = code.map(({ coveredBy }) => coveredBy.find(({ uri }) => !isWithin(uri, at)));
  const [card] = above;
  if (!card || above.includes(undefined)) return;
  const what = printable(relative(io.cwd, path) || '.');
  throw new UsageError(
    `${what} belongs to ${pathFrom(io, fileURLToPath(card.uri))} already; nothing was written. For a card of its own, name the folder: aims init ${quoted(relative(io.cwd, folder) || '.')}`,
  );
}

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
