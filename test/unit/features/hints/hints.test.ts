import assert from 'node:assert/strict';
import { distanceInTime } from '../../../../server/src/features/hints/age';
import { hintsIn, type HintChoice } from '../../../../server/src/features/hints';
import { DAY, ROOT, openWorkspace } from '../../../support/workspace';

const CARD = `aims: 1
kind: system
id: s
reviewEvery: 6 months
lifecycle: {stage: design-development}
risks:
  - {id: R1, treatment: {controls: [A.7.5]}}
controls:
  A.7.5:
    status: implemented
    why: Asked for by A.7.4.
    evidence:
      - {ref: DMS-1, heldBy: bo, reviewed: 2026-08-01, by: Bo Lind}
      - {ref: DMS-2, heldBy: bo, reviewed: "2026-03-01", by: Bo Lind}
      - {ref: DMS-3, heldBy: bo, effective: 2026-10-31, by: Bo Lind, serves: ["iso-9001-2015:9.1"]}
`;
const ALL: HintChoice = { titles: true, ages: true };

/** "line:character label" */
async function hints(choice: HintChoice, from = 0, to = 99): Promise<readonly string[]> {
  const { snapshot } = await openWorkspace({ 'aims.yaml': CARD });
  const range = { start: { line: from, character: 0 }, end: { line: to, character: 0 } };
  return hintsIn(snapshot, DAY, `${ROOT}/aims.yaml`, range, choice).map(
    ({ position: { line, character }, label }) => `${line}:${character} ${label}`,
  );
}

describe('inlay hints', () => {
  it('say titles behind ids that stand alone, none in sentences or of other frameworks', async () =>
    assert.deepEqual(await hints({ titles: true, ages: false }), [
      '6:41 Data provenance',
      '8:7 Data provenance',
    ]));

  it('say how old a review is and when the next is due, by the clock of the verdict', async () =>
    assert.deepEqual(await hints({ titles: false, ages: true }), [
      '12:53 3 months ago, due in 3 months',
      '13:54 8 months ago, was due 2 months ago',
      '14:54 1 day ago, due in 5 months',
    ]));

  it('are those of the lines that are seen', async () =>
    assert.deepEqual(await hints(ALL, 6, 8), ['6:41 Data provenance']));

  it('are none where nothing is chosen', async () =>
    assert.deepEqual(await hints({ titles: false, ages: false }), []));

  for (const [day, words] of [
    ['2026-11-01', 'today'],
    ['2026-10-31', '1 day ago'],
    ['2026-11-02', 'in 1 day'],
    ['2026-10-19', '13 days ago'],
    ['2026-10-18', '2 weeks ago'],
    ['2026-09-02', '8 weeks ago'],
    ['2026-09-01', '2 months ago'],
    ['2024-11-02', '23 months ago'],
    ['2024-11-01', '2 years ago'],
    ['2027-12-31', 'in 13 months'],
    ['0001-01-01', '2025 years ago'],
  ] as const)
    it(`call ${day} "${words}" on 2026-11-01`, () => assert.equal(distanceInTime(day, DAY), words));
});
