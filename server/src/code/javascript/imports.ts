/** Import declarations: which names they bind to what; and what a module is called. */
import type { NodeId, SyntaxTree } from '../flow/tree';

export interface ImportedName {
  /** Name it is known by in the file. */
  readonly name: string;
  /** Dotted name behind the module's; empty for the module itself. */
  readonly member: string;
}

export interface Import {
  readonly module: string;
  readonly names: readonly ImportedName[];
}

/** Where packages are loaded from without being installed: `https://esm.sh/openai@4.2/index.mjs`. */
const ADDRESS = /^https?:\/\/[^/]+\/(?:npm\/|gh\/|v\d+\/|pin\/|-\/)*/;

/**
 * A module's name without the ways to write it: `npm:openai@^4`, `https://esm.sh/openai@4`, `openai/index.mjs` are all
 * `openai`. Dots become dashes, so that a name of a module is one name.
 */
export function moduleName(specifier: string): string {
  if (/^[./~#]/.test(specifier)) return `.${specifier}`;
  return specifier
    .replace(ADDRESS, '')
    .replace(/^(?:npm|jsr|node):/, '')
    .replace(/[?#].*$/s, '')
    .replace(/(?!^)@[\w.^~*-]+/, '')
    .replace(/\/(?:\+esm|index|dist\/.*|build\/.*|es\w*\/index)(?:\.\w+)*$/, '')
    .replace(/(\/[^/]*)\.[cm]?js$/, '$1')
    .replaceAll('.', '-');
}

/** @param node an `ImportDeclaration`; what is imported as a type alone is none of it */
export function importOf(tree: SyntaxTree, node: NodeId): Import | undefined {
  const specifier = tree.source(tree.child(node, 'String')).slice(1, -1);
  if (specifier === '') return undefined;
  const names: ImportedName[] = [];
  let member = 'default';
  for (const part of tree.children(node)) {
    const word = tree.name(part);
    if (word === 'Star') member = '';
    else if (word === 'VariableDefinition') names.push({ name: tree.source(part), member });
    else if (word === 'ImportGroup') names.push(...groupOf(tree, part));
    else if (word === 'type') member = 'default';
  }
  return { module: moduleName(specifier), names };
}

/** `{ a, b as c, default as d, type E }`. */
function groupOf(tree: SyntaxTree, node: NodeId): ImportedName[] {
  const names: ImportedName[] = [];
  let original: string | undefined;
  for (const part of tree.children(node)) {
    const word = tree.name(part);
    if (word === ',') original = undefined;
    else if (word === 'VariableName' || word === 'default' || word === 'String') original = tree.source(part);
    else if (word === 'VariableDefinition') {
      const name = tree.source(part);
      names.push({ name, member: original ?? name });
    }
  }
  return names;
}
