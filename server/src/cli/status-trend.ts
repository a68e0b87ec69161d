/** The verdicts of a path at the end of each of the last months, by the commits of then. */
import { countsOf } from '../features/tree/nodes';
import type { Day } from '../model/scalars';
import { createGit } from '../node/git';
import { monthEndsBefore } from '../page/months';
import type { Trend } from '../page/view';
import { addCounts, type TrendPoint } from '../protocol';
import type { Settings } from '../settings/settings';
import { openEngines } from './engine';
import { UsageError, type Io } from './io';
import { fromSource } from './revision';
import { GIT_TIMEOUT } from './source';
import { subjectsOf } from './subjects';

export interface TrendOptions {
  /** As typed. */
  readonly path: string;
  /** The repository it lies in. */
  readonly root: string;
  readonly day: Day;
  /** The commit that counts as the last, in full; undefined: the one that is checked out. */
  readonly head: string | undefined;
  readonly settings: (root: string) => Partial<Settings>;
}

/** Month by month, so that one commit's files are held at a time. */
export async function readTrend({ path, root, day, head, settings }: TrendOptions, io: Io): Promise<Trend> {
  const git = createGit(root, {
    environment: io.env,
    timeout: GIT_TIMEOUT,
    ...(head === undefined ? {} : { head }),
  });
  const days = monthEndsBefore(day);
  const points: TrendPoint[] = [];
  const trend = (state: Trend['state']): Trend => ({ state, done: days.length, of: days.length, points });
  for (const at of days) {
    const commit = await git.lastBy?.(at);
    if (!commit?.known) return trend('unavailable');
    const point = commit.value && (await pointAt(commit.value.hash, { path, day: at, settings }, io));
    if (point) points.push(point);
  }
  return trend('done');
}

/** Undefined where nothing of ours was at the path. */
async function pointAt(
  hash: string,
  { path, day, settings }: Pick<TrendOptions, 'path' | 'day' | 'settings'>,
  io: Io,
): Promise<TrendPoint | undefined> {
  try {
    const engine = await fromSource(hash, io, async (source) => {
      const target = await source.target(path);
      return (await openEngines([target], day, source, settings))[0];
    });
    const subjects = engine ? subjectsOf(engine) : [];
    if (subjects.length === 0) return undefined;
    return { day, counts: addCounts(subjects.map(({ results }) => countsOf(results))) };
  } catch (error) {
    // The path was not there yet.
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}
