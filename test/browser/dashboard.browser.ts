import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Frame } from 'playwright-core';
import { axe } from './dashboard-page';
import { launch, THEMES } from './launch';
import { until } from './until';
import type { VsCode } from './vscode';

const settings = { 'aims.at': '2026-11-01' };
const folder = join('examples', 'northwind');

const pageOf = (code: VsCode): Promise<Frame> => code.frameWith('table.soa');

function commit(path: string, date: string): void {
  const git = (...args: string[]): void => {
    const author = ['-c', 'user.name=Dana', '-c', 'user.email=dana@example.com'];
    const env = { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
    execFileSync('git', [...author, ...args], { cwd: path, env });
  };
  git('init', '-q');
  git('add', '-A');
  git('commit', '-q', '-m', 'Cards');
}

for (const theme of THEMES)
  describe(`the dashboard in VS Code, ${theme}`, () => {
    let code: VsCode;
    before(async () => {
      code = await launch({ folder, theme, settings });
      commit(code.folder, '2026-08-15T12:00:00Z');
      await code.openFile('credit-scoring/aims.yaml');
      // Shown once there is something to see; the palette has the command from then on.
      await code.openViewContainer('AIMS');
      await code.runCommand('AIMS: Open Dashboard');
    });
    after(() => code.close());
    afterEach(async function () {
      if (this.currentTest?.state === 'failed') await code.screenshot(`failed-dashboard-${theme}`);
    });

    it('shows the example, with nothing that axe finds', async () => {
      const frame = await pageOf(code);
      assert.ok(await frame.locator('table.soa thead').getByText('Credit scoring').isVisible());
      await code.screenshot(`dashboard-${theme}`);
      assert.deepEqual(await axe(frame), []);
    });

    it('reads the past months from git when it is asked', async () => {
      const frame = await pageOf(code);
      await frame.locator('#trend-read').click();
      await frame.locator('table.trend').waitFor();
      await until('all months', async () => (await frame.locator('table.trend tbody tr').count()) === 4);
      await frame.locator('svg.bars').scrollIntoViewIfNeeded();
      await code.screenshot(`dashboard-trend-${theme}`);
    });

    it('comes back after VS Code was reloaded', async () => {
      // In a browser VS Code writes down which editors are open every five seconds.
      await sleep(6_000);
      await code.page.reload();
      await pageOf(code);
    });

    it('goes to the place of a cell', async () => {
      const frame = await pageOf(code);
      await frame.locator('[data-go="control/1/A.5.4"]').press('Enter');
      await code.untilShown('credit-scoring/aims.yaml');
      await until('the cursor in the row', async () =>
        (await code.statusItems()).some((text) => /^Ln (?!1,)\d+/.test(text)),
      );
    });
  });
