/** Why an approval cannot be recorded is said before it is chosen, by the same word as when it is recorded. */
import assert from 'node:assert/strict';
import { attest, whyRefused, type Asked } from '../../../server/src/features/attest';
import { LOCK_LIMITS } from '../../../server/src/lock/format';
import { approvable, approve, FILES, read, withLocks, type Files } from '../lock/workspace';

const PART = 'northwind:policy';
const LOCK = 'file:///workspace/aims.lock';
const AFTER: Asked = { by: 'dana', recordedOn: '2026-12-01T09:00:00Z', today: '2026-12-01' };

/** What recording it comes to, in one text; undefined where it is recorded. */
async function both(files: Files, asked: Asked): Promise<readonly [string | undefined, string | undefined]> {
  const context = await read(files);
  const found = approvable(context, PART);
  const { outcomes, troubles } = attest([found], context, asked);
  const [outcome] = outcomes;
  const said =
    outcome?.kind === 'refused'
      ? [outcome.reason, ...troubles.map(({ message }) => message)].join(' ')
      : undefined;
  return [whyRefused(found, context, asked), said];
}

describe('why an approval cannot be recorded', () => {
  const changed = { ...FILES, 'docs/policy.md': '# Another policy\n' };
  const locked = async (edit: (text: string) => string = (text) => text): Promise<Files> => {
    const locks = await approve(FILES, [PART]);
    return withLocks(changed, new Map([...locks].map(([uri, text]) => [uri, edit(text)])));
  };

  it('is nothing where it can', async () => {
    assert.deepEqual(await both(changed, AFTER), [undefined, undefined]);
    assert.deepEqual(await both(await locked(), AFTER), [undefined, undefined]);
  });

  const cases: Readonly<Record<string, readonly [(text: string) => string, Partial<Asked>, RegExp]>> = {
    'a merge conflict': [
      (text) => `${text}<<<<<<< HEAD\n=======\n>>>>>>> x\n`,
      {},
      /mended first.*merge conflict/,
    ],
    'a version that is not known': [
      (text) => text.replace('lock 1', 'lock 9'),
      {},
      /mended first.*version 9/,
    ],
    'too large a file': [(text) => text + '#'.repeat(LOCK_LIMITS.file), {}, /mended first.*larger than/],
    'a line about it that cannot be read': [(text) => text.replace(' by=', ' bye='), {}, /cannot be read/],
    'a clock that goes wrong': [
      (text) => text,
      { recordedOn: '2020-01-01T00:00:00Z' },
      /set the clock right/,
    ],
    'a day ahead': [(text) => text, { effective: '2030-01-01' }, /still ahead/],
    'somebody nobody knows': [(text) => text, { by: 'nobody-here' }, /not among the people/],
  };
  for (const [what, [edit, over, words]] of Object.entries(cases))
    it(`is said of ${what} as it is said when it is recorded`, async () => {
      const [before, then] = await both(await locked(edit), { ...AFTER, ...over });
      assert.equal(before, then);
      assert.match(before ?? '', words);
    });

  it('is known without writing a text: neither of its lock nor of any other', async () => {
    const context = await read(await locked());
    const lock = context.snapshot.locks.get(LOCK);
    assert.ok(lock);
    let reads = 0;
    const watched = {
      ...lock,
      get text() {
        reads++;
        return lock.text;
      },
    };
    const snapshot = { ...context.snapshot, locks: new Map([[LOCK, watched]]) };
    const found = approvable(context, PART);
    for (let again = 0; again < 3; again++) whyRefused(found, { ...context, snapshot }, AFTER);
    // Whether there is one, and once to parse it.
    assert.ok(reads <= 2, `${reads} times`);
  });
});
