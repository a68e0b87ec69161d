/** Snippets for whole files, sections, items and rows, from `snippets/`: each where it fits, and nowhere else. */
import { tr } from '../../l10n/tr';
import { blockKeys, childField } from '../../schema';
import type { Field } from '../../schema/field';
import type { Route } from '../../syntax/types';
import { baseName, folderOf } from '../../workspace/uri';
import { presentKeys } from './keys';
import { SNIPPETS } from './snippets.generated';
import { fill } from './snippet';
import type { Completion, CompletionContext, SnippetEntry } from './types';

const ASSESSMENT = /(?:^impact-assessment|\.impact)\.ya?ml$/i;

function offered(context: CompletionContext, fits: (entry: SnippetEntry) => boolean): readonly Completion[] {
  if (context.cursor.locus.flow) return [];
  return SNIPPETS.filter(fits).map((entry) => toCompletion(context, entry));
}

function toCompletion(
  { cursor, date, snippets }: CompletionContext,
  { label, title, description, text }: SnippetEntry,
): Completion {
  const known = text
    .replaceAll('%FOLDER%', baseName(folderOf(cursor.uri)).replace(/[$}\\]/g, ''))
    .replaceAll('%YEAR%', date.slice(0, 4));
  return {
    label,
    kind: 'skeleton',
    detail: tr(title),
    documentation: tr(description),
    ...fill(known, cursor.locus.indent, snippets),
    rank: LAST,
  };
}

/** Behind what is offered key by key. */
const LAST = 4;

/** Whole files, the one that fits the name first. */
export function fileSnippets(context: CompletionContext): readonly Completion[] {
  const isAssessment = ASSESSMENT.test(baseName(context.cursor.uri));
  return offered(context, ({ form }) => form === 'file').map((item) => {
    const entry = SNIPPETS.find(({ label }) => label === item.label);
    return { ...item, rank: entry?.ofAssessment === isAssessment ? 0 : 1 };
  });
}

/** Sections of the block at a route that are not there yet, and the comment that may stand above any. */
export function sectionSnippets(
  context: CompletionContext,
  field: Field<unknown>,
  route: Route,
): readonly Completion[] {
  const keys = blockKeys(field);
  if (!keys) return [];
  const present = presentKeys(context, route);
  return offered(context, ({ form, key, keys: inner }) => {
    const below = key === undefined ? undefined : childField(field, key);
    if (form === 'comment') return context.cursor.kind !== undefined;
    return (
      form === 'section' &&
      key !== undefined &&
      !present.has(key) &&
      below !== undefined &&
      holds(below, inner)
    );
  });
}

/** Items of a list whose items have the keys; written with their dash. */
export const itemSnippets = (context: CompletionContext, item: Field<unknown>): readonly Completion[] =>
  offered(context, ({ form, keys }) => form === 'item' && holds(item, keys));

/** Rows of controls or clauses. */
export const rowSnippets = (context: CompletionContext, of: 'control' | 'clause'): readonly Completion[] =>
  offered(context, ({ form }) => form === of);

/** Does a block, or an item of a list of them, have these keys? Entries of a dictionary have names of their own. */
function holds(field: Field<unknown>, keys: readonly string[]): boolean {
  const { shape } = field;
  if (shape.is === 'list') return holds(shape.of, keys);
  if (shape.is === 'dictionary') return true;
  const own = blockKeys(field);
  return own !== undefined && keys.every((key) => Object.hasOwn(own, key));
}
