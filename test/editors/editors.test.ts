import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { documented } from './documented';
import { shown, words, type Plan, type Seen } from './plan';
import { seenInVsCode, type SeenInVsCode } from './vscode';
import { createWorkspace, type EditorWorkspace } from './workspace';

/** A run of an editor that takes longer hangs. In milliseconds. */
const LIMIT = 60_000;

interface Editor {
  readonly name: string;
  /** What it shows of a finding. */
  readonly says: (message: string, rule: string) => string;
  /** @returns the command that starts it headless with the documented set-up and then runs the driver */
  readonly command: (workspace: EditorWorkspace) => readonly [string, ...string[]];
}

const NEOVIM: Editor = {
  name: 'Neovim',
  says: (message) => message,
  command: ({ scratch }) => {
    const init = join(scratch, 'init.lua');
    writeFileSync(init, documented('lua'));
    return [
      'nvim',
      '--headless',
      '-u',
      init,
      '-i',
      'NONE',
      '-n',
      '-c',
      `luafile ${resolve('test/editors/drivers/neovim.lua')}`,
    ];
  },
};

const EMACS: Editor = {
  name: 'Emacs',
  says: (message, rule) => `aims [${rule}]: ${message}`,
  command: ({ scratch }) => {
    const init = join(scratch, 'init.el');
    // A user's Emacs has done this when it reads init.el.
    writeFileSync(init, `(package-initialize)\n${documented('elisp')}`);
    return ['emacs', '--batch', '--load', init, '--load', resolve('test/editors/drivers/emacs.el')];
  },
};

/** Where a text of the file stands, in the words of the protocol. */
function placeOf(text: string, part: string, offset = 0): { line: number; character: number } {
  const at = text.indexOf(part);
  assert.ok(at >= 0, `no ${part} in the example`);
  const before = text.slice(0, at + offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

for (const editor of [NEOVIM, EMACS])
  describe(`${editor.name} with the documented set-up`, function () {
    this.timeout(3 * LIMIT);

    let workspace: EditorWorkspace;
    let seen: Seen;
    let expected: SeenInVsCode;
    let plan: Plan;

    before(async () => {
      workspace = await createWorkspace();
      const file = join(workspace.root, 'support-assistant', 'aims.yaml');
      const text = readFileSync(file, 'utf8');
      plan = {
        file,
        result: join(workspace.scratch, 'seen.json'),
        patience: 20_000,
        hover: placeOf(text, 'A.6.2.3', 2),
        definition: placeOf(text, 'A.6.2.3', 3),
        completion: placeOf(text, 'stage: ', 7),
        action: {
          ...placeOf(text, 'A.62.2', 1),
          title: 'Change to A.6.2.2',
          message: '',
        },
      };
      expected = await seenInVsCode(workspace.root, plan);
      const broken = expected.findings.find(({ rule }) => rule === 'unknown-control');
      assert.ok(broken, 'the example has the finding that is mended here');
      plan = { ...plan, action: { ...plan.action, message: editor.says(broken.message, broken.rule) } };
      seen = drive(editor, workspace, plan);
    });
    after(() => workspace.dispose());

    it('shows the findings that VS Code shows, at the same places', () => {
      assert.ok(expected.findings.length > 3);
      const said = expected.findings.map(({ message, rule, range }) => ({
        range,
        message: editor.says(message, rule),
      }));
      assert.deepEqual(shown(seen.findings), shown(said));
    });

    it('explains a control in the same words', () => {
      assert.match(expected.hover, /A\.6\.2\.3/);
      assert.equal(words(seen.hover), words(expected.hover));
    });

    it('goes to the definition', () => {
      assert.deepEqual(seen.definition, expected.definition);
    });

    it('completes a life cycle stage', () => {
      assert.ok(expected.completion.includes('deployment'));
      assert.deepEqual([...seen.completion].sort(), [...expected.completion].sort());
    });

    it('mends a finding with the action that is offered, and the finding goes', () => {
      assert.ok(seen.actions.includes(plan.action.title), String(seen.actions));
      assert.notEqual(expected.text, readFileSync(plan.file, 'utf8'));
      assert.equal(seen.text, expected.text);
    });
  });

function drive(editor: Editor, workspace: EditorWorkspace, plan: Plan): Seen {
  const planFile = join(workspace.scratch, 'plan.json');
  writeFileSync(planFile, JSON.stringify(plan));
  const [command, ...args] = editor.command(workspace);
  const run = spawnSync(command, args, {
    cwd: workspace.root,
    env: { ...workspace.env, AIMS_PLAN: planFile },
    encoding: 'utf8',
    timeout: LIMIT,
  });
  const said = `${String(run.error ?? '')}${run.stdout}${run.stderr}`;
  assert.ok(existsSync(plan.result), `${editor.name} did not get to the end: ${said}`);
  const seen = JSON.parse(readFileSync(plan.result, 'utf8')) as Seen;
  assert.equal(seen.failed, undefined, said);
  return seen;
}
