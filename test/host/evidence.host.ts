import assert from 'node:assert/strict';
import { commands, workspace, type TestController, type TestItem } from 'vscode';
import { rows } from './support/tree';
import { aims, closeAll, fileUri, until } from './support/vscode';

describe('checks of evidence', () => {
  afterEach(closeAll);

  const controller = (): Promise<TestController> =>
    until('the controller', async () => (await aims()).evidenceTests.controller);
  const subject = (): Promise<TestItem> =>
    until('the system', async () =>
      [...(await controller()).items].map(([, item]) => item).find(({ label }) => label === 'Evidence'),
    );
  const pieces = (item: TestItem): readonly TestItem[] =>
    [...item.children].flatMap(([, row]) => [...row.children].map(([, piece]) => piece));

  /** What VS Code sorts by. */
  const shownBy = ({ sortText = '', label }: TestItem): string => `${sortText} ${label}`;

  it('are there for each piece of evidence, at its place, asked for only when somebody looks', async () => {
    const item = await subject();
    const { resolveHandler } = await controller();
    await resolveHandler?.(item);
    // Looked at again, they are where they were.
    await resolveHandler?.(item);
    assert.deepEqual(
      [...pieces(item)]
        .sort((a, b) => (shownBy(a) < shownBy(b) ? -1 : 1))
        .map(({ label, description }) => `${label}: ${description ?? ''}`),
      [
        'docs/validation.md: attested',
        'tests/test_fair.py::test_parity: missing',
        'docs/gone.md: missing',
        'docs/undated.md: partial',
        'TODO: missing',
      ],
    );
    const [validation] = pieces(item);
    assert.equal(validation!.uri?.toString(), fileUri('cards', 'evidence/aims.yaml').toString());
    assert.equal(validation!.range?.start.line, 13);
    assert.equal(validation!.parent?.label.startsWith('A.6.2.4'), true);
  });

  it('are listed below those that name some: nothing is there to be unfolded with nothing in it', async () => {
    await subject();
    const { items, resolveHandler } = await controller();
    const listed = [...items].map(([, item]) => item);
    for (const item of listed) await resolveHandler?.(item);
    assert.deepEqual(
      listed.filter(({ children }) => children.size === 0).map(({ label }) => label),
      [],
    );
    assert.ok(listed.length < (await rows()).length, 'the workspace has systems without evidence');
  });

  /** What runs report from now on, by label; a failure with its message. */
  const listen = async (): Promise<Map<string, string>> => {
    const said = new Map<string, string>();
    const shown = await controller();
    const create = shown.createTestRun.bind(shown);
    shown.createTestRun = (...args) => {
      const run = create(...args);
      const passed = run.passed.bind(run);
      const skipped = run.skipped.bind(run);
      const failed = run.failed.bind(run);
      run.passed = (item) => (said.set(item.label, 'passed'), passed(item));
      run.skipped = (item) => (said.set(item.label, 'skipped'), skipped(item));
      run.failed = (item, message) => {
        for (const one of [message].flat()) said.set(item.label, `failed: ${one.message as string}`);
        failed(item, message);
      };
      return run;
    };
    return said;
  };

  it('read reports and files anew when they are run, and report what stands', async () => {
    await subject();
    const said = await listen();
    await commands.executeCommand('workbench.view.testing.focus');
    // The view learns of the items a moment later.
    const gone = await until('results', async () => {
      await commands.executeCommand('testing.runAll');
      return said.get('docs/gone.md');
    });
    assert.match(gone, /^failed: docs\/gone\.md does not exist\. Correct what it points to/);
    assert.equal(said.get('docs/validation.md'), 'passed');
    assert.match(said.get('tests/test_fair.py::test_parity') ?? '', /^failed: .*junit\.xml\)\. Mend what/);
    assert.equal(said.get('docs/undated.md'), 'skipped', 'nobody has looked at it: neither good nor bad');
    assert.equal(said.get('TODO'), 'skipped', 'still to be filled in: nothing failed');

    await workspace.fs.writeFile(fileUri('cards', 'evidence/docs/gone.md'), Buffer.from('# Back\n'));
    await commands.executeCommand('testing.runAll');
    await until('another result', () => Promise.resolve(said.get('docs/gone.md') === 'skipped'));
  });
});
