import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Repository } from '../unit/node/repository';
import { launch } from './launch';
import { until } from './until';
import type { VsCode } from './vscode';

const CARD = `aims: 1
kind: organization
id: northwind
target: managed
controls:
  A.2.2: {status: implemented, why: Law, evidence: ['git:v1']}
`;
/** What only git knows: there is no tag of that name. */
const NO_TAG = /\bv1\b/;

describe('Restricted Mode', () => {
  let repository: Repository;
  let code: VsCode;
  before(async () => {
    repository = new Repository();
    repository.commit('2026-09-01T12:00:00Z', { 'aims.yaml': CARD });
    code = await launch({
      folder: repository.path,
      settings: {
        'aims.at': '2026-11-01',
        'security.workspace.trust.enabled': true,
        'security.workspace.trust.startupPrompt': 'never',
      },
    });
    await code.openFile('aims.yaml');
  });
  after(async () => {
    await code.close();
    repository.remove();
  });

  const isTagMissed = async (): Promise<boolean> => (await code.problems()).some((text) => NO_TAG.test(text));

  it('shows findings, and asks git nothing', async () => {
    await until('findings', async () => (await code.problems()).some((text) => text.includes('Annex A')));
    // What comes late would have come.
    await sleep(2_000);
    assert.equal(await isTagMissed(), false);
    await code.screenshot('restricted');
  });

  it('asks git once trust is granted, without another server', async () => {
    const server = serverOf(code);
    await code.runCommand('Workspaces: Manage Workspace Trust');
    const trust = code.page.locator('.workspace-trust-editor .monaco-button').filter({ hasText: /^Trust$/ });
    // Drawn before it listens.
    await until('trust', async () => {
      if (await trust.isVisible()) await trust.click({ timeout: 2_000 }).catch(() => undefined);
      await sleep(500);
      return !(await code.statusItems()).some((text) => text.includes('Restricted Mode'));
    });
    await code.openFile('aims.yaml');
    await code.screenshot('trusted');
    await until('what git knows', isTagMissed);
    assert.deepEqual(serverOf(code), server);
    await code.screenshot('trusted');
  });
});

/** Processes of our language server in this VS Code. */
function serverOf({ folder }: VsCode): readonly string[] {
  const processes = execFileSync('ps', ['-A', '-o', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  const ours = processes.filter((each) => each.includes(dirname(folder)) && each.includes('cli.js lsp'));
  assert.equal(ours.length, 1, processes.filter((each) => each.includes('cli.js')).join('\n'));
  return ours;
}
