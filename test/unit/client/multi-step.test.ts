import '../../support/vscode';
import assert from 'node:assert/strict';
import { askAll, type Left, type Step } from '../../../client/src/commands/multi-step';

interface Said {
  readonly parties?: string;
  readonly kinds?: string;
}

describe('questions one after another', () => {
  /** What each question said of its place among all: `1/3`, or `1` where their number is not known yet. */
  let counts: string[];
  beforeEach(() => (counts = []));

  const step = (answer: Said | Left, when: NonNullable<Step<Said>['when']> = () => true): Step<Said> => ({
    when,
    ask: (said, frame) => {
      counts.push([frame.step, frame.of].filter(Boolean).join('/'));
      return Promise.resolve(typeof answer === 'string' ? answer : { ...said, ...answer });
    },
  });
  /** Asked only where there are any parties, which the question before tells. */
  const whenParties = ({ parties }: Said): boolean | undefined =>
    parties === undefined ? undefined : parties !== '-';

  it('say how many there are as soon as no answer decides that any more', async () => {
    await askAll('', {}, [step({}), step({ parties: 'staff' }), step({ kinds: 'direct' }, whenParties)]);
    assert.deepEqual(counts, ['1', '2', '3/3']);
  });

  it('leave out what an answer made needless', async () => {
    const said = await askAll('', {}, [
      step({ parties: '-' }),
      step({ kinds: 'direct' }, whenParties),
      step({}),
    ]);
    assert.deepEqual(counts, ['1', '2/2']);
    assert.deepEqual(said, { parties: '-' });
  });

  it('know their number at once where it was answered before', async () => {
    await askAll('', { parties: 'staff' }, [step({}), step({}, whenParties)]);
    assert.deepEqual(counts, ['1/2', '2/2']);
  });

  it('end where somebody leaves', async () => {
    assert.equal(await askAll('', {}, [step({}), step('cancel'), step({})]), undefined);
    assert.equal(counts.length, 2);
  });
});
