/** What an entry is called in an outline, and what is said beside its name. */
import { tr } from '../../l10n/tr';
import { requirementTitle } from '../../catalogue';
import type { Field } from '../../schema/field';
import type { PlacedNode, SyntaxNode } from '../../syntax/types';
import { NAME_KEYS } from '../entity-name';
import { PLAIN } from '../markup';
import type { SymbolKind } from './types';

/** Where something stands, the first that is written. */
const STATUS_KEYS: readonly string[] = ['status', 'stage', 'tier', 'option', 'severity', 'task', 'value'];
/** What stands for an item without an id or a name. */
const OTHER_NAMES: readonly string[] = [
  'date',
  'planned',
  'person',
  'path',
  'ref',
  'document',
  'duty',
  'who',
  'party',
  'to',
];

export const textUnder = (node: SyntaxNode | undefined, keys: readonly string[]): string | undefined => {
  if (node?.kind !== 'map') return undefined;
  for (const key of keys) {
    const value = node.entries.find((entry) => entry.key.text === key)?.value;
    if (value?.kind === 'scalar' && value.text.trim() !== '') return value.text;
  }
  return undefined;
};

/** Never empty: editors refuse symbols without a name. */
export function nameOf({ step, node }: PlacedNode): string {
  if (typeof step === 'string') {
    const title = requirementTitle(step) ?? textUnder(node, NAME_KEYS);
    return shown([step, title]) || tr('an empty key');
  }
  const id = textUnder(node, ['id']);
  const name = textUnder(node, NAME_KEYS) ?? (id === undefined ? otherName(node) : undefined);
  return shown([id, name]) || tr('item {0}', (step ?? 0) + 1);
}

/** Stages that were entered are told apart by their name and day. */
const otherName = (node: SyntaxNode | undefined): string | undefined =>
  textUnder(node, ['stage']) ?? textUnder(node, OTHER_NAMES);

const shown = (parts: readonly (string | undefined)[]): string =>
  PLAIN.text(parts.flatMap((part) => (part === undefined ? [] : [part.trim()])).join(' ')).trim();

export function detailOf({ node }: PlacedNode): string {
  if (node === undefined) return '';
  if (node.kind === 'scalar') return PLAIN.text(node.text);
  if (node.kind === 'list') return String(node.items.length);
  return PLAIN.text(textUnder(node, STATUS_KEYS) ?? '');
}

export function kindOf(placed: PlacedNode, holder: Field<unknown> | undefined, depth: number): SymbolKind {
  const { step, node } = placed;
  const keys = holder?.shape.is === 'dictionary' ? holder.shape.keys : undefined;
  if (keys === 'control' || keys === 'clause' || keys === 'extension-control') return 'row';
  if (node?.kind === 'scalar' || node === undefined) return 'value';
  if (typeof step === 'number') return textUnder(node, ['id']) === undefined ? 'item' : entityKind(holder);
  if (keys !== undefined) return 'entity';
  return depth === 0 ? 'section' : 'item';
}

function entityKind(holder: Field<unknown> | undefined): SymbolKind {
  const item = holder?.shape.is === 'list' ? holder.shape.of.shape : undefined;
  const id = item?.is === 'block' ? item.keys.id?.shape : undefined;
  return id?.is === 'id' && id.of === 'person' ? 'person' : 'entity';
}
