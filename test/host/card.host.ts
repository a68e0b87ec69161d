import assert from 'node:assert/strict';
import {
  commands,
  DiagnosticSeverity,
  languages,
  window,
  workspace,
  type TextEditor,
  type Uri,
} from 'vscode';
import {
  apply,
  closeAll,
  completionsAt,
  fileUri,
  findings,
  fixesFor,
  hoverAt,
  open,
  placeOf,
  replace,
  ruleOf,
  until,
  untilFindings,
} from './support/vscode';
import { requirement, row } from './support/tree';

const { Warning, Information } = DiagnosticSeverity;

const textOf = ({ document, selection }: TextEditor): string => document.getText(selection);

describe('a card', () => {
  afterEach(closeAll);

  it('shows exactly its three findings when it is the shortest there is', async () => {
    const { document } = await open('cards', 'shortest/aims.yaml');
    const found = await untilFindings(document.uri, 'three findings', ({ length }) => length === 3);
    assert.deepEqual(
      found.map(({ severity }) => severity).sort(),
      [Warning, Information, Information].sort(),
    );
    assert.deepEqual(languages.getDiagnostics(document.uri), found, 'and nobody else has something to say');
  });

  it('shows a squiggle while it is typed, and takes it away, without saving', async () => {
    const editor = await open('cards', 'typing/aims.yaml');
    const { uri } = editor.document;
    const before = await untilFindings(uri, 'three findings', ({ length }) => length === 3);
    await replace(editor, 'role: [developer]', 'role: [develoer]');
    const wrong = await untilFindings(uri, 'one more', ({ length }) => length === before.length + 1);
    const squiggle = wrong.find(({ range }) => editor.document.getText(range) === 'develoer');
    assert.match(squiggle?.message ?? '', /developer/);
    await replace(editor, 'role: [develoer]', 'role: [developer]');
    await untilFindings(uri, 'three findings', ({ length }) => length === 3);
    assert.ok(editor.document.isDirty, 'nothing was saved');
  });

  it('explains a control under the mouse', async () => {
    const editor = await open('cards', 'typing/aims.yaml');
    const { document } = editor;
    await replace(editor, 'datasets:', 'controls:\n  A.6.2.4: {status: planned}\ndatasets:');
    const text = await until(
      'a hover',
      async () => (await hoverAt(document.uri, placeOf(document, 'A.6.2.4', 2))) || false,
    );
    assert.match(text, /A\.6\.2\.4/);
    assert.match(text, /AI system verification and validation/);
  });

  it('offers keys and values where they fit', async () => {
    const editor = await open('cards', 'typing/aims.yaml');
    const { document } = editor;
    await replace(editor, 'lifecycle: {stage: design-development}', 'lifecycle:\n  stage: \nlog');
    const stages = await completionsAt(document.uri, placeOf(document, 'stage: ', 'stage: '.length));
    assert.ok(stages.includes('operation-monitoring'), `stages: ${stages.join()}`);
    const keys = await completionsAt(document.uri, placeOf(document, '\nlog', '\nlog'.length));
    assert.ok(keys.includes('logging'), `keys: ${keys.join()}`);
    assert.ok(!keys.includes('purpose'), 'a key that is there already is not offered again');
  });

  it('gets its impact assessment by a fix, which opens it; the tree changes once something is written in it', async () => {
    const { document } = await open('cards', 'fix/aims.yaml');
    const [warning] = (await untilFindings(document.uri, 'findings', ({ length }) => length > 0)).filter(
      ({ severity }) => severity === Warning,
    );
    assert.ok(warning);
    const fix = (await fixesFor(document.uri, warning)).find(({ title }) => /impact assessment/i.test(title));
    assert.ok(fix, 'the warning has a fix');
    const missing = await until('the control', () => requirement('Fix', 'A.5.3'));
    assert.equal(missing.verdict, 'missing');
    await apply(fix);
    await untilFindings(document.uri, 'no such warning', (found) =>
      found.every((one) => ruleOf(one) !== ruleOf(warning)),
    );
    const assessment = fileUri('cards', 'fix/impact-assessment.yaml');
    assert.equal(window.activeTextEditor?.document.uri.toString(), assessment.toString());
    const text = (await workspace.openTextDocument(assessment)).getText();
    assert.match(text, /^kind: impact-assessment$/m);
    assert.match(text, /^system: fix$/m);
    assert.ok(findings(assessment).every(({ severity }) => severity !== DiagnosticSeverity.Error));
    // Places held open are no assessment.
    assert.equal((await requirement('Fix', 'A.5.3'))?.verdict, 'missing');
    const editor = window.activeTextEditor;
    assert.ok(editor);
    assert.equal(textOf(editor), 'TODO', 'typing fills in the first thing that is open');
    await replace(editor, 'performed: TODO', 'performed: 2026-10-01');
    await replace(editor, 'what: TODO', 'what: Some are turned down more often');
    await until('another verdict', async () => (await requirement('Fix', 'A.5.3'))?.verdict !== 'missing');
  });

  it('takes the cursor to what a fix leaves to be filled in, and marks every such place', async () => {
    const editor = await open('cards', 'typing/aims.yaml');
    const { uri } = editor.document;
    const found = await untilFindings(uri, 'three findings', ({ length }) => length === 3);
    const started = found.find((one) => ruleOf(one) === 'soa-not-started');
    assert.ok(started);
    const fix = (await fixesFor(uri, started)).find(({ title }) => title.startsWith('Add a row'));
    assert.ok(fix);
    await apply(fix);
    const active = window.activeTextEditor;
    assert.equal(active?.document.uri.toString(), uri.toString());
    assert.equal(textOf(active), 'TODO');
    const lines = active.document.getText().split('\n');
    assert.match(
      lines[active.selection.start.line - 2] ?? '',
      /^ {2}A\.[\d.]+: # \S/,
      'the first row says what it is',
    );
    const held = lines.filter((line) => line.includes('TODO')).length;
    await untilFindings(uri, 'a mark at each place', (now) => {
      const marks = now.filter((one) => ruleOf(one) === 'placeholder');
      return marks.length === held && marks.filter(({ severity }) => severity === Information).length === 1;
    });
  });

  it('draws no words at random from the file where a text is typed', async () => {
    const editor = await open('cards', 'typing/aims.yaml');
    await replace(editor, 'purpose: ', 'purpose: dev ');
    const at = placeOf(editor.document, 'purpose: dev', 'purpose: dev'.length);
    assert.deepEqual(await completionsAt(editor.document.uri, at), ['TODO']);
  });

  describe('that a command starts', () => {
    const isThere = async (uri: Uri): Promise<boolean> =>
      workspace.fs.stat(uri).then(
        () => true,
        () => false,
      );

    it('is drafted from code in an editor that writes nothing before it is saved', async () => {
      await commands.executeCommand('aims.createCard', fileUri('code', 'train'));
      const { document } = window.activeTextEditor!;
      const card = fileUri('code', 'train/aims.yaml');
      assert.deepEqual([document.uri.scheme, document.uri.path], ['untitled', card.path]);
      assert.match(document.getText(), /^id: train # from the name of the folder$/m);
      assert.match(document.getText(), / # from train\.py:\d+/);
      assert.ok(document.isDirty);
      assert.equal(document.languageId, 'yaml');
      const text = document.getText();
      await commands.executeCommand('aims.createCard', fileUri('code', 'train/train.py'));
      assert.equal(window.activeTextEditor!.document.getText(), text, 'a second time shows the same editor');
      assert.equal(await isThere(card), false);
    });

    it('is left as somebody began it, cursor and all, when the command is run again', async () => {
      await commands.executeCommand('aims.createCard', fileUri('code', 'train'));
      const editor = window.activeTextEditor!;
      assert.equal(textOf(editor), 'TODO', 'typing fills in the first thing that is open');
      await replace(editor, 'TODO', 'Somebody');
      const { selection } = editor;
      const text = editor.document.getText();
      await commands.executeCommand('aims.createCard', fileUri('code', 'train'));
      assert.equal(window.activeTextEditor!.document.getText(), text);
      assert.ok(window.activeTextEditor!.selection.isEqual(selection));
    });

    it('is the shortest there is where nothing says anything about AI; one that is there is left as it is', async () => {
      const card = fileUri('code', 'plain/aims.yaml');
      await commands.executeCommand('aims.createCard', fileUri('code', 'plain'));
      const { document } = window.activeTextEditor!;
      assert.equal(document.uri.path, card.path);
      const text = await until('the card', () =>
        Promise.resolve(/^kind: system$/m.test(document.getText()) && document.getText()),
      );
      assert.match(text, /^id: plain$/m, 'named after its folder');
      await document.save();
      await until('the file', () => isThere(card));
      await closeAll();
      await commands.executeCommand('aims.createCard', fileUri('code', 'plain'));
      assert.ok(!window.activeTextEditor, 'only a message is shown');
      const opened = await until('the card to be opened by the message', async () => {
        await commands.executeCommand('notification.acceptPrimaryAction');
        return window.visibleTextEditors.find((editor) => editor.document.uri.toString() === card.toString());
      });
      assert.equal(opened.document.getText(), text);
    });
  });

  describe('that the light bulb creates from code', () => {
    /** What a click on "Create an AIMS card from this code" in a file does. */
    const create = async (file: Uri): Promise<void> => {
      await window.showTextDocument(file);
      const found = await untilFindings(file, 'that no card covers it', (all) =>
        all.some((one) => ruleOf(one) === 'uncovered-ml-code'),
      );
      const finding = found.find((one) => ruleOf(one) === 'uncovered-ml-code');
      const fix = (await fixesFor(file, finding!)).find(({ title }) =>
        title.startsWith('Create an AIMS card'),
      );
      assert.ok(fix);
      await apply(fix);
    };

    /** The draft of that file is in an editor, at the first thing to fill in; nothing is on the disk. */
    const assertUnsaved = async (card: Uri): Promise<void> => {
      const editor = window.activeTextEditor!;
      const { document } = editor;
      assert.deepEqual([document.uri.scheme, document.uri.path], ['untitled', card.path]);
      assert.ok(document.isDirty);
      assert.equal(textOf(editor), 'TODO');
      await assert.rejects(Promise.resolve(workspace.fs.stat(card)), 'nothing is written before it is saved');
    };

    it('is shown in an editor that is not saved yet, at the first thing to fill in', async () => {
      await create(fileUri('code', 'train/train.py'));
      await assertUnsaved(fileUri('code', 'train/aims.yaml'));
      assert.match(window.activeTextEditor!.document.getText(), / # from train\.py:\d+/);
    });

    it('counts before it is saved, and is drafted again in the same editor where it was undone', async () => {
      const file = fileUri('code', 'train/train.py');
      const isCovered = (is: boolean): Promise<unknown> =>
        untilFindings(
          file,
          `that it is ${is ? '' : 'not '}covered`,
          (found) => is === found.every((one) => ruleOf(one) !== 'uncovered-ml-code'),
        );
      await create(file);
      const { document } = window.activeTextEditor!;
      const text = document.getText();
      await untilFindings(document.uri, 'what is to be filled in', (found) =>
        found.some((one) => ruleOf(one) === 'placeholder'),
      );
      await isCovered(true);
      await commands.executeCommand('undo');
      assert.equal(document.getText(), '');
      await isCovered(false);
      await create(file);
      assert.equal(window.activeTextEditor!.document, document);
      assert.equal(document.getText(), text);
      const tabs = window.tabGroups.all.flatMap((group) => group.tabs).filter(({ isDirty }) => isDirty);
      assert.equal(tabs.length, 1, 'one draft, one editor');
    });

    it('stands where its code is, whatever the folder is called; once saved, it covers the code', async () => {
      const code = await workspace.fs.readFile(fileUri('code', 'train/train.py'));
      const file = fileUri('code', 'Größe 50% #1/train.py');
      const card = fileUri('code', 'Größe 50% #1/aims.yaml');
      await workspace.fs.writeFile(file, code);
      await create(file);
      await assertUnsaved(card);
      assert.ok(await window.activeTextEditor!.document.save());
      await workspace.fs.stat(card);
      await untilFindings(file, 'no such finding any more', (found) =>
        found.every((one) => ruleOf(one) !== 'uncovered-ml-code'),
      );
    });

    it('stands beside the file of an organization that has the usual name', async () => {
      const code = await workspace.fs.readFile(fileUri('code', 'train/train.py'));
      const file = fileUri('code', 'house/train.py');
      const organization = 'aims: 1\nkind: organization\nid: house\nname: House\n';
      await workspace.fs.writeFile(
        fileUri('code', 'house/aims.yaml'),
        new TextEncoder().encode(organization),
      );
      await workspace.fs.writeFile(file, code);
      await until('the organization', () => row('House'));
      await create(file);
      await assertUnsaved(fileUri('code', 'house/house.aims.yaml'));
    });
  });
});
