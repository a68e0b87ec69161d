/** One finding for all of a kind in a file, however many documents it has: at the first, the others beside it. */
import type { Artefact } from '../model/build';
import type { Place } from '../model/located';
import type { Snapshot } from '../workspace/snapshot';
import type { Report } from './rule';

/** As many places as anybody wants to step through. */
const MOST_RELATED = 50;

interface OfAKind {
  /** Those of one document, in the order of the file. */
  readonly placesIn: (artefact: Artefact) => readonly Place[];
  readonly part: 'key' | 'value';
  /** What is said at each of the others. */
  readonly note: string;
}

interface OnceAFile {
  readonly where: { readonly place: Place; readonly part: 'key' | 'value' };
  /** For a rule with the messages `one` and `many`; `count` is how many others there are. */
  readonly details: Report & { readonly args: { readonly count: number } };
}

/** @returns undefined where there are none, and for all documents of a file but the first, which speaks for them */
export function onceAFile(
  { files }: Snapshot,
  artefact: Artefact,
  { placesIn, part, note }: OfAKind,
): OnceAFile | undefined {
  const artefacts = files.get(artefact.uri)?.artefacts ?? [];
  if (artefact !== artefacts[0]) return undefined;
  const [first, ...others] = artefacts.flatMap(placesIn);
  if (!first) return undefined;
  return {
    where: { place: first, part },
    details: {
      message: others.length > 0 ? 'many' : 'one',
      args: { count: others.length },
      related: others.slice(0, MOST_RELATED).map((place) => ({ place, part, message: note, alsoHere: true })),
    },
  };
}
