import '../../support/vscode';
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Input } from '../../support/input';
import { newAssessment } from '../../../client/src/commands/new-assessment';
import type { Server } from '../../../client/src/server';

const FORM = { uri: 'file:///a/aims.yaml', people: [], words: { assessor: 'Who assesses.' } };

describe('a new impact assessment', () => {
  it('asks nothing about a system that the server says nothing of, whatever was chosen before', async () => {
    const prompts: string[] = [];
    const warnings: string[] = [];
    const choose =
      (label: string) =>
      (input: Input): 'accept' => {
        input.selectedItems = input.items.filter((item) => item.label === label);
        return 'accept';
      };
    const answers = [choose('Churn'), (): 'back' => 'back', choose('Claims')];
    const create = (): Input =>
      new Input((input) => {
        prompts.push(input.prompt);
        return answers[prompts.length - 1]?.(input) ?? 'hide';
      });
    Object.assign(vscode.window, {
      createQuickPick: create,
      createInputBox: create,
      showWarningMessage: (text: string) => {
        warnings.push(text);
        return Promise.resolve(undefined);
      },
    });
    const systems = ['Churn', 'Claims'].map((label) => ({ value: label, label, isAssessed: false }));
    const server = {
      assessable: () => Promise.resolve({ systems }),
      newAssessment: ({ system }: { readonly system: string }) =>
        Promise.resolve(system === 'Churn' ? FORM : undefined),
      checkAnswer: () => Promise.resolve({}),
    } as unknown as Server;
    await newAssessment(server);
    assert.equal(prompts.length, 3, prompts.join('; '));
    assert.deepEqual([prompts[0], prompts[2]], ['Which system is assessed?', 'Which system is assessed?']);
    assert.deepEqual(warnings, ['The language server did not answer. Nothing was written.']);
  });
});
