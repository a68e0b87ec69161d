/** Questions one after another, in VS Code's own inputs: a step back keeps what was said, Escape leaves no trace. */
import { l10n, QuickInputButtons, window, type InputBox, type QuickPick, type QuickPickItem } from 'vscode';
import type { Disposable } from '../disposable';
import type { Server } from '../server';

/** Instead of an answer: the question before is asked again, or nothing more is. */
export type Left = 'back' | 'cancel';

/** What the inputs of one question show of the whole. */
export interface Frame {
  readonly title: string;
  /** From 1. */
  readonly step: number;
  /** Undefined as long as an answer may still decide it. */
  readonly of: number | undefined;
  readonly canGoBack: boolean;
}

export interface Step<A extends object> {
  /** False: it is not asked, as things stand. Undefined: an answer before it decides. */
  readonly when?: (answers: A) => boolean | undefined;
  /** @returns all answers with the one to this question */
  readonly ask: (answers: A, frame: Frame) => Promise<A | Left>;
}

/** A question with the form of what it is about: what can be chosen, and the words for it. */
export type AskIn<A, F> = (server: Server, answers: A, form: F, frame: Frame) => Promise<A | Left>;

/** The step of such a question. The form comes with an answer before it; without one nothing more can be asked. */
export const inForm = <A extends { readonly form?: F | undefined }, F>(
  server: Server,
  ask: AskIn<A, F>,
  when: (answers: A) => boolean | undefined = () => true,
): Step<A> => ({
  when,
  ask: (answers, frame) =>
    answers.form === undefined ? Promise.resolve('cancel') : ask(server, answers, answers.form, frame),
});

/** @returns undefined where somebody left */
export async function askAll<A extends object>(
  title: string,
  start: A,
  steps: readonly Step<A>[],
): Promise<A | undefined> {
  const before: number[] = [];
  let answers = start;
  for (let at = 0; at < steps.length;) {
    const step = steps[at];
    if (!step || step.when?.(answers) === false) {
      at += 1;
      continue;
    }
    const asked = steps.filter(({ when }) => when?.(answers) !== false);
    const isOpen = asked.some(({ when }) => when && when(answers) === undefined);
    const said = await step.ask(answers, {
      title,
      step: asked.indexOf(step) + 1,
      of: isOpen ? undefined : asked.length,
      canGoBack: before.length > 0,
    });
    if (said === 'cancel') return undefined;
    if (said === 'back') {
      // What was said later stays, to be offered again.
      at = before.pop() ?? at;
      continue;
    }
    before.push(at);
    answers = said;
    at += 1;
  }
  return answers;
}

export interface Picking<T extends QuickPickItem> {
  readonly items: readonly T[];
  /** In a sentence or two: it has lines of its own, where a placeholder would be cut off. */
  readonly question: string;
  /** Where the cursor is at first. */
  readonly active?: T | undefined;
}

/** One of several things. */
export async function pickOne<T extends QuickPickItem>(
  frame: Frame,
  { items, question, active }: Picking<T>,
): Promise<T | Left> {
  const input = window.createQuickPick<T>();
  input.items = items;
  if (active) input.activeItems = [active];
  return pickWith(input, frame, question, () => input.selectedItems[0]);
}

/** Any number of things, those with `picked` at first. */
export async function pickSome<T extends QuickPickItem>(
  frame: Frame,
  { items, question }: Omit<Picking<T>, 'active'>,
): Promise<readonly T[] | Left> {
  const input = window.createQuickPick<T>();
  input.canSelectMany = true;
  input.items = items;
  input.selectedItems = items.filter(({ picked }) => picked === true);
  return pickWith(input, frame, question, () => input.selectedItems);
}

function pickWith<T extends QuickPickItem, R>(
  input: QuickPick<T>,
  frame: Frame,
  question: string,
  chosen: () => R | undefined,
): Promise<R | Left> {
  input.prompt = question;
  input.placeholder = l10n.t('Type to narrow the list');
  input.matchOnDescription = true;
  input.matchOnDetail = true;
  return show<R>(input, frame, (accept) => [
    input.onDidAccept(() => {
      const answer = chosen();
      if (answer !== undefined) accept(answer);
    }),
  ]);
}

export interface Typing {
  readonly value: string;
  /** In a sentence or two. */
  readonly prompt: string;
  /** An example: as short as one is. */
  readonly placeholder?: string;
  /** What is wrong with a text; undefined where nothing is. */
  readonly check?: (text: string) => Promise<string | undefined>;
}

/** What to do where nobody can answer yet. */
export const unknownYet = (): string => l10n.t('Leave it empty where that is not known yet.');

/** A text, without blanks around it. It can be given only while nothing is wrong with it. */
export async function typeText(
  frame: Frame,
  { value, prompt, placeholder = '', check = () => Promise.resolve(undefined) }: Typing,
): Promise<{ readonly text: string } | Left> {
  const input = window.createInputBox();
  input.value = value;
  input.prompt = prompt;
  input.placeholder = placeholder;
  return show(input, frame, (accept) => [
    input.onDidChangeValue(() => void isRight(input, check)),
    input.onDidAccept(async () => {
      if (await isRight(input, check)) accept({ text: input.value.trim() });
    }),
  ]);
}

/** Shows what is wrong. What was asked about an older text says nothing any more. */
async function isRight(
  input: InputBox,
  check: (text: string) => Promise<string | undefined>,
): Promise<boolean> {
  const { value } = input;
  const problem = await check(value.trim());
  if (input.value !== value) return false;
  input.validationMessage = problem;
  return problem === undefined;
}

/** Until it is answered or left. */
async function show<R>(
  input: InputBox | QuickPick<QuickPickItem>,
  { title, step, of, canGoBack }: Frame,
  listen: (accept: (answer: R) => void) => readonly Disposable[],
): Promise<R | Left> {
  input.title = title;
  input.step = step;
  input.totalSteps = of;
  // Somebody may look something up in the meantime.
  input.ignoreFocusOut = true;
  input.buttons = canGoBack ? [QuickInputButtons.Back] : [];
  const listening: Disposable[] = [input];
  try {
    return await new Promise<R | Left>((resolve) => {
      listening.push(
        ...listen(resolve),
        input.onDidTriggerButton(() => resolve('back')),
        input.onDidHide(() => resolve('cancel')),
      );
      input.show();
    });
  } finally {
    for (const each of listening) each.dispose();
  }
}
