/** The verdicts of the whole workspace, counted in slices and kept until something changes. */
import type { CancellationToken } from 'vscode-languageserver';
import { countsOf } from '../features/tree/nodes';
import { addCounts, type Counts } from '../protocol';
import { evaluateSubject } from '../verdict/evaluate';
import type { Session } from './session';
import { inSlices } from './slices';

/** @returns undefined where it was cancelled */
export async function countAll(session: Session, token?: CancellationToken): Promise<Counts | undefined> {
  const { service } = session;
  const snapshot = await session.snapshot();
  const parts: Counts[] = [];
  // Systems first: an organization looks at its systems, whose results are then there already.
  const done = await inSlices(
    [...snapshot.systems, ...snapshot.organizations],
    (subject) => parts.push(countsOf(evaluateSubject(snapshot, subject, service.date(subject.uri)).results)),
    token,
  );
  return done ? addCounts(parts) : undefined;
}
