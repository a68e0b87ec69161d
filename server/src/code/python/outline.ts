/** What a Python file defines, and its comments for AIMS. */
import type { Range } from '../../syntax/types';
import type { Lines } from '../flow/collect';
import { NONE, type NodeId, type SyntaxTree } from '../flow/tree';

export interface OutlineSymbol {
  readonly name: string;
  readonly range: Range;
}

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
      found.push({ name, range: lines.rangeOf(tree.from(nameNode), tree.to(nameNode)) });
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

/** Comments that speak to AIMS: their text starts with `aims`. The range covers the comment with its `#`. */
export function aimsComments(tree: SyntaxTree, lines: Lines): { text: string; range: Range }[] {
  return tree.comments
    .map(({ from, to }) => ({ text: tree.text.slice(from + 1, to).trim(), range: lines.rangeOf(from, to) }))
    .filter(({ text }) => /^aims\b/.test(text));
}
