/** `aims init --assessment [PATH] [--system ID]`: drafts the impact assessment of the system whose card is there, and links it. */
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nearest as closest } from '../../catalogue';
import { newAssessment } from '../../fixes/new-assessment';
import { toUri } from '../../node/paths';
import type { SystemEntry } from '../../workspace/snapshot';
import { folderOf, isWithin } from '../../workspace/uri';
import { UsageError, type Io } from '../io';
import { printable, quoted } from '../terminal';
import { deliver } from './deliver';
import { lookAt, pathFrom, type Asked, type Looked } from './look';

export interface AskedAssessment extends Asked {
  /** Id of the system; needed only where several could be meant. */
  readonly system: string | undefined;
}

/** @returns the exit code */
export async function initAssessment(asked: AskedAssessment, io: Io): Promise<number> {
  const looked = await lookAt(asked.typed ?? '.', io);
  const { engine, host, target } = looked;
  const system = systemThere(looked, asked, io);
  const changes = await newAssessment(
    engine.snapshot,
    system,
    undefined,
    async (uri) => (await host.stat(uri)) === 'missing',
  );
  const card = fileURLToPath(system.uri);
  const shown = pathFrom(io, card);
  const created = changes?.find((change) => change.kind === 'create');
  if (!changes || !created)
    throw new UsageError(
      system.body.id === undefined
        ? `${shown} has no id, by which an assessment could name it; nothing was written`
        : `no name for an assessment is free beside ${shown}; nothing was written`,
    );
  const edits = changes.filter(({ kind }) => kind === 'edit');
  return deliver(
    {
      created,
      edits,
      root: target.root,
      how: edits.length > 0 ? `linked in ${shown}` : '',
      next: {
        steps:
          'fill in what is marked TODO; who is affected and what can go wrong for them, no file says. Then:',
        check: relative(io.cwd, card),
      },
    },
    engine,
    asked,
    io,
  );
}

/**
 * The system without an assessment that is named, or whose card is named, stands in the folder, or is the nearest above.
 * @throws {UsageError} where there is none, or several could be meant
 */
function systemThere(looked: Looked, asked: AskedAssessment, io: Io): SystemEntry {
  const { given } = looked;
  const found = systemsMeant(looked, asked.system);
  const open = found.filter(({ assessments }) => assessments.length === 0);
  const [system, another] = open;
  if (system && !another) return system;
  const at = ({ uri }: { readonly uri: string }): string => pathFrom(io, fileURLToPath(uri));
  if (system && another) {
    const names = open.map((each) => `${printable(each.id)} (${at(each)})`).join(', ');
    const isTold = system.id !== another.id;
    const path = isTold ? (asked.typed ?? '') : relative(io.cwd, fileURLToPath(system.uri));
    const words = [...(path === '' ? [] : [path]), ...(isTold ? ['--system', system.id] : [])];
    throw new UsageError(
      `several systems here have no impact assessment: ${names}. Say which: aims init --assessment ${words.map(quoted).join(' ')}`,
    );
  }
  const [first] = found;
  const [assessment] = first?.assessments ?? [];
  if (first && assessment)
    throw new UsageError(
      `${printable(first.id)} is assessed in ${at(assessment)} already; nothing was written`,
    );
  throw new UsageError(
    asked.system === undefined
      ? `no card of an AI system is at ${printable(given)}, in it or above it; aims init drafts one`
      : noSuchSystem(asked.system, looked),
  );
}

const cardsOf = ({ engine: { snapshot } }: Looked): readonly SystemEntry[] =>
  snapshot.systems.filter(({ inventoryOnly }) => !inventoryOnly);

/** Systems of the card that is named, else of the nearest; by their id, also of cards below. */
function systemsMeant(looked: Looked, id: string | undefined): readonly SystemEntry[] {
  const { target } = looked;
  const cards = cardsOf(looked);
  const folder = toUri(target.folder);
  const there =
    target.path === target.folder
      ? nearest(cards, folder)
      : cards.filter(({ uri }) => uri === toUri(target.path));
  if (id === undefined) return there;
  const named = there.filter((system) => system.id === id);
  const isFile = target.path !== target.folder;
  return named.length > 0 || isFile
    ? named
    : cards.filter((system) => system.id === id && isWithin(system.uri, folder));
}

function noSuchSystem(id: string, looked: Looked): string {
  const close = closest(
    id,
    cardsOf(looked).map((system) => system.id),
  );
  const hint = close === undefined ? '' : `; did you mean ${printable(close)}?`;
  return `no card at ${printable(looked.given)} or around it has the id ${printable(id)}${hint}`;
}

/** Cards in a folder, else in the nearest folder above that has some. */
function nearest(cards: readonly SystemEntry[], folder: string): readonly SystemEntry[] {
  const around = cards.filter(({ uri }) => isWithin(folder, folderOf(uri)));
  const longest = Math.max(...around.map(({ uri }) => folderOf(uri).length));
  return around.filter(({ uri }) => folderOf(uri).length === longest);
}
