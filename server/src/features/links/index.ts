/** Document links: paths and addresses an AIMS file names, to open with a click. */
import { tr } from '../../l10n/tr';
import type { PathReference } from '../../model/problems';
import type { Place } from '../../model/located';
import type { Range } from '../../syntax/types';
import type { Snapshot } from '../../workspace/snapshot';
import { pathBetween } from '../../workspace/uri';
import { PLAIN } from '../markup';

/** Where a link leads, to be looked up when somebody points at it. */
export interface LinkTarget {
  /** As written, in this file. */
  readonly text: string;
  readonly uri: string;
  /** The part of the file, where it stands in a key of its own. */
  readonly anchor?: string;
}

export interface Link {
  readonly range: Range;
  readonly target: LinkTarget;
}

export interface ResolvedLink {
  /** With the line of the part that is meant, as far as it is known: `file:///…#L10`. */
  readonly url: string;
  readonly tooltip: string;
}

/** Only what leads somewhere: files that are there, and addresses. */
export function linksIn(snapshot: Snapshot, uri: string): readonly Link[] {
  const file = snapshot.files.get(uri);
  return (file?.artefacts ?? []).flatMap(({ paths }) =>
    paths.flatMap((path) => (leads(snapshot, uri, path) ? linksOf(snapshot, uri, path) : [])),
  );
}

function leads(snapshot: Snapshot, uri: string, { text }: PathReference): boolean {
  const resolved = snapshot.resolve(text, uri);
  return resolved.kind === 'url' ? isAddress(text) : snapshot.exists(resolved) === 'file';
}

/** What a browser opens; never a command, a script or a place on the machine. */
const isAddress = (text: string): boolean => /^https?:\/\/[^\s]+$/i.test(text.trim());

/** The path, and the anchor behind it where that is a key of its own. */
function linksOf(snapshot: Snapshot, uri: string, { text, place, anchor }: PathReference): readonly Link[] {
  const target = { text, uri, ...(anchor ? { anchor: anchor.text } : {}) };
  return [place, ...(anchor ? [anchor.place] : [])].flatMap((each) => {
    const range = innerRange(snapshot, each);
    return range ? [{ range, target }] : [];
  });
}

/** What is written, without its quotes; undefined for text over several lines. */
function innerRange(snapshot: Snapshot, place: Place): Range | undefined {
  const parsed = snapshot.files.get(place.uri)?.parsed;
  const span = parsed?.documents[place.document]?.span(place.route, 'value');
  if (!parsed || !span || span.start === span.end) return undefined;
  const isQuoted = /^(["']).*\1$/s.test(parsed.text.slice(span.start, span.end)) && span.end - span.start > 2;
  const range = parsed.rangeOf(isQuoted ? { start: span.start + 1, end: span.end - 1 } : span);
  return range.start.line === range.end.line ? range : undefined;
}

/** @returns undefined where it leads nowhere any more */
export function resolveLink(snapshot: Snapshot, { text, uri, anchor }: LinkTarget): ResolvedLink | undefined {
  const resolved = snapshot.resolve(text, uri);
  if (resolved.kind === 'url')
    return isAddress(text) ? { url: text.trim(), tooltip: tr('Open the address') } : undefined;
  if (resolved.kind !== 'file' || snapshot.exists(resolved) !== 'file') return undefined;
  const name = PLAIN.text(pathBetween(uri, resolved.uri) ?? text);
  const part = snapshot.part(text, uri, anchor);
  if (part?.kind === 'missing')
    return { url: resolved.uri, tooltip: tr('Open {0}; the part that is named is not in it', name) };
  // Editors show a notebook in cells: a line of its file means nothing there.
  if (part?.kind !== 'found' || resolved.uri.endsWith('.ipynb'))
    return { url: resolved.uri, tooltip: tr('Open {0}', name) };
  const line = part.range.start.line + 1;
  return { url: `${resolved.uri}#L${line}`, tooltip: tr('Open {0} at line {1}', name, line) };
}
