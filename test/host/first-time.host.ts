/**
 * The way of a newcomer from a folder with a `train.py` to a first card and a first assessment. What somebody does:
 *
 *  1. right-clicks the folder, "New System…"                          1 click
 *  2. Enter at six questions: name, id, owner, role, stage, purpose    6 keys
 *  3. types an owner and a purpose where the card says TODO            2 texts
 *  4. saves                                                            1 key
 *  5. "New Impact Assessment…" on the row of the system                1 click
 *  6. Enter at three questions: assessor, reviewer, who is affected    3 keys
 *  7. saves                                                            1 key
 *
 * 13 keys and clicks and two short texts; no page is read. At five seconds a key and half a minute a text, that is
 * about two minutes.
 */
import assert from 'node:assert/strict';
import { commands, DiagnosticSeverity, window } from 'vscode';
import { enterUntilDone } from './support/inputs';
import { requirement, row, rows, system } from './support/tree';
import { closeAll, fileUri, findings, replace, ruleOf, until, untilFindings } from './support/vscode';

const ASKED = 'impact-assessment-missing';

describe('the first time', () => {
  afterEach(closeAll);

  it('leads from a train.py to a card, an assessment, and a tree with honest counts', async () => {
    const train = fileUri('code', 'first/train.py');
    await window.showTextDocument(train);
    await untilFindings(train, 'that no card covers it', (found) =>
      found.some((one) => ruleOf(one) === 'uncovered-ml-code'),
    );

    await enterUntilDone(commands.executeCommand('aims.newSystem', fileUri('code', 'first')));
    const card = window.activeTextEditor!;
    assert.equal(card.document.getText(card.selection), 'TODO');
    await replace(card, 'owner: TODO', 'owner: Ada Palmer');
    await replace(card, 'purpose: TODO', 'purpose: Find customers who may leave.');
    assert.ok(await card.document.save());

    const uri = fileUri('code', 'first/aims.yaml');
    await untilFindings(uri, 'that an assessment is missing', (found) =>
      found.some((one) => ruleOf(one) === ASKED),
    );
    await untilFindings(train, 'no such finding any more', (found) =>
      found.every((one) => ruleOf(one) !== 'uncovered-ml-code'),
    );
    const first = await until('the system', () => system('first'));

    await enterUntilDone(commands.executeCommand('aims.newAssessment', first));
    const assessment = window.activeTextEditor!;
    assert.equal(assessment.document.getText(assessment.selection), 'TODO');
    await assessment.document.save();
    await untilFindings(uri, 'no such finding any more', (found) =>
      found.every((one) => ruleOf(one) !== ASKED),
    );
    const wrong = findings(assessment.document.uri).filter(
      ({ severity }) => severity === DiagnosticSeverity.Error,
    );
    assert.deepEqual(wrong, [], 'what was drafted is right in form');

    // Counts are those of the verdicts below; a draft full of TODO is no assessment yet.
    await until('the tree to agree with itself', async () => {
      const top = await row('First');
      const phases = top ? await rows(top) : [];
      const inPhases = phases.reduce((sum, { counts }) => sum + (counts?.missing ?? 0), 0);
      assert.ok(inPhases > 0);
      // Findings may come before the tree is told that something changed.
      assert.equal(top?.counts?.missing, inPhases);
      return true;
    });
    assert.equal((await requirement('First', 'A.5.4'))?.verdict, 'missing');
  });
});
