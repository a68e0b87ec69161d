import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { commands, ConfigurationTarget, extensions, workspace } from 'vscode';
import { rows } from './support/tree';
import {
  aims,
  closeAll,
  completionsAt,
  fileUri,
  open,
  placeOf,
  replace,
  ruleOf,
  until,
  untilFindings,
} from './support/vscode';
import { messages } from './support/messages';

/** The process of our language server: a child of the extension host these tests run in. */
function serverPid(): number {
  const processes = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  const [pid] = processes
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((match) => Number(match?.[2]) === process.pid && match?.[3]?.includes('cli.js lsp') === true)
    .map((match) => Number(match?.[1]));
  if (pid === undefined) throw new Error('the server does not run');
  return pid;
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('the extension', () => {
  afterEach(closeAll);

  it('activates and has every command the manifest promises', async () => {
    await aims();
    const extension = extensions.getExtension('aims-as-code.aims-vscode')!;
    assert.ok(extension.isActive);
    const known = new Set(await commands.getCommands());
    const { contributes } = extension.packageJSON as { contributes: { commands: { command: string }[] } };
    const missing = contributes.commands
      .map(({ command }) => command)
      .filter((command) => !known.has(command));
    assert.deepEqual(missing, []);
  });

  it('finds the same after the server was restarted, once', async () => {
    const { document } = await open('cards', 'shortest/aims.yaml');
    await untilFindings(document.uri, 'three findings', ({ length }) => length === 3);
    await commands.executeCommand('aims.restartServer');
    await untilFindings(document.uri, 'three findings', ({ length }) => length === 3);
  });

  it('finds the same after the server was killed, once', async function () {
    if (process.platform === 'win32') this.skip();
    const { document } = await open('cards', 'shortest/aims.yaml');
    await untilFindings(document.uri, 'three findings', ({ length }) => length === 3);
    const killed = serverPid();
    process.kill(killed, 'SIGKILL');
    await until('another server', () => Promise.resolve(serverPid() !== killed));
    await untilFindings(document.uri, 'three findings', ({ length }) => length === 3);
  });

  it('ends a server that hangs when it is restarted', async function () {
    if (process.platform === 'win32') this.skip();
    const { document } = await open('cards', 'shortest/aims.yaml');
    await untilFindings(document.uri, 'three findings', ({ length }) => length === 3);
    const killed = serverPid();
    process.kill(killed, 'SIGKILL');
    const hanging = await until('another server', () => {
      const pid = serverPid();
      return Promise.resolve(pid !== killed && pid);
    });
    // Most often it is still starting.
    process.kill(hanging, 'SIGSTOP');
    await commands.executeCommand('aims.restartServer');
    await until('its end', () => Promise.resolve(!isThere(hanging)));
    await untilFindings(document.uri, 'three findings', ({ length }) => length === 3);
  });

  it('shows nothing of a server that was given up, and all of it again after a restart', async function () {
    if (process.platform === 'win32') this.skip();
    const { evidenceTests } = await aims();
    const checks = (): number => evidenceTests.controller?.items.size ?? 0;
    await until('the checks', () => Promise.resolve(checks() > 0));
    // It is started again a few times; between two of them there is none to kill.
    await until('it to be given up', () => {
      if (checks() > 0) process.kill(serverPid(), 'SIGKILL');
      return Promise.resolve(checks() === 0);
    });
    assert.deepEqual(await rows(), []);
    for (const command of ['aims.newSystem', 'aims.newAssessment', 'aims.newOrganization']) {
      const folder = command === 'aims.newOrganization' ? fileUri('code', 'staff') : undefined;
      await commands.executeCommand(command, folder);
      assert.equal(messages.pop(), 'The language server did not answer. Nothing was written.', command);
    }
    await commands.executeCommand('aims.restartServer');
    await until('the checks to be back', () => Promise.resolve(checks() > 0));
    await until('the rows to be back', async () => (await rows()).length > 0);
    const { document } = await open('cards', 'shortest/aims.yaml');
    await untilFindings(document.uri, 'three findings', ({ length }) => length === 3);
  });

  it('switches a rule off without a restart', async () => {
    const { document } = await open('cards', 'shortest/aims.yaml');
    const [first] = await untilFindings(document.uri, 'three findings', ({ length }) => length === 3);
    const settings = workspace.getConfiguration('aims');
    try {
      await settings.update('rules', { [ruleOf(first!)]: 'off' }, ConfigurationTarget.Workspace);
      await untilFindings(
        document.uri,
        'two findings',
        (found) => found.length === 2 && !found.some((one) => ruleOf(one) === ruleOf(first!)),
      );
    } finally {
      await settings.update('rules', undefined, ConfigurationTarget.Workspace);
    }
    await untilFindings(document.uri, 'three findings', ({ length }) => length === 3);
  });

  it('offers its snippets in AIMS files only, and there where they fit', async () => {
    const snippet = 'aims-risk';
    const editor = await open('cards', 'typing/aims.yaml');
    await replace(editor, 'datasets:', 'risks:\n  aims-r\ndatasets:');
    const here = await completionsAt(editor.document.uri, placeOf(editor.document, 'aims-r', 6));
    assert.ok(here.includes(snippet), here.join());
    await replace(editor, 'risks:\n  aims-r', 'version: aims-r');
    const value = await completionsAt(editor.document.uri, placeOf(editor.document, 'aims-r', 6));
    assert.ok(!value.includes(snippet), value.join());
    const other = await open('cards', 'service.yaml');
    await replace(other, 'services:', 'aims-r\nservices:');
    const there = await completionsAt(other.document.uri, placeOf(other.document, 'aims-r', 6));
    assert.ok(!there.includes(snippet));
  });
});
