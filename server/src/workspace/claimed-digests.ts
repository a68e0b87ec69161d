/** Digests that cards claim for files of theirs: of a model, of data. */
import type { Artefact } from '../model/build';
import type { Value } from '../model/located';

export interface ClaimedDigest {
  /** Path of the file. */
  readonly file: Value<string>;
  readonly digest: Value<string>;
}

const known = new WeakMap<Artefact, readonly ClaimedDigest[]>();

/** Of a card; none in other files. */
export function claimedDigests(artefact: Artefact): readonly ClaimedDigest[] {
  let claims = known.get(artefact);
  if (!claims) known.set(artefact, (claims = [...claimsIn(artefact)]));
  return claims;
}

function* claimsIn(artefact: Artefact): Iterable<ClaimedDigest> {
  if (artefact.kind !== 'system') return;
  for (const { artifact, digest } of artefact.body.models?.items ?? [])
    if (artifact && digest) yield { file: artifact, digest };
  for (const { file, digest } of artefact.body.datasets?.items ?? [])
    if (file && digest) yield { file, digest };
}
