/** Keeps a subject's result while everything it was made from is the same. */
import type { SubjectResult } from './types';

interface Memo {
  readonly inputs: readonly unknown[];
  readonly result: SubjectResult;
}

/** One keystroke makes one subject new; the others keep their result. Keyed by the body, which lives as long as its text. */
const memo = new WeakMap<object, Memo>();

/** @param inputs compared by identity */
export const remembered = (
  key: object,
  inputs: readonly unknown[],
  compute: () => SubjectResult,
): SubjectResult => {
  const known = memo.get(key);
  if (known?.inputs.length === inputs.length && known.inputs.every((input, index) => input === inputs[index]))
    return known.result;
  const result = compute();
  memo.set(key, { inputs, result });
  return result;
};
