/** Approvals recorded from an editor, over stdio. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { ClientCapabilities, CodeAction, Range, WorkspaceEdit } from 'vscode-languageserver/node';
import { parseLock } from '../../server/src/lock/format';
import {
  APPROVABLES_REQUEST,
  ATTEST_REQUEST,
  SAVE_RECORD,
  type ApprovablesResult,
  type AttestResult,
  type TreeNode,
  type TreeResult,
} from '../../server/src/protocol';
import { applyEdit } from '../support/apply-edit';
import { createFolder, type Folder } from '../support/folder';
import { startServer, VSCODE, type RunningServer } from '../support/server';
import { FILES } from '../unit/lock/workspace';
import { actionsOn, codes, items, pull } from './card';

const RESOLVING: ClientCapabilities = {
  ...VSCODE,
  textDocument: {
    ...VSCODE.textDocument,
    codeAction: {
      ...VSCODE.textDocument?.codeAction,
      disabledSupport: true,
      dataSupport: true,
      resolveSupport: { properties: ['edit', 'command'] },
    },
  },
};

const AT = '2026-11-02';
/** What the clock of the server says, in seconds since 1970. */
const NOW = Date.UTC(2026, 10, 1, 9) / 1000;

describe('approvals', () => {
  let folder: Folder;
  let server: RunningServer;
  let uri: string;
  let lock: string;
  const start = async (capabilities = RESOLVING, commands: readonly string[] = []): Promise<void> => {
    server = await startServer({ folders: [folder.path], at: AT, capabilities, commands });
    await server.open(uri, FILES['aims.yaml'] ?? '');
  };
  const epoch = process.env.SOURCE_DATE_EPOCH;
  before(() => (process.env.SOURCE_DATE_EPOCH = String(NOW)));
  after(() => {
    if (epoch === undefined) delete process.env.SOURCE_DATE_EPOCH;
    else process.env.SOURCE_DATE_EPOCH = epoch;
  });
  beforeEach(() => {
    folder = createFolder(FILES);
    uri = folder.uri('aims.yaml');
    lock = folder.uri('aims.lock');
  });
  afterEach(async () => {
    assert.equal(await server.stop(), 0);
    folder.dispose();
  });

  /** Actions where a text stands. */
  const actionsAt = async (text: string, only?: readonly string[]): Promise<readonly CodeAction[]> => {
    const lines = (FILES['aims.yaml'] ?? '').split('\n');
    const line = lines.findIndex((each) => each.includes(text));
    const at = { line, character: lines[line]?.indexOf(text) ?? 0 };
    const range: Range = { start: at, end: at };
    const found = await server.connection.sendRequest<CodeAction[] | null>('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [], ...(only ? { only } : {}) },
    });
    return (found ?? []).filter(({ kind }) => kind === 'aims.approve');
  };
  const resolve = (action: CodeAction | undefined): Promise<CodeAction> =>
    server.connection.sendRequest('codeAction/resolve', action);
  /** Applies an edit to what is on disk, as an editor that saves does. */
  const save = async (edit: WorkspaceEdit | undefined): Promise<void> => {
    const before: Record<string, string> = {};
    try {
      before[lock] = readFileSync(join(folder.path, 'aims.lock'), 'utf8');
    } catch {
      // There is none yet.
    }
    const { [lock]: after } = applyEdit(before, edit);
    writeFileSync(join(folder.path, 'aims.lock'), after ?? '');
    await tell(lock);
  };
  /** Tells the server that a file has changed, and waits until it knows. */
  const tell = async (changed: string): Promise<void> => {
    const known = server.nextRequest('workspace/diagnostic/refresh');
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: changed, type: 2 }],
    });
    await known;
  };
  const records = () => parseLock(readFileSync(join(folder.path, 'aims.lock'), 'utf8'));
  const attest = (part: string, by: string): Promise<AttestResult> =>
    server.connection.sendRequest(ATTEST_REQUEST, { uri, part, by });
  const verdictOf = async (id: string): Promise<string | undefined> => {
    const children = async (node?: string): Promise<readonly TreeNode[]> =>
      (await server.connection.sendRequest<TreeResult>('aims/tree', node === undefined ? {} : { node }))
        .nodes;
    const root = (await children()).find(({ kind }) => kind === 'organization');
    for (const phase of await children(root?.id))
      for (const node of await children(phase.id)) if (node.requirement === id) return node.verdict;
    return undefined;
  };

  it('are offered where one stands, one for each person named, and computed when one is chosen', async () => {
    await start(RESOLVING, [SAVE_RECORD]);
    const [action, ...others] = await actionsAt('approvedBy: dana, approvedOn: 2026-02-10');
    assert.deepEqual(others, []);
    assert.equal(action?.title, 'Record the approval by Dana Reyes in aims.lock');
    assert.equal(action.edit, undefined);
    assert.deepEqual(action.command?.arguments, [lock]);
    const before = await verdictOf('5.2');
    const { edit } = await resolve(action);
    await save(edit);
    const { problems, records: written } = records();
    assert.deepEqual(problems, []);
    assert.deepEqual(
      written.map(({ part, by, effective }) => [part, by, effective]),
      [['northwind:policy', 'dana', '2026-02-10']],
    );
    assert.notEqual(await verdictOf('5.2'), before);
    assert.equal(await verdictOf('5.2'), 'verified');
    assert.deepEqual(
      await actionsAt('approvedBy: dana, approvedOn: 2026-02-10'),
      [],
      'nothing is left to record',
    );
  });

  it('are offered on the row, and on the evidence for the evidence alone', async () => {
    await start();
    const titles = async (text: string): Promise<readonly string[]> =>
      (await actionsAt(text)).map(({ title }) => title);
    assert.deepEqual(await titles('A.2.2:'), ['Record the approval by Dana Reyes in aims.lock']);
    assert.deepEqual(await titles('docs/policy.md, reviewed'), [
      'Record the approval by Bo Lind in aims.lock',
    ]);
    assert.deepEqual(await titles('kind: organization'), []);
  });

  it('are offered again, as a quick fix, where they are suspect', async () => {
    await start();
    await save((await resolve((await actionsAt('approvedBy: dana, approvedOn: 2026-02-10'))[0])).edit);
    folder.write('docs/policy.md', '# Another policy\n');
    await tell(folder.uri('docs/policy.md'));
    const [again] = await actionsOn(server, uri, 'approval-suspect');
    assert.equal(again?.title, 'Approve again as Dana Reyes');
    assert.equal(again.kind, 'quickfix');
    await save((await resolve(again)).edit);
    assert.equal(records().records.length, 2);
    assert.ok(!codes(items(await pull(server, uri))).includes('approval-suspect'));
  });

  it('come with their edit to a client that cannot ask for it later', async () => {
    await start(VSCODE);
    const [action] = await actionsAt('approvedBy: dana, approvedOn: 2026-02-10');
    assert.equal(action?.data, undefined);
    await save(action?.edit);
    assert.equal(records().records.length, 1);
  });

  it('that cannot be given say why, or are left out where a client cannot show that', async () => {
    folder.write(
      'aims.yaml',
      (FILES['aims.yaml'] ?? '').replace('docs/policy.md, approvedBy', 'TODO          , approvedBy'),
    );
    for (const [capabilities, expected] of [
      [RESOLVING, ['The AI policy cannot be approved: a placeholder stands in it.']],
      [VSCODE, []],
    ] as const) {
      server = await startServer({ folders: [folder.path], at: AT, capabilities });
      const actions = await actionsAt('approvedBy: dana, approvedOn: 2026-02-10');
      assert.deepEqual(
        actions.map(({ disabled }) => disabled?.reason),
        expected,
      );
      if (capabilities === RESOLVING) await server.stop();
    }
  });

  it('say why where that shows only once one is chosen', async () => {
    await start();
    const [action] = await actionsAt('approvedBy: dana, approvedOn: 2026-02-10');
    folder.write('aims.lock', 'aims.lock 9\n');
    const shown = server.next<{ message: string }>('window/showMessage');
    const { edit } = await resolve(action);
    assert.equal(edit, undefined);
    assert.match((await shown).message, /has to be mended first\..*version 9/);
  });

  it('keep the address git gives where the workspace is trusted, and do without it elsewhere', async () => {
    execFileSync('git', ['init', '-q'], { cwd: folder.path });
    execFileSync('git', ['config', 'user.email', 'dana@northwind.example'], { cwd: folder.path });
    for (const [trusted, expected] of [
      [true, 'dana@northwind.example'],
      [false, undefined],
    ] as const) {
      server = await startServer({ folders: [folder.path], at: AT, capabilities: RESOLVING, trusted });
      const result = await attest('northwind:policy', 'dana');
      assert.ok('edit' in result);
      const { [lock]: text } = applyEdit({}, result.edit);
      assert.equal(parseLock(text ?? '').records[0]?.email, expected);
      if (trusted) await server.stop();
    }
  });

  it('never go through a link', async () => {
    symlinkSync(join(folder.path, 'docs/policy.md'), join(folder.path, 'aims.lock'));
    await start();
    const result = await attest('northwind:policy', 'dana');
    assert.ok('refused' in result, JSON.stringify(result));
  });

  it('count what the editor shows of a record that is not saved', async () => {
    await start();
    const first = await attest('northwind:policy', 'dana');
    assert.ok('edit' in first);
    const { [lock]: shown } = applyEdit({}, first.edit);
    await server.open(lock, shown ?? '', 'plaintext');
    assert.equal(await verdictOf('5.2'), 'verified');
    const second = await attest('northwind:treatmentPlan', 'dana');
    assert.ok('edit' in second);
    const { [lock]: both } = applyEdit({ [lock]: shown ?? '' }, second.edit);
    assert.equal(parseLock(both ?? '').records.length, 2);
  });

  it('are listed for a file, with who is named and where each stands', async () => {
    await start();
    const list = (): Promise<ApprovablesResult> =>
      server.connection.sendRequest(APPROVABLES_REQUEST, { uri });
    const [policy] = (await list()).items;
    assert.deepEqual(
      { title: policy?.title, state: policy?.state, refused: policy?.refused },
      { title: 'the AI policy', state: 'not recorded', refused: undefined },
    );
    assert.deepEqual(
      policy?.people.map(({ by, isNamed }) => [by, isNamed]),
      [
        ['dana', true],
        ['amara', false],
        ['bo', false],
        ['chen', false],
      ],
    );
    const result = await attest('northwind:policy', 'Gil Guest');
    assert.ok('edit' in result);
    assert.match(
      result.message,
      /^Recorded: the AI policy, approved by Gil Guest on 2026-02-10\. A record, not a signature\./,
    );
    await save(result.edit);
    assert.equal((await list()).items[0]?.state, 'approved by Gil Guest on 2026-02-10');
  });

  it('are told without links that a name may try to be', async () => {
    await start();
    const told = async (part: string, by: string): Promise<string> => {
      const result = await attest(part, by);
      return 'refused' in result ? result.refused : result.message;
    };
    const name = '[look here](command:workbench.action.quit)';
    for (const said of [
      await told('northwind:policy', name),
      await told('northwind:policy', name.replace(' ', '')),
    ]) {
      assert.ok(said.includes('(command:'), said);
      assert.ok(!said.includes(']('), said);
    }
  });

  it('refuse who is nobody, what is gone, and nonsense', async () => {
    await start();
    const refused = async (asked: unknown): Promise<string> => {
      const result = await server.connection.sendRequest<AttestResult>(ATTEST_REQUEST, asked);
      assert.ok('refused' in result);
      return result.refused;
    };
    assert.match(await refused({ uri, part: 'northwind:policy', by: 'dna' }), /did you mean dana\?/);
    assert.match(await refused({ uri, part: 'northwind:policy', by: ' ' }), /said by whom/);
    assert.match(await refused({ uri, part: 'northwind:nothing', by: 'dana' }), /not there any more/);
    for (const nonsense of [null, {}, { uri: 1, part: [], by: {} }])
      assert.match(await refused(nonsense), /said what is approved/);
    assert.deepEqual(await resolve({ title: 'x', data: { uri: 5 } }), { title: 'x', data: { uri: 5 } });
  });
});
