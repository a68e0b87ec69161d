import assert from 'node:assert/strict';
import { workspace, window } from 'vscode';
import {
  closeAll,
  fileUri,
  findings,
  fixesFor,
  hoverAt,
  open,
  placeOf,
  untilFindings,
} from './support/vscode';

describe('ML code', () => {
  afterEach(closeAll);

  it('gets one finding at its first call when no card covers it, with a fix', async () => {
    const { document } = await open('code', 'train/train.py');
    const [finding, ...more] = await untilFindings(document.uri, 'a finding', ({ length }) => length > 0);
    assert.ok(finding);
    assert.deepEqual(more, []);
    assert.match(document.lineAt(finding.range.start.line).text, /RandomForestClassifier|fit/);
    const titles = (await fixesFor(document.uri, finding)).map(({ title }) => title);
    assert.ok(
      titles.some((title) => /card/i.test(title)),
      `fixes: ${titles.join('; ')}`,
    );
  });

  it('is told in the cell of a notebook', async () => {
    const notebook = await workspace.openNotebookDocument(fileUri('code', 'notebook/explore.ipynb'));
    await window.showNotebookDocument(notebook);
    const cell = notebook.cellAt(2).document;
    const [finding] = await untilFindings(cell.uri, 'a finding', ({ length }) => length === 1);
    assert.match(cell.lineAt(finding!.range.start.line).text, /LogisticRegression|fit/);
    assert.deepEqual(findings(notebook.cellAt(1).document.uri), []);
  });

  it('leaves ordinary code and other YAML alone', async () => {
    // The findings of a file that has some come first: then a file without is known to have none.
    const train = (await open('code', 'train/train.py')).document.uri;
    const plain = (await open('code', 'plain/plain.py')).document.uri;
    const { document } = await open('cards', 'service.yaml');
    assert.equal(await hoverAt(document.uri, placeOf(document, 'owner')), '');
    await untilFindings(train, 'a finding', ({ length }) => length > 0);
    assert.deepEqual(findings(plain), []);
    assert.deepEqual(findings(document.uri), []);
  });
});
