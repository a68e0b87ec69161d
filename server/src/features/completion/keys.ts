/** Keys of a block: what is missing here first, what is there already left out. */
import { tr } from '../../l10n/tr';
import { blockKeys } from '../../schema';
import type { Field } from '../../schema/field';
import type { Route } from '../../syntax/types';
import { describeField } from '../field-words';
import { openRequirements } from './open-requirements';
import { opensNext } from './opens-next';
import { fill } from './snippet';
import type { Completion, CompletionContext } from './types';

/** Keys written at a route; those of a half-typed entry included. */
export function presentKeys({ cursor }: CompletionContext, route: Route): ReadonlySet<string> {
  const written =
    route.length === 0
      ? cursor.yaml.blocks.map(({ key }) => key.text)
      : (() => {
          const node = cursor.yaml.node(route);
          return node?.kind === 'map' ? node.entries.map(({ key }) => key.text) : [];
        })();
  return new Set(written);
}

const required = (field: Field<unknown>): readonly string[] => {
  const { shape } = field;
  if (shape.is === 'block') return shape.required;
  return shape.is === 'either' ? shape.forms.flatMap(required) : [];
};

/** What follows a key, by what it takes. */
function valueTemplate(field: Field<unknown>, flow: boolean): string {
  const { shape } = field;
  switch (shape.is) {
    case 'list':
      if (flow) return blockKeys(shape.of) ? ' [{$1}]' : ' [$1]';
      return blockKeys(shape.of) ? '\n  - $1' : ' [$1]';
    case 'block':
    case 'dictionary':
      return flow ? ' {$1}' : '\n  $1';
    default:
      return ' ';
  }
}

export interface KeyOptions {
  /** The key that stands there and is typed anew: only a key is put in, no value. */
  readonly renaming?: string | undefined;
  /** Column of the keys, where it is not that of the cursor. */
  readonly column?: number;
}

/** @param route of the block */
export function keyCompletions(
  context: CompletionContext,
  field: Field<unknown>,
  route: Route,
  { renaming, column = context.cursor.locus.indent }: KeyOptions = {},
): readonly Completion[] {
  const keys = blockKeys(field);
  if (!keys) return [];
  const present = presentKeys(context, route);
  const open = openRequirements(context);
  const needed = new Set(required(field));
  const { locus } = context.cursor;
  return Object.entries(keys).flatMap(([key, of]): Completion[] => {
    if (key !== renaming && present.has(key)) return [];
    const helps = of.serves?.some((id) => open.has(id)) ?? false;
    const rank = needed.has(key) ? 0 : helps ? 1 : of.recordedOnly ? 3 : 2;
    const text =
      renaming === undefined
        ? fill(`${key}:${valueTemplate(of, locus.flow)}`, column, context.snippets)
        : { newText: key };
    return [
      {
        label: key,
        kind: 'key',
        ...(helps ? { detail: tr('for {0}', of.serves?.filter((id) => open.has(id)).join(', ') ?? '') } : {}),
        documentation: describeField(context.markup, of),
        ...text,
        opensNext: renaming === undefined && opensNext(context, of),
        rank,
      },
    ];
  });
}
