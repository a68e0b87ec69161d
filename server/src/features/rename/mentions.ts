/** Everywhere a thing is named by its id, and whether that can be known and changed. */
import { tr } from '../../l10n/tr';
import { placeKey, type Place } from '../../model/located';
import type { Reference } from '../../model/problems';
import type { AimsFile } from '../../model/build';
import type { TextSpan } from '../../syntax/types';
import type { Snapshot } from '../../workspace/snapshot';
import { baseName, rootOf } from '../../workspace/uri';
import { meantBy, partOf, type Entity } from './entity';
import { refuse } from './refusal';

export interface Named {
  readonly place: Place;
  readonly part: 'key' | 'value';
  /** Undefined where the id is given. */
  readonly reference?: Reference;
}

/** In the order of the files. */
export function namesOf(snapshot: Snapshot, entity: Entity): readonly Named[] {
  const own = new Set(entity.definitions.map(placeKey));
  const isMeant = (reference: Reference): boolean =>
    reference.id === entity.id &&
    reference.to.includes(entity.of) &&
    (entity.of === 'system' ? isSystem(snapshot, entity, reference) : isIn(own, snapshot, reference));
  const references = [...snapshot.files.values()].flatMap(({ artefacts }) =>
    artefacts.flatMap((artefact) =>
      artefact.references.filter(isMeant).map((reference): Named => ({
        place: reference.place,
        part: 'value',
        reference,
      })),
    ),
  );
  return [...entity.definitions.map((place): Named => ({ place, part: partOf(entity) })), ...references];
}

function isIn(own: ReadonlySet<string>, snapshot: Snapshot, reference: Reference): boolean {
  const meant = meantBy(snapshot, reference);
  return meant !== undefined && own.has(placeKey(meant.place));
}

/** Assessments name systems across the workspace; of two cards with one id, the nearest above is meant. */
function isSystem(snapshot: Snapshot, { id, definitions }: Entity, { place }: Reference): boolean {
  const own = new Set(definitions.map(placeKey));
  const holders = snapshot.systems.filter(({ assessments }) =>
    assessments.some((each) => each.uri === place.uri && each.artefact.document === place.document),
  );
  const isHeld = holders.some(({ own: card }) => card.id && own.has(placeKey(card.id.place)));
  if (holders.length > 0) return isHeld;
  const meant = snapshot.lookup('system', id, place.uri);
  const roots = snapshot.roots;
  return (
    meant !== undefined &&
    own.has(placeKey(meant.place)) &&
    rootOf(place.uri, roots) === rootOf(meant.place.uri, roots)
  );
}

/**
 * @throws RenameRefused where a file that may name the thing could not be read whole: half a rename breaks more than it
 *   mends
 */
export function checkReadable(snapshot: Snapshot, { id, definitions }: Entity): void {
  const roots = new Set(definitions.map(({ uri }) => rootOf(uri, snapshot.roots)));
  for (const [uri, reason] of snapshot.unreadable)
    if (roots.has(rootOf(uri, snapshot.roots)))
      refuse(
        tr(
          '{0} cannot be read ({1}), so nobody can tell whether it names {2}.',
          baseName(uri),
          tr(reason),
          id,
        ),
      );
  for (const file of snapshot.files.values()) {
    const line = roots.has(rootOf(file.uri, snapshot.roots)) ? brokenLine(file, id) : undefined;
    if (line !== undefined)
      refuse(
        tr(
          '{0} has an error and {1} stands in the part that cannot be read, line {2}. Mend it first.',
          baseName(file.uri),
          id,
          line + 1,
        ),
      );
  }
}

/** A line of a part that could not be read, and that has the id in it as a word. */
function brokenLine({ parsed }: AimsFile, id: string): number | undefined {
  if (parsed.problems.length === 0 && parsed.documents.every(({ complete }) => complete)) return undefined;
  const broken: TextSpan[] = parsed.documents.flatMap((document) =>
    document.complete
      ? []
      : document.blocks.some((block) => !block.complete)
        ? document.blocks.flatMap(({ key, complete }) =>
            complete ? [] : (document.span([key.text], 'entry') ?? []),
          )
        : [{ start: 0, end: parsed.text.length }],
  );
  const spans = [...broken, ...parsed.problems.map(({ span }) => lineSpan(parsed.text, span))];
  for (const { start, end } of spans) {
    const found = wordAt(parsed.text.slice(start, end), id);
    if (found >= 0) return parsed.positionAt(start + found).line;
  }
  return undefined;
}

const lineSpan = (text: string, { start, end }: TextSpan): TextSpan => {
  const stop = text.slice(end).search(/[\r\n]/);
  return {
    start: text.slice(0, start).search(/[^\r\n]*$/),
    end: stop < 0 ? text.length : end + stop,
  };
};

/** Where an id stands as a word of its own; -1 where it does not. */
export function wordAt(text: string, id: string): number {
  const isPart = (sign: string): boolean => /[\p{L}\p{N}_.-]/u.test(sign);
  for (let at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + 1))
    if (!isPart(text.charAt(at - 1)) && !isPart(text.charAt(at + id.length))) return at;
  return -1;
}
