import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { compileSignals } from '../../../scripts/signals/compile';

const root = new URL('../../../', `file://${__filename}`);
const yaml = readFileSync(new URL('server/data/signals.yaml', root), 'utf8');

describe('signals.yaml', () => {
  it('is what signals.generated.ts was made from', () => {
    const generated = readFileSync(new URL('server/src/code/signals.generated.ts', root), 'utf8');
    assert.equal(generated, compileSignals(yaml), 'run scripts/generate-signals.ts');
  });

  it('is refused with the line named where a key, kind or condition is misspelt', () => {
    const lines: [string, RegExp][] = [
      ["    - {call: 'a.b', kind: load}", /a\.b: kind "load"/],
      ["    - {call: 'a.b', kind: train, targets: [x]}", /a\.b: key "targets"/],
      ["    - {call: 'a.b', kind: train, named: modle}", /a\.b: named "modle"/],
      ["    - {call: '*.fit', kind: train}", /the library itself/],
      ['    - {kind: train}', /without "call"/],
    ];
    for (const [line, message] of lines) {
      assert.throws(() => compileSignals(yaml.replace('calls:\n', `calls:\n${line}\n`)), message);
    }
  });
});
