/** Can a thing be called that? By the rules of the format for ids, and without becoming what another one is. */
import { tr } from '../../l10n/tr';
import { placeKey, type Place } from '../../model/located';
import { isPersonId, isRequirementId } from '../../model/read-scalar';
import { isPlaceholder } from '../../model/scalars';
import type { Snapshot } from '../../workspace/snapshot';
import { baseName } from '../../workspace/uri';
import { partOf, type Entity } from './entity';
import type { Named } from './mentions';
import { refuse } from './refusal';

/** @throws RenameRefused where the text is no id, or would be read as something else */
export function checkForm({ of }: Entity, id: string): void {
  if (id.trim() === '') refuse(tr('This id is empty. Give it a short name.'));
  if (partOf({ of }) === 'value' ? /\s/.test(id) : id !== id.trim() || /[\r\n\t]/.test(id))
    refuse(tr('The id “{0}” has a blank in it. Write it in one word.', id));
  if (isPlaceholder(id))
    refuse(tr('“{0}” only holds a place open: it would be reported as not filled in.', id));
  if (of === 'profile' && id.startsWith('x-'))
    refuse(tr('Keys that start with x- are left alone by the format.'));
  if (of === 'person' && !isPersonId(id))
    refuse(tr('An @ makes it an address: then it would not be read as the id of a person.'));
  if (['objective', 'impact', 'risk'].includes(of) && isRequirementId(id))
    refuse(tr('{0} is the id of a control or clause: where it is named, that would be meant.', id));
}

/** @throws RenameRefused where the id is taken, or named already, in a file that sees the thing */
export function checkFree(
  snapshot: Snapshot,
  { of, definitions }: Entity,
  names: readonly Named[],
  id: string,
): void {
  const taken = (place: Place): never =>
    refuse(tr('{0} is taken: see {1}. Choose another id.', id, whereIs(snapshot, place)));
  for (const { place, reference } of names)
    for (const kind of reference?.to ?? [of]) {
      const found = snapshot.lookup(kind, id, place.uri);
      if (found) taken(found.place);
    }
  for (const { uri } of definitions) {
    const found = snapshot.candidates(of, uri).find((each) => each.id === id);
    if (found) taken(found.place);
  }
  const own = new Set(definitions.map(placeKey));
  const seesIt = (uri: string): boolean =>
    snapshot.candidates(of, uri).some(({ place }) => own.has(placeKey(place)));
  for (const { artefacts } of snapshot.files.values())
    for (const { references } of artefacts)
      for (const each of references)
        if (each.id === id && each.to.includes(of) && seesIt(each.place.uri))
          refuse(
            tr(
              '{0} is named in {1} already, and would then mean this one. Choose another id, or mend that first.',
              id,
              whereIs(snapshot, each.place),
            ),
          );
}

function whereIs(snapshot: Snapshot, place: Place): string {
  const range = snapshot.rangeOf(place, 'value');
  return range ? tr('{0}, line {1}', baseName(place.uri), range.start.line + 1) : baseName(place.uri);
}
