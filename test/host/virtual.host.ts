import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { commands, Uri, window, workspace, type Diagnostic } from 'vscode';
import { MemoryFiles } from './support/memory-files';
import { system } from './support/tree';
import { closeAll, findings, ruleOf, until, untilFindings } from './support/vscode';

const SCHEME = 'aims-test';
const ROOT = Uri.from({ scheme: SCHEME, path: '/project' });

const CARD = `aims: 1
kind: system
id: virtual
name: On no disk
owner: Amara Okafor
role: [developer]
purpose: Show that a folder need not be on a disk.
lifecycle: {stage: design-development}
use: {intended: [Tests]}
models: [{id: scorer, task: tabular-classification}]
datasets: [{id: applications, uses: [training], source: internal CRM}]
controls:
  A.2.2: {status: implemented, evidence: [{path: docs/policy.md, reviewed: 2026-10-01, by: Dana Reyes}]}
`;
const CODE = `from sklearn.linear_model import LogisticRegression

model = LogisticRegression()
model.fit([[0], [1]], [0, 1])
`;

describe('a workspace folder that is not on disk', () => {
  const files = new MemoryFiles();
  const write = (path: string, text: string): void =>
    files.writeFile(Uri.joinPath(ROOT, path), new TextEncoder().encode(text));
  const card = Uri.joinPath(ROOT, 'aims.yaml');

  before(async () => {
    write('aims.yaml', CARD);
    write('train.py', CODE);
    write('docs/policy.md', '# Policy\n');
    write('node_modules/x/aims.yaml', CARD.replace('virtual', 'theirs'));
    workspace.registerFileSystemProvider(SCHEME, files);
    workspace.updateWorkspaceFolders(workspace.workspaceFolders?.length ?? 0, 0, { uri: ROOT });
    await until('its system', () => system('virtual'));
  });
  after(async () => {
    workspace.updateWorkspaceFolders((workspace.workspaceFolders?.length ?? 0) - 1, 1);
    await until('its system to be gone', async () => (await system('virtual')) === undefined);
  });

  it('is read whole: cards in no editor, and code', async () => {
    assert.equal((await system('virtual'))?.codeFiles, 1);
    assert.equal(await system('theirs'), undefined, 'the code of other people is not ours');
    const found = await untilFindings(card, 'findings', ({ length }) => length > 0);
    const rules = found.map(ruleOf);
    assert.ok(rules.includes('impact-assessment-missing'), rules.join());
    assert.ok(!rules.some((rule) => rule.startsWith('evidence-')), rules.join());
  });

  it('gets a card that asks where to be saved, rather than one on some disk', async () => {
    write('second/pyproject.toml', '[project]\nname = "second"\n');
    write('second/train.py', CODE);
    await commands.executeCommand('aims.createCard', Uri.joinPath(ROOT, 'second'));
    const document = window.activeTextEditor!.document;
    assert.match(document.getText(), /^kind: system$/m);
    assert.ok(document.isUntitled);
    assert.doesNotMatch(document.uri.path, /project/);
    await closeAll();
  });

  it('is followed: its cards, and the files they point to', async () => {
    const isThere = (rule: string) => (found: readonly Diagnostic[]) =>
      found.some((one) => ruleOf(one) === rule);
    write('aims.yaml', CARD.replace('name: On no disk\n', 'nam: On no disk\n'));
    await untilFindings(card, 'the slip', isThere('unknown-key'));
    write('aims.yaml', CARD);
    await untilFindings(card, 'no slip', (found) => !isThere('unknown-key')(found));
    // The folders of such files are watched a moment after the card was read.
    await until('the missing evidence', async () => {
      files.delete(Uri.joinPath(ROOT, 'docs/policy.md'));
      await sleep(1_000);
      return isThere('evidence-missing')(findings(card));
    });
  });
});
