import type { QuickPickItem } from 'vscode';

/** What somebody does with a question: Enter, the button that leads back, or Escape. */
type Answer = 'accept' | 'back' | 'hide';

/** As much of an input box or quick pick as is used. It answers by itself as soon as it is shown. */
export class Input {
  title = '';
  prompt = '';
  placeholder = '';
  items: readonly QuickPickItem[] = [];
  selectedItems: readonly QuickPickItem[] = [];
  value = '';
  validationMessage: string | undefined;
  step: number | undefined;
  totalSteps: number | undefined;
  readonly #answer: (input: Input) => Answer;
  #accepted: () => unknown = () => undefined;
  #hidden: () => unknown = () => undefined;
  #goneBack: () => unknown = () => undefined;

  constructor(answer: (input: Input) => Answer) {
    this.#answer = answer;
  }

  onDidAccept(listener: () => unknown): { dispose(): void } {
    this.#accepted = listener;
    return this;
  }
  onDidHide(listener: () => unknown): { dispose(): void } {
    this.#hidden = listener;
    return this;
  }
  onDidTriggerButton(listener: () => unknown): { dispose(): void } {
    this.#goneBack = listener;
    return this;
  }
  onDidChangeValue(): { dispose(): void } {
    return this;
  }
  accept(): void {
    this.#accepted();
  }
  show(): void {
    const answer = this.#answer(this);
    if (answer === 'accept') this.accept();
    else if (answer === 'back') this.#goneBack();
    else this.#hidden();
  }
  dispose(): void {
    // Nothing is held.
  }
}
