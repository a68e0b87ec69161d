/** What a JavaScript or TypeScript file defines, and its comments for AIMS. */
import type { Range } from '../../syntax/types';
import type { Lines } from '../flow/collect';
import { NONE, type NodeId, type SyntaxTree } from '../flow/tree';
import { behind, keyOf } from './parts';

export interface OutlineSymbol {
  readonly name: string;
  readonly range: Range;
}

const FUNCTIONS = new Set(['ArrowFunction', 'FunctionExpression', 'ClassExpression']);

/** Top-level functions, classes and variables that hold one; methods as `Class.method`. */
export function symbolsOf(tree: SyntaxTree, lines: Lines): OutlineSymbol[] {
  const found: OutlineSymbol[] = [];
  const add = (nameNode: NodeId, prefix = ''): string => {
    const name = prefix + (keyOf(tree, nameNode) ?? '');
    if (nameNode !== NONE) found.push({ name, range: lines.rangeOf(tree.from(nameNode), tree.to(nameNode)) });
    return name;
  };
  const addMembers = (node: NodeId, owner: string): void => {
    for (const member of tree.children(tree.child(node, 'ClassBody'))) {
      if (tree.name(member) !== 'MethodDeclaration') continue;
      add(tree.child(member, 'PropertyDefinition', 'PrivatePropertyDefinition'), `${owner}.`);
    }
  };
  for (const statement of tree.children(0)) {
    const exported = tree.name(statement) === 'ExportDeclaration';
    for (const node of exported ? tree.children(statement) : [statement]) {
      const kind = tree.name(node);
      if (kind === 'FunctionDeclaration') add(tree.child(node, 'VariableDefinition'));
      else if (kind === 'ClassDeclaration') addMembers(node, add(tree.child(node, 'VariableDefinition')));
      else if (kind === 'VariableDeclaration') {
        const value = behind(tree, node, 'Equals');
        if (!FUNCTIONS.has(tree.name(value))) continue;
        const name = add(tree.child(node, 'VariableDefinition'));
        if (tree.name(value) === 'ClassExpression') addMembers(value, name);
      }
    }
  }
  return found;
}

/** Comments that speak to AIMS: their text starts with `aims`. The range covers the comment with its marks. */
export function aimsComments(tree: SyntaxTree, lines: Lines): { text: string; range: Range }[] {
  return tree.comments
    .map(({ from, to }) => ({ text: contentOf(tree.text.slice(from, to)), range: lines.rangeOf(from, to) }))
    .filter(({ text }) => /^aims\b/.test(text));
}

/** The text of a line or block comment. */
function contentOf(comment: string): string {
  return (comment.startsWith('//') ? comment.slice(2) : comment.replace(/^\/\*+|\*+\/$/g, '')).trim();
}
