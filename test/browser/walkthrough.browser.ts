/** The walkthrough ticks what was done, whoever did it and how: none of its buttons is pressed here. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aims, DAY, folderWith } from '../unit/cli/support';
import { FILES } from '../unit/features/dashboard/workspace';
import { launch } from './launch';
import { until } from './until';
import type { VsCode } from './vscode';

const TRAIN = `from sklearn.linear_model import LogisticRegression

LogisticRegression().fit([[0], [1]], [0, 1])
`;
const { 'scoring/aims.yaml': card, 'scoring/impact-assessment.yaml': assessment, ...organization } = FILES;

describe('the walkthrough', () => {
  let code: VsCode;
  before(async () => {
    code = await launch({ folder: folderWith({ 'scoring/train.py': TRAIN }), settings: { 'aims.at': DAY } });
    await openWalkthrough();
  });
  after(() => code.close());
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await code.screenshot('failed-walkthrough');
  });

  const openWalkthrough = async (): Promise<void> => {
    await code.startCommand('Welcome: Open Walkthrough...');
    await until('the walkthroughs', async () =>
      (await code.quickPicks()).some((text) => text.includes('Get Started with AIMS')),
    );
    await code.type('Get Started with AIMS');
    await code.press('Enter');
    await code.page.locator('[data-done-step-id^="aims-as-code"]').first().waitFor();
  };
  const ticked = async (): Promise<readonly string[]> => {
    const steps = await code.page.locator('[data-done-step-id][aria-checked="true"]').all();
    const ids = await Promise.all(steps.map((step) => step.getAttribute('data-done-step-id')));
    return ids.map((id) => id?.split('#').at(-1) ?? '');
  };
  const untilTicked = (...steps: readonly string[]): Promise<unknown> =>
    until(`${steps.join()} to be ticked`, async () => (await ticked()).join() === steps.join());
  const write = (files: Readonly<Record<string, string>>): void => {
    for (const [path, text] of Object.entries(files)) writeFileSync(join(code.folder, path), text);
  };

  it('begins with nothing ticked, and each step is a picture and readable words', async () => {
    assert.deepEqual(await ticked(), []);
    const steps = await code.page.locator('[data-step-id^="aims-as-code"]').all();
    assert.equal(steps.length, 5);
    for (const [index, step] of steps.entries()) {
      await step.click();
      await until('its picture', async () => (await step.getAttribute('aria-expanded')) === 'true');
      assert.doesNotMatch(await step.innerText(), /`/, 'no marks of a text that is not drawn as one');
      await code.screenshot(`walkthrough-${index + 1}`);
    }
  });

  it('ticks a finding that is shown, a card, an assessment, the view and an approval', async () => {
    await code.openFile('scoring/train.py');
    await code.page.locator('.squiggly-hint').first().waitFor();
    await openWalkthrough();
    await untilTicked('due');
    write({ 'scoring/aims.yaml': card });
    await untilTicked('system', 'due');
    write({ 'scoring/impact-assessment.yaml': assessment });
    await untilTicked('system', 'due', 'assess');
    await code.openViewContainer('AIMS');
    await untilTicked('system', 'due', 'assess', 'status');
    write({ ...organization, 'policy.md': '# Policy\n' });
    const { code: exit, err } = await aims(['attest', '.', '--by', 'dana'], { cwd: code.folder });
    assert.equal(exit, 0, err.join('\n'));
    await untilTicked('system', 'due', 'assess', 'status', 'keep');
    await code.screenshot('walkthrough-done');
  });
});
