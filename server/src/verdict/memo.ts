/** Keeps what was worked out while everything it was made from is the same. */
import { perLanguage } from '../l10n/tr';

type Keep<T> = (key: object, inputs: readonly unknown[], compute: () => T) => T;

/**
 * Of each key the last result: one keystroke makes a few anew, the others are kept. Keyed by something that lives as long
 * as its text, such as a body or a row; inputs are compared by identity.
 */
export function keeper<T>(): Keep<T> {
  // Results hold reasons in words.
  const memos = perLanguage(
    () => new WeakMap<object, { readonly inputs: readonly unknown[]; readonly result: T }>(),
  );
  return (key, inputs, compute) => {
    const memo = memos();
    const known = memo.get(key);
    const isSame =
      known?.inputs.length === inputs.length && known.inputs.every((input, index) => input === inputs[index]);
    if (isSame) return known.result;
    const result = compute();
    memo.set(key, { inputs, result });
    return result;
  };
}
