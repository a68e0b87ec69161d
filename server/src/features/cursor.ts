/** What stands at a cursor in an AIMS file, in the terms of the format. */
import type { Artefact } from '../model/build';
import { fieldAt, type Kind } from '../schema';
import type { Field } from '../schema/field';
import type { Locus, ParsedDocument, Position, Range, Route, YamlDocument } from '../syntax/types';
import type { Snapshot } from '../workspace/snapshot';

export interface Cursor {
  readonly uri: string;
  readonly parsed: ParsedDocument;
  readonly yaml: YamlDocument;
  readonly artefact: Artefact;
  readonly kind: Kind | undefined;
  readonly offset: number;
  readonly locus: Locus;
}

/** @returns undefined in a file that is not ours */
export function cursorAt(snapshot: Snapshot, uri: string, position: Position): Cursor | undefined {
  const file = snapshot.files.get(uri);
  if (!file) return undefined;
  const offset = file.parsed.offsetAt(position);
  const locus = file.parsed.locate(offset);
  const yaml = file.parsed.documents[locus.document];
  const artefact = file.artefacts[locus.document];
  if (!yaml || !artefact) return undefined;
  return { uri, parsed: file.parsed, yaml, artefact, kind: artefact.kind, offset, locus };
}

/** The field a route of the cursor's document leads to. */
export const fieldOf = ({ kind }: Cursor, route: Route): Field<unknown> | undefined =>
  kind && fieldAt(kind, route);

/** A word or value that is really written under the cursor, with its range. */
export interface Pointed {
  readonly part: 'key' | 'value';
  readonly route: Route;
  readonly text: string;
  readonly range: Range;
}

/** The key or scalar the cursor touches; undefined on blanks, comments and punctuation. */
export function pointedAt({ parsed, yaml, locus, offset }: Cursor): Pointed | undefined {
  if (locus.at === 'child') return undefined;
  const { route, at: part } = locus;
  const span = yaml.span(route, part);
  if (!span || span.start === span.end || offset < span.start || offset > span.end) return undefined;
  const range = parsed.rangeOf(span);
  if (part === 'key') return { part, route, text: String(route.at(-1)), range };
  const node = yaml.node(route);
  return node?.kind === 'scalar' ? { part, route, text: node.text, range } : undefined;
}
