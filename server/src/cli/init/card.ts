/** `aims init [PATH]`: drafts the card of an AI system from what its files say. */
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cardIn, draftIn, placesIn, projectFolder } from '../../draft';
import { toUri } from '../../node/paths';
import { isWithin } from '../../workspace/uri';
import type { Engine } from '../engine';
import { UsageError, type Io } from '../io';
import { count, printable, quoted } from '../terminal';
import { deliver } from './deliver';
import { lookAt, pathFrom, type Asked, type Looked } from './look';

/** Files named as what a card was drafted from. */
const MOST_NAMED = 10;

/** @returns the exit code */
export async function initCard({ typed, isDryRun }: Asked, io: Io): Promise<number> {
  const { target, engine, host, given } = await look(typed, io);
  const folder = toUri(target.folder);
  rejectCard(engine, folder, io);
  const drafted = await draftIn(host, engine.snapshot, folder);
  if (!drafted) throw new UsageError(nothingIn(given));
  for (const line of several(drafted.projects, given)) io.err(line);
  const { length } = drafted.sources;
  return deliver(
    {
      created: { kind: 'create', uri: drafted.uri, text: drafted.text },
      edits: [],
      root: target.folder,
      how:
        length === 0
          ? ''
          : `drafted from ${count(length, 'file')}: ${printable(placesIn(drafted.sources, MOST_NAMED))}`,
      next: {
        steps:
          'check each line against the source its comment names, and fill in what is marked TODO. Then see what is due:',
        check: given,
      },
    },
    engine,
    { isDryRun },
    io,
  );
}

/**
 * A folder that is named is meant; for a file, and where nothing is named, it is the project's.
 * @throws {UsageError} where it cannot be read
 */
async function look(typed: string | undefined, io: Io): Promise<Looked> {
  const found = await lookAt(typed ?? '.', io);
  const { target, engine, host } = found;
  const isFile = target.path !== target.folder;
  if (typed !== undefined && !isFile) return found;
  rejectCovered(found, io);
  const project = fileURLToPath(await projectFolder(host, engine.snapshot, toUri(target.folder)));
  return project === target.folder && !isFile ? found : lookAt(relative(io.cwd, project) || '.', io);
}

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
