/** Import statements: which names they bind to what. */
import type { NodeId, SyntaxTree } from '../flow/tree';

export interface ImportedName {
  /** Name it is known by in the file; `*` for `from x import *`. */
  readonly name: string;
  /** Dotted name; starts with `.` where the import is relative. */
  readonly path: string;
  /** The module the statement names. */
  readonly module: string;
}

/** @param node an `ImportStatement` */
export function importedNames(tree: SyntaxTree, node: NodeId): ImportedName[] {
  const words = tree.children(node).map((child) => tree.source(child));
  if (words[0] === 'import') return plainImports(words.slice(1));
  const split = words.indexOf('import');
  if (words[0] !== 'from' || split < 0) return [];
  const module = words.slice(1, split).join('');
  return entries(words.slice(split + 1)).map(({ dotted, alias }) => ({
    name: alias ?? dotted,
    path: /[^.]$/.test(module) ? `${module}.${dotted}` : `${module}${dotted}`,
    module,
  }));
}

function plainImports(words: readonly string[]): ImportedName[] {
  return entries(words).map(({ dotted, alias }) => {
    const root = dotted.split('.')[0] ?? dotted;
    return { name: alias ?? root, path: alias === undefined ? root : dotted, module: dotted };
  });
}

function entries(words: readonly string[]): { dotted: string; alias: string | undefined }[] {
  const found: { dotted: string; alias: string | undefined }[] = [];
  let dotted = '';
  let alias: string | undefined;
  for (let at = 0; at <= words.length; at++) {
    const word = words[at];
    if (word === undefined || word === ',' || word === ')') {
      if (dotted) found.push({ dotted, alias });
      dotted = '';
      alias = undefined;
    } else if (word === 'as') {
      alias = words[++at];
    } else if (word !== '(') {
      dotted += word;
    }
  }
  return found;
}
