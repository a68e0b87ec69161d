import assert from 'node:assert/strict';
import { highlightsAt } from '../../../../server/src/features/highlights';
import { openAtCursor } from '../../../support/cursor';

/** "line:character kind" of each; undefined where the editor is left to itself. */
async function highlighted(marked: string): Promise<readonly string[] | undefined> {
  const { snapshot, uri, position } = await openAtCursor({ 'aims.yaml': marked });
  return highlightsAt(snapshot, uri, position)?.map(
    ({ range, kind }) => `${range.start.line}:${range.start.character}-${range.end.character} ${kind}`,
  );
}

const CARD = `aims: 1
kind: system
id: s
risks:
  - {id: R1, treatment: {controls: [A.6.2.4]}}
  - {id: R12, owner: bo}
controls:
  A.6.2.4:
    why: {risks: [R1]}
    owner: bo
`;

describe('document highlights', () => {
  it('mark an id and its mentions, wherever the cursor is on one of them', async () => {
    const all = ['4:9-11 write', '8:18-20 read'];
    assert.deepEqual(await highlighted(CARD.replace('id: R1,', 'id: R<|>1,')), all);
    assert.deepEqual(await highlighted(CARD.replace('[R1]', '[R1<|>]')), all);
  });

  it('mark a control as treatment, as row and in text', async () =>
    assert.deepEqual(await highlighted(`${CARD.replace('A.6.2.4:', 'A.6<|>.2.4:')}purpose: See A.6.2.4.\n`), [
      '4:36-43 read',
      '7:2-9 write',
      '10:13-20 read',
    ]));

  it('mark people', async () =>
    assert.deepEqual(await highlighted(CARD.replace('owner: bo}', 'owner: <|>bo}')), [
      '5:21-23 read',
      '9:11-13 read',
    ]));

  it('do not take an id of another kind for the same', async () =>
    assert.deepEqual(
      await highlighted(
        'aims: 1\nkind: system\nid: s\nmodels: [{id: <|>x, metrics: [{dataset: x}]}]\ndatasets: [{id: x}]\n',
      ),
      ['3:14-15 write'],
    ));

  it('leave words that are no id to the editor', async () =>
    assert.equal(await highlighted('aims: 1\nkind: sys<|>tem\nid: s\n'), undefined));
});
