/** How a new system is asked about, with inputs that answer by themselves. */
import '../../support/vscode';
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Input } from '../../support/input';
import { newSystem } from '../../../client/src/commands/new-system';
import type { Server } from '../../../client/src/server';
import type { NewSystemResult } from '../../../server/src/protocol';

interface Shown {
  readonly title: string;
  readonly prompt: string;
  readonly placeholder: string;
  /** Which question of how many. */
  readonly count: string;
  readonly value: string;
  /** Labels of the list. */
  readonly labels: readonly string[];
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
        const { title, prompt, placeholder, value } = input;
        const labels = input.items.map(({ label }) => label);
        shown.push({ title, prompt, placeholder, value, labels, count: `${input.step}/${input.totalSteps}` });
        return answer?.(input) ?? 'hide';
      });
    Object.assign(vscode.workspace, {
      workspaceFolders: [{ name: 'repo', uri: vscode.Uri.parse('file:///repo') }],
    });
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
    assert.deepEqual(
      shown.map(({ count }) => count),
      ['1/7', '2/7', '3/7', '4/7', '5/7', '6/7', '7/7'],
      'the folder is one of the questions, from the first on',
    );
    for (const { placeholder } of shown) assert.ok(placeholder.length <= 40, placeholder);
  });

  it('offers a new folder where all that is here has a card, and calls the system after it', async () => {
    const asked: string[] = [];
    const covered = {
      checkAnswer: () => Promise.resolve({}),
      systemFolders: () => Promise.resolve({ folders: [] }),
      newSystem: ({ folder }: { readonly folder: string }) => {
        asked.push(folder);
        return Promise.resolve(FORM);
      },
    } as unknown as Server;
    const problems: (string | undefined)[] = [];
    /** One text after another, with Enter behind each. */
    const type =
      (first: string, ...others: readonly string[]) =>
      (input: Input): 'accept' => {
        const left = [...others];
        const next = (): void => {
          problems.push(input.validationMessage);
          input.value = left.shift() ?? '';
          input.accept();
          if (left.length > 0) setImmediate(next);
        };
        input.value = first;
        setImmediate(next);
        return 'accept';
      };
    answering(choose('New folder in repo…'), type('', '../churn', 'models/aux', 'models/churn'));
    await newSystem(covered);
    assert.match(shown[0]?.prompt ?? '', /^Everything here belongs to a system that has a card/);
    assert.deepEqual(shown[0]?.labels, ['New folder in repo…', 'Another folder…']);
    assert.match(shown[1]?.prompt ?? '', /^Name of the new folder in repo/);
    assert.deepEqual(asked, ['file:///repo/models/churn']);
    assert.equal(shown[2]?.value, 'churn', 'offered as its name');
    assert.match(problems.join('; '), /^Fill this in\.(?:; Not every computer takes such a name[^;]*){2}$/);
  });
});
