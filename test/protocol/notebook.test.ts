import assert from 'node:assert/strict';
import { createFolder, type Folder } from '../support/folder';
import { startServer, type RunningServer } from '../support/server';
import { CODE, actionsOn, codes, items, pull, pullWorkspace, remember } from './card';

const LINES = CODE.split(/(?<=\n)/);
const NOTEBOOK = JSON.stringify({
  nbformat: 4,
  nbformat_minor: 5,
  metadata: { kernelspec: { language: 'python' } },
  cells: [
    { cell_type: 'markdown', source: ['# model.fit()\n'] },
    { cell_type: 'code', source: ['%matplotlib inline\n', ...LINES], outputs: [] },
  ],
});

describe('notebooks', () => {
  let folder: Folder;
  let server: RunningServer;
  const notebook = (): string => folder.uri('explore.ipynb');
  const cell = (name: string): string => `${notebook().replace('file:', 'vscode-notebook-cell:')}#${name}`;

  beforeEach(async () => {
    folder = createFolder({
      'aims.yaml': 'aims: 1\nkind: organization\nid: nw\nname: NW\n',
      'explore.ipynb': NOTEBOOK,
    });
    server = await startServer({ folders: [folder.path] });
  });
  afterEach(async () => {
    assert.equal(await server.stop(), 0);
    folder.dispose();
  });

  const open = (cells: Readonly<Record<string, string>>): Promise<void> =>
    server.connection.sendNotification('notebookDocument/didOpen', {
      notebookDocument: {
        uri: notebook(),
        notebookType: 'jupyter-notebook',
        version: 1,
        cells: Object.keys(cells).map((name) => ({ kind: 2, document: cell(name) })),
      },
      cellTextDocuments: Object.entries(cells).map(([name, text]) => ({
        uri: cell(name),
        languageId: 'python',
        version: 1,
        text,
      })),
    });

  it('shows a finding inside its cell', async () => {
    await open({ one: 'import math\n', two: `%matplotlib inline\n${CODE}` });
    assert.deepEqual(items(await pull(server, cell('one'))), []);
    const [found, ...others] = items(await pull(server, cell('two')));
    assert.deepEqual([found?.code, found?.range.start.line, others], ['uncovered-ml-code', 4, []]);
  });

  it('follows cells that are edited, moved and taken away', async () => {
    await open({ one: 'import math\n', two: CODE });
    const change = (version: number, cells: object): Promise<void> =>
      server.connection.sendNotification('notebookDocument/didChange', {
        notebookDocument: { uri: notebook(), version },
        change: { cells },
      });
    const has = async (name: string): Promise<boolean> =>
      codes(items(await pull(server, cell(name)))).includes('uncovered-ml-code');
    assert.ok(await has('two'));
    await change(2, {
      textContent: [{ document: { uri: cell('two'), version: 2 }, changes: [{ text: 'x = 1\n' }] }],
    });
    assert.ok(!(await has('two')));
    await change(3, {
      textContent: [{ document: { uri: cell('two'), version: 3 }, changes: [{ text: CODE }] }],
    });
    await change(2, {
      textContent: [{ document: { uri: cell('two'), version: 2 }, changes: [{ text: 'late\n' }] }],
    });
    assert.ok(await has('two'));
    await change(4, {
      structure: {
        array: {
          start: 0,
          deleteCount: 2,
          cells: [
            { kind: 2, document: cell('two') },
            { kind: 2, document: cell('one') },
          ],
        },
      },
    });
    assert.ok(await has('two'));
    assert.ok(!(await has('one')));
    await change(5, {
      structure: { array: { start: 0, deleteCount: 1 }, didClose: [{ uri: cell('two') }] },
    });
    assert.deepEqual(items(await pull(server, cell('two'))), []);
    assert.deepEqual(items(await pull(server, cell('one'))), []);
  });

  it('reports a closed notebook at its top, saying which cell, and an open one at its cells only', async () => {
    const first = await pullWorkspace(server);
    const closed = first.items.find(({ uri }) => uri === notebook());
    assert.ok(closed?.kind === 'full');
    const [found] = closed.items;
    assert.ok(typeof found?.message === 'string');
    assert.match(found.message, /^Cell 2, line \d+: /);
    assert.equal(found.range.end.line, 0);
    await open({ two: CODE });
    const second = await pullWorkspace(server, remember(first));
    const opened = second.items.find(({ uri }) => uri === notebook());
    assert.deepEqual(opened?.kind === 'full' && opened.items, []);
  });

  it('mends at the cell', async () => {
    await open({ two: CODE });
    const actions = await actionsOn(server, cell('two'), 'uncovered-ml-code');
    const silence = actions.find(({ title }) => title.startsWith('Silence'));
    const [change] = silence?.edit?.documentChanges ?? [];
    assert.ok(change && 'textDocument' in change);
    assert.deepEqual(change.textDocument, { uri: cell('two'), version: 1 });
  });
});
