/** An id for something new: the next number of those that are there, or the name of the folder for a system. */
import { tr } from '../../l10n/tr';
import type { EntityKind } from '../../schema/field';
import { baseName, folderOf } from '../../workspace/uri';
import type { Completion, CompletionContext } from './types';

/** What the first of its kind is commonly called; kinds that have names of their own are left out. */
const FIRST: Readonly<Partial<Record<EntityKind, string>>> = {
  risk: 'R1',
  impact: 'I1',
  objective: 'O1',
  need: 'N1',
  nonconformity: 'NC-1',
  incident: 'INC-1',
};

export function newIds({ cursor, date }: CompletionContext, of: EntityKind): readonly Completion[] {
  const { route } = cursor.locus;
  if (of === 'system' && route.length === 1) return folderName(cursor.uri);
  if (of === 'audit') return [item(`AU-${date.slice(0, 4)}`)];
  const taken = cursor.artefact.definitions.filter((each) => each.of === of).map(({ id }) => id);
  const next = taken.flatMap((id) => nextOf(id) ?? []).findLast((id) => !taken.includes(id));
  const id = next ?? (taken.length === 0 ? FIRST[of] : undefined);
  return id === undefined ? [] : [item(id)];
}

const item = (id: string): Completion => ({
  label: id,
  kind: 'entity',
  detail: tr('new'),
  newText: id,
  rank: 0,
});

/** `R9` → `R10`, `NC-07` → `NC-08`. */
function nextOf(id: string): string | undefined {
  const [, head, digits] = /^(.*?)(\d{1,9})$/.exec(id) ?? [];
  return digits === undefined
    ? undefined
    : `${head ?? ''}${String(Number(digits) + 1).padStart(digits.length, '0')}`;
}

function folderName(uri: string): readonly Completion[] {
  const name = baseName(folderOf(uri))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return /^[a-z]/.test(name) ? [{ ...item(name), detail: tr('name of the folder') }] : [];
}
