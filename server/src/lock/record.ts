/** What is written when somebody approves, and what may not be approved. */
import { tr } from '../l10n/tr';
import { isPlaceholder, type Day } from '../model/scalars';
import type { SyntaxNode } from '../syntax/types';
import type { Digest } from '../evidence';
import type { Approvable, ReadingContext } from './approvable';
import type { LockEntry } from './entry';
import { isBelow } from './half-written';
import { sentence } from './reason';
import { lockPlaceOf } from './where';

export interface Approval {
  /** Who approves: an id of `people`, or a name. */
  readonly by: string;
  /** The day the approval was given. */
  readonly effective: Day;
  /** The clock, UTC to the second: `2026-11-01T09:12:33Z`. */
  readonly recordedOn: string;
  /** Who writes the record, as git knows them. */
  readonly email?: string | undefined;
}

export type Recording =
  | { readonly lock: string; readonly entry: LockEntry }
  /** Why not, as a sentence for the user. */
  | { readonly refused: string };

function hasPlaceholder(node: SyntaxNode | undefined): boolean {
  if (!node) return false;
  switch (node.kind) {
    case 'scalar':
      return isPlaceholder(node.text);
    case 'list':
      return node.items.some(hasPlaceholder);
    case 'map':
      return node.entries.some(({ key, value }) => !key.text.startsWith('x-') && hasPlaceholder(value));
  }
}

/** Nobody approves a file in the middle of a word, though all the rest of it can be read. */
const isBeingTyped = ({ uri }: Approvable, { snapshot }: ReadingContext): boolean =>
  snapshot.files.get(uri)?.parsed.problems.some(({ code }) => code === 'unfinished-key') === true;

/** Why something cannot be approved as it stands; undefined where it can. */
function obstacle(approvable: Approvable, context: ReadingContext): string | undefined {
  const { artefact, homes, withheld } = approvable;
  if (withheld !== undefined) return withheld;
  if (!approvable.isWhole(context.snapshot) || isBeingTyped(approvable, context))
    return tr('its file has a syntax error');
  if (
    homes.some(({ route }) =>
      hasPlaceholder(route.length > 0 ? artefact.yaml.node(route) : whole(approvable)),
    )
  )
    return tr('a placeholder stands in it');
  if (artefact.problems.some(({ place }) => homes.some((home) => isBelow(place, home))))
    return tr('something in it is not written right; see the findings of the file');
  return approvable.read(context).parts.find(({ trouble }) => trouble !== undefined)?.trouble;
}

/** A document as one node. */
const whole = ({ artefact }: Approvable): SyntaxNode => ({
  kind: 'map',
  flow: false,
  entries: artefact.yaml.blocks.map(({ key, value }) => ({ key, value })),
});

/** The record of an approval of what stands in the files now. */
export function recordApproval(
  approvable: Approvable,
  context: ReadingContext,
  approval: Approval,
): Recording {
  const why = obstacle(approvable, context);
  if (why !== undefined)
    return { refused: sentence(tr('{0} cannot be approved: {1}', approvable.title, why)) };
  const { digest, parts } = approvable.read(context);
  const { lock, file } = lockPlaceOf(context.snapshot.roots, approvable);
  const { by, effective, recordedOn, email } = approval;
  const digests = parts.flatMap((part) => (part.digest ? [[part.name, part.digest] as const] : []));
  return {
    lock,
    entry: {
      file,
      part: approvable.part,
      recordedOn,
      kind: approvable.kind,
      by,
      effective,
      ...(email === undefined ? {} : { email }),
      digest,
      parts: new Map<string, Digest>(digests),
    },
  };
}
