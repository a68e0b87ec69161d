import assert from 'node:assert/strict';
import { hasMlLine } from '../../../server/src/features/ml-line';
import { ROOT, openWorkspace } from '../../support/workspace';

const CODE = `import joblib
from sklearn.ensemble import RandomForestClassifier
from sklearn import svm

# RandomForestClassifier and SVC are compared
forest = RandomForestClassifier(n_estimators=10)
other = svm.SVC ()
rows = load(MyRandomForestClassifier())

forest.fit([[0], [1]], [0, 1])
other.fit(rows, rows)
joblib.dump(
    forest, "model.joblib")
print("done")
`;

describe('lines of code where a model is at work', () => {
  it('are those of calls, and those that make what is called', async () => {
    const { snapshot } = await openWorkspace({ 'train.py': CODE });
    const { facts } = snapshot.code.get(`${ROOT}/train.py`) ?? {};
    assert.ok(facts);
    const found = CODE.split('\n').filter((text, line) => hasMlLine(facts, line, line, text));
    assert.deepEqual(found, [
      'forest = RandomForestClassifier(n_estimators=10)',
      'other = svm.SVC ()',
      'forest.fit([[0], [1]], [0, 1])',
      'other.fit(rows, rows)',
      'joblib.dump(',
    ]);
    const lines = CODE.split('\n');
    const among = (first: number, last: number): boolean =>
      hasMlLine(facts, first, last, lines.slice(first, last + 1).join('\n'));
    assert.equal(among(0, 4), false);
    assert.equal(among(3, 6), true, 'one that makes a model');
    assert.equal(among(7, 9), true, 'one that trains it');
    assert.equal(among(0, lines.length - 1), true);
  });
});
