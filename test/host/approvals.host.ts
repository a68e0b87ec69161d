import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  commands,
  ConfigurationTarget,
  Selection,
  workspace,
  type CodeAction,
  type Diagnostic,
} from 'vscode';
import { requirement } from './support/tree';
import {
  aims,
  apply,
  closeAll,
  fileUri,
  open,
  placeOf,
  ruleOf,
  until,
  untilFindings,
} from './support/vscode';

const NEVER = new CancellationTokenSource().token;
const ORGANIZATION = 'approvals/aims.yaml';

/** The records on disk. */
async function records(): Promise<string[]> {
  try {
    const bytes = await workspace.fs.readFile(fileUri('cards', 'approvals/aims.lock'));
    return new TextDecoder()
      .decode(bytes)
      .split('\n')
      .filter((line) => line.includes(' content=sha256:'));
  } catch {
    return [];
  }
}

/** Takes the first choice of each list that is shown until what was begun is done. */
async function takeFirst(begun: Thenable<unknown>): Promise<void> {
  let isDone = false;
  void begun.then(() => (isDone = true));
  await until('the choices to be made', async () => {
    if (!isDone) await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return isDone;
  });
}

/** Approvals are recorded by the clock, whatever the day the workspace is judged at: one on which they have been. */
const tomorrow = (): string => new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);

describe('approvals', () => {
  afterEach(closeAll);

  it('are recorded by a command that asks what and who; the verdict changes', async () => {
    const editor = await open('cards', ORGANIZATION);
    const before = await until('the requirement', () => requirement('Harbour', '5.2'));
    assert.notEqual(before.verdict, 'verified');
    const at = placeOf(editor.document, 'approvedBy');
    editor.selection = new Selection(at, at);
    await takeFirst(commands.executeCommand('aims.recordApproval'));
    const [record, ...others] = await until('the record', async () => {
      const found = await records();
      return found.length > 0 && found;
    });
    assert.deepEqual(others, []);
    assert.match(record ?? '', /^aims\.yaml harbour:policy \S+Z policy by=dana effective=2026-02-10 /);
    await until('another verdict', async () => (await requirement('Harbour', '5.2'))?.verdict === 'verified');
    assert.ok(!editor.document.isDirty, 'the file itself is as it was');
  });

  it('are suspect once what was approved changes, and a quick fix approves again', async () => {
    const settings = workspace.getConfiguration('aims');
    const day = settings.inspect<string>('at')?.workspaceValue;
    try {
      await settings.update('at', tomorrow(), ConfigurationTarget.Workspace);
      const { document } = await open('cards', ORGANIZATION);
      const policy = fileUri('cards', 'approvals/docs/policy.md');
      await workspace.fs.writeFile(policy, new TextEncoder().encode('# Another policy\n'));
      await until('the mark in the explorer', async () => {
        const { decorations } = await aims();
        const mark = await decorations.provideFileDecoration(fileUri('cards', ORGANIZATION), NEVER);
        return mark?.badge === '!' && (mark.tooltip ?? '').includes('changed since approval');
      });
      const isSuspect = (found: readonly Diagnostic[]): boolean =>
        found.some((one) => ruleOf(one) === 'approval-suspect');
      const found = await untilFindings(document.uri, 'a suspect approval', isSuspect);
      const suspect = found.find((one) => ruleOf(one) === 'approval-suspect');
      assert.ok(suspect);
      assert.match(suspect.message, /docs\/policy\.md/);
      const actions = await commands.executeCommand<CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        suspect.range,
        'quickfix',
        10,
      );
      const again = actions.find(({ title }) => title === 'Approve again as Dana Reyes');
      assert.ok(again?.edit, actions.map(({ title }) => title).join());
      await apply(again);
      await until('a second record', async () => (await records()).length === 2);
      await untilFindings(document.uri, 'no suspect approval', (now) => !isSuspect(now));
      assert.ok(
        workspace.textDocuments.every(({ isDirty }) => !isDirty),
        'nothing is left unsaved',
      );
    } finally {
      await settings.update('at', day, ConfigurationTarget.Workspace);
    }
  });
});
