/** The verdicts of a day that has passed, by the commits of then. Kept: what was committed stays as it was. */
import type { CancellationToken } from 'vscode-languageserver';
import { countsOf } from '../features/tree/nodes';
import type { Day } from '../model/scalars';
import { addCounts, type Counts, type TrendResult } from '../protocol';
import type { LanguageService } from '../service';
import { evaluateSubject } from '../verdict/evaluate';
import { cancelled } from './answer';
import type { Session } from './session';
import { inSlices } from './slices';

/** Of a workspace folder at a commit and a day; undefined where nothing of ours was there. */
export type KnownCounts = Map<string, Counts | undefined>;

/** @throws ResponseError where it was cancelled */
export async function trendAt(
  session: Session,
  day: Day,
  kept: KnownCounts,
  token: CancellationToken,
): Promise<TrendResult> {
  const parts: Counts[] = [];
  for (const root of session.host.roots()) {
    const git = session.host.git(root);
    const commit = await git?.lastBy?.(day);
    const { atCommit, log, service } = session;
    if (!git || !commit?.known || !atCommit) return { none: 'unavailable' };
    if (!commit.value) continue;
    const { hash } = commit.value;
    const key = JSON.stringify([root, hash, day]);
    if (!kept.has(key)) {
      const settings = { ...service.settings.of(root), at: day };
      const counts = await atCommit({ root, git, hash, day, log, settings }, (past) =>
        countPast(past, day, token),
      );
      if (!counts.known) return { none: 'unavailable' };
      kept.set(key, counts.value);
    }
    const counts = kept.get(key);
    if (counts) parts.push(counts);
    if (token.isCancellationRequested) throw cancelled();
  }
  return parts.length > 0 ? { point: { day, counts: addCounts(parts) } } : { none: 'nothing' };
}

async function countPast(
  service: LanguageService,
  day: Day,
  token: CancellationToken,
): Promise<Counts | undefined> {
  const snapshot = await service.snapshot();
  const parts: Counts[] = [];
  const done = await inSlices(
    [...snapshot.systems, ...snapshot.organizations],
    (subject) => parts.push(countsOf(evaluateSubject(snapshot, subject, day).results)),
    token,
  );
  if (!done) throw cancelled();
  return parts.length > 0 ? addCounts(parts) : undefined;
}
