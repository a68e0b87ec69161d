import assert from 'node:assert/strict';
import { commands, window, workspace, type Uri } from 'vscode';
import { BACK, counts, DOWN, enterUntilDone, ENTER, ESCAPE, press, type } from './support/inputs';
import { messages } from './support/messages';
import { system } from './support/tree';
import { closeAll, fileUri, replace, until } from './support/vscode';

const isThere = (uri: Uri): Promise<boolean> =>
  Promise.resolve(workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );

describe('a new system', () => {
  afterEach(closeAll);

  it('is asked about step by step, and its card agrees with the answers and with the code', async () => {
    await enterUntilDone(commands.executeCommand('aims.newSystem', fileUri('code', 'staff/scoring')));
    const { document, selection } = window.activeTextEditor!;
    const text = document.getText();
    const card = fileUri('code', 'staff/scoring/aims.yaml');
    assert.deepEqual([document.uri.scheme, document.uri.path], ['untitled', card.path]);
    assert.match(text, /^id: scoring$/m);
    assert.match(
      text,
      /^owner: ada # from \.\.\/aims\.yaml/m,
      'the one owner of AI systems is offered first',
    );
    assert.match(text, /^role:\n\s+- developer # from train\.py:6/m);
    assert.match(text, /^\s+stage: design-development # from train\.py:6/m);
    assert.match(text, /^purpose: TODO/m, 'what nobody said is not invented');
    assert.equal(document.getText(selection), 'TODO', 'typing fills in the first thing that is open');
    assert.equal(await isThere(card), false, 'nothing is written before somebody saves');
  });

  it('starts with the first of the folders whose code has no card', async () => {
    await enterUntilDone(commands.executeCommand('aims.newSystem'));
    const { document } = window.activeTextEditor!;
    assert.equal(document.uri.scheme, 'untitled');
    assert.match(
      document.getText(),
      /# from (?:\S+\/)?(?:train\.py|explore\.ipynb)/,
      document.uri.toString(),
    );
  });

  it('has a folder of its own where its code is not here, which is made when the card is saved', async () => {
    counts.length = 0;
    const started = commands.executeCommand('aims.newSystem');
    await type('New folder in code');
    await press(ENTER);
    await type('bought/chat bot');
    await enterUntilDone(started);
    const { document } = window.activeTextEditor!;
    const card = fileUri('code', 'bought/chat bot/aims.yaml');
    assert.deepEqual([document.uri.scheme, document.uri.path], ['untitled', card.path]);
    assert.match(document.getText(), /^name: chat bot\b/m);
    assert.equal(await isThere(fileUri('code', 'bought')), false, 'nothing is made before somebody saves');
    assert.ok(await document.save());
    assert.equal(await isThere(card), true);
    // The name of the folder belongs to the question for it.
    assert.deepEqual(counts, ['1/7', '1/7', '2/7', '3/7', '4/7', '5/7', '6/7', '7/7']);
  });

  it('leaves no trace when somebody leaves with Escape, also after a step back', async () => {
    const started = commands.executeCommand('aims.newSystem', fileUri('code', 'staff/scoring'));
    let isDone = false;
    void started.then(() => (isDone = true));
    await press(ENTER, ENTER, BACK, BACK);
    assert.equal(isDone, false, 'a step back asks again');
    await press(ESCAPE);
    await until('the end', () => Promise.resolve(isDone));
    assert.equal(window.activeTextEditor, undefined);
    assert.equal(await isThere(fileUri('code', 'staff/scoring/aims.yaml')), false);
  });

  it('takes another answer where one is chosen', async () => {
    const started = commands.executeCommand('aims.newSystem', fileUri('code', 'staff/scoring'));
    // Name, id; the second of the people; roles; then a later stage.
    await press(ENTER, ENTER, DOWN, ENTER, ENTER, DOWN, ENTER);
    await enterUntilDone(started);
    const text = window.activeTextEditor!.document.getText();
    assert.match(text, /^owner: bo$/m);
    assert.match(text, /^\s+stage: verification-validation$/m);
  });

  it('is not put over a card that is there', async () => {
    await commands.executeCommand('aims.newSystem', fileUri('cards', 'shortest'));
    assert.equal(window.activeTextEditor, undefined);
  });
});

describe('a new organization', () => {
  afterEach(closeAll);

  it('is drafted from the cards below, in an editor that is not saved yet', async () => {
    const [cards] = workspace.workspaceFolders!;
    await commands.executeCommand('aims.newOrganization', cards!.uri);
    const { document, selection } = window.activeTextEditor!;
    const file = fileUri('cards', 'aims.yaml');
    assert.deepEqual([document.uri.scheme, document.uri.path], ['untitled', file.path]);
    assert.match(document.getText(), /^kind: organization$/m);
    assert.match(document.getText(), /^# .*\(shortest\/aims\.yaml\)/m);
    assert.equal(document.getText(selection), 'TODO', 'typing fills in the first thing that is open');
    assert.equal(await isThere(file), false, 'nothing is written before somebody saves');
  });

  it('comes back where an undo too many has emptied its editor', async () => {
    const [cards] = workspace.workspaceFolders!;
    await commands.executeCommand('aims.newOrganization', cards!.uri);
    const { document } = window.activeTextEditor!;
    const text = document.getText();
    await commands.executeCommand('undo');
    assert.equal(document.getText(), '');
    await until('a message', () => Promise.resolve(messages.at(-1)?.startsWith('Undo took the whole draft')));
    await until('the draft', async () => {
      await commands.executeCommand('notification.acceptPrimaryAction');
      return document.getText() === text;
    });
  });

  it('is not put beside one that is there, nor below it', async () => {
    await commands.executeCommand('aims.newOrganization', fileUri('code', 'staff'));
    assert.equal(window.activeTextEditor, undefined);
  });
});

describe('a new impact assessment', () => {
  afterEach(closeAll);

  it('is written beside the card and linked there, with who was named, and opens where it goes on', async () => {
    await enterUntilDone(commands.executeCommand('aims.newSystem', fileUri('code', 'staff/scoring')));
    await window.activeTextEditor!.document.save();
    const row = await until('the system', () => system('scoring'));
    assert.equal(row.owner, 'Ada Palmer');
    counts.length = 0;
    await enterUntilDone(commands.executeCommand('aims.newAssessment', row));
    assert.deepEqual(counts, ['1', '2', '3'], 'one more is asked where anybody is named in the third');
    const editor = window.activeTextEditor!;
    const assessment = fileUri('code', 'staff/scoring/impact-assessment.yaml');
    assert.equal(editor.document.uri.toString(), assessment.toString());
    assert.match(editor.document.getText(), /^system: scoring$/m);
    assert.match(editor.document.getText(), /^assessor: bo$/m);
    assert.match(
      editor.document.getText(),
      /^reviewer: chen$/m,
      'somebody else, the one with that role first',
    );
    assert.equal(editor.document.getText(editor.selection), 'TODO');
    const card = await workspace.openTextDocument(fileUri('code', 'staff/scoring/aims.yaml'));
    assert.match(card.getText(), /^impactAssessment: impact-assessment\.yaml$/m);
    assert.match(
      messages.at(-1) ?? '',
      /^\S*impact-assessment\.yaml is new, and \S*aims\.yaml links to it.* save both\.$/,
    );
    await until('the assessment', async () => (await system('scoring'))?.assessments.length === 1);

    await enterUntilDone(commands.executeCommand('aims.newAssessment', row));
    const next = window.activeTextEditor!.document;
    assert.equal(next.uri.path, fileUri('code', 'staff/scoring/scoring-2.impact.yaml').path);
    assert.match(messages.at(-1) ?? '', /^\S*scoring-2\.impact\.yaml is new: .* save it\.$/);
    assert.match(next.getText(), /^id: IA-scoring-2$/m);
    assert.match(card.getText(), /^impactAssessment: impact-assessment\.yaml$/m, 'the link stays as it is');
    await replace(window.activeTextEditor!, 'performed: TODO', 'performed: 2026-10-01');
  });
});
