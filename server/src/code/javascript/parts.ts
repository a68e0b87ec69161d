/** Small questions about the syntax of JavaScript and TypeScript. */
import { NONE, type NodeId, type SyntaxTree } from '../flow/tree';
import type { Value } from '../flow/values';

const PUNCTUATION = new Set(['(', ')', '[', ']', '{', '}', ',', ';', ':', '⚠']);

/** The parts of a bracketed or comma-separated expression, without punctuation. */
export function operands(tree: SyntaxTree, node: NodeId): NodeId[] {
  return tree.children(node).filter((child) => !PUNCTUATION.has(tree.name(child)));
}

/** What stands behind the first direct child of that name. */
export function behind(tree: SyntaxTree, node: NodeId, name: string): NodeId {
  const found = tree.child(node, name);
  return found === NONE ? NONE : tree.next(found);
}

/** Texts with escapes are left unknown: no model is called like that. */
export function literal(source: string): Value | undefined {
  const match = /^(["'])([^\\]*)\1$/s.exec(source);
  return match ? { is: 'text', text: match[2] ?? '' } : undefined;
}

/** Key of a property as it is written: `a`, `'a'`; `undefined` where it is computed. */
export function keyOf(tree: SyntaxTree, node: NodeId): string | undefined {
  switch (tree.name(node)) {
    case 'PropertyName':
    case 'PropertyDefinition':
    case 'PrivatePropertyName':
    case 'PrivatePropertyDefinition':
    case 'VariableName':
    case 'VariableDefinition':
    case 'Number':
      return tree.source(node);
    case 'String': {
      const value = literal(tree.source(node));
      return value?.is === 'text' ? value.text : undefined;
    }
    default:
      return undefined;
  }
}

const TRANSPARENT = new Set([
  'CallExpression',
  'ParenthesizedExpression',
  'AwaitExpression',
  'PostfixExpression',
  'BinaryExpression',
]);

/** What an object is called where it stands: the last name of `a.b`, `a.b[0]`, `a.b()`, `a.b!`. */
export function writtenName(tree: SyntaxTree, node: NodeId): string | undefined {
  let here = node;
  while (here !== NONE) {
    const name = tree.name(here);
    if (name === 'VariableName') return tree.source(here);
    if (name === 'MemberExpression') {
      const property = tree.child(here, 'PropertyName', 'PrivatePropertyName');
      if (property !== NONE) return tree.source(property);
    } else if (!TRANSPARENT.has(name)) {
      return undefined;
    }
    here = operands(tree, here).find((part) => tree.name(part) !== 'await') ?? NONE;
  }
  return undefined;
}
