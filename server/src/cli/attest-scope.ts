/** Which approvals a command line is about. */
import { nearest } from '../catalogue';
import { everybodyFor, namedThere, whoIs, type Who } from '../features/attest/who';
import type { Approvable } from '../lock/approvable';
import { approvablesIn, approvalsBy, routedTo } from '../lock/subjects';
import type { Snapshot } from '../workspace/snapshot';
import type { Engine } from './engine';
import { UsageError } from './io';
import { printable } from './terminal';

export interface Wanted {
  readonly by: string;
  /** A route: then whoever is named there. Else all that names the person. */
  readonly only: string | undefined;
}

/** As many as anybody reads in one line. */
const MOST_LISTED = 12;

/** Parts without the id of their document, as `--only` takes them: `controls/A.6.2.4`. */
const routeOf = ({ part }: Approvable): string => part.slice(part.indexOf(':') + 1);

function list(words: readonly string[]): string {
  const shown = [...new Set(words)].slice(0, MOST_LISTED).map(printable);
  const more = new Set(words).size - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

const there = (engine: Engine, snapshot: Snapshot): readonly Approvable[] =>
  [...approvablesIn(snapshot).values()].filter(({ uri }) => engine.covers(uri));

/** What is asked for, in a snapshot. */
export const choose =
  (engine: Engine, { by, only }: Wanted) =>
  (snapshot: Snapshot): readonly Approvable[] =>
    only === undefined
      ? approvalsBy(snapshot, by).filter(({ uri }) => engine.covers(uri))
      : routedTo(there(engine, snapshot), only);

/** @throws {UsageError} where nobody is meant, or nothing: it says who and what there is */
export function rejectNothing(engine: Engine, wanted: Wanted, given: string): void {
  const all = there(engine, engine.snapshot);
  const where = printable(given);
  if (all.length === 0)
    throw new UsageError(
      `nothing in ${where} can be approved: it holds no policy, assessment, row of the Statement of Applicability, life cycle gate or accepted risk with an id${brokenIn(engine)}`,
    );
  const people = all.map((each) => whoIs(each, wanted.by));
  const [first] = people;
  if (first && 'unknown' in first && people.every((who) => 'unknown' in who))
    throw new UsageError(
      `--by ${printable(wanted.by)}: ${printable(first.unknown)}${first.isNear ? '' : couldBe(all)}`,
    );
  if (choose(engine, wanted)(engine.snapshot).length > 0) return;
  throw new UsageError(
    wanted.only === undefined
      ? `nothing in ${where} names ${printable(wanted.by)} as approver, reviewer or owner; named there: ${namesIn(all)} (with --only ROUTE, anybody may approve)`
      : `nothing in ${where} is called ${printable(wanted.only)}${suggestion(all, wanted.only)}`,
  );
}

const shown = ({ by, name }: Who): string => (by === name ? name : `${by} (${name})`);

const namesIn = (all: readonly Approvable[]): string =>
  list(all.flatMap((each) => namedThere(each).map(shown))) || 'nobody';

/** Who could be meant by somebody nobody knows: those who are named as approvers and the like first. */
function couldBe(all: readonly Approvable[]): string {
  const named = list([...all.flatMap(namedThere), ...all.flatMap(everybodyFor)].map(shown));
  return named === '' ? '' : `. Known there: ${named}`;
}

function suggestion(all: readonly Approvable[], only: string): string {
  const close = nearest(only, all.map(routeOf));
  return close === undefined
    ? `; what can be approved there: ${list(all.map(routeOf))}`
    : `; did you mean ${printable(close)}?`;
}

/** Why there may be less than one sees. */
const brokenIn = ({ snapshot, covers }: Engine): string =>
  [...snapshot.unreadable.keys()].some(covers) ? ', or it cannot be read' : '';
