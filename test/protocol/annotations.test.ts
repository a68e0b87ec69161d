/** Comments for AIMS in code, as an editor asks about them. */
import assert from 'node:assert/strict';
import type { CompletionList, Hover, Location } from 'vscode-languageserver/node';
import { TREE_REQUEST, type TreeResult } from '../../server/src/protocol';
import { createFolder, type Folder } from '../support/folder';
import { startServer, type RunningServer } from '../support/server';
import { codes, items, pull } from './card';

const CARD = `aims: 1
kind: system
id: scorer
name: Scorer
owner: Dana Reyes
role: [developer]
lifecycle: {stage: operation-monitoring}
controls:
  A.6.2.4: {status: implemented, why: Needed}
`;
const CODE = '# aims: evidence A.6.2.4 parity\ndef test_gap(): ...\n';

describe('annotations', () => {
  let folder: Folder;
  let server: RunningServer;
  beforeEach(async () => {
    folder = createFolder({ 'aims.yaml': CARD, 'tests/test_gap.py': CODE });
    server = await startServer({ folders: [folder.path] });
  });
  afterEach(async () => {
    assert.equal(await server.stop(), 0);
    folder.dispose();
  });

  const ask = <T>(method: string, uri: string, line: number, character: number): Promise<T> =>
    server.connection.sendRequest(`textDocument/${method}`, {
      textDocument: { uri },
      position: { line, character },
      context: { includeDeclaration: false },
    });

  it('lead to the row of the card, and the row to them', async () => {
    assert.equal(server.result.capabilities.definitionProvider, true);
    assert.equal(server.result.capabilities.referencesProvider, true);
    const [card, test] = [folder.uri('aims.yaml'), folder.uri('tests/test_gap.py')];
    await server.open(card, CARD);
    await server.open(test, CODE, 'python');
    const [row] = await ask<Location[]>('definition', test, 0, 19);
    assert.deepEqual(row, {
      uri: card,
      range: { start: { line: 8, character: 2 }, end: { line: 8, character: 9 } },
    });
    const comment = {
      uri: test,
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 31 } },
    };
    assert.deepEqual(await ask<Location[]>('references', card, 8, 4), [comment]);
    assert.deepEqual(await ask<Location[]>('references', test, 1, 5), []);
  });

  it('are explained, completed and checked as they are typed', async () => {
    const uri = folder.uri('tests/test_gap.py');
    await server.open(uri, CODE, 'python');
    const hover = await ask<Hover>('hover', uri, 0, 19);
    assert.match(JSON.stringify(hover.contents), /A\.6\.2\.4 AI system verification and validation/);
    await server.change(uri, CODE.replace('A.6.2.4', 'A.99'), 2);
    assert.deepEqual(codes(items(await pull(server, uri))), ['annotation-unknown-control']);
    await server.change(uri, CODE.replace('A.6.2.4 parity', ''), 3);
    const { items: offered } = await ask<CompletionList>('completion', uri, 0, 17);
    assert.ok(offered.some(({ label }) => label === 'A.6.2.4'));
  });

  it('in a notebook that is closed stand in a line of its file', async () => {
    const text = `${JSON.stringify(
      {
        nbformat: 4,
        metadata: {},
        cells: [
          { cell_type: 'markdown', source: ['# Explore'] },
          { cell_type: 'code', source: ['x = 1\n', '# aims: evidence A.6.2.4 rates\n', 'x'] },
        ],
      },
      null,
      1,
    )}\n`;
    folder.write('explore.ipynb', text);
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: folder.uri('explore.ipynb'), type: 1 }],
    });
    const card = folder.uri('aims.yaml');
    await server.open(card, CARD);
    const found = await ask<Location[]>('references', card, 8, 4);
    const place = found.find(({ uri }) => uri === folder.uri('explore.ipynb'));
    assert.match(text.split('\n')[place?.range.start.line ?? 0] ?? '', /aims: evidence A\.6\.2\.4 rates/);
  });

  it('of a cell are those of the notebook, and a click in the tree opens the cell', async () => {
    const notebook = folder.uri('explore.ipynb');
    const cell = (name: string): string => `${notebook.replace('file:', 'vscode-notebook-cell:')}#${name}`;
    await server.connection.sendNotification('notebookDocument/didOpen', {
      notebookDocument: {
        uri: notebook,
        notebookType: 'jupyter-notebook',
        version: 1,
        cells: ['one', 'two'].map((name) => ({ kind: 2, document: cell(name) })),
      },
      cellTextDocuments: ['# aims: evidence A.7.4 data\nx = 1', '# aims: evidence A.6.2.7 text\nx = 2'].map(
        (text, at) => ({ uri: cell(at === 0 ? 'one' : 'two'), languageId: 'python', version: 1, text }),
      ),
    });
    const hover = await ask<Hover>('hover', cell('two'), 0, 19);
    assert.match(JSON.stringify(hover.contents), /A\.6\.2\.7/);
    const [row] = await ask<Location[]>('definition', cell('two'), 0, 19);
    assert.equal(row, undefined);
    const places = async (node?: string): Promise<string[]> => {
      const { nodes } = await server.connection.sendRequest<TreeResult>(
        TREE_REQUEST,
        node === undefined ? {} : { node },
      );
      const below = await Promise.all(
        nodes.map(({ id, kind, location }) =>
          kind === 'item' ? Promise.resolve(location ? [location.uri] : []) : places(id),
        ),
      );
      return below.flat();
    };
    const found = await places();
    assert.ok(found.includes(cell('one')) && found.includes(cell('two')), found.join('\n'));
  });
});
