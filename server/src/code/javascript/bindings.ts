/** Names that a pattern binds: `a`, `{ b, c: d = 1 }`, `[e, ...f]`. */
import { elementOf } from '../flow/collections';
import { NONE, type NodeId, type SyntaxTree } from '../flow/tree';
import { merge, type Value } from '../flow/values';
import { memberNamed } from './members';
import { behind, keyOf, operands } from './parts';

type Bind = (name: string, value: Value | undefined) => void;

interface Expressions {
  readonly tree: SyntaxTree;
  evaluate(node: NodeId): Value | undefined;
}

/** Hands each name of a pattern with its value to `bind`. */
export function bindPattern(
  expressions: Expressions,
  pattern: NodeId,
  value: Value | undefined,
  bind: Bind,
): void {
  const { tree } = expressions;
  switch (tree.name(pattern)) {
    case 'VariableDefinition':
    case 'VariableName':
      bind(tree.source(pattern), value);
      return;
    case 'ArrayPattern':
      bindElements(expressions, pattern, value, bind);
      return;
    case 'ObjectPattern':
      for (const property of operands(tree, pattern)) bindProperty(expressions, property, value, bind);
  }
}

function bindProperty(
  expressions: Expressions,
  property: NodeId,
  value: Value | undefined,
  bind: Bind,
): void {
  const { tree } = expressions;
  const first = tree.first(property);
  if (tree.name(first) === 'Spread') {
    bindPattern(expressions, tree.next(first), undefined, bind);
    return;
  }
  const key = keyOf(tree, first);
  const fallback = behind(tree, property, 'Equals');
  const usual = fallback === NONE ? undefined : expressions.evaluate(fallback);
  const renamed = behind(tree, property, ':');
  const given = key === undefined ? undefined : memberNamed(value, key);
  bindPattern(expressions, renamed === NONE ? first : renamed, merge(given, usual), bind);
}

function bindElements(expressions: Expressions, pattern: NodeId, value: Value | undefined, bind: Bind): void {
  const { tree } = expressions;
  let index = 0;
  let rest = false;
  for (const part of tree.children(pattern)) {
    const word = tree.name(part);
    if (word === ',') index++;
    else if (word === 'Spread') rest = true;
    else if (/^(?:Variable|Object|Array)/.test(word)) {
      const item = value?.is === 'items' ? value.items[index] : elementOf(value);
      bindPattern(expressions, part, rest ? undefined : item, bind);
    }
  }
}

/** The names a pattern binds. */
export function namesIn(tree: SyntaxTree, pattern: NodeId): string[] {
  const names: string[] = [];
  const nothing = { tree, evaluate: () => undefined };
  bindPattern(nothing, pattern, undefined, (name) => names.push(name));
  return names;
}
