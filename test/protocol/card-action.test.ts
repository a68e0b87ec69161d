import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import type { ClientCapabilities, CodeAction } from 'vscode-languageserver/node';
import type { DraftCardResult } from '../../server/src/protocol';
import { aims } from '../unit/cli/support';
import { applyEdit } from '../support/apply-edit';
import { createFolder, type Folder } from '../support/folder';
import { startServer, VSCODE, type RunningServer } from '../support/server';
import { CARD, CODE, actionsOn, codes, items, pull } from './card';

const TITLE = 'Create an AIMS card from this code';
const KIND = 'source.createCard.aims';

/** VS Code asks for the edit when an action is chosen, and shows what needs a yes. */
const RESOLVING: ClientCapabilities = {
  ...VSCODE,
  textDocument: {
    ...VSCODE.textDocument,
    codeAction: {
      ...VSCODE.textDocument?.codeAction,
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
  },
  workspace: {
    ...VSCODE.workspace,
    workspaceEdit: { ...VSCODE.workspace?.workspaceEdit, changeAnnotationSupport: { groupsOnLabel: true } },
  },
};

describe('creating a card from code', () => {
  let folder: Folder;
  let server: RunningServer;
  let uri: string;
  let card: string;

  const start = async (capabilities: ClientCapabilities, commands?: readonly string[]): Promise<void> => {
    server = await startServer({ folders: [folder.path], capabilities, ...(commands ? { commands } : {}) });
    await server.open(uri, CODE, 'python');
  };
  beforeEach(() => {
    folder = createFolder({
      'aims.yaml': 'aims: 1\nkind: organization\nid: acme\n',
      'churn/train.py': CODE,
      'churn/requirements.txt': 'scikit-learn==1.5.2\n',
    });
    uri = folder.uri('churn/train.py');
    card = folder.uri('churn/aims.yaml');
  });
  afterEach(async () => {
    assert.equal(await server.stop(), 0);
    folder.dispose();
  });

  const offered = async (of = uri, line = 0): Promise<readonly CodeAction[]> =>
    (await server.connection.sendRequest<CodeAction[] | null>('textDocument/codeAction', {
      textDocument: { uri: of },
      range: { start: { line, character: 0 }, end: { line, character: 0 } },
      context: { diagnostics: [], only: ['source'] },
    })) ?? [];
  const resolve = (action: CodeAction): Promise<CodeAction> =>
    server.connection.sendRequest('codeAction/resolve', action);
  const only = (actions: readonly CodeAction[]): CodeAction => {
    const [action, another] = actions.filter(({ title }) => title === TITLE);
    assert.ok(action && !another);
    return action;
  };

  it('is left to a client that shows the draft in an editor of its own: nothing is written by the action', async () => {
    await start(RESOLVING, ['aims.revealPlace', 'aims.draftCard']);
    const fix = only(await actionsOn(server, uri, 'uncovered-ml-code'));
    assert.equal(fix.edit, undefined);
    assert.equal(fix.command?.command, 'aims.draftCard');
    assert.deepEqual(fix.command.arguments, [folder.uri('churn')]);
  });

  it('is a fix of the finding: the text is read when it is chosen, and shown before it is written', async () => {
    await start(RESOLVING);
    const fix = only(await actionsOn(server, uri, 'uncovered-ml-code'));
    assert.deepEqual([fix.kind, fix.isPreferred, fix.edit], ['quickfix', true, undefined]);
    folder.write('churn/requirements.txt', 'scikit-learn==1.6.0\n');
    const { edit } = await resolve(fix);
    const [annotation] = Object.entries(edit?.changeAnnotations ?? {});
    assert.equal(annotation?.[1].needsConfirmation, true);
    assert.equal(annotation[1].label, TITLE);
    for (const step of edit?.documentChanges ?? []) {
      const ids =
        'kind' in step
          ? [step.annotationId]
          : step.edits.map((one) => 'annotationId' in one && one.annotationId);
      assert.deepEqual([...new Set(ids)], [annotation[0]]);
    }
    const text = applyEdit({}, edit)[card] ?? '';
    assert.match(text, /^id: churn /m);
    assert.match(text, /- scikit-learn 1\.6\.0 # from requirements\.txt:1/);
    await server.open(card, text);
    assert.ok(!codes(items(await pull(server, uri))).includes('uncovered-ml-code'));
  });

  it('goes where aims init puts it: the root of the project the code belongs to', async () => {
    folder.write('claims/pyproject.toml', '[project]\nname = "claims-service"\n');
    const file = folder.write('claims/src/train.py', CODE);
    folder.write('claims/src/use.py', CODE);
    await start(RESOLVING, ['aims.revealPlace']);
    await server.open(file, CODE, 'python');
    const wanted = folder.uri('claims/aims.yaml');
    for (const action of [
      only(await actionsOn(server, file, 'uncovered-ml-code')),
      only(await offered(file)),
    ]) {
      const [place] = (action.command?.arguments ?? []) as { location: { uri: string } }[];
      assert.equal(place?.location.uri, wanted);
      const { edit } = await resolve(action);
      const text = applyEdit({}, edit)[wanted] ?? '';
      assert.match(text, /^name: claims-service # from pyproject\.toml:2$/m);
      assert.match(text, /src\/train\.py:4 and src\/use\.py:4/);
    }
    const made = await aims(['init', 'claims/src/train.py'], { cwd: folder.path });
    assert.equal(made.out.split(',')[0], 'Wrote claims/aims.yaml');
  });

  describe('asked for by a command', () => {
    const draft = (of: string): Promise<DraftCardResult> =>
      server.connection.sendRequest('aims/draftCard', { folder: of });

    it('is the text aims init would write, for exactly that folder', async () => {
      await start(RESOLVING);
      const made = await aims(['init', 'churn', '--dry-run'], { cwd: folder.path });
      assert.deepEqual(await draft(folder.uri('churn')), {
        is: 'draft',
        uri: card,
        text: made.out,
      });
      assert.deepEqual(await draft(`${folder.uri('churn')}/`), await draft(folder.uri('churn')));
    });

    it('is not where there is one, or nothing to draft it from', async () => {
      await start(RESOLVING);
      await server.open(card, CARD);
      assert.deepEqual(await draft(folder.uri('churn')), { is: 'there', uri: card });
      folder.write('docs/a.md', '# A\n');
      for (const of of [folder.uri('docs'), folder.uri('nowhere'), 'file:///etc', 'nonsense', ''])
        assert.deepEqual(await draft(of), { is: 'nothing' }, of);
      assert.deepEqual(await server.connection.sendRequest('aims/draftCard', { folder: 7 }), {
        is: 'nothing',
      });
    });

    it('has what git says only where the user trusts the workspace', async () => {
      const git = (...argv: readonly string[]): unknown => spawnSync('git', argv, { cwd: folder.path });
      folder.write('train.py', CODE);
      git('init', '-q');
      git('config', 'user.name', 'Dana Reyes');
      git('config', 'remote.origin.url', 'https://host.example/acme/churn-service.git');
      const textFor = async (trusted: boolean): Promise<string> => {
        server = await startServer({ folders: [folder.path], capabilities: RESOLVING, trusted });
        const drafted = await draft(folder.uri('').replace(/\/$/, ''));
        return drafted.is === 'draft' ? drafted.text : '';
      };
      assert.doesNotMatch(await textFor(false), /churn-service|Dana/);
      await server.stop();
      const trusted = await textFor(true);
      assert.match(trusted, /^name: churn-service # from the git repository$/m);
      assert.match(trusted, /^owner: TODO # .*perhaps Dana Reyes/m);
    });
  });

  it('opens the card afterwards where the editor can', async () => {
    await start(RESOLVING, ['aims.revealPlace']);
    const fix = only(await actionsOn(server, uri, 'uncovered-ml-code'));
    const [place] = (fix.command?.arguments ?? []) as { location: { uri: string } }[];
    assert.equal(place?.location.uri, card);
  });

  it('is there anywhere in the file, for who asks for source actions', async () => {
    await start(RESOLVING);
    const action = only(await offered(uri, 2));
    assert.equal(action.kind, KIND);
    const { edit } = await resolve(action);
    assert.ok(card in applyEdit({}, edit));
  });

  it('has a bulb on the line that makes the model too, once on the line that is marked, and on no other', async () => {
    await start(RESOLVING);
    const kindsOn = async (line: number): Promise<readonly unknown[]> => {
      const actions = await server.connection.sendRequest<CodeAction[] | null>('textDocument/codeAction', {
        textDocument: { uri },
        range: { start: { line, character: 0 }, end: { line, character: 9 } },
        context: { diagnostics: [] },
      });
      return (actions ?? []).filter(({ title }) => title === TITLE).map(({ kind }) => kind);
    };
    const shown = await Promise.all(
      CODE.trimEnd()
        .split('\n')
        .map((_, line) => kindsOn(line)),
    );
    assert.deepEqual(shown, [[], [], ['quickfix'], ['quickfix']]);
    await server.open(card, CARD);
    assert.deepEqual(await kindsOn(2), []);
  });

  it('brings its edit along for an editor that does not ask later, without a preview for one that has none', async () => {
    await start(VSCODE);
    const fix = only(await actionsOn(server, uri, 'uncovered-ml-code'));
    assert.equal(fix.data, undefined);
    assert.equal(fix.edit?.changeAnnotations, undefined);
    assert.match(applyEdit({}, fix.edit)[card] ?? '', /^kind: system$/m);
  });

  it('is not offered where a card covers the file, in tests, in YAML, or to an editor that creates no files', async () => {
    await start(RESOLVING);
    const test = folder.write('churn/tests/test_train.py', CODE);
    await server.open(test, CODE, 'python');
    assert.deepEqual(await offered(test), []);
    const yaml = folder.uri('aims.yaml');
    await server.open(yaml, 'aims: 1\nkind: organization\nid: acme\n');
    assert.deepEqual(await offered(yaml), []);
    await server.open(card, CARD);
    assert.deepEqual(await offered(), []);
    await server.stop();
    await start({
      ...RESOLVING,
      workspace: { ...RESOLVING.workspace, workspaceEdit: { documentChanges: true } },
    });
    assert.deepEqual(await offered(), []);
  });

  it('writes over nothing that came while it was being chosen', async () => {
    await start(RESOLVING);
    const action = only(await offered());
    folder.write('churn/aims.yaml', CARD);
    const told = server.next<{ message: string }>('window/showMessage');
    const { edit } = await resolve(action);
    assert.equal(edit, undefined);
    assert.match((await told).message, /^No card was created/);
  });

  it('takes any data for what it is', async () => {
    await start(RESOLVING);
    for (const data of [
      null,
      7,
      {},
      { draft: 7 },
      { draft: '' },
      { draft: 'file:///etc' },
      { draft: 'nonsense' },
    ]) {
      const { edit } = await resolve({ title: TITLE, data });
      assert.equal(edit, undefined, JSON.stringify(data));
    }
  });

  it('works in a notebook', async () => {
    await start(RESOLVING);
    const notebook = folder.write(
      'explore/a.ipynb',
      JSON.stringify({
        cells: [{ cell_type: 'code', metadata: {}, source: CODE, outputs: [], execution_count: null }],
        metadata: { language_info: { name: 'python' } },
        nbformat: 4,
        nbformat_minor: 5,
      }),
    );
    const cell = `${notebook.replace('file:', 'vscode-notebook-cell:')}#c1`;
    await server.connection.sendNotification('notebookDocument/didOpen', {
      notebookDocument: {
        uri: notebook,
        notebookType: 'jupyter-notebook',
        version: 1,
        cells: [{ kind: 2, document: cell }],
      },
      cellTextDocuments: [{ uri: cell, languageId: 'python', version: 1, text: CODE }],
    });
    const fix = only(await actionsOn(server, cell, 'uncovered-ml-code'));
    const { edit } = await resolve(fix);
    assert.match(applyEdit({}, edit)[folder.uri('explore/aims.yaml')] ?? '', /from a\.ipynb cell 1 line 4/);
  });
});
