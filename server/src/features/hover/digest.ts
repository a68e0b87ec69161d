/** Hover of a digest: which file it is of, and whether the file there is that one. */
import { tr } from '../../l10n/tr';
import { parseDigest } from '../../evidence';
import type { Route } from '../../syntax/types';
import { claimedDigests } from '../../workspace/claimed-digests';
import { paragraphs } from '../markup';
import type { HoverContext } from './context';

export function digestHover({ snapshot, cursor, markup }: HoverContext, route: Route): string {
  const key = route.join('\n');
  const claim = claimedDigests(cursor.artefact).find(({ digest }) => digest.place.route.join('\n') === key);
  if (!claim)
    return tr('SHA-256 digest. No file is named beside it, so there is nothing to compare it with.');
  const { file, digest } = claim;
  const of = tr('SHA-256 digest of {0}.', markup.code(file.value));
  const resolved = snapshot.resolve(file.value, file.place.uri);
  const claimed = parseDigest(digest.value);
  if (resolved.kind !== 'file' || snapshot.exists(resolved) === 'missing')
    return paragraphs(of, tr('The file is not in this workspace, so nothing is said about it.'));
  const actual = snapshot.digestOf(resolved.uri);
  if (!claimed || actual?.bytes === undefined) return paragraphs(of, tr('The file has not been compared.'));
  return paragraphs(
    of,
    [actual.bytes, actual.content].includes(claimed)
      ? tr('It matches: the file is the one the card is about.')
      : tr(
          'It does not match: the file there has {0}. Put the right file back, or bring the card up to date.',
          markup.code(actual.bytes),
        ),
  );
}
