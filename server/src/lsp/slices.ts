/** Long work in short pieces, so that a keystroke in between is answered. */
import { CancellationToken } from 'vscode-languageserver';
import { nextTurn } from './timers';

/** In milliseconds. */
const SLICE = 20;

/** @returns false where it was cancelled on the way */
export async function inSlices<T>(
  items: Iterable<T>,
  visit: (item: T) => void,
  token: CancellationToken = CancellationToken.None,
): Promise<boolean> {
  let until = performance.now() + SLICE;
  for (const item of items) {
    visit(item);
    if (performance.now() < until) continue;
    await nextTurn();
    if (token.isCancellationRequested) return false;
    until = performance.now() + SLICE;
  }
  return !token.isCancellationRequested;
}
