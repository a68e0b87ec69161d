/** Answers the questions that commands ask in quick inputs, each once it is shown: no machine is too slow for it. */
import { commands, window, type Disposable, type InputBox, type QuickPick, type QuickPickItem } from 'vscode';
import { until } from './vscode';

type Input = InputBox | QuickPick<QuickPickItem>;

/** What is asked now; undefined between two questions. */
let asked: Input | undefined;
/** Which question of how many each input said it is, in the order they were shown. */
export const counts: string[] = [];
/** How often an input was accepted or hidden, or a button of it pressed; and how often another row became active. */
const effects = { answer: 0, move: 0 };

/** Takes note of the inputs that are made this way. The tests have the same `window` as the extension they come with. */
function follow<T extends Input>(create: () => T): () => T {
  return () => {
    const input = create();
    const show = input.show.bind(input);
    input.show = () => {
      asked = input;
      counts.push([input.step, input.totalSteps].filter((number) => number !== undefined).join('/'));
      show();
    };
    const count = (): void => void (effects.answer += 1);
    input.onDidAccept(count);
    input.onDidTriggerButton(count);
    input.onDidHide(() => {
      count();
      if (asked === input) asked = undefined;
    });
    if ('onDidChangeActive' in input)
      (input.onDidChangeActive as (listener: () => void) => Disposable)(() => {
        effects.move += 1;
      });
    return input;
  };
}

window.createQuickPick = follow(window.createQuickPick) as typeof window.createQuickPick;
window.createInputBox = follow(window.createInputBox);

export const ENTER = 'workbench.action.acceptSelectedQuickOpenItem';
export const DOWN = 'workbench.action.quickOpenSelectNext';
export const BACK = 'workbench.action.quickInputBack';
export const ESCAPE = 'workbench.action.closeQuickOpen';

/** VS Code says which row is active, but where several can be chosen, or the extension has said so itself. */
const isShown = (input: Input): boolean =>
  !('items' in input) || input.canSelectMany || input.activeItems.length > 0;

/** Presses keys of an input one after another; each waits until a question is there, and until it has done something. */
export async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    const input = await until('a question', () => Promise.resolve(asked && isShown(asked) && asked));
    const kind = key === DOWN ? 'move' : 'answer';
    const before = effects[kind];
    // VS Code tells what a key did before it says that the command is done: without an effect nothing was there yet.
    await until(`${key} to do something`, async () => {
      await commands.executeCommand(key);
      return effects[kind] > before;
    });
    if (key !== DOWN) await until('the question to go', () => Promise.resolve(asked !== input));
  }
}

/** Types into the next question: the answer, or how the row of a list begins that is then the active one. */
export async function type(text: string): Promise<void> {
  const input = await until('a question', () => Promise.resolve(asked && isShown(asked) && asked));
  input.value = text;
  if ('items' in input)
    await until(`the row ${text}`, () =>
      Promise.resolve(input.activeItems[0]?.label.startsWith(text) === true),
    );
}

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
    await until('a question, or the end', () => Promise.resolve(asked !== undefined || state.isDone));
    if (asked) await press(ENTER);
  }
  return done;
}
