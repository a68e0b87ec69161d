/** Small questions about the syntax of expressions. */
import { NONE, type NodeId, type SyntaxTree } from '../flow/tree';
import type { Value } from '../flow/values';

/** The parts of a bracketed or comma-separated expression, without punctuation. */
export function operands(tree: SyntaxTree, node: NodeId): NodeId[] {
  return tree.children(node).filter((child) => !PUNCTUATION.has(tree.name(child)));
}

/** What stands between the parts of an expression. */
export const PUNCTUATION = new Set(['(', ')', '[', ']', '{', '}', ',', 'await', '*', '**', ':', '⚠']);

/** Escapes, bytes and format strings are left unknown: no model is called like that. */
export function literal(source: string): Value | undefined {
  const match = /^[uUrR]?("""|'''|"|')([^\\]*)\1$/s.exec(source);
  return match ? { is: 'text', text: match[2] ?? '' } : undefined;
}

/** What an object is called where it stands: the last name of `a.b`, `a.b[0]`, `a.b()`. */
export function writtenName(tree: SyntaxTree, node: NodeId): string | undefined {
  let here = node;
  while (here !== NONE) {
    const name = tree.name(here);
    if (name === 'VariableName') return tree.source(here);
    if (name === 'MemberExpression') {
      const property = tree.child(here, 'PropertyName');
      if (property !== NONE) return tree.source(property);
    } else if (
      name !== 'CallExpression' &&
      name !== 'ParenthesizedExpression' &&
      name !== 'AwaitExpression'
    ) {
      return undefined;
    }
    here = operands(tree, here)[0] ?? NONE;
  }
  return undefined;
}
