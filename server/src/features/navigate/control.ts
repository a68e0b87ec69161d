/** From a control to its rows, to the evidence they name, to code that says it is evidence of it, and to who else names it. */
import type { CodePlace } from '../../code/types';
import type { Place } from '../../model/located';
import type { Row } from '../../model/rows';
import type { Range } from '../../syntax/types';
import { rowOf } from '../../verdict/place-of-row';
import { linkedOrganization, type Snapshot, type Subject } from '../../workspace/snapshot';
import type { ControlMention } from './mention';
import { placesNaming } from './named';

const TOP: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** The rows that answer it: the system's own or its profile's, and the organization's. */
export function rowsOfControl(
  snapshot: Snapshot,
  { control, subjects }: ControlMention,
): readonly CodePlace[] {
  return distinct(
    subjects.flatMap((subject) =>
      rowsFor(subject, control).flatMap(({ place }) => {
        const range = snapshot.rangeOf(place, 'key');
        return range ? [{ uri: place.uri, range }] : [];
      }),
    ),
  );
}

/** What shows it: code that names it, and what the rows name. Then wherever the files of the system name it. */
export function referencesToControl(
  snapshot: Snapshot,
  { control, subjects }: ControlMention,
): readonly CodePlace[] {
  return distinct(
    subjects.flatMap((subject) => [
      ...inCode(snapshot, subject, control),
      ...rowsFor(subject, control).flatMap(
        ({ evidence }) => evidence?.items.flatMap((item) => targetsOf(snapshot, item)) ?? [],
      ),
      ...placesNaming(snapshot, subject, control),
    ]),
  );
}

function rowsFor(subject: Subject, control: string): readonly Row[] {
  const own = rowOf(subject, control);
  const above =
    subject.kind === 'system'
      ? linkedOrganization(subject.organization)?.controls?.entries.get(control)
      : undefined;
  return [own, above].flatMap((row) => row ?? []);
}

/** Of an organization: in the code of all its systems. */
const inCode = (snapshot: Snapshot, subject: Subject, control: string): readonly CodePlace[] =>
  (subject.kind === 'organization' ? subject.systems : [subject]).flatMap((system) =>
    snapshot.codeEvidence(system).flatMap((each) => (each.control === control ? each.place : [])),
  );

type Item = NonNullable<Row['evidence']>['items'][number];

/** The part of the file that is meant; what is no file in the workspace is shown where the card names it. */
function targetsOf(snapshot: Snapshot, item: Item): readonly CodePlace[] {
  const named = item.node === 'value' ? item : item.path;
  const anchor = item.node === 'value' ? undefined : item.anchor?.value;
  const written = (place: Place): readonly CodePlace[] => {
    const range = snapshot.rangeOf(place, 'value') ?? snapshot.rangeOf(place, 'entry');
    return range ? [{ uri: place.uri, range }] : [];
  };
  if (!named) return written(item.place);
  const resolved = snapshot.resolve(named.value, named.place.uri);
  if (resolved.kind !== 'file' || snapshot.exists(resolved) !== 'file') return written(named.place);
  const part = snapshot.part(named.value, named.place.uri, anchor);
  return [{ uri: resolved.uri, range: part?.kind === 'found' ? part.range : TOP }];
}

function distinct(places: readonly CodePlace[]): readonly CodePlace[] {
  const keyOf = ({ uri, range: { start }, cell }: CodePlace): string =>
    [uri, cell, start.line, start.character].join(' ');
  return [...new Map(places.map((place) => [keyOf(place), place])).values()];
}
