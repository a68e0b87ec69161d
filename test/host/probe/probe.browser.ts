import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from '../../browser/launch';
import { until } from '../../browser/until';
import type { VsCode } from '../../browser/vscode';

describe('the browser library, on the probe', () => {
  let code: VsCode;
  before(async () => {
    code = await launch({ folder: join('test', 'host', 'probe', 'workspace'), theme: 'light' });
    await code.openFile('aims.yaml');
  });
  after(() => code.close());

  it('runs a command', async () => {
    await code.runCommand('Probe: Say Hello');
    await until('the greeting', async () => (await code.notifications()).includes('Hello from the probe'));
  });

  it('hovers', async () => {
    assert.match(await code.hover(5, 2), /The word owner/);
    await code.screenshot('probe-hover');
  });

  it('reads the problems and applies a fix', async () => {
    await until('the problem', async () =>
      (await code.problems()).some((text) => text.includes('Nobody owns this.')),
    );
    await code.openFile('aims.yaml');
    await code.goTo(5, 3);
    await code.lightBulb();
    await code.screenshot('probe-light-bulb');
    await code.closeLightBulb();
    await code.applyFix('Name an owner');
    await until('no problem', async () => (await code.problems()).length === 0);
    await code.openFile('aims.yaml');
    await code.save();
    assert.match(readFileSync(join(code.folder, 'aims.yaml'), 'utf8'), /owner: amara/);
  });

  it('types', async () => {
    await code.openFile('aims.yaml');
    await code.goTo(4, 12);
    await code.type(' of all');
    await code.save();
    assert.match(readFileSync(join(code.folder, 'aims.yaml'), 'utf8'), /name: Probe of all\n/);
  });

  it('reads and unfolds a tree', async () => {
    const rows = await code.untilTree('Probe Tree', 'its rows', (found) => found.length === 2);
    assert.deepEqual(rows, [
      { label: 'Plan', description: '4 letters', level: 1, expanded: false },
      { label: 'Do', description: '2 letters', level: 1, expanded: undefined },
    ]);
    await code.clickRow('Probe Tree', 'Plan');
    await code.untilTree('Probe Tree', 'the unfolded row', (found) =>
      found.some((row) => row.label === 'Policy'),
    );
    await code.screenshot('probe-tree');
  });
});
