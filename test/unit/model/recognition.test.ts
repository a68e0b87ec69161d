import assert from 'node:assert/strict';
import { isAimsFile } from '../../../server/src/model/build';

describe('which files are ours', () => {
  const under = (text: string): boolean => isAimsFile('file:///w/values.yaml', text);

  it('whatever the name, those that begin with a version of the format', () => {
    for (const text of [
      'aims: 1\n',
      '\uFEFF# card\r\n---\r\naims: 1 # format\r\n',
      '"aims": 2\n',
      "aims: '1'",
      'aims:\t1',
    ])
      assert.ok(under(text), text);
  });

  it('not those of others, whose key of that name says something else', () => {
    for (const text of [
      'aims: 1.5mg\n',
      'aims:\n  - lower costs\nkind: system\n',
      'aims: 1 and 2\n',
      'kind: x\naims: 1\n',
    ])
      assert.ok(!under(text), text);
  });

  it('a listed name is ours with any text', () => {
    assert.ok(isAimsFile('file:///w/aims.yaml', 'foo: bar'));
    assert.ok(isAimsFile('file:///w/credit.impact.yml', ''));
  });
});
