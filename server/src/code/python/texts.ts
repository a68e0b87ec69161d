/** Texts that are put together: format strings, and paths of parts. */
import type { NodeId, SyntaxTree } from '../flow/tree';
import { SOME_TEXT, type Value } from '../flow/values';
import { operands } from './parts';

const FORMAT_STRING = /^[fFrR]{1,2}("""|'''|"|')([^\\]*)\1$/s;

/**
 * `f"{OWNER}/bert"`, where all that is put in is a known text; otherwise some text.
 * @param evaluate is asked for every expression in it, known or not: calls may stand there
 */
export function formatted(
  tree: SyntaxTree,
  node: NodeId,
  evaluate: (part: NodeId) => Value | undefined,
): Value {
  const quote = FORMAT_STRING.exec(tree.source(node))?.[1];
  const end = tree.to(node) - (quote?.length ?? 0);
  let at = tree.from(node) + tree.source(node).indexOf(quote ?? '') + (quote?.length ?? 0);
  let isKnown = quote !== undefined;
  let text = '';
  for (const hole of tree.children(node)) {
    const [value, ...more] = operands(tree, hole).map(evaluate);
    // `{name!r}`, `{size:.2f}` and `{x=}` say how to write it.
    isKnown &&= value?.is === 'text' && more.length === 0 && tree.source(hole).trimEnd().at(-2) !== '=';
    if (value?.is === 'text') text += tree.text.slice(at, tree.from(hole)) + value.text;
    at = tree.to(hole);
  }
  text += tree.text.slice(at, end);
  return isKnown && !/[{}]/.test(text) ? { is: 'text', text } : SOME_TEXT;
}

/** `Path("models") / "a.pt"`, `os.path.join("models", "a.pt")`. Undefined where a part is not known. */
export function joinedPath(parts: readonly (Value | undefined)[]): Value | undefined {
  let path = '';
  for (const part of parts) {
    if (part?.is !== 'text') return undefined;
    path = path === '' || part.text.startsWith('/') ? part.text : `${path.replace(/\/$/, '')}/${part.text}`;
  }
  return path === '' ? undefined : { is: 'text', text: path };
}
