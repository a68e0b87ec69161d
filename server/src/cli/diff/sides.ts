/** Opens both sides of a comparison: the files as of a commit, and the files as they stand on disk. */
import { stat } from 'node:fs/promises';
import { dirname, relative, sep } from 'node:path';
import type { Day } from '../../model/scalars';
import { toUri } from '../../node/paths';
import { createRevisionHost } from '../../node/revision-host';
import type { Commit } from '../../workspace/git';
import { relativePath } from '../../workspace/uri';
import { openEngines, type Engine } from '../engine';
import { UsageError, type Io } from '../io';
import { cannotAsk, openRevision, treeOf, type Revision } from '../revision';
import { onDisk } from '../source';
import { DISK, resolvePast, surroundingsOf, type Target } from '../target';
import { printable, quoted } from '../terminal';
import { besides } from './besides';

export interface Sides {
  readonly commit: Commit;
  readonly before: Engine;
  readonly after: Engine;
}

/**
 * @param name of the commit to compare with
 * @param given the path to compare; it need be there on one of the sides only
 * @throws {UsageError} where git cannot say, or nothing is there
 */
export async function openSides(name: string, given: string, day: Day, io: Io): Promise<Sides> {
  const { path, root } = await resolvePast(given, io.cwd);
  if (root === undefined)
    throw new UsageError(
      `${printable(given)} lies in no git repository, so there is nothing to compare with: name a path inside one, or judge the files as they are with aims check ${quoted(given)}`,
    );
  const revision = await openRevision(name, root, io);
  try {
    const target = await targetOf(given, path, revision, name);
    const ignored = await revision.git.ignored();
    if (!ignored.known) throw new UsageError(cannotAsk(ignored.doubt, name));
    const isLeftAlone = (uri: string): boolean =>
      ignored.value(uri) || revision.tree.submoduleOf(relativePath(toUri(root), uri) ?? '') !== undefined;
    const disk = onDisk(io);
    const then = (searched: readonly string[]): ReturnType<typeof besides> =>
      besides(createRevisionHost({ ...revision, searched }), disk.host(searched, root), isLeftAlone);
    const [[before], [after]] = await Promise.all([
      openEngines([target], day, { host: then }),
      openEngines([target], day, disk),
    ]);
    if (!before || !after) throw new Error('one target opens one engine');
    return { commit: revision.tree.files.commit, before, after };
  } finally {
    revision.tree.files.close();
  }
}

/** A path that is there on one side at least. */
async function targetOf(given: string, path: string, revision: Revision, name: string): Promise<Target> {
  const { root, tree } = revision;
  const [then, now] = await Promise.all([
    tree.follow(relative(root, path).split(sep).join('/')),
    stat(path).catch(() => undefined),
  ]);
  const isFile = now ? now.isFile() : then.kind === 'file';
  if (!now && then.kind !== 'file' && then.kind !== 'directory')
    throw new UsageError(`${printable(given)} exists neither now nor in ${printable(name)}`);
  const folder = isFile ? dirname(path) : path;
  const [a, b] = await Promise.all([
    surroundingsOf(folder, root, treeOf(revision)),
    surroundingsOf(folder, root, DISK),
  ]);
  // Each is above the folder: the shorter is above the other too.
  return { given, path, folder, root, surroundings: a.length < b.length ? a : b };
}
