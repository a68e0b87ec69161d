/** Which findings are new and which are gone. A finding is the same wherever its line, and its file, have moved to. */
import { fileURLToPath } from 'node:url';
import { relative, sep } from 'node:path';
import type { Artefact } from '../../model/build';
import type { Route } from '../../syntax/types';
import type { Snapshot } from '../../workspace/snapshot';
import type { FileFinding } from '../findings';

/** One side of the comparison. */
export interface Side {
  readonly snapshot: Snapshot;
  readonly findings: readonly FileFinding[];
  /** Path of the repository. */
  readonly root: string;
}

export interface FindingChanges {
  readonly appeared: readonly FileFinding[];
  readonly gone: readonly FileFinding[];
}

interface Known {
  readonly finding: FileFinding;
  /** What it is about: a document by its kind and id, else a file by its path. */
  readonly about: string;
  readonly isById: boolean;
  /** Where in the document, items of lists by their ids. */
  readonly route: Route;
}

const idAt = (artefact: Artefact, route: Route): string | undefined => {
  const node = artefact.yaml.node(route);
  if (node?.kind !== 'map') return undefined;
  const value = node.entries.find(({ key }) => key.text === 'id')?.value;
  return value?.kind === 'scalar' ? value.text : undefined;
};

const aboutFile = (path: string, { root }: Side): string => relative(root, path).split(sep).join('/');

function know(finding: FileFinding, side: Side): Known {
  const { place } = finding;
  const file = { finding, about: aboutFile(finding.path, side), isById: false };
  const artefact = place && side.snapshot.files.get(place.uri)?.artefacts[place.document];
  if (!artefact) return { ...file, route: [] };
  const named = (step: string | number, at: number): string | number =>
    typeof step === 'number' ? (idAt(artefact, place.route.slice(0, at + 1)) ?? step) : step;
  const route = place.route.map(named);
  const id = artefact.kind === undefined ? undefined : idAt(artefact, []);
  if (id === undefined) return { ...file, route };
  return { finding, about: `${artefact.kind} ${id}`, isById: true, route };
}

/** Paths of all files on one side that a finding could be in, whether or not there is one. */
const filesOf = (side: Side): ReadonlySet<string> =>
  new Set(
    [...side.snapshot.files.keys(), ...side.snapshot.code.keys()].map((uri) =>
      aboutFile(fileURLToPath(uri), side),
    ),
  );

/** What two findings of one rule share where they are the same. */
type Likeness = (known: Known) => readonly unknown[];

const LIKENESSES: readonly Likeness[] = [
  ({ about, route, finding }) => [about, route, finding.message],
  // An item above it came or went.
  ({ about, route, finding }) => [
    about,
    route.map((step) => (typeof step === 'number' ? '*' : step)),
    finding.message,
  ],
  // It says of the same place something else: another count, another day, another name that is not there.
  ({ about, route, finding }) =>
    finding.place ? [about, route] : [about, finding.message.replace(/\d+/g, '0')],
];

/** In a file of another name: only to be asked of files that the other side does not have. */
const WHEREVER: Likeness = ({ route, finding }) => [route, finding.message];

/** Those on both sides, each with one of the other side. */
function matches(before: readonly Known[], after: readonly Known[], likeness: Likeness): ReadonlySet<Known> {
  const keyOf = (known: Known): string =>
    JSON.stringify([known.finding.rule, known.finding.requirement, likeness(known)]);
  const waiting = new Map<string, Known[]>();
  for (const known of before) {
    const list = waiting.get(keyOf(known));
    if (list) list.push(known);
    else waiting.set(keyOf(known), [known]);
  }
  const found = new Set<Known>();
  for (const known of after) {
    const other = waiting.get(keyOf(known))?.shift();
    if (other) found.add(other).add(known);
  }
  return found;
}

export function compareFindings(before: Side, after: Side): FindingChanges {
  let gone = before.findings.map((finding) => know(finding, before));
  let appeared = after.findings.map((finding) => know(finding, after));
  const drop = (same: ReadonlySet<Known>): void => {
    gone = gone.filter((each) => !same.has(each));
    appeared = appeared.filter((each) => !same.has(each));
  };
  for (const likeness of LIKENESSES) drop(matches(gone, appeared, likeness));
  const [was, is] = [filesOf(before), filesOf(after)];
  const onlyBefore = gone.filter(({ about, isById }) => !isById && !is.has(about));
  const onlyAfter = appeared.filter(({ about, isById }) => !isById && !was.has(about));
  drop(matches(onlyBefore, onlyAfter, WHEREVER));
  return { appeared: appeared.map(({ finding }) => finding), gone: gone.map(({ finding }) => finding) };
}
