/** What a JavaScript or TypeScript file defines. */
import type { Lines } from '../flow/collect';
import { NONE, type NodeId, type SyntaxTree } from '../flow/tree';
import type { CodeSymbol } from '../types';
import { behind, keyOf } from './parts';

export type OutlineSymbol = Omit<CodeSymbol, 'cell'>;

const FUNCTIONS = new Set(['ArrowFunction', 'FunctionExpression', 'ClassExpression']);

/** Top-level functions, classes and variables that hold one; methods as `Class.method`. */
export function symbolsOf(tree: SyntaxTree, lines: Lines): OutlineSymbol[] {
  const found: OutlineSymbol[] = [];
  const add = (nameNode: NodeId, whole: NodeId, prefix = ''): string => {
    const name = prefix + (keyOf(tree, nameNode) ?? '');
    if (nameNode !== NONE)
      found.push({
        name,
        range: lines.rangeOf(tree.from(nameNode), tree.to(nameNode)),
        extent: lines.rangeOf(tree.from(whole), tree.to(whole)),
      });
    return name;
  };
  const addMembers = (node: NodeId, owner: string): void => {
    for (const member of tree.children(tree.child(node, 'ClassBody'))) {
      if (tree.name(member) !== 'MethodDeclaration') continue;
      add(tree.child(member, 'PropertyDefinition', 'PrivatePropertyDefinition'), member, `${owner}.`);
    }
  };
  for (const statement of tree.children(0)) {
    const exported = tree.name(statement) === 'ExportDeclaration';
    for (const node of exported ? tree.children(statement) : [statement]) {
      const kind = tree.name(node);
      if (kind === 'FunctionDeclaration') add(tree.child(node, 'VariableDefinition'), statement);
      else if (kind === 'ClassDeclaration')
        addMembers(node, add(tree.child(node, 'VariableDefinition'), statement));
      else if (kind === 'VariableDeclaration') {
        const value = behind(tree, node, 'Equals');
        if (!FUNCTIONS.has(tree.name(value))) continue;
        const name = add(tree.child(node, 'VariableDefinition'), statement);
        if (tree.name(value) === 'ClassExpression') addMembers(value, name);
      }
    }
  }
  return found;
}
