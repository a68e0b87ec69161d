import { commands } from 'vscode';
import { setTimeout as sleep } from 'node:timers/promises';

/** A person is slower. In milliseconds. */
const BETWEEN = 200;

/**
 * Presses Enter, as somebody does who takes what is offered, until what was started is done.
 *
 * @returns what was started gives
 * @throws Error where it asks more often than that
 */
export async function enterUntilDone<T>(started: Thenable<T>, atMost = 60): Promise<T> {
  const state = { isDone: false };
  const done = Promise.resolve(started).finally(() => (state.isDone = true));
  for (let pressed = 0; !state.isDone; pressed++) {
    if (pressed > atMost) throw new Error('it asks without end');
    await sleep(BETWEEN);
    await press(ENTER);
  }
  return done;
}

/** Presses keys of an input one after another, each once it had time to show. */
export async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await commands.executeCommand(key);
    await sleep(BETWEEN);
  }
}

export const ENTER = 'workbench.action.acceptSelectedQuickOpenItem';
export const DOWN = 'workbench.action.quickOpenSelectNext';
export const BACK = 'workbench.action.quickInputBack';
export const ESCAPE = 'workbench.action.closeQuickOpen';
