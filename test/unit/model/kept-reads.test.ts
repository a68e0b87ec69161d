import assert from 'node:assert/strict';
import { build, type Artefact } from '../../../server/src/model/build';
import { parse } from '../../../server/src/syntax';

const URI = 'file:///workspace/aims.yaml';

/** What reading yields, without the syntax below it. */
const told = (artefact: Artefact): object => ({ ...artefact, yaml: undefined });

/** The artefact after an edit, whose untouched nodes were read before, and the one of a fresh read. */
function afterEdit(before: string, after: string): readonly (object | undefined)[] {
  const parsed = parse(before);
  build(URI, parsed);
  const edited = build(URI, parse(after, parsed));
  return [edited, build(URI, parse(after))].map(({ artefacts }) => artefacts[0] && told(artefacts[0]));
}

const card = (kind: string): string =>
  `aims: 1\nkind: ${kind}\nid: a\nname: A\nrisks:\n  - id: R1\n    source: s\n    task: x\n    tier: y\n`;

describe('reads that are kept while a node stays the same', () => {
  it('do not outlive the kind of the file, which decides what a key means', () => {
    const [edited, fresh] = afterEdit(card('system'), card('organization'));
    assert.deepEqual(edited, fresh);
  });

  it('do not outlive the place of an item', () => {
    const text = 'aims: 1\nkind: system\nid: a\nrisks:\n  - id: R1\n    title: x\n  - id: R2\n    title: y\n';
    const [edited, fresh] = afterEdit(text, text.replace('  - id: R1\n    title: x\n', ''));
    assert.deepEqual(edited, fresh);
  });
});
