import assert from 'node:assert/strict';
import {
  DiagnosticSeverity,
  type CodeAction,
  type Command,
  type CompletionItem,
  type CompletionList,
  type Hover,
  type Range,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { TRIGGER_SUGGEST, type RevealPlace } from '../../server/src/protocol';
import { applyEdit } from '../support/apply-edit';
import { createFolder, type Folder } from '../support/folder';
import { PLAIN, VSCODE, startServer, type RunningServer } from '../support/server';
import { CARD, SLIP, actionsOn, codes, hoverAt, items, pull } from './card';

const valueOf = (hover: Hover | null): { kind: string; value: string } => {
  assert.ok(hover && typeof hover.contents === 'object' && 'kind' in hover.contents);
  return hover.contents;
};

/** What a command selects in the texts as they are after the edit. */
function shown(texts: Readonly<Record<string, string>>, { arguments: given }: Command): string {
  const [{ location, select }] = given as [RevealPlace];
  assert.equal(select, true);
  return TextDocument.create(location.uri, 'yaml', 1, texts[location.uri] ?? '').getText(location.range);
}

describe('editing a card', () => {
  let folder: Folder;
  let server: RunningServer;
  let uri: string;
  beforeEach(async () => {
    folder = createFolder();
    uri = folder.uri('aims.yaml');
    server = await startServer({ folders: [folder.path] });
  });
  afterEach(async () => {
    assert.equal(await server.stop(), 0);
    folder.dispose();
  });

  const complete = (line: number, character: number): Promise<CompletionList> =>
    server.connection.sendRequest('textDocument/completion', {
      textDocument: { uri },
      position: { line, character },
    });

  it('explains a control where it stands', async () => {
    await server.open(uri, `${CARD}controls:\n  A.6.2.4: {status: planned, due: 2027-01-01}\n`);
    const { kind, value } = valueOf(await hoverAt(server, uri, 12, 4));
    assert.equal(kind, 'markdown');
    assert.match(value, /A\.6\.2\.4 AI system verification and validation/);
    assert.match(value, /not due yet/);
    assert.match(value, /our reading/);
  });

  it('explains a key in plain text to a client without Markdown', async () => {
    await server.stop();
    server = await startServer({ folders: [folder.path], capabilities: PLAIN });
    await server.open(uri, CARD);
    const { kind, value } = valueOf(await hoverAt(server, uri, 7, 13));
    assert.equal(kind, 'plaintext');
    assert.doesNotMatch(value, /[*`]/);
    assert.match(value, /Life cycle stage/);
  });

  it('completes keys on a line that does not parse yet, and tells of a control only when it is looked at', async () => {
    await server.open(uri, `${CARD}cont\n`);
    const keys = await complete(11, 4);
    const controls = keys.items.find(({ label }) => label === 'controls');
    assert.deepEqual(controls?.textEdit, {
      range: { start: { line: 11, character: 0 }, end: { line: 11, character: 4 } },
      newText: 'controls:\n  $1',
    });
    await server.change(uri, `${CARD}controls:\n  A\n`, 2);
    const rows = await complete(12, 3);
    const row = rows.items.find(({ label }) => label === 'A.7.5');
    assert.ok(row && row.documentation === undefined && row.detail === 'Data provenance');
    const resolved = await server.connection.sendRequest<CompletionItem>('completionItem/resolve', row);
    assert.match(JSON.stringify(resolved.documentation), /Here:.*missing/);
  });

  it('has VS Code offer what comes next behind a list that is begun, and no other editor', async () => {
    const text = `${CARD}ri\n`;
    await server.open(uri, text);
    const command = async (): Promise<string | undefined> =>
      (await complete(11, 2)).items.find(({ label }) => label === 'risks')?.command?.command;
    assert.equal(await command(), undefined);
    await server.stop();
    server = await startServer({ folders: [folder.path], commands: [TRIGGER_SUGGEST] });
    await server.open(uri, text);
    assert.equal(await command(), 'editor.action.triggerSuggest');
  });

  it('has an editor ask again where somebody types on before the answer is there', async () => {
    const text = `${CARD}lo`;
    await server.open(uri, text);
    const line = text.split('\n').length - 1;
    const [overtaken] = await Promise.all([complete(line, 2), server.change(uri, `${text}g`, 2)]);
    // VS Code takes an empty list for a complete one; what it asked for is shown nowhere.
    assert.equal(overtaken.isIncomplete, true);
    assert.deepEqual(
      overtaken.items.map(({ filterText }) => filterText),
      [' '],
    );
    const { isIncomplete, items: offered } = await complete(line, 3);
    assert.ok(!isIncomplete);
    assert.ok(offered.some(({ label }) => label === 'logging'));
  });

  it('says beside every id what it names, where the editor has room for that', async () => {
    const text = `${CARD}controls:\n  A\n`;
    await server.open(uri, text);
    assert.ok((await complete(12, 3)).items.every(({ labelDetails }) => labelDetails === undefined));
    await server.stop();
    const completion = { completionItem: { labelDetailsSupport: true } };
    server = await startServer({ folders: [folder.path], capabilities: { textDocument: { completion } } });
    await server.open(uri, text);
    const { items: rows } = await complete(12, 3);
    assert.ok(rows.length > 30);
    for (const { label, labelDetails, detail } of rows.filter(({ label }) => label.startsWith('A.'))) {
      assert.ok(detail, label);
      assert.equal(labelDetails?.description, detail);
    }
  });

  it('offers files that are there', async () => {
    folder.write('docs/guide.md', '');
    folder.write('data/x.csv', '');
    await server.open(uri, `${CARD}userInformation: docs/g\n`);
    const found = await complete(11, 23);
    assert.deepEqual(
      found.items.map(({ label, textEdit }) => [label, textEdit && 'range' in textEdit && textEdit.range]),
      [['guide.md', { start: { line: 11, character: 22 }, end: { line: 11, character: 23 } }]],
    );
  });

  it('mends a slip, and the squiggle goes', async () => {
    await server.open(uri, SLIP);
    const [fix] = await actionsOn(server, uri, 'unknown-key');
    assert.equal(fix?.kind, 'quickfix');
    const texts = applyEdit({ [uri]: SLIP }, fix.edit);
    assert.equal(texts[uri], CARD);
    await server.change(uri, texts[uri] ?? '', 2);
    assert.ok(!codes(items(await pull(server, uri))).includes('unknown-key'));
  });

  it('creates the impact assessment the card lacks, but never over a file that is there', async () => {
    await server.open(uri, CARD);
    const creates = (actions: readonly CodeAction[]): CodeAction | undefined =>
      actions.find(({ edit }) => edit?.documentChanges?.some((change) => 'kind' in change));
    const fix = creates(await actionsOn(server, uri, 'impact-assessment-missing'));
    assert.ok(fix);
    const texts = applyEdit({ [uri]: CARD }, fix.edit);
    const [created] = Object.keys(texts).filter((name) => name !== uri);
    assert.ok(created !== undefined);
    assert.ok(created.startsWith(folder.uri('')));
    for (const [name, text] of Object.entries(texts)) {
      if (name === uri) await server.change(name, text, 2);
      else await server.open(name, text);
    }
    assert.ok(!codes(items(await pull(server, uri))).includes('impact-assessment-missing'));
    await server.connection.sendNotification('textDocument/didClose', { textDocument: { uri: created } });
    folder.write(decodeURIComponent(created.slice(folder.uri('').length)).replace(/^\//, ''), 'mine: 1\n');
    await server.change(uri, CARD, 3);
    const rules = codes(items(await pull(server, uri)));
    if (rules.includes('impact-assessment-missing'))
      assert.equal(creates(await actionsOn(server, uri, 'impact-assessment-missing')), undefined);
  });

  it('opens the file a fix creates where the editor says that it can', async () => {
    const create = async (): Promise<CodeAction> => {
      await server.open(uri, CARD);
      const actions = await actionsOn(server, uri, 'impact-assessment-missing');
      const action = actions.find(({ title }) => title === 'Create the impact assessment');
      assert.ok(action);
      return action;
    };
    assert.equal((await create()).command, undefined, 'an editor that named no commands');
    for (const commands of [['aims.other'], ['aims.revealPlace']]) {
      await server.stop();
      server = await startServer({ folders: [folder.path], commands });
      const { edit, command } = await create();
      assert.equal(command?.command, commands.includes('aims.revealPlace') ? 'aims.revealPlace' : undefined);
      if (command) assert.equal(shown(applyEdit({ [uri]: CARD }, edit), command), 'TODO');
      assert.equal(
        server.result.capabilities.executeCommandProvider,
        undefined,
        'the command is the editor’s',
      );
    }
  });

  it('goes to what a fix leaves to be filled in', async () => {
    await server.stop();
    server = await startServer({ folders: [folder.path], commands: ['aims.revealPlace'] });
    await server.open(uri, CARD);
    for (const rule of ['soa-not-started', 'risks-missing', 'impact-assessment-missing']) {
      const actions = await actionsOn(server, uri, rule);
      assert.ok(actions.length > 1);
      for (const { title, edit, command } of actions) {
        assert.ok(command, title);
        const marked = title.startsWith('Silence') ? 'TODO: say why' : 'TODO';
        assert.equal(shown(applyEdit({ [uri]: CARD }, edit), command), marked, title);
      }
    }
  });

  it('marks every place that is to be filled in, and lists them as one', async () => {
    await server.open(uri, CARD.replace('Amara Okafor', 'TODO').replace('internal CRM', 'TBD'));
    const found = items(await pull(server, uri)).filter(({ code }) => code === 'placeholder');
    assert.deepEqual(
      found.map(({ severity, range }) => [severity, range.start.line]),
      [
        [DiagnosticSeverity.Information, 4],
        [DiagnosticSeverity.Hint, 10],
      ],
    );
  });

  it('asks an editor to go there that shows documents when it is asked to', async () => {
    await server.stop();
    const capabilities = { ...VSCODE, window: { showDocument: { support: true } } };
    server = await startServer({ folders: [folder.path], capabilities });
    assert.deepEqual(server.result.capabilities.executeCommandProvider?.commands, ['aims.revealPlace']);
    await server.open(uri, CARD);
    const [action] = await actionsOn(server, uri, 'risks-missing');
    assert.ok(action?.command);
    const text = applyEdit({ [uri]: CARD }, action.edit)[uri] ?? '';
    const asked = server.nextRequest('window/showDocument');
    await server.connection.sendRequest('workspace/executeCommand', {
      command: action.command.command,
      arguments: action.command.arguments,
    });
    const { uri: where, selection } = (await asked) as { uri: string; selection: Range };
    assert.equal(where, uri);
    assert.equal(TextDocument.create(uri, 'yaml', 1, text).getText(selection), 'TODO');
    for (const wrong of [undefined, [], [null], [{ location: { uri: 1 } }]])
      assert.equal(
        await server.connection.sendRequest('workspace/executeCommand', {
          command: 'aims.revealPlace',
          ...(wrong ? { arguments: wrong } : {}),
        }),
        null,
      );
  });

  it('silences a finding only once somebody says why', async () => {
    await server.open(uri, CARD);
    const actions = await actionsOn(server, uri, 'soa-not-started');
    const silence = actions.find(({ title }) => title.startsWith('Silence'));
    const text = applyEdit({ [uri]: CARD }, silence?.edit)[uri] ?? '';
    assert.match(text, /^# aims-ignore-next-line soa-not-started -- TODO/m);
    await server.change(uri, text, 2);
    const still = codes(items(await pull(server, uri)));
    assert.ok(still.includes('soa-not-started') && still.includes('suppression-invalid'));
    await server.change(uri, text.replace(/TODO.*/, 'The board decides in May.'), 3);
    assert.ok(!codes(items(await pull(server, uri))).includes('soa-not-started'));
  });

  it('offers to silence a finding only behind what mends any of them', async () => {
    await server.open(uri, CARD);
    const actions = await server.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end: { line: 11, character: 0 } },
      context: { diagnostics: [] },
    });
    const silencing = actions.map(({ title }) => title.startsWith('Silence'));
    const first = silencing.indexOf(true);
    assert.ok(
      first > 0 && silencing.slice(first).every(Boolean),
      actions.map(({ title }) => title).join('\n'),
    );
    assert.ok(silencing.length - first > 1, 'of more than one finding');
  });

  it('fixes all that needs no decision, and only when asked for it', async () => {
    const twice = `${CARD}# aims-ignore-next-line risk-without-owner -- Owned by the board.\nversion: 1.0\n`;
    await server.open(uri, twice);
    const ask = (only?: string[]): Promise<CodeAction[] | null> =>
      server.connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri },
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        context: { diagnostics: [], ...(only ? { only } : {}) },
      });
    assert.equal(await ask(), null);
    for (const kind of ['source.fixAll', 'source.fixAll.aims', 'source']) {
      const [action, ...others] = (await ask([kind])) ?? [];
      assert.deepEqual([action?.kind, others], ['source.fixAll.aims', []]);
      assert.equal(applyEdit({ [uri]: twice }, action?.edit)[uri], `${CARD}version: 1.0\n`);
    }
  });
});
