/** How a new system is asked about, with inputs that answer by themselves. */
import '../../support/vscode';
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { newSystem } from '../../../client/src/commands/new-system';
import type { Server } from '../../../client/src/server';
import type { NewSystemResult } from '../../../server/src/protocol';

interface Shown {
  readonly title: string;
  readonly prompt: string;
  readonly placeholder: string;
}

/** As much of an input box or quick pick as is used. */
class Input {
  title = '';
  prompt = '';
  placeholder = '';
  items: readonly vscode.QuickPickItem[] = [];
  selectedItems: readonly vscode.QuickPickItem[] = [];
  value = '';
  readonly #answer: (input: Input) => 'accept' | 'hide';
  #accepted: () => unknown = () => undefined;
  #hidden: () => unknown = () => undefined;

  constructor(answer: (input: Input) => 'accept' | 'hide') {
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
  onDidTriggerButton(): { dispose(): void } {
    return this;
  }
  onDidChangeValue(): { dispose(): void } {
    return this;
  }
  show(): void {
    if (this.#answer(this) === 'accept') this.#accepted();
    else this.#hidden();
  }
  dispose(): void {
    // Nothing is held.
  }
}

const FORM: NewSystemResult = {
  is: 'form',
  name: 'Churn',
  people: [],
  roles: [],
  stages: [],
  found: { owner: { value: 'Ada Palmer', note: 'git is set up for this name' } },
  words: {
    id: 'Short name of the system; never changes.',
    name: 'Name of the system.',
    owner: 'Who answers for the system.',
    role: 'What the organization is to this system. Decides which controls it owes.',
    stage: 'Life cycle stage (ISO/IEC 22989). Decides what is due now.',
    purpose: 'What the system is for, in a sentence.',
  },
};

const server = {
  systemFolders: () =>
    Promise.resolve({
      folders: [
        { value: 'file:///churn', label: 'churn' },
        { value: 'file:///claims', label: 'claims' },
      ],
    }),
  newSystem: () => Promise.resolve(FORM),
  checkAnswer: () => Promise.resolve({ id: 'churn' }),
} as unknown as Server;

describe('a new system', () => {
  let shown: Shown[];
  let dialogs: number;

  /** Answers each question in turn; what is asked beyond is left. */
  function answering(...answers: readonly ((input: Input) => 'accept' | 'hide')[]): void {
    shown = [];
    dialogs = 0;
    const create = (): Input =>
      new Input((input) => {
        const answer = answers[shown.length];
        shown.push({ title: input.title, prompt: input.prompt, placeholder: input.placeholder });
        return answer?.(input) ?? 'hide';
      });
    Object.assign(vscode.workspace, { workspaceFolders: [{}] });
    Object.assign(vscode.window, {
      createQuickPick: create,
      createInputBox: create,
      showOpenDialog: () => {
        dialogs += 1;
        return Promise.resolve(undefined);
      },
    });
  }

  const choose =
    (label: string) =>
    (input: Input): 'accept' => {
      input.selectedItems = input.items.filter((item) => item.label === label);
      return 'accept';
    };
  const accept = (): 'accept' => 'accept';

  it('asks for the folder again when the dialog of another folder is left', async () => {
    answering(choose('Another folder…'), choose('churn'));
    await newSystem(server);
    assert.equal(dialogs, 1);
    assert.deepEqual(
      shown.map(({ prompt }) => prompt),
      [
        'Which folder holds the code of the system?',
        'Which folder holds the code of the system?',
        'Name of the system.',
      ],
    );
  });

  it('shows each question whole: in lines of its own, never where it would be cut off', async () => {
    let owner = '';
    const person = (input: Input): 'accept' => {
      owner = input.value;
      return 'accept';
    };
    answering(choose('churn'), accept, accept, person, accept, choose('Not decided yet'));
    await newSystem(server);
    assert.deepEqual(
      shown.map(({ prompt }) => prompt),
      [
        'Which folder holds the code of the system?',
        'Name of the system.',
        'Short name of the system; never changes.',
        'Who answers for the system. (git is set up for this name) Leave it empty where that is not known yet.',
        'What the organization is to this system. Decides which controls it owes.',
        'Life cycle stage (ISO/IEC 22989). Decides what is due now.',
        'What the system is for, in a sentence. Leave it empty where that is not known yet.',
      ],
    );
    assert.equal(owner, 'Ada Palmer', 'who git is set up for is offered');
    for (const { placeholder } of shown) assert.ok(placeholder.length <= 40, placeholder);
  });
});
