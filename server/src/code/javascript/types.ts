/** What the declared type of a variable says of its value. */
import type { Scope } from '../flow/scope';
import { NONE, type NodeId, type SyntaxTree } from '../flow/tree';
import { library, type Value } from '../flow/values';
import { explained } from './idioms';

/** Types that stand for what is in them. */
const WRAPPERS = /^(?:Promise|Readonly|Partial|NonNullable|InstanceType)$/;

/** @returns an object of the type, where it is a class this file or the table knows */
export function declaredValue(tree: SyntaxTree, annotation: NodeId, scope: Scope): Value | undefined {
  for (const part of tree.children(annotation)) {
    const found = objectOf(tree, part, scope);
    if (found) return found;
  }
  return undefined;
}

function objectOf(tree: SyntaxTree, type: NodeId, scope: Scope): Value | undefined {
  switch (tree.name(type)) {
    case 'UnionType':
    case 'ParenthesizedType':
    case 'TypeArgList':
      return declaredValue(tree, type, scope);
    case 'ParameterizedType': {
      const [name = NONE, list = NONE] = tree.children(type);
      return objectOf(tree, WRAPPERS.test(tree.source(name)) ? list : name, scope);
    }
    case 'TypeName': {
      const value = scope.get(tree.source(type));
      if (value?.is === 'class') return { is: 'object', of: value.of };
      return value?.is === 'library' && explained(value) ? library(`${value.path}()`) : undefined;
    }
    default:
      return undefined;
  }
}
