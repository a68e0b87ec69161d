/** `aims init --assessment [PATH]`: drafts the impact assessment of the system whose card is there, and links it. */
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newAssessment } from '../../fixes/new-assessment';
import { toUri } from '../../node/paths';
import type { SystemEntry } from '../../workspace/snapshot';
import { folderOf, isWithin } from '../../workspace/uri';
import { EXIT, UsageError, type Io } from '../io';
import { printable, quoted } from '../terminal';
import { lookAt, pathFrom, type Asked, type Looked } from './look';
import { writeFiles } from './write';

/** @returns the exit code */
export async function initAssessment({ typed, isDryRun }: Asked, io: Io): Promise<number> {
  const looked = await lookAt(typed ?? '.', io);
  const { engine, host, target } = looked;
  const system = systemThere(looked, io);
  const changes = await newAssessment(
    engine.snapshot,
    system,
    undefined,
    async (uri) => (await host.stat(uri)) === 'missing',
  );
  const card = pathFrom(io, fileURLToPath(system.uri));
  const created = changes?.find((change) => change.kind === 'create');
  if (!changes || !created)
    throw new UsageError(
      system.body.id === undefined
        ? `${card} has no id, by which an assessment could name it; nothing was written`
        : `no name for an assessment is free beside ${card}; nothing was written`,
    );
  for (const line of engine.failures) io.err(printable(line));
  const isLinked = changes.some(({ kind }) => kind === 'edit');
  const path = pathFrom(io, fileURLToPath(created.uri));
  if (isDryRun) {
    io.out(created.text);
    if (isLinked) io.err(`${card} would link it: impactAssessment`);
    return EXIT.clean;
  }
  await writeFiles(target.root, changes, engine.snapshot, io);
  io.out(`Wrote ${path}${isLinked ? `, linked in ${card}` : ''}.

Next: fill in what is marked TODO; who is affected and what can go wrong for them, no file says. Then:

  aims check ${quoted(relative(io.cwd, fileURLToPath(system.uri)))}
`);
  return EXIT.clean;
}

/**
 * The system without an assessment whose card is named, stands in the folder, or is the nearest above it.
 * @throws {UsageError} where there is none, or several could be meant
 */
function systemThere({ engine: { snapshot }, target, given }: Looked, io: Io): SystemEntry {
  const cards = snapshot.systems.filter(({ inventoryOnly }) => !inventoryOnly);
  const found =
    target.path === target.folder
      ? nearest(cards, toUri(target.folder))
      : cards.filter(({ uri }) => uri === toUri(target.path));
  const open = found.filter(({ assessments }) => assessments.length === 0);
  const [system, another] = open;
  if (system && !another) return system;
  const names = (systems: readonly SystemEntry[]): string =>
    systems.map(({ id, uri }) => `${printable(id)} (${pathFrom(io, fileURLToPath(uri))})`).join(', ');
  if (system)
    throw new UsageError(
      `several systems here have no impact assessment: ${names(open)}. Name the card: aims init --assessment ${quoted(relative(io.cwd, fileURLToPath(system.uri)))}`,
    );
  const [first] = found;
  const [assessment] = first?.assessments ?? [];
  if (first && assessment)
    throw new UsageError(
      `${printable(first.id)} is assessed in ${pathFrom(io, fileURLToPath(assessment.uri))} already; nothing was written`,
    );
  throw new UsageError(
    `no card of an AI system is at ${printable(given)}, in it or above it; aims init drafts one`,
  );
}

/** Cards in a folder, else in the nearest folder above that has some. */
function nearest(cards: readonly SystemEntry[], folder: string): readonly SystemEntry[] {
  const around = cards.filter(({ uri }) => isWithin(folder, folderOf(uri)));
  const longest = Math.max(...around.map(({ uri }) => folderOf(uri).length));
  return around.filter(({ uri }) => folderOf(uri).length === longest);
}
