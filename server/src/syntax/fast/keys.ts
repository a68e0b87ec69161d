import { ownCopy } from '../ownCopy';
import { plainScalarType } from '../scalarType';
import type { ScalarNode } from '../types';

/** Names in use, and their lengths, that are remembered. A format has a few hundred of some letters each. */
const MOST = 2000;
const LONGEST = 40;

const known = new Map<string, ScalarNode>();

/** The node of a plain key. Those of all files are the same few, so equal ones are one object as a rule. */
export function keyNode(text: string): ScalarNode {
  const found = known.get(text);
  if (found !== undefined) return found;
  const node: ScalarNode = {
    kind: 'scalar',
    type: plainScalarType(text),
    text: ownCopy(text),
    style: 'plain',
  };
  if (known.size < MOST && text.length <= LONGEST) known.set(node.text, node);
  return node;
}
