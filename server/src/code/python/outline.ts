/** What a Python file defines. */
import type { Lines } from '../flow/collect';
import { NONE, type NodeId, type SyntaxTree } from '../flow/tree';
import type { CodeSymbol } from '../types';

export type OutlineSymbol = Omit<CodeSymbol, 'cell'>;

/** Top-level functions and classes, and methods as `Class.method`; also those inside a top-level `if` or `try`. */
export function symbolsOf(tree: SyntaxTree, lines: Lines): OutlineSymbol[] {
  const found: OutlineSymbol[] = [];
  const pending: { node: NodeId; prefix: string }[] = [{ node: 0, prefix: '' }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { node, prefix } = next;
    const kind = tree.name(node);
    if (kind === 'FunctionDefinition' || kind === 'ClassDefinition') {
      const nameNode = tree.child(node, 'VariableName');
      if (nameNode === NONE) continue;
      const name = prefix + tree.source(nameNode);
      found.push({
        name,
        range: lines.rangeOf(tree.from(nameNode), tree.to(nameNode)),
        extent: lines.rangeOf(tree.from(node), tree.to(node)),
      });
      if (kind === 'ClassDefinition') pending.push({ node: tree.child(node, 'Body'), prefix: `${name}.` });
    } else if (CONTAINERS.has(kind)) {
      for (const child of tree.children(node).reverse()) pending.push({ node: child, prefix });
    }
  }
  return found;
}

const CONTAINERS = new Set([
  'Script',
  'Body',
  'StatementGroup',
  'DecoratedStatement',
  'IfStatement',
  'TryStatement',
  'WithStatement',
]);
